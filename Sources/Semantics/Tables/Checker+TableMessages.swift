import Casebook
import Diagnostics
import Names
import Syntax
import Tables

/// What is said about tables and their columns.
extension Checker {
  func unknownColumn(_ name: String, of shape: TableShape, at range: SourceRange) -> Diagnostic {
    let names = shape.columns.map(\.name)
    var near = Suggestion.nearest(to: name, among: names)
    // An entity may have been meant in place of a column.
    if near.isEmpty { near = nearNames(to: name).filter { foldName($0) != foldName(name) } }
    let all = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
    return Diagnostic(
      .unknownColumn, "\(shape.name) has no column \(name) here", at: range, "unknown",
      notes: [
        Suggestion.note(near.map(written)),
        shape.subject != nil && casebook.property(named: name) != nil
          ? "\(name) is asked of each row in a formula; `derive p = \(name)` makes a column of it" : nil,
        "it has \(all)",
      ].compactMap(\.self))
  }

  /// A column's name as it is typed.
  private func written(_ name: String) -> String {
    let isPlain = !name.isEmpty && !name.contains { !($0.isLetter || $0.isNumber || $0 == "_") } && name.first?.isNumber == false
    return isPlain ? name : "`\(name)`"
  }

  func wrongColumn(_ column: ColumnShape, wanted: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongColumn, "\(wanted) is needed here, and the column \(column.name) is \(column.type.description)", at: range,
      column.type.description)
  }

  func unknownSource(_ name: Identifier) -> Diagnostic {
    Diagnostic(
      .unknownSource, "no source is called \(name.text)", at: name.range, "unknown",
      notes: [
        Suggestion.note(Suggestion.nearest(to: name.text, among: casebook.sourceNames)),
        "declare it before: source \(name.text) \"Title\" { type dataset; publisher \"…\" }",
      ].compactMap(\.self))
  }

  func wrongArguments(_ function: TableFunction, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongArguments, "\(function.rawValue) takes other arguments", at: range, "", notes: [function.signature])
  }
}
