import Diagnostics
import Evidence
import Syntax

/// Units of measure.
extension CasebookReader {
  private static let unitLines = [
    "singular", "plural", "symbol", "aka", "is_a", "of", "factor", "scale", "difference_of", "currency", "measured",
  ]

  func readUnits(_ declarations: [Placed<Declaration>]) {
    guard !declarations.isEmpty else { return }
    let definitions = declarations.map { placed in
      var lines = SchemaLines(placed.item, allowed: Self.unitLines)
      let definition = unitDefinition(placed.item, &lines)
      diagnostics += lines.problems()
      return definition
    }
    let (table, problems) = units.adding(definitions)
    units = table
    for problem in problems {
      let name = declarations[problem.definition].item.id
      diagnostics.append(Diagnostic(problem.code, problem.message, at: name.range, "declared here"))
    }
  }

  private func unitDefinition(_ declaration: Declaration, _ lines: inout SchemaLines) -> UnitDefinition {
    UnitDefinition(
      id: declaration.id.text, singular: lines.text("singular"), plural: lines.text("plural") ?? declaration.title.plain,
      symbol: lines.text("symbol"), aliases: lines.texts("aka"), dimension: dimension(&lines))
  }

  private func dimension(_ lines: inout SchemaLines) -> UnitDefinition.Dimension {
    if let scale = lines.number("scale") { return .ratio(scale: scale) }
    if let ratio = lines.word("difference_of") { return .difference(of: ratio) }
    if let other = lines.word("of") { return .scaled(of: other, factor: lines.number("factor") ?? 1) }
    if lines.truth("currency") { return .currency }
    if lines.truth("measured") { return .measured }
    return .counted(isA: lines.word("is_a"))
  }
}

extension UnitProblem {
  var code: DiagnosticCode {
    switch reason {
    case .alreadyDeclared, .nameTaken: .alreadyDefined
    case .unknownUnit: .unknownUnit
    case .circular, .tooDeep: .circularDefinition
    case .badFactor, .wrongDimension: .valueDoesNotFit
    }
  }
}
