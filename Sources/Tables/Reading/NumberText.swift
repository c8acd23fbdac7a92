/// Reads numbers from bytes. Eight bytes after every cell must be readable: digits are taken eight at a time.
enum NumberText {
  /// The whole number that a cell is: digits with or without a sign, within 64 bits, or nil.
  @inline(__always) static func integer(_ start: UnsafeRawPointer, _ count: Int) -> Int64? {
    var (start, count, isNegative) = (start, count, false)
    if count > 0 {
      let first = start.load(as: UInt8.self)
      if first == 0x2D || first == 0x2B {
        isNegative = first == 0x2D
        start += 1
        count -= 1
      }
    }
    guard count > 0 else { return nil }
    if count <= 8 {
      let value = digits(start, count)
      guard value != .max else { return nil }
      return isNegative ? -Int64(value) : Int64(value)
    }
    return long(start, count, isNegative)
  }

  private static func long(_ start: UnsafeRawPointer, _ count: Int, _ isNegative: Bool) -> Int64? {
    var value: UInt64 = 0
    for index in 0..<count {
      let digit = start.load(fromByteOffset: index, as: UInt8.self) &- 0x30
      guard digit < 10 else { return nil }
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
      if overflows || carries { return nil }
      value = sum
    }
    // Int64.min is what a missing cell is.
    guard let result = Int64(exactly: value) else { return nil }
    return isNegative ? -result : result
  }

  /// The number that one to eight digits make, or `UInt64.max` if anything else is among them.
  @inline(__always) static func digits(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let zeros: UInt64 = 0x3030_3030_3030_3030
    // The digits move to the upper bytes; the lower ones, which come first, become zeros.
    var word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) &<< shift
    if shift != 0 { word |= zeros & ((1 &<< shift) &- 1) }
    guard (word & 0xF0F0_F0F0_F0F0_F0F0) | (((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) &>> 4) == 0x3333_3333_3333_3333
    else { return .max }
    word = (word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561 &>> 8
    word = (word & 0x00FF_00FF_00FF_00FF) &* 6_553_601 &>> 16
    return (word & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001 &>> 32
  }

  /// The number that a cell is, with `decimalMark` before its fraction; nil for anything else, and for what is too large to be finite.
  @inline(__always) static func real(_ start: UnsafeRawPointer, _ count: Int, decimalMark: UInt8) -> Double? {
    var (index, isNegative) = (0, false)
    guard count > 0 else { return nil }
    let first = start.load(as: UInt8.self)
    if first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    // Eighteen digits are below 2 to the 63rd.
    guard count - index <= 19 else { return slow(start, count, decimalMark) }
    var (mantissa, digitCount, fraction) = (UInt64(0), 0, -1)
    while index < count {
      let byte = start.load(fromByteOffset: index, as: UInt8.self)
      let digit = byte &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digitCount += 1
      } else if byte == decimalMark, fraction < 0 {
        fraction = digitCount
      } else {
        return slow(start, count, decimalMark)
      }
      index += 1
    }
    guard digitCount > 0 else { return nil }
    let scale = fraction < 0 ? 0 : digitCount - fraction
    // Both numbers are exact, so that their quotient is rounded once (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
    guard mantissa <= 1 << 53, scale <= 22 else { return slow(start, count, decimalMark) }
    let value = Double(mantissa) / powersOfTen[scale]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  @inline(never) private static func slow(_ start: UnsafeRawPointer, _ count: Int, _ decimalMark: UInt8) -> Double? {
    guard count <= 400 else { return nil }
    var text: [UInt8] = []
    var hasDigit = false
    for index in 0..<count {
      let byte = start.load(fromByteOffset: index, as: UInt8.self)
      switch byte {
      case decimalMark: text.append(0x2E)
      case 0x30...0x39:
        hasDigit = true
        text.append(byte)
      case 0x2B, 0x2D, 0x45, 0x65: text.append(byte)
      default: return nil
      }
    }
    guard hasDigit, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}
