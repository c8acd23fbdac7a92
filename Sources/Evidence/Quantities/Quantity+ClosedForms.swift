/// Formulas in which an operand would stand twice, brought to a form in which it stands once. Bounds don't know that both places hold the
/// same value, so only then are they as narrow as the truth: from 100–120 to 50–60, (b − a) ÷ a on the ends gives −70 % to −33 %, and
/// b ÷ a − 1 the true −58 % to −40 %.
extension Quantity {
  /// How many times the second the first is. In one unit it is a bare number.
  public static func ratio(_ left: Quantity, _ right: Quantity) throws(ArithmeticError) -> Quantity {
    guard let unit = left.unit.meeting(right.unit) else { return try divide(left, right) }
    return try divide(try left.given(in: unit), try right.given(in: unit))
  }

  /// What part of a whole something is, in percent. Throws `unitMismatch` unless both are of one dimension.
  public static func share(of part: Quantity, in whole: Quantity) throws(ArithmeticError) -> Quantity {
    guard part.unit.isCompatible(with: whole.unit) else { throw .unitMismatch(part.unit, whole.unit) }
    return try ratio(part, whole).given(in: .percent)
  }

  /// By what part of the earlier figure the later one differs from it, in percent: later ÷ earlier − 1. Throws `unitMismatch` unless both
  /// are of one dimension. A figure that is below zero to begin with makes the sign hard to read; it is that of the formula.
  public static func change(from earlier: Quantity, to later: Quantity) throws(ArithmeticError) -> Quantity {
    guard let unit = earlier.unit.meeting(later.unit) else { throw .unitMismatch(earlier.unit, later.unit) }
    let (earlier, later) = (try earlier.given(in: unit), try later.given(in: unit))
    let one = Bounds(-1)
    let change = try combine(later, earlier, unit: .none) { (numerator, divisor) throws(ArithmeticError) in
      try numerator.over(divisor).plus(one)
    } ofBest: {
      $1 == 0 ? nil : ($0 - $1) / $1
    } precision: { value in
      // The digits are those of (b − a) ÷ a: what the two have in common says nothing about how far they lie apart.
      let difference = zip2(later.typicalValue, earlier.typicalValue).map { $0 - $1 }
      let ofDifference = Precision.ofSum(later.precision, earlier.precision, value: difference)
      return Precision.ofProduct(ofDifference, earlier.precision, value: value)
    }
    return try change.given(in: .percent)
  }

  private static func zip2(_ one: Double?, _ other: Double?) -> (Double, Double)? {
    guard let one, let other else { return nil }
    return (one, other)
  }
}
