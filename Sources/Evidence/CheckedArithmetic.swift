/// The places where numbers could leave the range of their type, in one file. Nothing here traps.
extension Double {
  /// The largest magnitude below which every whole number is a Double of its own: 2⁵³.
  static let largestExactInteger = 9_007_199_254_740_992.0

  /// Whether it is a whole number that stands for itself alone and not for a rounded neighbour.
  var isExactInteger: Bool { magnitude <= Self.largestExactInteger && self == rounded(.towardZero) }

  /// Zero without a sign, so that equal bounds hash alike.
  var withoutNegativeZero: Double { self == 0 ? 0 : self }

  /// The power of ten of its first digit: 2 for 123, −2 for 0.012. Zero and what is not finite have none.
  var decimalExponent: Int? {
    guard isFinite, self != 0 else { return nil }
    // log10(2) = 0.30103 gives the power or the one below it; the comparisons settle which.
    var power = Int((Double(magnitude.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    while power < 308, Double.powerOfTen(power + 1) <= magnitude { power += 1 }
    while power > -324, Double.powerOfTen(power) > magnitude { power -= 1 }
    return power
  }

  /// 10 to a power, the nearest Double; zero below −324, infinite above 308.
  static func powerOfTen(_ power: Int) -> Double {
    if power > 308 { return .infinity }
    return power < -324 ? 0 : powersOfTen[power + 324]
  }

  /// From 10⁻³²⁴ up. Read from text, since repeated multiplication is off by a digit beyond 10²².
  private static let powersOfTen = (-324...308).map { Double("1e\($0)") ?? 0 }

  /// This to a whole power by repeated multiplication; may be infinite or zero, which callers check.
  func raised(to power: Int) -> Double {
    var result = 1.0
    for _ in 0..<Swift.min(power.magnitude, 1_024) { result *= self }
    return power < 0 ? 1 / result : result
  }
}

extension Int {
  /// The sum, held at the ends of a range where it would leave it.
  func adding(_ other: Int, heldWithin limits: ClosedRange<Int>) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { return other > 0 ? limits.upperBound : limits.lowerBound }
    return Swift.min(Swift.max(sum, limits.lowerBound), limits.upperBound)
  }

  /// The whole number that a Double is, if it is one.
  init?(whole value: Double) {
    guard value.isFinite else { return nil }
    self.init(exactly: value)
  }
}
