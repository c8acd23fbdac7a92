/// Numbers as text, without Foundation: fixed-point, thousands set apart by commas.
public enum NumberText {
  /// With exactly so many decimals, halves rounded away from zero; infinities as `∞` and `-∞`.
  public static func fixed(_ value: Double, decimals: Int, grouped: Bool = true) -> String {
    guard value.isFinite else { return infinite(value) }
    if decimals <= 0, value.isExactInteger { return integer(value, grouped: grouped) }
    let decimals = Swift.min(Swift.max(decimals, 0), 340)
    return DecimalDigits(value).rounded(toPlace: decimals).text(decimals: decimals, grouped: grouped)
  }

  /// With as few digits as a person needs: binary noise past fourteen digits left out.
  public static func grouped(_ value: Double) -> String {
    guard value.isFinite else { return infinite(value) }
    if value.isExactInteger { return integer(value, grouped: true) }
    return DecimalDigits(value).withoutNoise().text()
  }

  /// The same without thousands set apart.
  public static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return infinite(value) }
    if value.isExactInteger { return integer(value, grouped: false) }
    return DecimalDigits(value).withoutNoise().text(grouped: false)
  }

  /// With every digit that it needs to be read back as the same Double, for exports: no exponent up to 10²¹, `inf` and `-inf`.
  public static func exact(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "" : value > 0 ? "inf" : "-inf" }
    if value.isExactInteger { return integer(value, grouped: false) }
    let digits = DecimalDigits(value)
    return (-7...21).contains(digits.exponent) ? digits.text(grouped: false) : value.description
  }

  private static func infinite(_ value: Double) -> String { value.isNaN ? "?" : value > 0 ? "∞" : "-∞" }

  private static func integer(_ value: Double, grouped: Bool) -> String {
    guard let number = Int(whole: value) else { return "0" }
    var rest = number.magnitude
    return String(unsafeUninitializedCapacity: 32) { buffer in
      var place = 32
      var digits = 0
      repeat {
        if grouped, digits > 0, digits % 3 == 0 {
          place -= 1
          buffer[place] = UInt8(ascii: ",")
        }
        place -= 1
        buffer[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        digits += 1
      } while rest > 0
      if number < 0 {
        place -= 1
        buffer[place] = UInt8(ascii: "-")
      }
      let count = 32 - place
      for index in 0..<count { buffer[index] = buffer[place + index] }
      return count
    }
  }
}
