import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

extension Checker {
  mutating func check(_ sign: UnaryOperator, _ operand: Expression, at range: SourceRange, _ context: Context)
    -> CheckedExpression
  {
    switch sign {
    case .negate:
      let value = check(operand, context)
      guard let type = quantity(value) else { return invalid(at: range) }
      return CheckedExpression(.negate(value), type: .quantity(type), at: range)
    case .not: return CheckedExpression(.not(checkCondition(operand, context)), type: .verdict, at: range)
    case .surely: return CheckedExpression(.surely(checkCondition(operand, context)), type: .verdict, at: range)
    case .perhaps: return CheckedExpression(.perhaps(checkCondition(operand, context)), type: .verdict, at: range)
    }
  }

  mutating func check(_ sign: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange, _ context: Context)
    -> CheckedExpression
  {
    switch sign {
    case .and:
      return CheckedExpression(.and(checkCondition(left, context), checkCondition(right, context)), type: .verdict, at: range)
    case .or:
      return CheckedExpression(.or(checkCondition(left, context), checkCondition(right, context)), type: .verdict, at: range)
    case .add, .subtract: return check(sum: sign == .add ? .add : .subtract, left, right, at: range, context)
    case .multiply, .divide: return check(product: sign == .multiply ? .multiply : .divide, left, right, at: range, context)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return check(comparison: sign, left, right, at: range, context)
    case .contains, .startsWith, .endsWith:
      let test: TextTest = sign == .contains ? .contains : sign == .startsWith ? .startsWith : .endsWith
      let value = check(left, context)
      let pattern = check(right, context)
      for side in [value, pattern] where !isTextual(side.type) { report(wrongType(side, wanted: "a text", notes: [])) }
      return CheckedExpression(.textTest(test, value, pattern), type: .verdict, at: range)
    case .includes:
      return CheckedExpression(.includes(check(left, context), check(right, context)), type: .verdict, at: range)
    }
  }

  private func isTextual(_ type: StaticType) -> Bool {
    switch type {
    case .text, .unknown, .entity: return true
    case .claims(let property):
      switch casebook[property].value {
      case .text, .word: return true
      default: return false
      }
    default: return false
    }
  }

  /// The quantity type of an operand; nil, after a report, where it is none.
  private mutating func quantity(_ value: CheckedExpression) -> QuantityType? {
    switch value.type {
    case .quantity(let type): return type
    case .unknown:
      if case .invalid = value.node { return nil }
      return .any
    default:
      report(wrongType(value, wanted: "a quantity", notes: quantityHelp(value)))
      return nil
    }
  }

  private func quantityHelp(_ value: CheckedExpression) -> [String] {
    switch value.type {
    case .entity: return ["name one of its properties: `ENTITY.PROPERTY`; `describe ENTITY` lists them"]
    default: return []
    }
  }

  // MARK: Arithmetic

  private mutating func check(
    sum sign: ArithmeticOperator, _ left: Expression, _ right: Expression, at range: SourceRange, _ context: Context
  ) -> CheckedExpression {
    var first = check(left, context)
    var second = check(right, context)
    guard let firstType = quantity(first), let secondType = quantity(second) else { return invalid(at: range) }
    var type = QuantityType(unit: nil, status: firstType.status ?? secondType.status)
    if let one = firstType.status, let other = secondType.status, one != other {
      guard setsStatusAside else { return reportInvalid(statusMismatch(sign, first, one, second, other), at: range) }
      // What is both planned and actual is neither.
      type.status = nil
    }
    if let one = firstType.unit, let other = secondType.unit {
      guard let unit = meet(&first, one, firstType.isBare, &second, other, secondType.isBare) else {
        return reportInvalid(unitMismatch(sign, first, one, second, other), at: range)
      }
      type.unit = (sign == .add ? one.sum(with: other) : one.difference(from: other)) ?? unit
      type.isBare = firstType.isBare && secondType.isBare
    }
    return CheckedExpression(.arithmetic(sign, first, second), type: .quantity(type), at: range)
  }

  private mutating func check(
    product sign: ArithmeticOperator, _ left: Expression, _ right: Expression, at range: SourceRange, _ context: Context
  ) -> CheckedExpression {
    let first = check(left, context)
    let second = check(right, context)
    guard let firstType = quantity(first), let secondType = quantity(second) else { return invalid(at: range) }
    var type = QuantityType(unit: nil)
    // Planned over actual is a ratio of unlike statuses: neither planned nor actual.
    if firstType.status == secondType.status || secondType.status == nil {
      type.status = firstType.status
    } else if firstType.status == nil {
      type.status = secondType.status
    }
    if let one = firstType.unit, let other = secondType.unit {
      type.unit = sign == .multiply ? one.times(other) : one.over(other)
      type.isBare = firstType.isBare && secondType.isBare
    }
    return CheckedExpression(.arithmetic(sign, first, second), type: .quantity(type), at: range)
  }

