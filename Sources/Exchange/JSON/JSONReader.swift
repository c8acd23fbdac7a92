/// Reads JSON strictly (RFC 8259): no comments, no trailing commas, no bare words. Nothing stands deeper than `deepest` in one another.
struct JSONReader {
  /// How many brackets may be open at once.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// Reads a part of a file.
  init(_ bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The one value of the text.
  mutating func read() throws(ExchangeProblem) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    if position < end { throw problem("this JSON should end here", hint: "one file holds one value") }
    return value
  }

  private func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  private mutating func skipBlanks() {
    while position < end, bytes[position].isBlank || bytes[position].isLineEnd { position += 1 }
  }

  private func problem(_ message: String, at range: Range<Int>? = nil, hint: String? = nil) -> ExchangeProblem {
    let place = range ?? min(position, end)..<min(position + 1, max(end, position))
    return ExchangeProblem(message, at: place, position >= end ? "the text ends here" : "", hint: hint)
  }

  private mutating func value(depth: Int) throws(ExchangeProblem) -> JSONValue {
    skipBlanks()
    let start = position
    guard position < end else { throw problem("a value is missing") }
    let content: JSONValue.Content
    switch bytes[position] {
    case 0x7B: content = .object(try members(depth: depth))
    case 0x5B: content = .list(try elements(depth: depth))
    case 0x22: content = .text(try string())
    case 0x2D, 0x30...0x39: content = .number(try number())
    default: content = try word()
    }
    return JSONValue(content: content, range: start..<position)
  }

  private mutating func word() throws(ExchangeProblem) -> JSONValue.Content {
    let words: [(String, JSONValue.Content)] = [("true", .truth(true)), ("false", .truth(false)), ("null", .null)]
    for (word, content) in words where position + word.utf8.count <= end {
      if bytes[position..<position + word.utf8.count].elementsEqual(word.utf8) {
        position += word.utf8.count
        return content
      }
    }
    throw problem(
      "this is no JSON value", hint: "a value is an object, a list, a text in double quotes, a number, true, false or null")
  }

  private mutating func members(depth: Int) throws(ExchangeProblem) -> [JSONValue.Member] {
    let opening = position
    var members: [JSONValue.Member] = []
    try enter(depth)
    skipBlanks()
    if byte(position) == 0x7D {
      position += 1
      return []
    }
    while true {
      skipBlanks()
      guard byte(position) == 0x22, position < end else {
        throw unclosed(opening, "the name of a member is due here, in double quotes")
      }
      let name = try string()
      skipBlanks()
      guard byte(position) == 0x3A else { throw unclosed(opening, "a colon is due after the name of a member") }
      position += 1
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipBlanks()
      switch byte(position) {
      case 0x2C: position += 1
      case 0x7D where position < end:
        position += 1
        return members
      default: throw unclosed(opening, "a comma or `}` is due here")
      }
    }
  }

  private mutating func elements(depth: Int) throws(ExchangeProblem) -> [JSONValue] {
    let opening = position
    var elements: [JSONValue] = []
    try enter(depth)
    skipBlanks()
    if byte(position) == 0x5D {
      position += 1
      return []
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      switch byte(position) {
      case 0x2C: position += 1
      case 0x5D where position < end:
        position += 1
        return elements
      default: throw unclosed(opening, "a comma or `]` is due here")
      }
    }
  }

  private mutating func enter(_ depth: Int) throws(ExchangeProblem) {
    guard depth < Self.deepest else {
      throw problem("this JSON is nested more than \(Self.deepest) levels deep")
    }
    position += 1
  }

  /// What is missing, or, at the end of the text, the bracket that was never closed.
  private func unclosed(_ opening: Int, _ message: String) -> ExchangeProblem {
    guard position >= end else { return problem(message) }
    return ExchangeProblem("this bracket is never closed", at: opening..<opening + 1, "opened here")
  }

  /// Passes digits; false where there are none.
  private mutating func digits() -> Bool {
    let first = position
    while byte(position).isDigit { position += 1 }
    return position > first
  }

  private mutating func number() throws(ExchangeProblem) -> String {
    let start = position
    if byte(position) == 0x2D { position += 1 }
    let isZero = byte(position) == 0x30
    let whole = position
    var isRight = digits() && (!isZero || position == whole + 1)
    if byte(position) == 0x2E {
      position += 1
      isRight = digits() && isRight
    }
    if byte(position) | 0x20 == 0x65 {
      position += 1
      if byte(position) == 0x2B || byte(position) == 0x2D { position += 1 }
      isRight = digits() && isRight
    }
    guard isRight else { throw problem("this is no number of JSON", at: start..<max(position, start + 1)) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(ExchangeProblem) -> String {
    let opening = position
    position += 1
    var letters: [UInt8] = []
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0x22:
        position += 1
        return String(decoding: letters, as: UTF8.self)
      case 0x5C:
        letters += Array(String(try escape()).utf8)
        continue
      case 0..<0x20:
        throw problem("a text of JSON has no line ends or other control characters in it", hint: "write them as \\n, \\u000a")
      default: letters.append(byte)
      }
      position += 1
    }
    throw ExchangeProblem("this text has no closing quotation mark", at: opening..<opening + 1, "opened here")
  }

  /// Reads what stands after a backslash.
  private mutating func escape() throws(ExchangeProblem) -> Unicode.Scalar {
    let start = position
    position += 2
    switch byte(start + 1) {
    case 0x22: return "\""
    case 0x5C: return "\\"
    case 0x2F: return "/"
    case 0x62: return "\u{8}"
    case 0x66: return "\u{c}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75:
      guard let unit = hexadecimal() else { break }
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The first half of a pair; a half alone is no character.
      guard (0xD800..<0xDC00).contains(unit), byte(position) == 0x5C, byte(position + 1) == 0x75 else { return "\u{FFFD}" }
      let before = position
      position += 2
      guard let second = hexadecimal() else { break }
      guard (0xDC00..<0xE000).contains(second) else {
        position = before
        return "\u{FFFD}"
      }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    default: break
    }
    throw problem(
      "this is no escape of JSON", at: start..<min(start + 2, end),
      hint: "known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits")
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= end else { return nil }
    var unit: UInt32 = 0
    for offset in position..<position + 4 {
      guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }
}
