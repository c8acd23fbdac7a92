import Diagnostics

/// Finds the statements of a file by scanning its bytes. Gives up, by returning false, as soon as something is not plainly regular.
///
/// Most bytes of a casebook stand in the blocks of declarations; there only quotation marks, comments, back-ticks and braces matter, so that
/// scan is a loop over one table.
struct Skimmer {
  typealias Entry = DeclarationIndex.Entry

  private let bytes: [UInt8]
  private let file: SourceFileID
  private let end: Int
  private var position = 0
  private let marks = Self.markTable
  private let classes = ByteClass.table
  private let words = WordTable.shared
  private(set) var entries: [Entry] = []

  init(_ file: SourceFile) {
    bytes = file.bytes
    self.file = file.id
    end = file.bytes.count
  }

  mutating func run() -> Bool {
    if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    return statements(citing: nil)
  }

  /// Bytes that matter in the block of a declaration.
  private static let markTable: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x22, 0x23, 0x60, 0x7B, 0x7D, 0xE2: true
    default: false
    }
  }

  @inline(__always)
  private func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  // MARK: Statements

  /// Passes the statements of the file or of a `citing` block, up to its end or its brace. All must begin at the same column.
  private mutating func statements(citing: Int?) -> Bool {
    let isTop = citing == nil
    var source = citing
    var column: Int?
    var documentation: Int?
    var lineStart = position
    while position < end {
      let byte = bytes[position]
      if Self.isLineEnd(byte) {
        position += 1
        lineStart = position
      } else if Self.isBlank(byte) {
        position += 1
      } else if byte == 0x23 {
        if self.byte(at: position + 1) == 0x23, documentation == nil { documentation = position }
        skipLine()
      } else if byte == 0x7D {
        return !isTop
      } else {
        if let column, position - lineStart != column { return false }
        column = position - lineStart
        let first = entries.count
        guard statement(from: documentation ?? position, column: position - lineStart, citing: source) else { return false }
        if isTop, entries[first].kind == .citing, entries[first].body.isEmpty { source = first }
        documentation = nil
        lineStart = position
      }
    }
    return isTop
  }

  private mutating func statement(from start: Int, column: Int, citing: Int?) -> Bool {
    let word = name()
    var entry = Entry(
      kind: .other, range: start..<start, word: word, name: position..<position, title: position..<position,
      body: position..<position, citing: citing)
    let index = entries.count
    switch keyword(word) {
    case .claim: entry.kind = .claim
    case .derive: entry.kind = .derive
    case .tension: entry.kind = .tension
    case .citing: entry.kind = .citing
    case .deprecate: entry.kind = .deprecate
    case .report, .comparison, .help, .list, .explain, .describe, .hypotheses: break
    default:
      if !word.isEmpty, let heading = heading() {
        entry.kind = .declaration
        (entry.name, entry.title) = heading
        entries.append(entry)
        return declaration(index)
      }
    }
    if entry.kind == .other {
      entries.append(entry)
      guard let last = restOfStatement(column: column) else { return false }
      entries[index].range = start..<last
      return true
    }
    skipBlanks()
    let before = position
    entry.name = name()
    if keyword(entry.name) == .the {
      skipBlanks()
      entry.name = name()
    }
    guard !entry.name.isEmpty else { return false }
    entries.append(entry)
    if entry.kind == .citing { return self.citing(index) }
    position = before
    guard let last = restOfStatement(column: column) else { return false }
    entries[index].range = start..<last
    return true
  }

  /// Passes a name and a text after the word of a kind; stays where it is if something else stands there.
  private mutating func heading() -> (name: Range<Int>, title: Range<Int>)? {
    let before = position
    skipBlanks()
    let id = name()
    skipBlanks()
    let title = position
    guard !id.isEmpty, !keyword(id).joinsText, byte(at: position) == 0x22, skipText() else {
      position = before
      return nil
    }
    return (id, title..<position)
  }

  private mutating func declaration(_ index: Int) -> Bool {
    var last = position
    skipBlanks()
    if byte(at: position) == 0x7B {
      position += 1
      let body = position
      guard skipBlock() else { return false }
      entries[index].body = body..<(position - 1)
      last = position
    }
    entries[index].range = entries[index].range.lowerBound..<last
    return endsLine()
  }

  private mutating func citing(_ index: Int) -> Bool {
    // The places after the source have neither texts nor brackets in them, or the file is read as a whole.
    var last = position
    while position < end, bytes[position] != 0x7B, bytes[position] != 0x23, !Self.isLineEnd(bytes[position]) {
      if bytes[position] == 0x22 || bytes[position] == 0x3B || bytes[position] == 0x60 { return false }
      if !Self.isBlank(bytes[position]) { last = position + 1 }
      position += 1
    }
    if byte(at: position) == 0x7B {
      guard entries[index].citing == nil || entries[entries[index].citing ?? 0].body.isEmpty else { return false }
      position += 1
      let body = position
      guard endsLine(), statements(citing: index), byte(at: position) == 0x7D else { return false }
      entries[index].body = body..<position
      position += 1
      last = position
    }
    entries[index].range = entries[index].range.lowerBound..<last
    return endsLine()
  }

  /// Passes the rest of a statement that is no declaration, over its brackets and the lines that go on with it. Gives the offset after its
  /// last byte.
  private mutating func restOfStatement(column: Int) -> Int? {
    var parentheses = 0
    var last = position
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09:
        position += 1
        continue
      case 0x0A, 0x0D:
        if parentheses > 0 {
          position += 1
          continue
        }
        switch goesOn(after: last, column: column) {
        case true?: continue
        case false?: return last
        case nil: return nil
        }
      case 0x23:
        skipLine()
        continue
      case 0x28: parentheses += 1
      case 0x29: parentheses -= 1
      case 0x3B, 0x7D: return nil
      case 0x7B:
        position += 1
        guard parentheses == 0, skipBlock() else { return nil }
        last = position
        return endsLine() ? last : nil
      case 0x22:
        guard skipText() else { return nil }
        last = position
        continue
      case 0x60:
        guard skipQuotedName() else { return nil }
        last = position
        continue
      case 0xE2 where isTypographicQuote(at: position): return nil
      default: break
      }
      if parentheses < 0 { return nil }
      position += 1
      last = position
    }
    return parentheses == 0 && !endsInOperator(last) && !endsInWord(last) ? last : nil
  }

  /// Whether the statement goes on in the next line that has something on it; nil where that is not plain. Moves there if it does.
  private mutating func goesOn(after last: Int, column: Int) -> Bool? {
    let lineEnd = position
    var lineStart = position
    while position < end {
      if Self.isLineEnd(bytes[position]) {
        position += 1
        lineStart = position
      } else if Self.isBlank(bytes[position]) {
        position += 1
      } else if bytes[position] == 0x23 {
        skipLine()
      } else {
        break
      }
    }
    let next = byte(at: position)
    if endsInOperator(last) || next == 0x7C { return position < end ? true : nil }
    if endsInWord(last) { return nil }
    if position >= end || next == 0x7D || position - lineStart <= column {
      position = lineEnd
      return false
    }
    let start = position
    let word = name()
    position = start
    switch keyword(word) {
    case .because, .caveat, .from, .via, .scope, .words, .grade, .supported, .preferred, .deprecated, .in, .during, .as:
      return true
    default: return next == 0xC2 && byte(at: position + 1) == 0xB6 ? true : nil
    }
  }

  private func endsInOperator(_ last: Int) -> Bool {
    last > 0 && ",|=+-*/<>(".utf8.contains(bytes[last - 1])
  }

  /// Whether the line that ends at an offset ends in a word after which a statement goes on.
  private func endsInWord(_ last: Int) -> Bool {
    var start = last
    while start > 0, classes[Int(bytes[start - 1])] == .letter { start -= 1 }
    guard start < last else { return false }
    switch keyword(start..<last) {
    case .and, .or, .not, .surely, .perhaps, .in, .during, .over, .per, .contains, .includes, .with, .between, .then, .else, .of,
      .by:
      return true
    default: return false
    }
  }

  // MARK: Pieces

  /// Passes a block whose opening brace has been passed, and its closing one.
  private mutating func skipBlock() -> Bool {
    var depth = 1
    var current = position
    while true {
      while current < end, !marks[Int(bytes[current])] { current += 1 }
      guard current < end else { return false }
      switch bytes[current] {
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth == 0 {
          position = current + 1
          return true
        }
      case 0x22:
        position = current
        guard skipText() else { return false }
        current = position
        continue
      case 0x23:
        while current < end, !Self.isLineEnd(bytes[current]) { current += 1 }
        continue
      case 0x60:
        position = current
        guard skipQuotedName() else { return false }
        current = position
        continue
      default:
        if isTypographicQuote(at: current) { return false }
      }
      current += 1
    }
  }

  /// Passes a text. One with braces or escapes, or of several lines, is left to the lexer.
  private mutating func skipText() -> Bool {
    var current = position + 1
    while current < end {
      let byte = bytes[current]
      if byte == 0x22 {
        if current == position + 1, self.byte(at: current + 1) == 0x22 { break }
        position = current + 1
        return true
      }
      if byte == 0x5C || byte == 0x7B { break }
      if byte == 0x0A || byte == 0x0D { return false }
      current += 1
    }
    var lexer = Lexer(bytes, file: file, range: position..<end)
    lexer.readText()
    guard lexer.diagnostics.isEmpty else { return false }
    position = lexer.position
    return true
  }

  private mutating func skipQuotedName() -> Bool {
    var current = position + 1
    while current < end, bytes[current] != 0x60 {
      if Self.isLineEnd(bytes[current]) { return false }
      current += 1
    }
    guard current < end else { return false }
    position = current + 1
    return true
  }

  private func isTypographicQuote(at offset: Int) -> Bool {
    byte(at: offset) == 0xE2 && byte(at: offset + 1) == 0x80 && (0x9C...0x9F).contains(byte(at: offset + 2))
  }

  /// Passes a bare or quoted name; empty where none stands.
  private mutating func name() -> Range<Int> {
    let start = position
    if byte(at: position) == 0x60 { return skipQuotedName() ? start..<position : start..<start }
    while position < end {
      switch classes[Int(bytes[position])] {
      case .letter, .wide:
        // The first bytes of the signs that are no letters.
        if bytes[position] == 0xE2 || (bytes[position] == 0xC2 && position == start) { return start..<position }
        position += 1
      case .digit where position > start: position += 1
      default: return start..<position
      }
    }
    return start..<position
  }

  private func keyword(_ range: Range<Int>) -> Word {
    guard range.count <= 12 else { return .none }
    var hash = WordTable.seed
    for offset in range { hash = WordTable.step(hash, bytes[offset]) }
    return words.word(hash: hash, in: bytes, range)
  }

  private mutating func skipBlanks() {
    while position < end, Self.isBlank(bytes[position]) { position += 1 }
  }

  private mutating func skipLine() {
    while position < end, !Self.isLineEnd(bytes[position]) { position += 1 }
  }

  /// Passes blanks and a comment; whether the line ends there.
  private mutating func endsLine() -> Bool {
    skipBlanks()
    if byte(at: position) == 0x23 { skipLine() }
    return position >= end || Self.isLineEnd(bytes[position])
  }
}