  /// The unit in which two operands meet: a bare number takes the other's; nil where they don't fit.
  mutating func meet(
    _ first: inout CheckedExpression, _ one: Unit, _ firstIsBare: Bool, _ second: inout CheckedExpression, _ other: Unit,
    _ secondIsBare: Bool
  ) -> Unit? {
    if one.isCompatible(with: other) { return one }
    if secondIsBare, let unit = other.completed(by: one) {
      second = adopt(second, unit)
      return one
    }
    if firstIsBare, let unit = one.completed(by: other) {
      first = adopt(first, unit)
      return other
    }
    return nil
  }

  private func adopt(_ value: CheckedExpression, _ unit: Unit) -> CheckedExpression {
    CheckedExpression(.adoptUnit(value, unit), type: .quantity(QuantityType(unit: unit)), at: value.range)
  }

  // MARK: Comparison

  private mutating func check(
    comparison sign: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange, _ context: Context
  ) -> CheckedExpression {
    guard let comparison = ComparisonOperator(sign) else { return invalid(at: range) }
    var first = check(left, context)
    var second = check(right, heldAgainst: first, context)
    if first.isInvalid || second.isInvalid { return invalid(at: range) }
    guard comparable(&first, &second, at: range, ordering: comparison.isOrdering) else { return invalid(at: range) }
    return CheckedExpression(.comparison(comparison, first, second), type: .verdict, at: range)
  }

  /// Whether two values may be compared, with bare numbers given the other's unit. Reports where they may not.
  private mutating func comparable(
    _ first: inout CheckedExpression, _ second: inout CheckedExpression, at range: SourceRange, ordering: Bool
  ) -> Bool {
    switch (first.type, second.type) {
    case (.unknown, _), (_, .unknown): return true
    case (.quantity(let one), .quantity(let other)):
      guard let unit = one.unit, let otherUnit = other.unit else { return true }
      if meet(&first, unit, one.isBare, &second, otherUnit, other.isBare) != nil { return true }
      report(incomparable(first, unit, second, otherUnit))
      return false
    case (.claims(let property), let other), (let other, .claims(let property)):
      return fits(casebook[property].value, other) || reportIncomparable(first, second, at: range)
    case (.text, .text), (.time, .time), (.verdict, .verdict): return true
    case (.time, .quantity(let bare)), (.quantity(let bare), .time):
      return bare.isBare || reportIncomparable(first, second, at: range)
    case (.entity, .entity), (.text, .entity), (.entity, .text):
      return !ordering || reportIncomparable(first, second, at: range)
    default: return reportIncomparable(first, second, at: range)
    }
  }

  private func fits(_ value: ValueType, _ other: StaticType) -> Bool {
    switch (value, other) {
    case (_, .unknown), (_, .claims): return true
    case (.text, .text), (.word, .text), (.time, .time), (.time, .entity), (.truth, .verdict), (.entity, .entity),
      (.entity, .text),
      (.word, .entity):
      return true
    case (.time, .quantity(let bare)): return bare.isBare
    default: return false
    }
  }

  private mutating func reportIncomparable(_ first: CheckedExpression, _ second: CheckedExpression, at range: SourceRange) -> Bool
  {
    report(
      Diagnostic(
        .wrongType, "\(first.type.description) cannot be compared with \(second.type.description)", at: first.range,
        first.type.description, also: [Diagnostic.Label(second.range, second.type.description)],
        notes: [
          "like is compared with like: two quantities, two texts, two times; `describe` says what the values of a property are"
        ]))
    return false
  }

  mutating func check(
    _ value: Expression, between low: Expression, and high: Expression, at range: SourceRange, _ context: Context
  )
    -> CheckedExpression
  {
    var middle = check(value, context)
    var bottom = check(low, context)
    var top = check(high, context)
    guard comparable(&middle, &bottom, at: range, ordering: true), comparable(&middle, &top, at: range, ordering: true) else {
      return invalid(at: range)
    }
    return CheckedExpression(.between(middle, bottom, top), type: .verdict, at: range)
  }

  mutating func check(_ value: Expression, oneOf choices: [Expression], at range: SourceRange, _ context: Context)
    -> CheckedExpression
  {
    var subject = check(value, context)
    var checked: [CheckedExpression] = []
    for choice in choices {
      var candidate = check(choice, heldAgainst: subject, context)
      if candidate.isInvalid { return invalid(at: range) }
      guard comparable(&subject, &candidate, at: range, ordering: false) else { return invalid(at: range) }
      checked.append(candidate)
    }
    return CheckedExpression(.oneOf(subject, checked), type: .verdict, at: range)
  }

