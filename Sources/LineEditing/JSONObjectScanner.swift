/// Reads one JSON object whose interesting members are strings. Other values are checked for their shape and skipped. Depth is
/// counted, not recursed into, so that no line can exhaust the stack.
struct JSONObjectScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  /// The members of the object, those that are no strings as nil; nil when the bytes are no object, or more than one value.
  mutating func members() -> [String: String?]? {
    var members: [String: String?] = [:]
    skipBlanks()
    guard take("{") else { return nil }
    skipBlanks()
    if !take("}") {
      repeat {
        skipBlanks()
        guard let name = string() else { return nil }
        skipBlanks()
        guard take(":") else { return nil }
        skipBlanks()
        if peek == UInt8(ascii: "\"") {
          guard let value = string() else { return nil }
          members.updateValue(value, forKey: name)
        } else {
          guard skipValue() else { return nil }
          members.updateValue(nil, forKey: name)
        }
        skipBlanks()
      } while take(",")
      guard take("}") else { return nil }
    }
    skipBlanks()
    return position == bytes.count ? members : nil
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  /// A string with its escapes resolved; half of a surrogate pair becomes the replacement character.
  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var result: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escapedScalar() else { return nil }
        result.append(contentsOf: String(scalar).utf8)
      case ..<0x20: return nil
      default: result.append(byte)
      }
    }
    return nil
  }

  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let byte = peek else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"):
      guard let unit = hexadecimalUnit() else { return nil }
      guard (0xD800..<0xE000).contains(unit) else { return Unicode.Scalar(unit) }
      let beforeSecond = position
      if unit < 0xDC00, take("\\"), take("u"), let second = hexadecimalUnit(), (0xDC00..<0xE000).contains(second) {
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      }
      position = beforeSecond
      return "\u{FFFD}"
    default: return nil
    }
  }

  private mutating func hexadecimalUnit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }

  /// Skips a number, a word, an array or an object.
  private mutating func skipValue() -> Bool {
    var depth = 0
    let first = position
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return position > first }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return position > first }
      case ..<0x20: return false
      default: break
      }
      position += 1
    }
    return false
  }
}
