import Casebook
import Diagnostics
import Syntax
import Tables

extension Checker {
  /// `revisions OLD to NEW by place on n` is a join with what differs beside it.
  mutating func check(_ revisions: Revisions, at range: SourceRange) -> CheckedStatement.Node? {
    let older = rows(check(revisions.older, .plain))
    let newer = rows(check(revisions.newer, .plain))
    guard case .rows(let olderShape) = older.type, case .rows(let newerShape) = newer.type else {
      for side in [older, newer] where side.type != .unknown {
        if case .rows = side.type { continue }
        report(wrongType(side, wanted: "a table", notes: []))
      }
      return nil
    }
    var keys: [String] = []
    for key in revisions.keys {
      guard let left = column(key, of: newerShape), column(key, of: olderShape) != nil else { return nil }
      keys.append(left.name)
    }
    var values: [String] = []
    for value in revisions.values {
      guard let column = column(value, of: newerShape), self.column(value, of: olderShape) != nil else { return nil }
      guard case .quantity = column.type else {
        report(wrongColumn(column, wanted: "a number", at: value.range))
        return nil
      }
      values.append(column.name)
    }
    return .revisions(CheckedRevisions(older: older, newer: newer, keys: keys, values: values))
  }
}