  /// The common type of two values, one of which will be the result.
  mutating func unify(_ first: inout CheckedExpression, _ second: inout CheckedExpression, verb: String, at range: SourceRange)
    -> StaticType
  {
    if first.type == second.type { return first.type }
    switch (first.type, second.type) {
    case (.unknown, let other), (let other, .unknown): return other
    case (.quantity(let one), .quantity(let other)):
      guard let unit = one.unit, let otherUnit = other.unit else { return .quantity(.any) }
      guard let met = meet(&first, unit, one.isBare, &second, otherUnit, other.isBare) else {
        report(incomparable(first, unit, second, otherUnit))
        return .unknown
      }
      return .quantity(QuantityType(unit: met, status: one.status == other.status ? one.status : nil))
    case (.entity, .entity): return .entity(nil)
    default:
      report(
        Diagnostic(
          .wrongType, "\(first.type.description) and \(second.type.description) cannot be \(verb)", at: first.range,
          first.type.description,
          also: [Diagnostic.Label(second.range, second.type.description)]))
      return .unknown
    }
  }

  // MARK: Functions

  mutating func check(_ builtin: Builtin, _ arguments: [Argument], at range: SourceRange, _ context: Context) -> CheckedExpression
  {
    // `count(TABLE where …)` counts the rows that a pipeline would choose.
    if builtin == .count, arguments.count == 1, let condition = arguments[0].condition, arguments[0].within.isEmpty {
      let chosen = Expression(.pipeline(arguments[0].value, [PipelineVerb(.where(condition), at: condition.range)]), at: range)
      return check(builtin, [Argument(value: chosen)], at: range, context)
    }
    var positional: [CheckedExpression] = []
    var from: CheckedExpression?
    if refuseRest(of: arguments) { return invalid(at: range) }
    for argument in arguments {
      let value = check(argument.value, context)
      switch argument.name.map({ foldName($0.text) }) {
      case nil: positional.append(value)
      case "from" where builtin == .change: from = value
      default: return reportInvalid(wrongArguments(builtin, at: argument.name?.range ?? range), at: range)
      }
    }
    if positional.contains(where: \.isInvalid) || from?.isInvalid == true { return invalid(at: range) }
    guard builtin.accepts(positional.count, hasFrom: from != nil) else {
      return reportInvalid(wrongArguments(builtin, at: range), at: range)
    }
    if let from, from.type != .extreme {
      return reportInvalid(wrongType(from, wanted: "low_point or peak", notes: [builtin.signature]), at: range)
    }
    guard let type = resultType(of: builtin, positional, at: range) else { return invalid(at: range) }
    return CheckedExpression(.call(builtin, positional + (from.map { [$0] } ?? [])), type: type, at: range)
  }

  private mutating func resultType(of builtin: Builtin, _ values: [CheckedExpression], at range: SourceRange) -> StaticType? {
    switch builtin {
    case .change, .ratio, .share, .difference:
      let types = values.compactMap { quantity($0) }
      guard types.count == values.count else { return nil }
      if types.count == 2, let one = types[0].unit, let other = types[1].unit {
        var (first, second) = (values[0], values[1])
        guard meet(&first, one, types[0].isBare, &second, other, types[1].isBare) != nil else {
          report(incomparable(first, one, second, other))
          return nil
        }
      }
      return .quantity(QuantityType(unit: builtin == .difference ? types[0].unit : builtin == .ratio ? Unit.none : Unit.percent))
    case .low, .best, .high, .latest, .earliest:
      guard let value = values.first, let type = quantity(value) else { return nil }
      return .quantity(type)
    case .name, .title, .kind:
      switch values[0].type {
      case .entity, .unknown: return .text
      default:
        report(wrongType(values[0], wanted: "an entity", notes: []))
        return nil
      }
    case .count:
      switch values[0].type {
      case .entities, .unknown, .table, .claims, .claimRows, .rows: return .quantity(QuantityType(unit: Unit.none, isBare: true))
      default:
        report(wrongType(values[0], wanted: "a collection", notes: ["for example `count(criminal_groups)`"]))
        return nil
      }
    case .year:
      switch values[0].type {
      case .time, .entity, .unknown, .claims: return .quantity(QuantityType(unit: Unit.none, isBare: true))
      default:
        report(wrongType(values[0], wanted: "a time", notes: []))
        return nil
      }
    }
  }
}

extension CheckedExpression {
  /// Whether something was already reported about it.
  var isInvalid: Bool {
    if case .invalid = node { return true }
    return false
  }
}

extension ComparisonOperator {
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }

  /// Whether it asks which is greater, not only whether two are the same.
  var isOrdering: Bool { self != .equal && self != .notEqual }
}
