/// How bytes become text, and signs that they became it wrongly.
enum TextDecoding {
  static let invalidBytesRead = "bytes that are no UTF-8, read as Windows-1252"
  static let doubleDecoding = "UTF-8 that was once read as Windows-1252"
  static let strayText = "text after a closing quotation mark, so that rows may have run together"
  static let lostCharacters = "characters that were lost before (U+FFFD)"

  /// What a file's first bytes say of its encoding, how many bytes they take, and why.
  static func detect(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) -> (encoding: TextEncoding, markLength: Int, reason: String)
  {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, "it begins with a byte order mark") }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, "it begins with a byte order mark") }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, "it begins with a byte order mark") }
    let start = bytes.prefix(4096)
    var zeros = [0, 0]
    for (index, byte) in start.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    if start.count >= 8 {
      if zeros[1] * 3 > start.count, zeros[0] * 20 < start.count { return (.utf16LittleEndian, 0, "every second byte is zero") }
      if zeros[0] * 3 > start.count, zeros[1] * 20 < start.count { return (.utf16BigEndian, 0, "every second byte is zero") }
    }
    guard let wrong = invalidByte(bytes) else { return (.utf8, 0, "all its text is valid UTF-8") }
    // A sample may end in the middle of a character.
    if !isWhole, wrong >= bytes.count - 3 { return (.utf8, 0, "all text looked at is valid UTF-8") }
    // Bytes that are wrong among many that are right: a file of UTF-8 with damage.
    let (right, damaged) = multibyteCounts(bytes)
    if right > damaged * 4 { return (.utf8, 0, "\(right) of its accented letters are UTF-8, \(damaged) are not") }
    return (.windows1252, 0, "it has bytes that are no UTF-8")
  }

  /// The place of the first byte that no UTF-8 can have there.
  static func invalidByte(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        index += 8
        continue
      }
      guard let length = length(bytes, index) else { return index }
      index += length
    }
    return nil
  }

  /// How long the character is that begins here, or nil where none does.
  private static func length(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return nil }
    let second = bytes[index + 1]
    let range: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard range.contains(second) else { return nil }
    for place in 2..<max(2, length) where bytes[index + place] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static func multibyteCounts(_ bytes: UnsafeRawBufferPointer) -> (right: Int, wrong: Int) {
    var (right, wrong, index) = (0, 0, 0)
    while index < bytes.count {
      if let length = length(bytes, index) {
        if length > 1 { right += 1 }
        index += length
      } else {
        wrong += 1
        index += 1
      }
    }
    return (right, wrong)
  }

  /// The characters of Windows-1252 from 0x80 to 0x9F; places that it leaves empty are those of latin-1.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func windows1252(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: utf8(fromWindows1252: bytes), as: UTF8.self)
  }

  /// Windows-1252 as UTF-8.
  static func utf8(fromWindows1252 bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let unit = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
        if unit < 0x800 {
          result.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
        } else {
          result.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
          result.append(0x80 | UInt8(truncatingIfNeeded: (unit >> 6) & 0x3F))
        }
        result.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
      }
    }
    return result
  }

  /// UTF-16 as UTF-8; what is no character becomes U+FFFD.
  static func utf8(fromUTF16 bytes: UnsafeRawBufferPointer, isBigEndian: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    let units = (0..<(bytes.count / 2)).lazy.map { index -> UInt16 in
      let unit = bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
      return isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
    }
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { result.append($0) }
    return result
  }

  /// A file's bytes as UTF-8.
  static func utf8(_ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(bytes)
    case .windows1252: utf8(fromWindows1252: bytes)
    case .utf16LittleEndian: utf8(fromUTF16: bytes, isBigEndian: false)
    case .utf16BigEndian: utf8(fromUTF16: bytes, isBigEndian: true)
    }
  }

  /// What a text was before its UTF-8 was read as Windows-1252, if it looks as if it had been.
  static func undoubled(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: { $0 == "Ã" || $0 == "Â" || $0 == "â" }) else { return nil }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if let place = upperControls.firstIndex(where: { UInt32($0) == scalar.value }) {
        bytes.append(UInt8(truncatingIfNeeded: 0x80 + place))
      } else {
        return nil
      }
    }
    return bytes.withUnsafeBytes { invalidByte($0) == nil } ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Line feeds in the place of carriage returns that stand alone and outside quotation marks.
  static func withLineFeeds(_ bytes: [UInt8], quote: UInt8) -> [UInt8] {
    var bytes = bytes
    var isQuoted = false
    for index in bytes.indices {
      if bytes[index] == quote { isQuoted.toggle() }
      if bytes[index] == 0x0D, !isQuoted, index + 1 == bytes.count || bytes[index + 1] != 0x0A { bytes[index] = 0x0A }
    }
    return bytes
  }
}
