import Diagnostics

/// Cuts a stretch of a file into tokens, in one pass over its bytes.
///
/// It never fails: what is no token becomes `.invalid` and a message. It has no modes, so any stretch can be read by itself; the
/// expressions in a text are, later, by a lexer of their own.
struct Lexer {
  let bytes: [UInt8]
  let file: SourceFileID
  /// One past the last byte to read.
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var comments: [Comment] = []
  var diagnostics: [Diagnostic] = []
  /// Indices of the brackets that are still open.
  var openBrackets: [UInt32] = []
  /// How many of the innermost open brackets are round ones: in those, a comma separates and groups no digits.
  var openParentheses = 0
  let classes: [ByteClass]
  let words: WordTable
  var flags: TokenFlags = [.startsLine, .blankBefore]

  init(_ bytes: [UInt8], file: SourceFileID, range: Range<Int>) {
    self.bytes = bytes
    self.file = file
    position = range.lowerBound
    end = range.upperBound
    classes = ByteClass.table
    words = WordTable.shared
  }

  /// Reads the whole stretch; the last token is always `.endOfFile`.
  mutating func run() {
    tokens.reserveCapacity((end - position) / 6 + 16)
    if position == 0, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    while position < end {
      let byte = bytes[position]
      switch classes[Int(byte)] {
      case .blank:
        position += 1
        flags.insert(.blankBefore)
      case .lineEnd:
        position += 1
        flags.insert([.blankBefore, .startsLine])
      case .letter: readName()
      case .digit: readNumber()
      case .sign: readSign(byte)
      case .quote: readText()
      case .hash: readComment()
      case .backtick: readQuotedName()
      case .wide: readWide()
      case .other: readInvalid()
      }
    }
    append(.endOfFile, from: end)
  }

  /// Adds the token that ends at the current position.
  @inline(__always)
  mutating func append(_ kind: TokenKind, from start: Int, word: Word = .none) {
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position), kind: kind, flags: flags, word: word)
    )
    flags = []
  }

  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file, start: start, end: end) }

  /// The byte at an offset; 0 past the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  @inline(__always)
  func isDigit(at offset: Int) -> Bool { offset < end && bytes[offset] &- 0x30 < 10 }

  // MARK: Names

  private mutating func readName() {
    let start = position
    var hash = WordTable.seed
    var current = position
    while current < end {
      let byte = bytes[current]
      let kind = classes[Int(byte)]
      guard kind == .letter || kind == .digit else {
        if kind == .wide, nameLetterLength(at: current, isFirst: false) > 0 {
          readWideName(from: start)
          return
        }
        break
      }
      hash = WordTable.step(hash, byte)
      current += 1
    }
    position = current
    append(.name, from: start, word: words.word(hash: hash, in: bytes, start..<current))
  }

  /// Reads a name in which at least one letter is no ASCII letter.
  mutating func readWideName(from start: Int) {
    var current = start
    while current < end {
      let kind = classes[Int(bytes[current])]
      if kind == .letter || kind == .digit {
        current += 1
      } else {
        let length = kind == .wide ? nameLetterLength(at: current, isFirst: current == start) : 0
        if length == 0 { break }
        current += length
      }
    }
    position = current
    append(.name, from: start, word: words.word(NameFolding.fold(String(decoding: bytes[start..<current], as: UTF8.self))))
  }

  private mutating func readQuotedName() {
    let start = position
    var current = position + 1
    while current < end, bytes[current] != 0x60, classes[Int(bytes[current])] != .lineEnd { current += 1 }
    if byte(at: current) == 0x60, current > start + 1 {
      position = current + 1
      append(.quotedName, from: start)
    } else if byte(at: current) == 0x60 {
      position = current + 1
      diagnostics.append(
        Diagnostic(.unclosedName, "there is no name between these back-ticks", at: range(start, position), "empty"))
      append(.invalid, from: start)
    } else {
      position = current
      flags.insert(.broken)
      diagnostics.append(
        Diagnostic(
          .unclosedName, "a name in back-ticks ends on the line on which it begins", at: range(start, start + 1), "opened here",
          notes: ["write the closing back-tick, as in `Peña Nieto`"]))
      append(.quotedName, from: start)
    }
  }

  // MARK: Comments

  private mutating func readComment() {
    let start = position
    var current = position
    while current < end, classes[Int(bytes[current])] != .lineEnd { current += 1 }
    position = current
    let isAlone = flags.contains(.startsLine)
    let isDocumentation = isAlone && byte(at: start + 1) == 0x23 && start + 1 < current
    comments.append(
      Comment(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: current),
        nextToken: UInt32(truncatingIfNeeded: tokens.count), isAlone: isAlone, isDocumentation: isDocumentation))
    if isDocumentation { flags.insert(.documented) }
    flags.insert(.blankBefore)
  }
}

/// What a byte can begin.
enum ByteClass: UInt8 {
  case other, blank, lineEnd, letter, digit, sign, quote, hash, backtick
  /// A byte of a letter or sign outside ASCII.
  case wide

  /// The class of each of the 256 bytes.
  static let table: [ByteClass] = (0...255).map { value in
    switch UInt8(value) {
    case 0x20, 0x09, 0x0B, 0x0C: .blank
    case 0x0A, 0x0D: .lineEnd
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "`"): .backtick
    case 0x80...0xFF: .wide
    case let byte where ".,;:(){}|-@+*/=!<>?%$".utf8.contains(byte): .sign
    default: .other
    }
  }
}
