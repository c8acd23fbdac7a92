extension Quantity {
  /// The sum, in the unit in which both can be given. It has a best figure if both have one.
  public static func add(_ left: Quantity, _ right: Quantity) throws(ArithmeticError) -> Quantity {
    guard let unit = left.unit.sum(with: right.unit) else { throw .unitMismatch(left.unit, right.unit) }
    return try sum(try left.given(asPartOf: unit), try right.given(asPartOf: unit), unit)
  }

  /// The difference. Two percentages lie percentage points apart.
  public static func subtract(_ left: Quantity, _ right: Quantity) throws(ArithmeticError) -> Quantity {
    guard let unit = left.unit.difference(from: right.unit) else { throw .unitMismatch(left.unit, right.unit) }
    return try sum(try left.given(asPartOf: unit), try right.given(asPartOf: unit).negated(), unit)
  }

  /// The product; units multiply.
  public static func multiply(_ left: Quantity, _ right: Quantity) throws(ArithmeticError) -> Quantity {
    try product(left, right, left.unit.times(right.unit), scale: left.unit.scale * right.unit.scale) {
      (one, other) throws(ArithmeticError) in
      try one.times(other)
    } ofBest: {
      $0 * $1
    }
  }

  /// The quotient; units divide.
  ///
  /// A divisor that is zero in every world throws `divisionByZero`. Of one that is zero in some, the result holds the quotients of all
  /// the others: 5 ÷ [0, 2] is [2.5, ∞), and where the divisor may have either sign nothing bounds the quotient.
  public static func divide(_ left: Quantity, _ right: Quantity) throws(ArithmeticError) -> Quantity {
    try product(left, right, left.unit.over(right.unit), scale: left.unit.scale / right.unit.scale) {
      (one, other) throws(ArithmeticError) in
      try one.over(other)
    } ofBest: {
      $1 == 0 ? nil : $0 / $1
    }
  }

  /// The same with the other sign.
  public func negated() -> Quantity {
    Quantity(
      bounds.negated, lowIsSoft: highIsSoft, highIsSoft: lowIsSoft, best: best.map { -$0 }, unit: unit, precision: precision)
  }

  // MARK: Within the module

  /// What two quantities come to. An end is soft if it would lie elsewhere without the soft ends of the operands; that is found by
  /// combining them a second time without those.
  static func combine(
    _ left: Quantity, _ right: Quantity, unit: Unit, factor: Double = 1,
    _ operation: (Bounds, Bounds) throws(ArithmeticError) -> Bounds, ofBest: (Double, Double) -> Double?,
    precision: (Double?) -> Precision
  ) throws(ArithmeticError) -> Quantity {
    var bounds = try operation(left.bounds, right.bounds)
    var hard = bounds
    if left.isSoft || right.isSoft { hard = try operation(left.hardBounds, right.hardBounds) }
    var best: Double?
    if let first = left.best, let second = right.best { best = ofBest(first, second) }
    if factor != 1 {
      bounds = try bounds.times(Bounds(factor))
      hard = try hard.times(Bounds(factor))
      best = best.map { $0 * factor }
    }
    if let best, !best.isFinite { throw .overflow }
    return Quantity(
      bounds, lowIsSoft: hard.low != bounds.low, highIsSoft: hard.high != bounds.high, best: best, unit: unit,
      precision: precision(best ?? bounds.typicalValue))
  }

  /// A sum of quantities that are given in one unit already.
  static func sum(_ left: Quantity, _ right: Quantity, _ unit: Unit) throws(ArithmeticError) -> Quantity {
    try combine(left, right, unit: unit) { (one, other) throws(ArithmeticError) in
      try one.plus(other)
    } ofBest: {
      $0 + $1
    } precision: {
      Precision.ofSum(left.precision, right.precision, value: $0)
    }
  }

  private static func product(
    _ left: Quantity, _ right: Quantity, _ unit: Unit, scale: Double,
    _ operation: (Bounds, Bounds) throws(ArithmeticError) -> Bounds, ofBest: (Double, Double) -> Double?
  ) throws(ArithmeticError) -> Quantity {
    let factor = scale / unit.scale
    guard !unit.isTooHigh, factor.isFinite, factor > 0 else { throw .overflow }
    return try combine(left, right, unit: unit, factor: factor, operation, ofBest: ofBest) {
      Precision.ofProduct(left.precision, right.precision, value: $0)
    }
  }

  /// In the unit of a sum; a percentage and percentage points are steps of one size.
  private func given(asPartOf sum: Unit) throws(ArithmeticError) -> Quantity {
    if unit == sum || unit == .percentagePoints || sum == .percentagePoints { return adopting(sum) }
    return try given(in: sum)
  }
}
