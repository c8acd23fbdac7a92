/// A strict reader of JSON (RFC 8259): the value, or nil where the text is not JSON.
enum JSON: Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  /// In the order in which the keys stand.
  case object([(key: String, value: JSON)])

  static func == (left: JSON, right: JSON) -> Bool { left.description == right.description }

  private var description: String { String(describing: self) }

  init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }

  var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var index = 0

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return index == bytes.count
    }
  }

  mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  mutating func take(_ text: String) -> Bool {
    skipBlanks()
    let wanted = Array(text.utf8)
    guard bytes[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }

  mutating func value(depth: Int) -> JSON? {
    guard depth < 100 else { return nil }
    if take("null") { return .null }
    if take("true") { return .boolean(true) }
    if take("false") { return .boolean(false) }
    if take("[") { return list(until: "]") { $0.value(depth: depth + 1) }.map(JSON.array) }
    if take("{") {
      return list(until: "}") { reader in
        guard let key = reader.string(), reader.take(":"), let value = reader.value(depth: depth + 1) else { return nil }
        return (key, value)
      }.map(JSON.object)
    }
    if index < bytes.count, bytes[index] == 0x22 { return string().map(JSON.string) }
    let digits = bytes[index...].prefix { "+-.eE0123456789".utf8.contains($0) }
    index += digits.count
    return Double(String(decoding: digits, as: UTF8.self)).map(JSON.number)
  }

  mutating func list<Element>(until end: String, element: (inout JSONReader) -> Element?) -> [Element]? {
    var result: [Element] = []
    if take(end) { return result }
    while true {
      guard let next = element(&self) else { return nil }
      result.append(next)
      if take(end) { return result }
      if !take(",") { return nil }
    }
  }

  mutating func string() -> String? {
    guard take("\"") else { return nil }
    var result: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 { return String(decoding: result, as: UTF8.self) }
      if byte < 0x20 { return nil }
      guard byte == 0x5C else {
        result.append(byte)
        continue
      }
      guard index < bytes.count else { return nil }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(escape)
      case UInt8(ascii: "u"):
        guard index + 4 <= bytes.count, let number = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(number)
        else { return nil }
        index += 4
        result += Array(String(Character(scalar)).utf8)
      default: return nil
      }
    }
    return nil
  }
}
