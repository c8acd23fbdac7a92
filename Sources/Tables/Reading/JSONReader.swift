/// Reads JSON (RFC 8259) from bytes of UTF-8, value by value.
struct JSONReader {
  private static let greatestDepth = 256

  let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next byte that is no blank; nil at the end.
  mutating func peek() -> UInt8? {
    while offset < bytes.count, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) { offset += 1 }
    return offset < bytes.count ? bytes[offset] : nil
  }

  /// Goes past a byte that must come next.
  mutating func take(_ byte: UInt8) throws {
    guard peek() == byte else { throw failure("\(String(decoding: [byte], as: UTF8.self)) is expected here") }
    offset += 1
  }

  /// Whether a byte comes next, which then is gone past.
  mutating func takes(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  /// Calls `body` at every value of an object with its name; `body` must read the value.
  mutating func object(_ body: (inout JSONReader, _ name: String) throws -> Void) throws {
    try take(0x7B)
    if takes(0x7D) { return }
    repeat {
      let name = String(decoding: try string(), as: UTF8.self)
      try take(0x3A)
      _ = peek()
      try body(&self, name)
    } while takes(0x2C)
    try take(0x7D)
  }

  /// Calls `body` at every value of an array; `body` must read the value.
  mutating func array(_ body: (inout JSONReader) throws -> Void) throws {
    try take(0x5B)
    if takes(0x5D) { return }
    repeat {
      _ = peek()
      try body(&self)
    } while takes(0x2C)
    try take(0x5D)
  }

  /// A string, with what is escaped in it made plain.
  mutating func string() throws -> [UInt8] {
    try take(0x22)
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x22: return text
      case 0x5C: try escape(into: &text)
      default: text.append(byte)
      }
    }
    throw failure("a string isn't closed")
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard offset < bytes.count else { throw failure("a string isn't closed") }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var unit = try hexadecimal()
      if (0xD800..<0xDC00).contains(unit), offset + 1 < bytes.count, bytes[offset] == 0x5C, bytes[offset + 1] == 0x75 {
        let start = offset
        offset += 2
        let second = try hexadecimal()
        if (0xDC00..<0xE000).contains(second) {
          unit = 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
        } else {
          offset = start
        }
      }
      text.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: throw failure("\\\(String(decoding: [byte], as: UTF8.self)) is no escape")
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard offset + 4 <= bytes.count, let unit = UInt32(String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self), radix: 16)
    else {
      throw failure("four hexadecimal digits are expected here")
    }
    offset += 4
    return unit
  }

  /// Goes past a value of any kind and gives the bytes that it takes.
  mutating func value(depth: Int = 0) throws -> Range<Int> {
    guard depth < Self.greatestDepth else { throw failure("values are nested too deeply") }
    let first = peek()
    let start = offset
    switch first {
    case 0x7B?: try object { reader, _ in _ = try reader.value(depth: depth + 1) }
    case 0x5B?: try array { reader in _ = try reader.value(depth: depth + 1) }
    case 0x22?: _ = try string()
    case nil: throw failure("a value is expected here")
    default:
      while offset < bytes.count, bytes[offset] > 0x20, ![0x2C, 0x5D, 0x7D, 0x3A, 0x7B, 0x5B, 0x22].contains(bytes[offset]) {
        offset += 1
      }
      guard offset > start, Self.isPlain(bytes[start..<offset]) else {
        offset = start
        throw failure("a value is expected here")
      }
    }
    return start..<offset
  }

  /// Whether some bytes are a number or one of the three words.
  private static func isPlain(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if ["true", "false", "null"].contains(text) { return true }
    guard let first = bytes.first, first == 0x2D || first &- 0x30 < 10 else { return false }
    return bytes.allSatisfy { $0 &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) } && Double(text) != nil
  }

  /// An error at the place that was reached.
  func failure(_ message: String) -> TableError {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return .unreadable("this is no JSON: \(message)", line: 1 + before.count { $0 == 0x0A }, column: offset - start + 1)
  }
}
