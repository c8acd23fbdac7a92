import Evidence
import Glibc

extension Binder {
  /// A number of two. Throws `wrongStep` for what is no number, and for units that cannot meet.
  func arithmetic(_ sign: ArithmeticOperator, _ left: Bound, _ right: Bound) throws -> Bound {
    let slots = left.slots.union(right.slots)
    if left.constant == .missing || right.constant == .missing {
      return Bound(ColumnDescription("", .real), slots: slots) { .missing(.real, count: $0.rowCount) }
    }
    try Self.requireNumber(left, "‘\(sign.rawValue)’")
    try Self.requireNumber(right, "‘\(sign.rawValue)’")
    let adds = sign == .plus || sign == .minus
    let right = adds ? try converted(right, toMeet: left) : right
    var description = ColumnDescription("", .real)
    description.sort = Self.sort(sign, left, right)
    switch sign {
    case .plus, .minus, .remainder:
      description.unit = left.description.unit == .none ? right.description.unit : left.description.unit
    case .times: description.unit = left.description.unit.times(right.description.unit)
    case .over: description.unit = left.description.unit.over(right.description.unit)
    case .power: break
    }
    if left.type == .quantity || right.type == .quantity {
      description.type = .quantity
      guard sign != .power, sign != .remainder else {
        throw TableError.wrongStep("‘\(sign.rawValue)’ is not for numbers with bounds")
      }
      return Bound(description, slots: slots) {
        .quantity(Self.quantityArithmetic(sign, try left.evaluate($0).quantities(), try right.evaluate($0).quantities()))
      }
    }
    if left.type == .integer, right.type == .integer, sign != .over, sign != .power {
      description.type = .integer
      return Bound(description, slots: slots) { batch in
        guard let one = try left.evaluate(batch).wholes(), let other = try right.evaluate(batch).wholes() else {
          return .missing(.integer, count: batch.rowCount)
        }
        return .integer64(try Self.wholeArithmetic(sign, one, other))
      }
    }
    return Bound(description, slots: slots) { batch in
      let (one, other) = (try left.evaluate(batch).reals(), try right.evaluate(batch).reals())
      return .real(Self.realArithmetic(sign, one, other))
    }
  }

  /// How the result of an operator adds up.
  private static func sort(_ sign: ArithmeticOperator, _ left: Bound, _ right: Bound) -> SortOfQuantity? {
    if right.constant != nil { return left.description.sort }
    if left.constant != nil, sign != .over { return right.description.sort }
    switch sign {
    case .plus, .minus: return left.description.sort == right.description.sort ? left.description.sort : nil
    case .over: return .rate
    case .times, .power, .remainder: return nil
    }
  }

  private static func wholeArithmetic(_ sign: ArithmeticOperator, _ left: [Int64], _ right: [Int64]) throws -> [Int64] {
    try left.indices.map { row in
      let (one, other) = (left[row], right[row])
      guard one != .min, other != .min else { return .min }
      let result: (partialValue: Int64, overflow: Bool) =
        switch sign {
        case .plus: one.addingReportingOverflow(other)
        case .minus: one.subtractingReportingOverflow(other)
        case .times: one.multipliedReportingOverflow(by: other)
        default: remainder(one, other)
        }
      guard !result.overflow, result.partialValue != .min || sign == .remainder else {
        throw TableError.wrongStep(
          "a whole number grows too large", notes: ["multiply one of the two by 1.0 to go on with real numbers"])
      }
      return result.partialValue
    }
  }

  /// With the sign of the divisor; missing for a divisor of zero.
  private static func remainder(_ left: Int64, _ right: Int64) -> (partialValue: Int64, overflow: Bool) {
    guard right != 0 else { return (.min, false) }
    guard right != -1 else { return (0, false) }
    let rest = left % right
    return (rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest, false)
  }

  private static func realArithmetic(_ sign: ArithmeticOperator, _ left: [Double], _ right: [Double]) -> [Double] {
    switch sign {
    case .plus: left.indices.map { finite(left[$0] + right[$0]) }
    case .minus: left.indices.map { finite(left[$0] - right[$0]) }
    case .times: left.indices.map { finite(left[$0] * right[$0]) }
    case .over: left.indices.map { finite(left[$0] / right[$0]) }
    case .power: left.indices.map { finite(pow(left[$0], right[$0])) }
    case .remainder: left.indices.map { finite(left[$0] - right[$0] * (left[$0] / right[$0]).rounded(.down)) }
    }
  }

