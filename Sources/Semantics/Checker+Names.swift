import Casebook
public import Diagnostics
import Evidence
public import Syntax
import Names

/// Finding what a name means.
extension Checker {
  /// A bare name: what the row or the subject has comes first, then definitions, kinds, entities.
  mutating func check(name: Identifier, at range: SourceRange, _ context: Context) -> CheckedExpression {
    let folded = foldName(name.text)
    if let column = column(named: name, at: range, context) { return column }
    if context.isOfClaims, let found = checkOfClaim(name, folded, at: range) { return found }
    if context.shape?.isOfClaims == true, let word = word(ofClaims: name, folded, at: range) { return word }
    if context.hasSubject, let found = checkOfSubject(name, folded, arguments: nil, at: range, context) { return found }
    if !name.isQuoted, let word = wordExpression(folded, at: range) { return word }
    // A table may be called as a source is.
    if let table = table(named: folded, at: range) { return table }
    if let kind = casebook.collection(named: folded) {
      return CheckedExpression(.collection(kind), type: .entities(kind), at: range)
    }
    if let entity = casebook.entity(named: folded) { return expression(for: entity, at: range) }
    if let rows = claimCollection(named: folded, at: range) { return rows }
    if let entry = scope.definition(named: folded) { return reportInvalid(needsSubject(entry, at: range), at: range) }
    if let shape = context.shape { return checkNameBesideColumns(name, at: range, shape) }
    if let property = casebook.property(named: folded), !name.isQuoted {
      return reportInvalid(needsSubject(property, at: range), at: range)
    }
    return find(name.text, at: range)
  }

  /// What a property, a measure or a filter of the subject gives, where the name is one.
  private mutating func checkOfSubject(
    _ name: Identifier, _ folded: String, arguments: [Argument]?, at range: SourceRange, _ context: Context
  ) -> CheckedExpression? {
    let subject = subject(at: range, context)
    if arguments == nil, let property = casebook.property(named: folded) {
      if case .entity(let kind?) = subject.type, !casebook.allows(property, of: kind) {
        if casebook.entity(named: folded) != nil { return nil }
        return reportInvalid(notAPropertyOf(property, kind, at: range), at: range)
      }
      return expression(for: property, of: subject, at: range)
    }
    if arguments == nil, let label = Self.label(folded, of: subject, at: range) { return label }
    guard let entry = scope.definition(named: folded) else { return nil }
    switch entry.body {
    case .measure, .filter: return expression(for: entry, of: subject, arguments: arguments ?? [], at: range)
    case .comparison, .report, .hypotheses: return nil
    }
  }

  /// The entity that a bare property is asked of: that of the measure, or of the row.
  func subject(at range: SourceRange, _ context: Context) -> CheckedExpression {
    if let shape = context.shape, let name = shape.subject, let column = shape.column(named: name) {
      return CheckedExpression(.column(column.name), type: column.type, at: range)
    }
    return CheckedExpression(.subject, type: .entity(context.subject), at: range)
  }

  /// What an entity is called: asked for like a property, though no claim says it.
  private static func label(_ folded: String, of subject: CheckedExpression, at range: SourceRange) -> CheckedExpression? {
    guard let builtin = Builtin(rawValue: folded), builtin == .name || builtin == .title || builtin == .kind else { return nil }
    return CheckedExpression(.call(builtin, [subject]), type: .text, at: range)
  }

  /// Words of the language that stand for a value.
  private func wordExpression(_ folded: String, at range: SourceRange) -> CheckedExpression? {
    switch folded {
    case "it": return CheckedExpression(.lastResult, type: .unknown, at: range)
    case "low_point": return CheckedExpression(.extreme(.lowPoint), type: .extreme, at: range)
    case "peak": return CheckedExpression(.extreme(.peak), type: .extreme, at: range)
    case "yes": return CheckedExpression(.truth(true), type: .verdict, at: range)
    case "no": return CheckedExpression(.truth(false), type: .verdict, at: range)
    default: return nil
    }
  }

  func expression(for entity: EntityID, at range: SourceRange) -> CheckedExpression {
    CheckedExpression(.entity(entity), type: .entity(casebook[entity].kind), at: range)
  }

  /// An entity by any of its names; reports where there is none, or more than one that could be meant.
  mutating func find(_ text: String, at range: SourceRange) -> CheckedExpression {
    switch casebook.match(text) {
    case .exact(let id), .one(let id, _): return expression(for: id, at: range)
    case .ambiguous(let candidates): return reportInvalid(ambiguous(text, candidates, at: range), at: range)
    case .none: return reportInvalid(unknownName(text, at: range), at: range)
    }
  }

  // MARK: Members

  /// `navy.personnel`, `state.population`, `x.violent`.
  mutating func check(
    member name: Identifier, of base: Expression, arguments: [Argument]?, at range: SourceRange, _ context: Context
  )
    -> CheckedExpression
  {
    let subject = check(base, context)
    let folded = foldName(name.text)
    let kind: KindID?
    switch subject.type {
    case .entity(let found): kind = found
    case .unknown: return invalid(at: range)
    case .claims(let property):
      guard case .entity(let found) = casebook[property].value else {
        return reportInvalid(notAnEntity(subject, member: name), at: range)
      }
      kind = found
    case .rows(let shape): return checkCell(name, of: subject, shape, at: range)
    case .entities: return reportInvalid(memberOfCollection(subject, member: name), at: range)
    default: return reportInvalid(notAnEntity(subject, member: name), at: range)
    }
    if arguments == nil, let property = casebook.property(named: folded) {
      if let kind, !casebook.allows(property, of: kind) {
        return reportInvalid(notAPropertyOf(property, kind, at: name.range), at: range)
      }
      return expression(for: property, of: subject, at: range)
    }
    if arguments == nil, let label = Self.label(folded, of: subject, at: range) { return label }
    if arguments == nil, let rows = claimCollection(named: folded, of: subject, at: range) { return rows }
    if let entry = scope.definition(named: folded) {
      switch entry.body {
      case .measure(let wanted, _), .filter(let wanted, _):
        if let kind, !casebook.is(kind, a: wanted) {
          return reportInvalid(wrongKind(entry, wanted: wanted, found: kind, at: name.range), at: range)
        }
        return expression(for: entry, of: subject, arguments: arguments ?? [], at: range)
      case .comparison, .report, .hypotheses: break
      }
    }
    return reportInvalid(unknownProperty(name, of: kind), at: range)
  }

