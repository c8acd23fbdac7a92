import Diagnostics
import Evaluation
import Semantics
import Syntax
import Names

/// Values for a script's parameters from the command line.
extension Session {
  /// Checks the values that were given for parameters which the statements declare, and hands them to the evaluator.
  func takeSettings(for statements: [CheckedStatement], _ checker: inout Checker) -> [Diagnostic] {
    guard !parameterSettings.isEmpty else { return [] }
    var declared: [String: StaticType] = [:]
    for statement in statements {
      if case .parameter(let name, let defaultValue, _) = statement.node { declared[name] = defaultValue.type }
    }
    var found: [Diagnostic] = []
    for (name, value) in parameterSettings {
      let file = sourceMap.add(name: "--set \(name)", text: value)
      guard let type = declared[foldName(name)] else {
        found.append(unknownParameter(name, in: file, declared: declared.keys.sorted()))
        continue
      }
      if type == .text {
        let range = SourceRange(file: file.id, start: 0, end: file.bytes.count)
        evaluator.parameterValues[foldName(name)] = CheckedExpression(.text([.literal(value)]), type: .text, at: range)
        continue
      }
      let parsed = parse(file)
      guard parsed.diagnostics.isEmpty, parsed.program.statements.count == 1,
        case .expression(let expression, nil) = parsed.program.statements[0].node
      else {
        found += parsed.diagnostics.isEmpty ? [noValue(value, in: file)] : parsed.diagnostics
        continue
      }
      let (checked, problems) = checker.checkParameter(expression, fitting: type)
      found += problems
      evaluator.parameterValues[foldName(name)] = checked
    }
    return found
  }

  private func unknownParameter(_ name: String, in file: SourceFile, declared: [String]) -> Diagnostic {
    let near = Suggestion.note(Suggestion.nearest(to: name, among: declared))
    return Diagnostic(
      .wrongArguments, "the script has no parameter \(name)", at: SourceRange(file: file.id, start: 0, end: file.bytes.count),
      "given with --set",
      notes: [near ?? (declared.isEmpty ? "it has none" : "it has " + declared.joined(separator: ", "))])
  }

  private func noValue(_ value: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .expectedValue, "a parameter is given one value", at: SourceRange(file: file.id, start: 0, end: file.bytes.count),
      "this is something else",
      notes: ["for example `--set year=2016`"])
  }
}
