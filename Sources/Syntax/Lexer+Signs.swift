import Diagnostics

extension Lexer {
  /// Reads a sign of ASCII.
  mutating func readSign(_ byte: UInt8) {
    let start = position
    let next = self.byte(at: start + 1)
    switch byte {
    case UInt8(ascii: "."):
      if next == 0x2E { sign(.dotDot, 2) } else { sign(.dot, 1) }
    case UInt8(ascii: ","): sign(.comma, 1)
    case UInt8(ascii: ";"): sign(.semicolon, 1)
    case UInt8(ascii: ":"): sign(.colon, 1)
    case UInt8(ascii: "("): openBracket(.leftParenthesis)
    case UInt8(ascii: "{"): openBracket(.leftBrace)
    case UInt8(ascii: ")"): closeBracket(.rightParenthesis)
    case UInt8(ascii: "}"): closeBracket(.rightBrace)
    case UInt8(ascii: "|"):
      if next == 0x7C { readForeignOperator(2) } else { sign(.pipe, 1) }
    case UInt8(ascii: "-"):
      if next == 0x3E { sign(.arrow, 2) } else { sign(.minus, 1) }
    case UInt8(ascii: "@"): sign(.at, 1)
    case UInt8(ascii: "+"):
      if next == 0x2D, classes[Int(self.byte(at: start + 2))] == .blank || isDigit(at: start + 2), followsNumber {
        flags.insert(.typographic)
        sign(.plusMinus, 2)
      } else {
        sign(.plus, 1)
      }
    case UInt8(ascii: "*"): sign(.star, 1)
    case UInt8(ascii: "/"): sign(.slash, 1)
    case UInt8(ascii: "="):
      if next == 0x3D {
        reportSign("==", "equality is asked with one sign", write: "=")
        sign(.equal, 2)
      } else if next == 0x3C {
        reportSign("=<", "`at most` is written with the other sign first", write: "<=")
        sign(.lessOrEqual, 2)
      } else if next == 0x3E {
        reportSign("=>", "`at least` is written with the other sign first", write: ">=")
        sign(.greaterOrEqual, 2)
      } else {
        sign(.equal, 1)
      }
    case UInt8(ascii: "!"):
      if next == 0x3D { sign(.notEqual, 2) } else { readForeignOperator(1) }
    case UInt8(ascii: "<"):
      if next == 0x3D {
        sign(.lessOrEqual, 2)
      } else if next == 0x3E {
        reportSign("<>", "inequality is asked with another sign", write: "!=")
        sign(.notEqual, 2)
      } else {
        sign(.less, 1)
      }
    case UInt8(ascii: ">"):
      if next == 0x3D { sign(.greaterOrEqual, 2) } else { sign(.greater, 1) }
    case UInt8(ascii: "?"): sign(.question, 1)
    case UInt8(ascii: "%"): sign(.percent, 1)
    case UInt8(ascii: "$"): readDollar()
    default: readInvalid()
    }
  }

  @inline(__always)
  private mutating func sign(_ kind: TokenKind, _ length: Int) {
    let start = position
    position += length
    append(kind, from: start)
  }

  private var followsNumber: Bool {
    guard let last = tokens.last else { return false }
    return last.kind == .number || last.kind == .percent || last.word.scale != nil || last.word == .percent
  }

  /// A sign that is read but written otherwise.
  private mutating func reportSign(_ found: String, _ message: String, write canonical: String) {
    let place = range(position, position + found.utf8.count)
    flags.insert(.typographic)
    diagnostics.append(
      Diagnostic(
        .oneEquals, message, at: place, "read as `\(canonical)`", notes: ["write `\(canonical)`"],
        fixIts: [.init(place, replacement: canonical)], severity: .warning))
  }

  /// `&&`, `||`, `!`: signs of other languages.
  private mutating func readForeignOperator(_ length: Int) {
    let start = position
    let written = String(decoding: bytes[start..<min(end, start + length)], as: UTF8.self)
    let word = written.first == "&" ? "and" : written.first == "|" ? "or" : "not"
    position = min(end, start + length)
    diagnostics.append(
      Diagnostic(
        .unexpectedCharacter, "`\(written)` is no sign of this language", at: range(start, position), "found here",
        notes: ["write `\(word)`"], fixIts: [.init(range(start, position), replacement: word)]))
    append(.invalid, from: start)
  }