  func expression(for property: PropertyID, of subject: CheckedExpression, at range: SourceRange) -> CheckedExpression {
    let type: StaticType
    switch casebook[property].value {
    case .quantity(let unit, _): type = .quantity(QuantityType(unit: unit, status: .actual))
    default: type = .claims(property)
    }
    return CheckedExpression(.property(subject, property), type: type, at: range)
  }

  mutating func expression(
    for entry: DefinitionEntry, of subject: CheckedExpression, arguments: [Argument], at range: SourceRange
  )
    -> CheckedExpression
  {
    let values = bind(arguments, to: entry, at: range)
    let type: StaticType
    switch entry.body {
    case .measure(_, let body): type = body.type
    case .filter: type = .verdict
    case .comparison, .report, .hypotheses: type = .unknown
    }
    return CheckedExpression(.defined(subject, entry, values), type: type, at: range)
  }

  // MARK: Arguments

  /// One value for each parameter, nil where the default holds.
  mutating func bind(_ arguments: [Argument], to entry: DefinitionEntry, at range: SourceRange) -> [CheckedExpression?] {
    var values = [CheckedExpression?](repeating: nil, count: entry.parameters.count)
    var next = 0
    if refuseRest(of: arguments) { return values }
    for argument in arguments {
      let value = check(argument.value, .plain)
      let index: Int
      if let name = argument.name {
        let folded = foldName(name.text)
        guard let found = entry.parameters.firstIndex(where: { $0.name == folded }) else {
          report(unknownParameter(name, of: entry))
          continue
        }
        index = found
      } else {
        index = next
        next += 1
      }
      guard index < values.count else {
        report(tooManyArguments(for: entry, at: argument.value.range))
        break
      }
      values[index] = fit(value, to: entry.parameters[index])
    }
    for (parameter, value) in zip(entry.parameters, values) where value == nil && parameter.defaultValue == nil {
      report(missingArgument(parameter, of: entry, at: range))
    }
    return values
  }

  /// An argument whose type can't be that of the parameter's default is reported.
  mutating func fit(_ value: CheckedExpression, to parameter: DefinitionEntry.Parameter) -> CheckedExpression {
    switch (value.type, parameter.type) {
    case (.unknown, _), (_, .unknown): return value
    case (.quantity(let found), .quantity(let wanted)):
      guard let foundUnit = found.unit, let wantedUnit = wanted.unit else { return value }
      if found.isBare || wanted.isBare || foundUnit.isCompatible(with: wantedUnit) { return value }
      report(argumentUnit(value, foundUnit, parameter: parameter.name, wantedUnit))
      return value
    case (.quantity(let bare), .time) where bare.isBare: return value
    case (.time, .quantity), (.entity, .entity), (.entity, .time), (.text, .text), (.verdict, .verdict), (.time, .time):
      return value
    default:
      if value.type != parameter.type { report(argumentType(value, parameter: parameter)) }
      return value
    }
  }

  /// A comparison or a report named with or without arguments: `fragmentation`, `fragmentation(since = 2000)`.
  mutating func checkRunExpression(_ expression: Expression) -> CheckedStatement.Node? {
    let name: Identifier
    var arguments: [Argument] = []
    switch expression.node {
    case .name(let found): name = found
    case .call(let callee, let given):
      guard case .name(let found) = callee.node else { return nil }
      name = found
      arguments = given
    default: return nil
    }
    guard let entry = scope.definition(named: foldName(name.text)) else { return nil }
    switch entry.body {
    case .comparison, .report, .hypotheses: return .run(entry, bind(arguments, to: entry, at: expression.range))
    case .measure, .filter: return nil
    }
  }

  mutating func checkRun(_ name: Identifier, _ arguments: [Argument], expecting category: String, at range: SourceRange)
    -> CheckedStatement.Node?
  {
    guard let entry = scope.definition(named: foldName(name.text)) else {
      report(unknownDefinition(name, category: category))
      return nil
    }
    let isHypotheses = if case .hypotheses = entry.body { category == "comparison" } else { false }
    guard entry.category == category || isHypotheses else {
      report(wrongDefinition(name, entry, wanted: category))
      return nil
    }
    return .run(entry, bind(arguments, to: entry, at: range))
  }
}

extension Checker {
  /// A value from outside the text for a parameter whose default has a type; what is wrong with it is given, not kept.
  public mutating func checkParameter(_ expression: Expression, fitting type: StaticType) -> (CheckedExpression, [Diagnostic]) {
    let before = diagnostics.count
    let parameter = DefinitionEntry.Parameter(name: "the parameter", defaultValue: nil, type: type)
    let value = fit(check(expression, .plain), to: parameter)
    return (value, Array(diagnostics[before...]))
  }
}
