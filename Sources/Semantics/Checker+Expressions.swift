import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

extension Checker {
  /// Checks one expression. Depth is bounded by the parser.
  mutating func check(_ expression: Expression, _ context: Context) -> CheckedExpression {
    let range = expression.range
    switch expression.node {
    case .quantity(let literal): return check(literal, context)
    case .text(let literal): return check(literal, context)
    case .time(let literal): return check(literal)
    case .variable(let name): return check(variable: name, at: range)
    case .name(let name): return check(name: name, at: range, context)
    case .theEntity(let name):
      if let entity = casebook.entity(named: foldName(name.text)) { return self.expression(for: entity, at: range) }
      return find(name.text, at: range)
    case .hole: return reportInvalid(hole(at: range, context), at: range)
    case .member(let base, let name): return check(member: name, of: base, arguments: nil, at: range, context)
    case .call(let callee, let arguments): return check(call: callee, arguments, at: range, context)
    case .span(let first, let last): return check(spanFrom: first, to: last, at: range)
    case .qualified(let inner, let qualifiers): return check(inner, qualifiedBy: qualifiers, at: range, context)
    case .unary(let sign, let operand): return check(sign, operand, at: range, context)
    case .binary(let sign, let left, let right): return check(sign, left, right, at: range, context)
    case .between(let value, let low, let high):
      return check(value, between: low, and: high, at: range, context)
    case .oneOf(let value, let choices): return check(value, oneOf: choices, at: range, context)
    case .isMissing(let value, let negated):
      return CheckedExpression(.isMissing(check(value, context), negated: negated), type: .verdict, at: range)
    case .per(let value, let unit): return check(value, per: unit, at: range, context)
    case .conditional(let condition, let then, let otherwise):
      return check(if: condition, then: then, otherwise: otherwise, at: range, context)
    case .pipeline(let source, let verbs): return check(source, through: verbs, at: range, context)
    case .invalid: return invalid(at: range)
    }
  }

  // MARK: Literals

  private mutating func check(_ literal: QuantityLiteral, _ context: Context) -> CheckedExpression {
    if let problem = LiteralMeaning.problem(with: literal) { return reportInvalid(problem, at: literal.range) }
    let number = LiteralMeaning.hedgedNumber(literal)
    switch LiteralMeaning.unit(of: literal, in: units) {
    case .success(let unit):
      let isBare = literal.unit?.numerator == nil && !literal.number.isPercent
      return CheckedExpression(
        .quantity(number, unit), type: .quantity(QuantityType(unit: unit, isBare: isBare)), at: literal.range)
    case .failure(let diagnostic): return reportInvalid(diagnostic, at: literal.range)
    }
  }

  mutating func check(_ literal: TextLiteral) -> CheckedExpression { check(literal, .plain) }

  private mutating func check(_ literal: TextLiteral, _ context: Context) -> CheckedExpression {
    var segments: [CheckedTextSegment] = []
    for segment in literal.segments {
      switch segment {
      case .literal(let text): segments.append(.literal(text))
      case .expression(let expression): segments.append(.expression(check(expression, context)))
      }
    }
    return CheckedExpression(.text(segments), type: .text, at: literal.range)
  }

  private mutating func check(_ literal: TimeLiteral) -> CheckedExpression {
    switch LiteralMeaning.time(literal) {
    case .success(let time): return CheckedExpression(.time(time), type: .time, at: literal.range)
    case .failure(let diagnostic): return reportInvalid(diagnostic, at: literal.range)
    }
  }

  private mutating func check(variable name: String, at range: SourceRange) -> CheckedExpression {
    let folded = foldName(name)
    guard let variable = scope.variable(named: folded) else {
      return reportInvalid(unknownVariable(name, at: range), at: range)
    }
    return CheckedExpression(.variable(folded), type: variable.type, at: range)
  }

  // MARK: Times and qualifiers

  /// An expression after a time word: a time, a year in a variable or a column, or an entity that has one.
  mutating func checkTime(_ expression: Expression, besideColumnsOf shape: TableShape? = nil) -> CheckedExpression {
    let value = check(expression, Context(subject: nil, wantsTime: true, shape: shape))
    switch value.type {
    case .time, .unknown: return value
    case .quantity(let type) where type.isBare || type.unit == nil: return value
    case .entity(let kind):
      if let kind, !casebook.hasTime(kind) { return reportInvalid(noTimeOfItsOwn(value, kind), at: value.range) }
      return value
    case .claims(let property):
      if case .time = casebook[property].value { return value }
      return reportInvalid(wrongType(value, wanted: "a time", notes: timeHelp), at: value.range)
    default: return reportInvalid(wrongType(value, wanted: "a time", notes: timeHelp), at: value.range)
    }
  }