  /// What is no finite number is missing.
  @inline(__always) static func finite(_ value: Double) -> Double { value.isFinite ? value : .nan }

  // MARK: Units

  /// In the unit of another formula, so that the two can be added or compared. Bare numbers take the unit of what they meet.
  func converted(_ bound: Bound, toMeet other: Bound) throws -> Bound {
    let (unit, wanted) = (bound.description.unit, other.description.unit)
    guard bound.isNumber, unit != .none, wanted != .none, unit != wanted else { return bound }
    if let factor = unit.conversion(to: wanted) { return scaled(bound, by: factor, unit: wanted) }
    guard unit.meeting(wanted) != nil else {
      throw TableError.wrongStep("\(Self.naming(bound)) and \(Self.naming(other)) measure different things")
    }
    return bound
  }

  /// The same figure in another unit; a bare number is taken to be in it already, a bare quotient is given for so many of its divisor.
  func given(_ operand: Bound, in unit: Unit) throws -> Bound {
    try Self.requireNumber(operand, "a unit")
    let own = operand.description.unit
    if let factor = own.conversion(to: unit) { return scaled(operand, by: factor, unit: unit) }
    let isQuotient = operand.description.sort == .rate && operand.description.name.isEmpty
    if own == .none { return scaled(operand, by: isQuotient ? unit.perCount : 1, unit: unit) }
    // A quotient of a bare number lacks what is counted.
    if own.numerator == .none, own.denominator.isCompatible(with: unit.denominator) {
      return scaled(operand, by: unit.perCount / own.perCount, unit: unit)
    }
    throw TableError.wrongStep("\(Self.naming(operand)) measures something else than this unit")
  }

  private func scaled(_ bound: Bound, by factor: Double, unit: Unit) -> Bound {
    var result = bound
    result.description.unit = unit
    guard factor != 1 else { return result }
    let isQuantity = bound.type == .quantity
    result.description.type = isQuantity ? .quantity : .real
    result.constant = nil
    result.evaluate = { batch in
      let column = try bound.evaluate(batch)
      guard isQuantity else { return .real(column.reals().map { Self.finite($0 * factor) }) }
      var cells = column.quantities()
      cells.low = cells.low.map { $0 * factor }
      cells.best = cells.best.map { $0 * factor }
      cells.high = cells.high.map { $0 * factor }
      return .quantity(cells)
    }
    result.select = nil
    return result
  }

  // MARK: Shares and changes

  /// The first ÷ the second, a number without a unit.
  func share(_ part: Bound, _ whole: Bound) throws -> Bound {
    var bound = try arithmetic(.over, part, try converted(whole, toMeet: part))
    bound.description.sort = .share
    bound.description.unit = .none
    return bound
  }

  /// Later ÷ earlier − 1: the form in which each of the two stands once, so that bounds are as narrow as the truth.
  func change(_ earlier: Bound, _ later: Bound) throws -> Bound {
    let ratio = try share(later, earlier)
    var bound = try arithmetic(.minus, ratio, try Self.constant(1))
    bound.description.sort = .share
    bound.description.unit = .none
    return bound
  }

  private static func constant(_ value: Double) throws -> Bound {
    Bound(ColumnDescription("", .real), constant: .number(value), slots: []) {
      .real([Double](repeating: value, count: $0.rowCount))
    }
  }

  // MARK: Functions

