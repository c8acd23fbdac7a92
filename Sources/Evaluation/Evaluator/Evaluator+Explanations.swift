import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// Walks an expression as it is evaluated, keeping what each part came to, down to claims. Literals explain themselves and are left out.
  func explain(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Explanation {
    try meter.enter(at: expression.range)
    defer { meter.leave() }
    var explanation = Explanation(text: spelled(expression), value: try evaluate(expression, in: frame))
    switch expression.node {
    case .quantity, .time, .truth, .entity, .collection, .claims, .claimColumn, .extreme, .subject, .span, .invalid, .adoptUnit:
      break
    // What a figure of a table rests on stands with the figure.
    case .table, .column, .columnCall, .rows, .entityRows, .claimRows, .cell, .tableFigure: break
    case .qualified(let inner, _) where inner.type.isRows: break
    case .text(let segments):
      for case .expression(let inner) in segments { explanation.parts.append(try explain(inner, in: frame)) }
    case .variable(let name):
      if let definition = definitions[name], !frame.parameters.contains(name) {
        guard explained.begin(definition.expression.range) else {
          explanation.isRepeated = true
          return explanation
        }
        explanation.parts = [try explain(definition.expression, in: definition.frame)]
      } else {
        explanation.parts = try explain(explanation.value)
      }
    case .lastResult:
      if let definition = lastExpression { return try explain(definition.expression, in: definition.frame) }
    case .property: explanation.parts = try explain(explanation.value)
    case .defined(let subject, let entry, let arguments):
      explanation.parts = try explain(entry, of: subject, arguments, at: expression.range, in: frame)
    case .qualified(let inner, let qualifiers):
      var found = try explain(inner, in: frame.with(try ambient(qualifiers, in: frame)))
      found.text = explanation.text
      return found
    case .conditional(let condition, let then, let otherwise):
      explanation.parts = try explain([condition, then, otherwise], in: frame)
    case .pipeline: explanation.parts = try explain(explanation.value)
    case .call(.change, let arguments) where arguments.count == 1 || arguments.count == 2 && arguments[1].isExtreme:
      if case .change(let change) = explanation.value {
        explanation.parts = try explain(.change(change))
      }
    case .call(_, let operands): explanation.parts = try explain(operands, in: frame)
    case .negate(let inner), .inUnit(let inner, _), .not(let inner), .surely(let inner), .perhaps(let inner),
      .isMissing(let inner, _):
      explanation.parts = try explain([inner], in: frame)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .textTest(_, let left, let right),
      .includes(let left, let right), .and(let left, let right), .or(let left, let right):
      explanation.parts = try explain([left, right], in: frame)
    case .between(let value, let low, let high): explanation.parts = try explain([value, low, high], in: frame)
    case .oneOf(let value, let choices): explanation.parts = try explain([value] + choices, in: frame)
    }
    return explanation
  }

  private func explain(_ operands: [CheckedExpression], in frame: Frame) throws(Diagnostic) -> [Explanation] {
    var parts: [Explanation] = []
    for operand in operands where !operand.isLiteral && !operand.isExtreme { parts.append(try explain(operand, in: frame)) }
    return parts
  }

  /// A measure or a filter by its formula.
  private func explain(
    _ entry: DefinitionEntry, of subject: CheckedExpression, _ arguments: [CheckedExpression?], at range: SourceRange,
    in frame: Frame
  ) throws(Diagnostic) -> [Explanation] {
    let value = try evaluate(subject, in: frame)
    if case .missing = value { return [] }
    let inner = Frame(
      variables: try bind(arguments, to: entry, at: range, in: frame), subject: .entity(try entity(value, at: subject.range)),
      ambient: frame.ambient, parameters: Set(entry.parameters.map(\.name)))
    switch entry.body {
    case .measure(_, let body), .filter(_, let body): return [try explain(body, in: inner)]
    case .comparison, .report, .hypotheses: return []
    }
  }

  /// What a value rests on: the steps of a figure's lineage, otherwise claims.
  private func explain(_ value: Value?) throws(Diagnostic) -> [Explanation] {
    guard let value else { return [] }
    var parts: [Explanation] = []
    if case .figure(let figure) = value {
      for input in figure.figure.lineage.inputs { parts.append(try explain(input)) }
      if !parts.isEmpty { return parts }
    }
    if case .entities(let table) = value, !table.columns.isEmpty {
      for row in table.rows {
        for (column, cell) in zip(table.columns, row.cells) where !isEmpty(cell) {
          let text = "\(words(row.subject)), \(column.label)"
          parts.append(Explanation(text: text, value: cell, parts: try explain(cell)))
        }
      }
      return parts
    }
    for claim in claims(behind: value) { parts.append(try explain(claim)) }
    return parts
  }

  /// A claim; a derived one by its rule, down to stated ones.
  private func explain(_ claim: ClaimID) throws(Diagnostic) -> Explanation {
    var explanation = Explanation(claim: claim)
    guard explained.begin(claim) else { return explanation }
    guard case .derived(let rule) = casebook[claim].value, let derivation = derivation(rule) else { return explanation }
    // Evaluated first: a rule that rests on itself is found there.
    _ = try figure(of: claim, at: derivation.range)
    explanation.reasons = [derivation.because].compactMap(\.self)
    explanation.caveats = derivation.caveats
    explanation.parts = [try explain(derivation.expression, in: Frame(because: derivation.because))]
    return explanation
  }

  /// A step of a lineage, where nobody remembers how it was written.
  private func explain(_ lineage: Lineage) throws(Diagnostic) -> Explanation {
    try meter.enter(at: statementRange)
    defer { meter.leave() }
    switch lineage.operation {
    case .claim(let number), .derived(let number):
      if let claim = casebook.claim(number: number) { return try explain(claim) }
    default: break
    }
    var explanation = Explanation(text: lineage.note ?? lineage.operation.words)
    if let result = lineage.result { explanation.value = .figure(FigureValue(Figure(result, lineage: lineage))) }
    if !lineage.inputs.isEmpty, !explained.begin(lineage) {
      explanation.isRepeated = true
      return explanation
    }
    for input in lineage.inputs { explanation.parts.append(try explain(input)) }
    return explanation
  }

  private func claims(of change: ChangeValue) -> [ClaimID] {
    (change.earlier.figure.lineage.claims() + change.later.figure.lineage.claims()).compactMap { casebook.claim(number: $0) }
  }

  /// The claims that a value rests on, each once, in order of use.
  func claims(behind value: Value) -> [ClaimID] {
    let found: [ClaimID]
    switch value {
    case .figure(let figure): found = figure.figure.lineage.claims().compactMap { casebook.claim(number: $0) }
    case .answer(let answer): found = answer.answer.claims
    case .change(let change): found = claims(of: change)
    case .verdict(let judgement):
      found = judgement.grounds.flatMap { claims(behind: .figure($0.left)) + claims(behind: .figure($0.right)) }
    case .text(let text):
      found = text.pieces.flatMap { piece -> [ClaimID] in
        if case .value(let inner) = piece { claims(behind: inner) } else { [] }
      }
    case .claim(let claim): found = [claim]
    case .entities(let table):
      found = table.rows.flatMap { row -> [ClaimID] in
        if case .claim(let claim) = row.subject { [claim] } else { row.cells.flatMap { claims(behind: $0) } }
      }
    case .entity(let entity): found = casebook.claims(of: entity)
    case .time, .extreme, .document, .missing, .table: found = []
    }
    var seen: Set<ClaimID> = []
    return found.filter { seen.insert($0).inserted }
  }
}

extension CheckedExpression {
  var isExtreme: Bool {
    if case .extreme = node { return true }
    return false
  }
}

extension Lineage.Operation {
  /// What a step did, where its text isn't known.
  fileprivate var words: String {
    switch self {
    case .claim: "claim"
    case .literal: "number"
    case .derived: "derived"
    case .add: "sum"
    case .subtract, .difference: "difference"
    case .multiply: "product"
    case .divide: "quotient"
    case .negate: "with the other sign"
    case .ratio: "ratio"
    case .share: "share"
    case .change: "change"
    case .convert: "in another unit"
    case .low: "lower bound"
    case .high: "upper bound"
    case .best: "best figure"
    case .hull: "range of all"
    case .function: "function"
    }
  }
}