  private var timeHelp: [String] {
    ["a time is a year, a date, an interval such as 2006-12..2018-11, or a period such as calderon"]
  }

  private mutating func check(spanFrom first: Expression?, to last: Expression?, at range: SourceRange) -> CheckedExpression {
    let low = first.map { checkTime($0) }
    let high = last.map { checkTime($0) }
    return CheckedExpression(.span(low, high), type: .time, at: range)
  }

  mutating func check(_ qualifiers: [Qualifier], besideColumnsOf shape: TableShape? = nil) -> [CheckedQualifier] {
    qualifiers.map { qualifier in
      switch qualifier.kind {
      case .during(let time): return .during(checkTime(time, besideColumnsOf: shape))
      case .over(let time): return .over(checkTime(time))
      case .asOf(let time): return .asOf(checkTime(time))
      case .asStatedBy(let time): return .asStatedBy(checkTime(time))
      case .status(let word): return .status(LiteralMeaning.status(word))
      case .preferred: return .preferred
      case .latestStated: return .latestStated
      case .each: return .each
      }
    }
  }

  private mutating func check(_ inner: Expression, qualifiedBy qualifiers: [Qualifier], at range: SourceRange, _ context: Context)
    -> CheckedExpression
  {
    let value = check(inner, context)
    let checked = check(qualifiers, besideColumnsOf: context.shape)
    var type = value.type
    for case .status(let status) in checked {
      if case .quantity(var quantity) = type {
        quantity.status = status
        type = .quantity(quantity)
      }
    }
    return CheckedExpression(.qualified(value, checked), type: type, at: range)
  }

  // MARK: Calls

  private mutating func check(call callee: Expression, _ arguments: [Argument], at range: SourceRange, _ context: Context)
    -> CheckedExpression
  {
    switch callee.node {
    case .member(let base, let name): return check(member: name, of: base, arguments: arguments, at: range, context)
    case .name(let name):
      let folded = foldName(name.text)
      if let call = checkColumnCall(name, arguments, at: range, context) { return call }
      if let entry = scope.definition(named: folded) {
        switch entry.body {
        case .measure, .filter:
          guard context.hasSubject else { return reportInvalid(needsSubject(entry, at: range), at: range) }
          let subject = subject(at: range, context)
          return expression(for: entry, of: subject, arguments: arguments, at: range)
        case .comparison, .report, .hypotheses: return reportInvalid(notAValue(entry, at: range), at: range)
        }
      }
      guard let builtin = Builtin(rawValue: folded) else { return reportInvalid(unknownFunction(name), at: range) }
      return check(builtin, arguments, at: range, context)
    default:
      _ = check(callee, context)
      return reportInvalid(notCallable(at: callee.range), at: range)
    }
  }

  // MARK: The rest

  private mutating func check(
    if condition: Expression, then: Expression, otherwise: Expression, at range: SourceRange, _ context: Context
  )
    -> CheckedExpression
  {
    let test = checkCondition(condition, context)
    var yes = check(then, context)
    var no = check(otherwise, context)
    let type = unify(&yes, &no, verb: "chosen between", at: range)
    return CheckedExpression(.conditional(condition: test, then: yes, otherwise: no), type: type, at: range)
  }

  /// An expression that must be yes, no or maybe.
  mutating func checkCondition(_ expression: Expression, _ context: Context) -> CheckedExpression {
    let value = check(expression, context)
    // `where time in 2018` asks whether a date lies in it.
    if case .qualified(let date, let qualifiers) = value.node, date.type == .time, qualifiers.count == 1,
      case .during(let time)? = qualifiers.first
    {
      return CheckedExpression(.comparison(.equal, date, time), type: .verdict, at: value.range)
    }
    switch value.type {
    case .verdict, .unknown: return value
    case .claims(let property):
      if case .truth = casebook[property].value { return value }
      return reportInvalid(wrongType(value, wanted: "a yes, no or maybe", notes: conditionHelp), at: value.range)
    default: return reportInvalid(wrongType(value, wanted: "a yes, no or maybe", notes: conditionHelp), at: value.range)
    }
  }

  private var conditionHelp: [String] { ["compare it with something: `personnel > 10_000`, `name contains \"navy\"`"] }

