import Casebook
import Diagnostics
import Evidence
import Names
import Syntax
import Tables

/// Collections of claims as rows of a table, with a column for each part of a claim.
extension Checker {
  /// The claims go through the verbs twice: first with all columns, which shows what is asked for, then with those alone. Where no verb
  /// says what columns there are in the end, the result has what is said, who says it and where, besides what was asked for.
  mutating func check(
    claims collection: CheckedExpression, _ kind: ClaimCollection, through verbs: some Sequence<PipelineVerb>,
    at range: SourceRange
  ) -> CheckedExpression {
    let before = diagnostics.count
    let all = check(rows: rows(collection, ClaimRows(kind, ClaimColumn.allCases)), through: verbs, at: range)
    guard case .rows(_, let steps) = all.node else { return all }
    takeBackReports(after: before)
    let asked = Self.columnsRead(by: steps)
    let kept = ClaimColumn.allCases.filter { asked?.contains(foldName($0.name(in: kind))) ?? true }
    let measured = Self.columnsMeasured(by: steps).contains(ClaimColumn.value.name(in: kind))
    return check(rows: rows(collection, ClaimRows(kind, kept, measuresValues: measured)), through: verbs, at: range)
  }

  private mutating func check(
    rows: CheckedExpression, through verbs: some Sequence<PipelineVerb>, at range: SourceRange
  ) -> CheckedExpression {
    guard case .rows(let shape) = rows.type else { return rows }
    return check(rows: rows, shape, through: verbs, at: range)
  }

  private func rows(_ collection: CheckedExpression, _ rows: ClaimRows) -> CheckedExpression {
    let kind = rows.collection
    var shape = TableShape(
      name: kind.rawValue, columns: rows.columns.map { ColumnShape($0.name(in: kind), cellType(of: $0, in: kind)) })
    shape.isOfClaims = true
    return CheckedExpression(.claimRows(collection, rows), type: .rows(shape), at: collection.range)
  }

  private func cellType(of column: ClaimColumn, in kind: ClaimCollection) -> StaticType {
    switch column {
    case .value: kind == .relations ? .entity(nil) : .unknown
    case .supportedBy, .via: .text
    default: type(of: column)
    }
  }

  /// The columns that verbs count with or order by, folded, up to one after which there are others.
  private static func columnsMeasured(by steps: [CheckedRowStep]) -> Set<String> {
    var measured: Set<String> = []
    for step in steps {
      switch step {
      case .filter(let condition): measured.formUnion(condition.columnsMeasured)
      case .sort(let keys), .top(_, let keys, _): for key in keys { measured.formUnion(key.key.columnsRead) }
      case .derive(let columns), .select(let columns): for column in columns { measured.formUnion(column.value.columnsMeasured) }
      case .group(let keys, let figures):
        for column in keys + figures { measured.formUnion(column.value.columnsMeasured) }
        return measured
      case .pivot(_, let cells): return measured.union([foldName(cells)])
      case .count, .describe, .distinct: return measured
      default: continue
      }
    }
    return measured
  }

  /// The columns that verbs look at, folded, with those that are shown where none are named; nil where all are needed.
  private static func columnsRead(by steps: [CheckedRowStep]) -> Set<String>? {
    var read: Set<String> = []
    for step in steps {
      switch step {
      case .filter(let condition): read.formUnion(condition.columnsRead)
      case .derive(let columns): for column in columns { read.formUnion(column.value.columnsRead) }
      case .sort(let keys): for key in keys { read.formUnion(key.key.columnsRead) }
      case .top(_, let keys, let within):
        for key in keys { read.formUnion(key.key.columnsRead) }
        read.formUnion(within.map { foldName($0) })
      case .rename(let pairs): read.formUnion(pairs.map { foldName($0.from) })
      case .drop(let names), .unpivot(let names, _, _): read.formUnion(names.map { foldName($0) })
      case .join(let kind, _, let keys, _):
        read.formUnion(keys.map { foldName($0.left) })
        if kind == .anti { continue }
      case .wholeYears(let name): read.insert(foldName(name))
      case .take, .skip, .sample: continue
      // What follows sees only what these leave.
      case .select(let columns):
        for column in columns { read.formUnion(column.value.columnsRead) }
        return read
      case .group(let keys, let figures):
        for column in keys + figures { read.formUnion(column.value.columnsRead) }
        return read.isEmpty ? [foldName(ClaimColumn.property.rawValue), "relation"] : read
      case .distinct(let names) where !names.isEmpty: return read.union(names.map { foldName($0) })
      case .count: return read.isEmpty ? nil : read
      case .pivot, .union, .distinct, .describe, .balanced: return nil
      }
    }
    for column in [ClaimColumn.entity, .property, .value, .source, .locator] {
      for collection in ClaimCollection.allCases { read.insert(foldName(column.name(in: collection))) }
    }
    return read
  }
}
