/// The decimal digits of a Double: the shortest that read back as the same number.
///
/// `0.0123` is the digits 1, 2, 3 and the exponent −2, the power of ten of the first.
struct DecimalDigits {
  /// Where a number goes that ends within the digits that are cut off.
  enum Direction { case nearest, down, up }

  /// Whether it is below zero.
  var isNegative: Bool
  /// Without zeros at either end; empty for zero.
  var digits: [UInt8]
  /// The power of ten of the first digit.
  var exponent: Int

  /// What is not finite has no digits, like zero.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    exponent = 0
    guard value.isFinite, value != 0 else { return }
    var point: Int?
    var power = 0
    var isPower = false
    var powerIsNegative = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isPower = true
      case UInt8(ascii: "-"): powerIsNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isPower { power = power * 10 + Int(byte - 0x30) } else { digits.append(byte - 0x30) }
      default: break
      }
    }
    exponent = (point ?? digits.count) - 1 + (powerIsNegative ? -power : power)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
  }

  /// The digits up to a place after the decimal point (below zero: before it). Halves go away from zero, as in schools; `down` and `up`
  /// go towards −∞ and +∞.
  func rounded(toPlace place: Int, _ direction: Direction = .nearest) -> DecimalDigits {
    let kept = exponent + 1 + place
    guard !digits.isEmpty, kept < digits.count else { return self }
    let goesOut: Bool
    switch direction {
    case .nearest: goesOut = kept >= 0 && digits[kept] >= 5
    case .down: goesOut = isNegative
    case .up: goesOut = !isNegative
    }
    var result = self
    result.digits = Array(digits.prefix(Swift.max(kept, 0)))
    if goesOut {
      if kept <= 0 {
        result.digits = [1]
        result.exponent = -place
        return result
      }
      var index = kept - 1
      while index >= 0 {
        if result.digits[index] < 9 {
          result.digits[index] += 1
          break
        }
        result.digits[index] = 0
        index -= 1
      }
      if index < 0 {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    while result.digits.last == 0 { result.digits.removeLast() }
    if result.digits.isEmpty {
      result.exponent = 0
      result.isNegative = false
    }
    return result
  }

  /// Rid of the noise of binary arithmetic: 2.7000000000000002 is 2.7.
  func withoutNoise() -> DecimalDigits { digits.count > 14 ? rounded(toPlace: 13 - exponent) : self }

  /// How many digits stand after the decimal point.
  var decimals: Int { digits.isEmpty ? 0 : Swift.max(0, digits.count - 1 - exponent) }

  /// Written out, with at least so many decimals.
  func text(decimals least: Int = 0, grouped: Bool = true) -> String {
    let whole = Swift.max(exponent + 1, 0)
    let decimals = Swift.max(least, self.decimals)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(whole + whole / 3 + decimals + 3)
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    if digits.isEmpty || whole == 0 { bytes.append(UInt8(ascii: "0")) }
    func digit(_ index: Int) -> UInt8 { 0x30 + (digits.indices.contains(index) ? digits[index] : 0) }
    if !digits.isEmpty {
      for index in 0..<whole {
        if grouped, index > 0, (whole - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(digit(index))
      }
    }
    if decimals > 0 {
      bytes.append(UInt8(ascii: "."))
      for index in 0..<decimals { bytes.append(digits.isEmpty ? 0x30 : digit(exponent + 1 + index)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