  private mutating func check(_ value: Expression, per unit: UnitExpression, at range: SourceRange, _ context: Context)
    -> CheckedExpression
  {
    let checked = check(value, context)
    guard case .quantity(let type) = checked.type else {
      if checked.type == .unknown { return checked }
      return reportInvalid(wrongType(checked, wanted: "a quantity", notes: []), at: range)
    }
    if let problem = LiteralMeaning.problem(with: unit) { return reportInvalid(problem, at: unit.range) }
    switch LiteralMeaning.unit(unit, in: units) {
    case .failure(let diagnostic): return reportInvalid(diagnostic, at: range)
    case .success(let wanted):
      guard let found = type.unit else {
        return CheckedExpression(
          .inUnit(checked, wanted), type: .quantity(QuantityType(unit: nil, status: type.status)), at: range)
      }
      guard let display = found.rescaled(likeDenominatorOf: wanted) else {
        return reportInvalid(cannotGive(checked, in: unit, found: found), at: range)
      }
      return CheckedExpression(
        .inUnit(checked, display), type: .quantity(QuantityType(unit: display, status: type.status)), at: range)
    }
  }

  /// A pipeline. With `asRows`, what is selected becomes columns of a table, so that another table can be joined to it.
  mutating func check(
    _ source: Expression, through verbs: [PipelineVerb], asRows: Bool = false, at range: SourceRange, _ context: Context
  ) -> CheckedExpression {
    let collection = check(source, context)
    let kind: KindID?
    switch collection.type {
    case .entities(let found): kind = found
    case .unknown: return invalid(at: range)
    case .claims(let property):
      if case .entity(let found) = casebook[property].value { kind = found } else { kind = nil }
    case .claimRows: kind = nil
    case .rows(let shape): return check(rows: collection, shape, through: verbs, at: range)
    default:
      return reportInvalid(
        wrongType(collection, wanted: "a collection", notes: ["a pipeline begins with a collection such as `institutions`"]),
        at: range)
    }
    let end = asRows && !verbs.contains { if case .count = $0.kind { true } else { false } } ? verbs.count : nil
    if let first = verbs.firstIndex(where: \.kind.makesTable) ?? end {
      // What was selected becomes columns; everything else before it is asked of the entities.
      let before = Array(verbs[..<first])
      let selected = before.last { if case .select = $0.kind { true } else { false } }
      let rest = before.filter { if case .select = $0.kind { false } else { true } }
      let entities = rest.isEmpty ? collection : check(collection, through: rest, kind, at: collection.range)
      if entities.isInvalid { return entities }
      if case .claimRows(let claims) = entities.type {
        return check(claims: entities, claims, through: [selected].compactMap(\.self) + verbs[first...], at: range)
      }
      var columns: [SelectedColumn]?
      if case .select(let found)? = selected?.kind { columns = found }
      return check(entities: entities, kind, selecting: columns, through: verbs[first...], at: range)
    }
    return check(collection, through: verbs, kind, at: range)
  }

  /// Verbs that are asked of entities.
  private mutating func check(
    _ collection: CheckedExpression, through verbs: [PipelineVerb], _ kind: KindID?, at range: SourceRange
  )
    -> CheckedExpression
  {
    var row = Context(subject: kind, anyProperty: kind == nil)
    var type = StaticType.entities(kind)
    if case .claimRows = collection.type {
      row = Context(subject: nil, isOfClaims: true)
      type = collection.type
    }
    var checked: [CheckedVerb] = []
    for verb in verbs {
      switch verb.kind {
      case .where(let condition): checked.append(.where(checkCondition(condition, row)))
      case .select(let columns):
        checked.append(.select(columns.map { CheckedColumn(label: label($0.value, $0.label), value: check($0.value, row)) }))
        type = .table
      case .sort(let keys): checked.append(.sort(keys.map { (check($0.value, row), $0.isDescending) }))
      case .take(let number): checked.append(.take(wholeNumber(number)))
      case .skip(let number): checked.append(.skip(wholeNumber(number)))
      case .count:
        checked.append(.count)
        type = .quantity(QuantityType(unit: Unit.none, isBare: true))
      default: break
      }
    }
    return CheckedExpression(.pipeline(collection, checked), type: type, at: range)
  }

  /// A number of rows.
  mutating func wholeNumber(_ literal: NumberLiteral) -> Int {
    guard !literal.isPercent, let whole = Int(exactly: literal.value), whole >= 0 else {
      report(Diagnostic(.wrongType, "a whole number of rows is needed here", at: literal.range, "this is none"))
      return 0
    }
    return whole
  }

  /// What a column is called: its label, or the expression as it was written.
  mutating func label(_ value: Expression, _ label: TextLiteral?) -> String {
    if let label {
      if let plain = label.plain { return plain }
      report(Diagnostic(.wrongType, "a label holds no expression", at: label.range))
    }
    return spelled(value)
  }
}

extension PipelineVerb.Kind {
  /// Whether it needs rows with columns: on a collection it makes them.
  fileprivate var makesTable: Bool {
    switch self {
    case .where, .select, .sort, .take, .skip, .count: false
    default: true
    }
  }
}