  /// A function of numbers. Throws `wrongStep` for a wrong number of arguments and for what is no number.
  func numberFunction(_ function: NumberFunction, _ arguments: [Bound]) throws -> Bound {
    let counts: ClosedRange<Int> =
      switch function {
      case .round: 1...2
      case .smaller, .greater: 2...1_000
      default: 1...1
      }
    guard counts.contains(arguments.count) else { throw Self.wrongArguments(function.rawValue, counts) }
    for argument in arguments { try Self.requireNumber(argument, function.rawValue) }
    if function == .smaller || function == .greater {
      return try arguments.dropFirst().reduce(arguments[0]) { try extreme(function, $0, $1) }
    }
    let operand = arguments[0]
    let slots: Set<Int> = arguments.reduce(into: []) { $0.formUnion($1.slots) }
    var description = operand.description
    description.name = ""
    let decimals: Double
    if case .number(let value)? = arguments.count > 1 ? arguments[1].constant : .number(0) {
      decimals = max(-300, min(value.rounded(), 300))
    } else {
      throw TableError.wrongStep("round takes a plain number of decimals")
    }
    let function = function
    let apply: @Sendable (Double) -> Double = { Self.apply(function, $0, decimals: decimals) }
    if [.log, .log10, .log2, .exponential, .squareRoot].contains(function) {
      (description.sort, description.unit) = (nil, .none)
    }
    if operand.type == .quantity {
      return Bound(description, slots: slots) { .quantity(Self.apply(function, try operand.evaluate($0).quantities(), apply)) }
    }
    let staysWhole =
      operand.type == .integer && [.round, .floor, .ceiling, .absolute, .negated].contains(function) && decimals >= 0
    description.type = staysWhole ? .integer : .real
    return Bound(description, slots: slots) { batch in
      let column = try operand.evaluate(batch)
      if staysWhole, let cells = column.wholes() {
        guard function == .absolute || function == .negated else { return column }
        // The least number is the missing cell, so that every other has one with the other sign.
        return .integer64(cells.map { $0 == .min ? .min : function == .negated ? 0 - $0 : abs($0) })
      }
      return .real(column.reals().map { Self.finite(apply($0)) })
    }
  }

  private static func apply(_ function: NumberFunction, _ value: Double, decimals: Double) -> Double {
    switch function {
    case .round:
      let scale = pow(10, abs(decimals))
      let scaled = decimals < 0 ? value / scale : value * scale
      // A number that large has no decimals to lose.
      guard scaled.isFinite else { return value }
      let rounded = scaled.rounded(.toNearestOrAwayFromZero)
      return decimals < 0 ? rounded * scale : rounded / scale
    case .floor: return value.rounded(.down)
    case .ceiling: return value.rounded(.up)
    case .absolute: return abs(value)
    case .log: return value > 0 ? Glibc.log(value) : .nan
    case .log10: return value > 0 ? Glibc.log10(value) : .nan
    case .log2: return value > 0 ? Glibc.log2(value) : .nan
    case .exponential: return exp(value)
    case .squareRoot: return value >= 0 ? value.squareRoot() : .nan
    case .negated: return -value
    case .smaller, .greater: return value
    }
  }

  private func extreme(_ function: NumberFunction, _ left: Bound, _ right: Bound) throws -> Bound {
    let right = try converted(right, toMeet: left)
    var description = left.description
    description.name = ""
    let slots = left.slots.union(right.slots)
    let isSmaller = function == .smaller
    let choose: @Sendable (Double, Double) -> Double = { one, other in
      if one.isNaN || other.isNaN { return .nan }
      return isSmaller ? Swift.min(one, other) : Swift.max(one, other)
    }
    if left.type == .quantity || right.type == .quantity {
      description.type = .quantity
      return Bound(description, slots: slots) { batch in
        let (one, other) = (try left.evaluate(batch).quantities(), try right.evaluate(batch).quantities())
        return .quantity(
          QuantityColumn(
            low: one.low.indices.map { choose(one.low[$0], other.low[$0]) },
            best: one.low.indices.map { choose(one.best[$0], other.best[$0]) },
            high: one.low.indices.map { choose(one.high[$0], other.high[$0]) }))
      }
    }
    if left.type == .integer, right.type == .integer {
      return Bound(description, slots: slots) { batch in
        guard let one = try left.evaluate(batch).wholes(), let other = try right.evaluate(batch).wholes() else {
          return .missing(.integer, count: batch.rowCount)
        }
        return .integer64(
          one.indices.map { row -> Int64 in
            if one[row] == .min || other[row] == .min { return .min }
            return isSmaller ? Swift.min(one[row], other[row]) : Swift.max(one[row], other[row])
          })
      }
    }
    description.type = .real
    return Bound(description, slots: slots) { batch in
      let (one, other) = (try left.evaluate(batch).reals(), try right.evaluate(batch).reals())
      return .real(one.indices.map { choose(one[$0], other[$0]) })
    }
  }
}