  private mutating func readDollar() {
    let start = position
    position += 1
    if isDigit(at: position) {
      append(.dollar, from: start)
      return
    }
    var current = position
    while current < end {
      let kind = classes[Int(bytes[current])]
      if kind == .letter || kind == .digit {
        current += 1
      } else {
        let length = kind == .wide ? nameLetterLength(at: current, isFirst: current == position) : 0
        if length == 0 { break }
        current += length
      }
    }
    if current > position {
      position = current
      append(.variable, from: start)
    } else {
      diagnostics.append(
        Diagnostic(
          .unexpectedCharacter, "`$` stands before the name of something defined with `let` or `param`",
          at: range(start, position),
          "no name follows", notes: ["write the name directly after it, as in `$year`"]))
      append(.invalid, from: start)
    }
  }

  // MARK: Brackets

  private mutating func openBracket(_ kind: TokenKind) {
    openBrackets.append(UInt32(truncatingIfNeeded: tokens.count))
    if kind == .leftParenthesis { openParentheses += 1 } else { openParentheses = 0 }
    sign(kind, 1)
  }

  private mutating func closeBracket(_ kind: TokenKind) {
    let opening: TokenKind = kind == .rightParenthesis ? .leftParenthesis : .leftBrace
    let closing = UInt32(truncatingIfNeeded: tokens.count)
    sign(kind, 1)
    if opening == .leftParenthesis {
      guard let open = openBrackets.last, tokens[Int(open)].kind == opening else { return }
      openBrackets.removeLast()
      openParentheses -= 1
      pair(open, closing)
      return
    }
    // A brace also ends whatever round brackets were left open in it.
    var count = openBrackets.count
    while count > 0, tokens[Int(openBrackets[count - 1])].kind != opening { count -= 1 }
    guard count > 0 else { return }
    pair(openBrackets[count - 1], closing)
    openBrackets.removeLast(openBrackets.count - count + 1)
    openParentheses = 0
    for open in openBrackets.reversed() {
      guard tokens[Int(open)].kind == .leftParenthesis else { break }
      openParentheses += 1
    }
  }

  private mutating func pair(_ opening: UInt32, _ closing: UInt32) {
    tokens[Int(opening)].partner = closing
    tokens[Int(closing)].partner = opening
  }

  // MARK: Signs and letters outside ASCII

