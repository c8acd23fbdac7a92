import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// The one place where expressions are walked; each node costs a step, and depth is counted before going deeper.
  func evaluate(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Value {
    try meter.step(at: expression.range) { host.isInterrupted }
    try meter.enter(at: expression.range)
    defer { meter.leave() }
    switch expression.node {
    case .quantity(let number, let unit):
      let quantity = number.quantity(unit: unit, isCount: unit.isCount, policies: policies)
      return .figure(FigureValue(Figure(quantity, lineage: .literal(sourceMap.text(expression.range), quantity))))
    case .text(let segments): return .text(try evaluate(segments, in: frame))
    case .time(let span): return .time(span)
    case .truth(let truth): return .verdict(Judgement(truth ? .yes : .no))
    case .variable(let name): return try variable(name, at: expression.range, in: frame)
    case .lastResult: return try lastResult(at: expression.range)
    case .entity(let entity): return .entity(entity)
    case .collection(let kind): return .entities(try collection(kind, at: expression.range, in: frame))
    case .claims(let collection, let subject):
      var entity: EntityID?
      if let subject { entity = try self.entity(try evaluate(subject, in: frame), at: subject.range) }
      return .entities(try claims(collection, of: entity, at: expression.range, in: frame))
    case .claimColumn(let column): return try value(of: column, at: expression.range, in: frame)
    case .subject: return try subject(at: expression.range, in: frame)
    case .property(let subject, let property): return try ask(property, of: subject, at: expression.range, in: frame)
    case .defined(let subject, let entry, let arguments):
      return try evaluate(entry, of: subject, arguments, at: expression.range, in: frame)
    case .call(let builtin, let arguments): return try call(builtin, arguments, at: expression.range, in: frame)
    case .extreme(let extreme): return .extreme(extreme)
    case .span(let start, let end): return .time(try span(start, end, at: expression.range, in: frame))
    case .qualified(let inner, _) where inner.type.isRows: return try rows(expression, in: frame)
    case .qualified(let inner, let qualifiers):
      return try evaluate(inner, in: frame.with(try ambient(qualifiers, in: frame)))
    case .negate(let operand): return try negate(operand, in: frame)
    case .arithmetic(let sign, let left, let right): return try arithmetic(sign, left, right, at: expression.range, in: frame)
    case .inUnit(let operand, let unit): return try convert(operand, to: unit, at: expression.range, in: frame)
    case .adoptUnit(let operand, let unit): return try adopt(unit, for: operand, in: frame)
    case .comparison, .textTest, .includes, .and, .or, .not, .surely, .perhaps, .between, .oneOf, .isMissing:
      return .verdict(try judge(expression, in: frame))
    case .conditional(let condition, let then, let otherwise):
      return try conditional(condition, then, otherwise, in: frame)
    case .table, .rows: return try rows(expression, in: frame)
    case .entityRows, .claimRows: return try collectionRows(expression, in: frame)
    case .cell(let rows, let column): return try cell(rows, column, at: expression.range, in: frame)
    case .tableFigure(let figure): return try tableFigure(figure, at: expression.range, in: frame)
    case .column, .columnCall: throw notForColumns(expression)
    case .pipeline(let source, let verbs): return try pipeline(source, verbs, at: expression.range, in: frame)
    case .invalid:
      throw Diagnostic(.wrongType, "this could not be understood", at: expression.range, "see the message above")
    }
  }

  private func evaluate(_ segments: [CheckedTextSegment], in frame: Frame) throws(Diagnostic) -> RichText {
    var pieces: [RichText.Piece] = []
    for segment in segments {
      switch segment {
      case .literal(let text): pieces.append(.plain(text))
      case .expression(let expression): pieces.append(.value(try evaluate(expression, in: frame)))
      }
    }
    return RichText(pieces: pieces)
  }

  private func variable(_ name: String, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
    if let value = frame.variables[name] { return value }
    throw Diagnostic(.unknownVariable, "$\(name) has no value", at: range, "not defined", notes: ["`let \(name) = …` defines it"])
  }

  private func lastResult(at range: SourceRange) throws(Diagnostic) -> Value {
    if let lastResult { return lastResult }
    throw Diagnostic(.unknownVariable, "there is no result yet that `it` could be", at: range)
  }

  private func subject(at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
    if let subject = frame.subject { return subject }
    throw Diagnostic(
      .wrongType, "a property stands here without the entity that it is asked of", at: range, "",
      notes: ["write ENTITY.PROPERTY"])
  }

  /// Where the condition is a maybe, the two values are known but not which of them holds: figures give the range over both.
  private func conditional(
    _ condition: CheckedExpression, _ then: CheckedExpression, _ otherwise: CheckedExpression, in frame: Frame
  ) throws(Diagnostic) -> Value {
    let judgement = try judge(condition, in: frame)
    if judgement.cannotTell { return .missing(judgement.missing) }
    switch judgement.verdict.truth {
    case .yes: return try evaluate(then, in: frame)
    case .no: return try evaluate(otherwise, in: frame)
    case .maybe:
      let first = try evaluate(then, in: frame)
      let second = try evaluate(otherwise, in: frame)
      guard case .found(let one) = try figure(first, at: then.range),
        case .found(let other) = try figure(second, at: otherwise.range)
      else { return .missing(missing(in: first).union(missing(in: second))) }
      guard let hull = hull(of: [one, other]) else {
        throw Diagnostic(
          .unitMismatch, "which of two figures holds is a maybe, and they have unlike units", at: then.range, text(one),
          also: [Diagnostic.Label(otherwise.range, text(other))])
      }
      return .figure(
        FigureValue(hull.figure, from: [one, other], adding: ["which of two figures holds is a maybe; the range covers both"]))
    }
  }

  /// The gaps that a value stands for.
  func missing(in value: Value) -> [Missing] {
    if case .missing(let missing) = value { return missing }
    return []
  }

  /// A measure or a filter of an entity. Its parameters are evaluated where it is used, or by default where it was defined.
  private func evaluate(
    _ entry: DefinitionEntry, of subject: CheckedExpression, _ arguments: [CheckedExpression?], at range: SourceRange,
    in frame: Frame
  ) throws(Diagnostic) -> Value {
    let entity = try evaluate(subject, in: frame)
    if case .missing = entity { return entity }
    let id = try self.entity(entity, at: subject.range)
    // Without parameters it is the same wherever the statement asks for it under these qualifiers.
    let key = MeasuredKey(
      definition: ObjectIdentifier(entry), entity: id, ambient: frame.ambient, because: frame.because)
    if entry.parameters.isEmpty, let known = measured[key] {
      if case .figure(let figure) = known { heard.add(figure.bases) }
      return known
    }
    let inner = Frame(
      variables: try bind(arguments, to: entry, at: range, in: frame), subject: .entity(id), ambient: frame.ambient,
      parameters: Set(entry.parameters.map(\.name)), because: frame.because, formula: entry.name)
    switch entry.body {
    case .measure(let kind, let body), .filter(let kind, let body):
      guard casebook.is(casebook[id].kind, a: kind) else {
        throw Diagnostic(
          .wrongKind, "\(entry.name) is a \(entry.category) for \(casebook[kind].plural)", at: range,
          "\(casebook[id].name) is a \(casebook[casebook[id].kind].name)")
      }
      let value: Value
      do throws(Diagnostic) {
        value = try evaluate(body, in: inner)
      } catch {
        throw error.code == .timeNeeded ? asked(error, at: range) : error
      }
      if entry.parameters.isEmpty { measured[key] = value }
      return value
    case .comparison, .report, .hypotheses:
      throw Diagnostic(.wrongType, "\(entry.name) is a \(entry.category) and no value of an entity", at: range)
    }
  }

  /// The variables of a definition's body: those of the session, hidden by its parameters.
  func bind(_ arguments: [CheckedExpression?], to entry: DefinitionEntry, at range: SourceRange, in frame: Frame)
    throws(Diagnostic)
    -> [String: Value]
  {
    var bound = variables
    for (index, parameter) in entry.parameters.enumerated() {
      if index < arguments.count, let argument = arguments[index] {
        bound[parameter.name] = try evaluate(argument, in: frame)
      } else if let defaultValue = parameter.defaultValue {
        bound[parameter.name] = try evaluate(defaultValue, in: Frame(variables: variables))
      } else {
        throw Diagnostic(.wrongArguments, "\(entry.name) needs a value for \(parameter.name)", at: range)
      }
    }
    return bound
  }

  /// The same message at the place where a definition was asked for without a time, before the place in its body that needs one.
  private func asked(_ diagnostic: Diagnostic, at range: SourceRange) -> Diagnostic {
    var moved = diagnostic
    let words = moved.labels[0].text
    moved.labels[0].text = ""
    moved.labels.insert(Diagnostic.Label(range, words), at: 0)
    return moved
  }
}
