/// How many digits of a number its sources support.
///
/// The rules are those of significant figures: a product or quotient has as many as the operand with the fewest, a sum or difference
/// ends at the place of the operand that ends first, exact numbers limit neither. Where a result has bounds, *Guide to the Expression of
/// Uncertainty in Measurement* (JCGM 100:2008, 7.2.6) limits it further: an uncertainty is given with two digits at most, and the
/// estimate ends at the same place; printing sees to that.
///
/// - A whole number without a hedge, of things that are counted or of nothing, is **exact**. Sums and products of exact numbers stay so
///   and are printed in full: 40,000 − 1,200 is 38,800.
/// - A quotient of exact numbers may have digits without end, so it is given with as many as the shorter of the two has without its
///   trailing zeros, three at least: 220,000 ÷ 150 is about 1,470, and 21 ÷ 103 about 20.4 %.
/// - A hedged whole number counts in the same way: nobody knows whether the zeros of "about 15,000" were rounded.
/// - A whole number without a hedge of what is measured has the digits that were printed, two at least: a year of training was not rounded
///   from anything between half a year and one and a half, and against 2 weeks it is about 26 times as long, not about 30.
/// - A number printed with decimals has all the digits that were printed, zeros too, and results that it limits show their zeros.
public struct Precision: Hashable, Sendable {
  private let digits: UInt8
  private let places: Int16
  private let flags: Flags

  private struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let exact = Flags(rawValue: 1)
    static let limited = Flags(rawValue: 2)
    static let zeros = Flags(rawValue: 4)
    static let printed = Flags(rawValue: 8)
  }

  private init(digits: Int, places: Int, _ flags: Flags) {
    self.digits = UInt8(clamping: digits)
    self.places = Int16(clamping: places)
    self.flags = flags
  }

  /// Whether it is a whole number that limits nothing.
  public var isExactCount: Bool { flags.contains(.exact) }

  /// How many digits count; nil where nothing limits them.
  public var significantDigits: Int? { flags.contains(.limited) ? Int(digits) : nil }

  /// The place after the decimal point at which the digits end, below zero for tens and hundreds; nil where nothing limits them.
  public var decimals: Int? { flags.contains(.limited) ? Int(places) : nil }

  /// Whether zeros at the end are digits that the sources support.
  var keepsZeros: Bool { flags.contains(.zeros) }

  /// Whether it is the number that a source printed, to be printed again as it was.
  var isAsPrinted: Bool { flags.contains(.printed) }

  /// Digits without end: what nothing limits.
  public static let unlimited = Precision(digits: 0, places: 0, [])

  /// The fewest digits that a whole number is taken to have.
  private static let fewest = 3

  /// The same for a whole number without a hedge of what is measured, not counted.
  private static let fewestOfMeasured = 2

  /// A whole number that limits nothing.
  public static func exact(_ value: Double) -> Precision {
    Precision(digits: digitsThatCount(value), places: 0, .exact)
  }

  /// A number as a source printed it, not exact.
  static func printed(_ number: Number, isHedged: Bool) -> Precision {
    let exponent = number.value.decimalExponent ?? 0
    if number.decimals > 0 {
      let digits = Swift.max(1, exponent + 1 + number.decimals)
      return Precision(digits: digits, places: number.decimals, [.limited, .zeros, .printed])
    }
    var digits = digitsThatCount(number.value)
    if !isHedged { digits = Swift.min(digits, Swift.max(fewestOfMeasured, exponent + 1)) }
    // One digit was printed, and is printed again without the zero that counts with it.
    let isShort = !isHedged && exponent + 1 < fewestOfMeasured
    let flags: Flags = isShort ? .limited : isHedged ? [.limited, .printed] : [.limited, .zeros, .printed]
    return Precision(digits: digits, places: digits - 1 - exponent, flags)
  }

  /// The same once it is no longer the number that was printed.
  var computed: Precision { Precision(digits: Int(digits), places: Int(places), flags.subtracting(.printed)) }

  /// Digits without trailing zeros, three at least.
  private static func digitsThatCount(_ value: Double) -> Int {
    guard value.magnitude >= 1_000 else { return fewest }
    guard value.isExactInteger, let number = Int(whole: value) else {
      return Swift.max(fewest, DecimalDigits(value).digits.count)
    }
    var rest = number.magnitude
    while rest % 10 == 0 { rest /= 10 }
    var digits = 0
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    return Swift.max(fewest, digits)
  }

  // MARK: Results

  /// Of a product or quotient near `value`. Exact numbers give an exact one only if it is whole.
  static func ofProduct(_ one: Precision, _ other: Precision, value: Double?) -> Precision {
    if one.isExactCount, other.isExactCount {
      if let value, value.isExactInteger { return Precision(digits: digitsThatCount(value), places: 0, .exact) }
      return limited(Swift.min(Int(one.digits), Int(other.digits)), zeros: false, value: value)
    }
    switch (one.significantDigits, other.significantDigits) {
    case (nil, nil): return .unlimited
    case (let digits?, nil): return limited(digits, zeros: one.keepsZeros, value: value)
    case (nil, let digits?): return limited(digits, zeros: other.keepsZeros, value: value)
    case (let first?, let second?):
      let zeros = first == second ? one.keepsZeros && other.keepsZeros : first < second ? one.keepsZeros : other.keepsZeros
      return limited(Swift.min(first, second), zeros: zeros, value: value)
    }
  }

  /// Of a sum or difference near `value`.
  static func ofSum(_ one: Precision, _ other: Precision, value: Double?) -> Precision {
    if one.isExactCount, other.isExactCount {
      if let value, !value.isExactInteger { return .unlimited }
      return Precision(digits: value.map(digitsThatCount) ?? fewest, places: 0, .exact)
    }
    switch (one.decimals, other.decimals) {
    case (nil, nil): return .unlimited
    case (let places?, nil): return ending(places, zeros: one.keepsZeros, value: value)
    case (nil, let places?): return ending(places, zeros: other.keepsZeros, value: value)
    case (let first?, let second?):
      let zeros = first == second ? one.keepsZeros && other.keepsZeros : first < second ? one.keepsZeros : other.keepsZeros
      return ending(Swift.min(first, second), zeros: zeros, value: value)
    }
  }

  /// Of the same number in another unit, or of a range that several numbers make up.
  func converted(value: Double?) -> Precision {
    if isExactCount {
      if let value, value.isExactInteger { return Precision(digits: Int(digits), places: 0, .exact) }
      return Self.limited(Int(digits), zeros: false, value: value)
    }
    guard let digits = significantDigits else { return self }
    return Self.limited(digits, zeros: keepsZeros, value: value)
  }

  /// Of a range that holds several numbers: what all of them support.
  static func ofRange(_ one: Precision, _ other: Precision, value: Double?) -> Precision {
    if one.isExactCount, other.isExactCount {
      return Precision(digits: Swift.min(Int(one.digits), Int(other.digits)), places: 0, .exact)
    }
    return ofSum(one, other, value: value)
  }

  private static func limited(_ digits: Int, zeros: Bool, value: Double?) -> Precision {
    let exponent = value?.decimalExponent ?? 0
    return Precision(digits: digits, places: digits - 1 - exponent, zeros ? [.limited, .zeros] : .limited)
  }

  private static func ending(_ places: Int, zeros: Bool, value: Double?) -> Precision {
    let exponent = value?.decimalExponent ?? 0
    return Precision(digits: Swift.max(1, places + 1 + exponent), places: places, zeros ? [.limited, .zeros] : .limited)
  }
}