  /// The scalar at an offset and its length in bytes; nil where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[offset]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= end else { return nil }
    var decoder = UTF8()
    var iterator = bytes[offset..<(offset + length)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, length)
  }

  /// The length of the letter at an offset if it may stand in a name; otherwise 0.
  func nameLetterLength(at offset: Int, isFirst: Bool) -> Int {
    guard let (scalar, length) = scalar(at: offset) else { return 0 }
    let properties = scalar.properties
    let fits = isFirst ? properties.isXIDStart : properties.isXIDContinue
    return fits ? length : 0
  }

  /// Reads what begins with a byte outside ASCII.
  mutating func readWide() {
    let start = position
    guard let (scalar, length) = scalar(at: start) else {
      // Not UTF-8: reported once for the whole file before.
      position += 1
      while position < end, classes[Int(bytes[position])] == .wide, self.scalar(at: position) == nil { position += 1 }
      flags.insert(.broken)
      append(.invalid, from: start)
      return
    }
    switch scalar.value {
    case 0xA0, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:  // no-break, thin, zero-width and wide blanks
      position += length
      flags.insert(.blankBefore)
    case 0x85, 0x2028, 0x2029:
      position += length
      flags.insert([.blankBefore, .startsLine])
    case 0x201C...0x201F: readTypographicText()
    case 0xB6: readLocator()
    case 0xB1: sign(.plusMinus, length)
    case 0x2010...0x2015: sign(.dash, length)
    case 0x2212: typographic(.minus, length)
    case 0x2264: typographic(.lessOrEqual, length)
    case 0x2265: typographic(.greaterOrEqual, length)
    case 0x2260: typographic(.notEqual, length)
    case 0xD7: typographic(.star, length)
    case 0xF7: typographic(.slash, length)
    case 0x2026: typographic(.dotDot, length)
    default:
      if nameLetterLength(at: start, isFirst: true) > 0 {
        readWideName(from: start)
      } else {
        readInvalid()
      }
    }
  }

  private mutating func typographic(_ kind: TokenKind, _ length: Int) {
    flags.insert(.typographic)
    sign(kind, length)
  }

  /// Reads `¶19`, `¶19-21`, `¶C1`; a second `¶` and a blank before a digit are let through.
  private mutating func readLocator() {
    let start = position
    var current = start + 2
    if byte(at: current) == 0xC2, byte(at: current + 1) == 0xB6 { current += 2 }
    if byte(at: current) == 0x20, isDigit(at: current + 1) { current += 1 }
    let content = current
    while current < end {
      let kind = classes[Int(bytes[current])]
      if kind == .digit || (kind == .letter && bytes[current] != 0x5F) {
        current += 1
      } else if current > content, bytes[current] == 0x2D, isLocatorPart(at: current + 1) {
        current += 1
      } else if current > content, isDash(at: current), isLocatorPart(at: current + 3) {
        current += 3
      } else {
        break
      }
    }
    position = current
    if current == content {
      diagnostics.append(
        Diagnostic(
          .unexpectedCharacter, "`¶` stands before the number of a paragraph", at: range(start, current), "no number follows",
          notes: ["write the number directly after it, as in ¶19"]))
      append(.invalid, from: start)
    } else {
      append(.locator, from: start)
    }
  }

  private func isLocatorPart(at offset: Int) -> Bool {
    guard offset < end else { return false }
    let kind = classes[Int(bytes[offset])]
    return kind == .digit || (kind == .letter && bytes[offset] != 0x5F)
  }

  /// A hyphen, figure dash or en dash outside ASCII.
  private func isDash(at offset: Int) -> Bool {
    byte(at: offset) == 0xE2 && byte(at: offset + 1) == 0x80 && (0x90...0x93).contains(byte(at: offset + 2))
  }

  /// Reads characters that begin nothing, as many as stand together, as one.
  mutating func readInvalid() {
    let start = position
    if byte(at: start) == 0x26 {
      readForeignOperator(byte(at: start + 1) == 0x26 ? 2 : 1)
      return
    }
    var first: Unicode.Scalar = "\u{FFFD}"
    while position < end {
      let kind = classes[Int(bytes[position])]
      if kind == .other, bytes[position] != 0x26 {
        if position == start { first = Unicode.Scalar(bytes[position]) }
        position += 1
      } else if kind == .wide, let (scalar, length) = scalar(at: position), position == start || isUseless(scalar) {
        if position == start { first = scalar }
        position += length
      } else {
        break
      }
    }
    if position == start { position += 1 }
    report(invalid: first, from: start)
    append(.invalid, from: start)
  }

  /// Whether a scalar begins no token.
  private func isUseless(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isXIDStart { return false }
    switch scalar.value {
    case 0x85, 0xA0, 0xB1, 0xB6, 0xD7, 0xF7, 0x2000...0x2029, 0x202F, 0x205F, 0x2060, 0x2212, 0x2260, 0x2264, 0x2265, 0x3000,
      0xFEFF:
      return false
    default: return true
    }
  }

  private mutating func report(invalid scalar: Unicode.Scalar, from start: Int) {
    let place = range(start, position)
    let shown = scalar.value < 0x20 || scalar.value == 0x7F ? "the control character \(codePoint(scalar))" : "`\(scalar)`"
    var notes: [String] = []
    switch scalar {
    case "'", "\u{2018}", "\u{2019}": notes = ["a text stands in double quotation marks, a name with other signs in back-ticks"]
    case "[", "]": notes = ["a list of values stands in round brackets: one of (\"a\", \"b\")"]
    case "^": notes = ["a power is written as a product: x * x"]
    case "\\": notes = ["a line goes on by itself after a comma or an operator, and inside round brackets"]
    case "€", "£", "¥": notes = ["write the currency after the number, as the name of its unit"]
    default: break
    }
    diagnostics.append(
      Diagnostic(.unexpectedCharacter, "\(shown) has no meaning here", at: place, "found here", notes: notes))
  }

  private func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
