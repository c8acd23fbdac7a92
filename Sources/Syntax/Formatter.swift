public import Diagnostics

/// The canonical text of a file, or why there is none.
public struct FormatResult: Sendable {
  /// Nil where the file has errors: what can't be read is never rewritten.
  public var text: String?
  public var diagnostics: [Diagnostic]

  public init(text: String?, diagnostics: [Diagnostic]) {
    self.text = text
    self.diagnostics = diagnostics
  }
}

/// Lays a file out in the one canonical way: two blanks for each block, one around operators, digits in groups, canonical hedges, signs
/// and places. Comments stay, blank lines come singly, and the tree is the same as before. Formatting twice changes nothing more.
///
/// - Clauses stay in the order in which they were written; a claim longer than 120 columns is broken before clauses.
/// - A pipeline whose `|` began or ended a line, or that is too long, has each `|` at the start of a line.
/// - Other breaks stay where the author put them: after an operator or a comma, or in round brackets.
/// - A block on one line stays so while it fits.
public func format(_ file: SourceFile) -> FormatResult {
  let checked = parse(file)
  if checked.diagnostics.contains(where: { $0.severity == .error }) {
    return FormatResult(text: nil, diagnostics: checked.diagnostics)
  }
  var parser = Parser(file, range: 0..<file.bytes.count, recordsMarks: true)
  let tokens = parser.tokens
  let comments = parser.comments
  _ = parser.program()
  var formatter = Formatter(bytes: file.bytes, tokens: tokens, comments: comments, marks: parser.marks ?? [])
  formatter.run()
  return FormatResult(text: String(decoding: formatter.output, as: UTF8.self), diagnostics: checked.diagnostics)
}

/// Writes tokens out again, guided by what the parser noted of them.
struct Formatter {
  let bytes: [UInt8]
  let tokens: [Token]
  let comments: [Comment]
  let notes: LayoutNotes
  var output: [UInt8] = []
  /// The token to be written next.
  private var index = 0
  /// The comment to be written next.
  private var nextComment = 0
  /// One past the last byte of the input that has been written.
  private var written = 0

  /// The columns that a line should not exceed.
  static let lineLength = 120

  init(bytes: [UInt8], tokens: [Token], comments: [Comment], marks: [Mark]) {
    self.bytes = bytes
    self.tokens = tokens
    self.comments = comments
    notes = LayoutNotes(marks)
    output.reserveCapacity(bytes.count + bytes.count / 8)
  }

  mutating func run() {
    lines(indent: 0, isFirst: true)
  }

  /// Writes the statements up to the end of the block or the file.
  private mutating func lines(indent: Int, isFirst: Bool) {
    var isFirst = isFirst
    while true {
      while tokens[index].kind == .semicolon { index += 1 }
      writeComments(indent: indent, isFirst: &isFirst)
      let token = tokens[index]
      if token.kind == .endOfFile || token.kind == .rightBrace { return }
      if !isFirst, hasBlankLine(before: Int(token.start)) { output.append(0x0A) }
      isFirst = false
      statement(indent: indent)
    }
  }

  private mutating func statement(indent: Int) {
    let pieces = pieces()
    write(pieces, indent: indent)
    guard tokens[index].kind == .leftBrace, let closing = partner(of: index) else {
      endLine()
      return
    }
    if let inline = inlineBlock(from: index, column: column) {
      output += Array(" ".utf8) + inline
      index = closing + 1
      written = Int(tokens[closing].end)
      endLine()
      return
    }
    output += Array(" {".utf8)
    written = Int(tokens[index].end)
    index += 1
    endLine()
    lines(indent: indent + 2, isFirst: true)
    output += blanks(indent) + Array("}".utf8)
    written = Int(tokens[index].end)
    if index < tokens.count - 1 { index += 1 }
    endLine()
  }

  private func partner(of index: Int) -> Int? {
    tokens[index].partner == Token.noPartner ? nil : Int(tokens[index].partner)
  }

  /// How many columns the current line of the output has.
  private var column: Int {
    var bytesBack = output.count
    var columns = 0
    while bytesBack > 0, output[bytesBack - 1] != 0x0A {
      bytesBack -= 1
      if output[bytesBack] & 0xC0 != 0x80 { columns += 1 }
    }
    return columns
  }

  /// A block that was written on one line and fits on one, with its braces; nil for any other.
  private func inlineBlock(from opening: Int, column: Int) -> [UInt8]? {
    guard let closing = partner(of: opening) else { return nil }
    if closing == opening + 1, !hasComment(in: opening + 1...closing) { return Array("{}".utf8) }
    for inner in opening + 1...closing where tokens[inner].startsLine { return nil }
    guard !hasComment(in: opening + 1...closing) else { return nil }
    var nested = self
    nested.output = []
    nested.index = opening + 1
    var isFirst = true
    nested.output += Array("{".utf8)
    while nested.index < closing {
      if tokens[nested.index].kind == .semicolon {
        nested.index += 1
        continue
      }
      nested.output += Array((isFirst ? " " : "; ").utf8)
      isFirst = false
      let pieces = nested.pieces()
      for (position, piece) in pieces.enumerated() {
        if position > 0, piece.hasSpaceBefore { nested.output.append(0x20) }
        nested.output += Array(piece.text.utf8)
      }
      if tokens[nested.index].kind == .leftBrace, let end = partner(of: nested.index) {
        guard let inner = nested.inlineBlock(from: nested.index, column: 0) else { return nil }
        nested.output += Array(" ".utf8) + inner
        nested.index = end + 1
      }
    }
    nested.output += Array(" }".utf8)
    let length = nested.output.count { $0 & 0xC0 != 0x80 }
    return column + 1 + length <= Self.lineLength ? nested.output : nil
  }

  private func hasComment(in range: ClosedRange<Int>) -> Bool {
    comments.contains { range.contains(Int($0.nextToken)) }
  }

  // MARK: Comments and blank lines

  /// Writes the comments that stand on lines of their own before the next token.
  private mutating func writeComments(indent: Int, isFirst: inout Bool) {
    while nextComment < comments.count, Int(comments[nextComment].nextToken) <= index {
      let comment = comments[nextComment]
      if !isFirst, hasBlankLine(before: Int(comment.start)) { output.append(0x0A) }
      isFirst = false
      output += blanks(indent) + text(of: comment)
      output.append(0x0A)
      written = Int(comment.end)
      nextComment += 1
    }
  }

  private func text(of comment: Comment) -> [UInt8] {
    var end = Int(comment.end)
    while end > Int(comment.start), bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Array(bytes[Int(comment.start)..<end])
  }

  /// Ends the line; a comment that stood behind it stays there.
  private mutating func endLine() {
    if nextComment < comments.count {
      let comment = comments[nextComment]
      // A sign that ends a statement may stand between the two.
      let isBehind = !comment.isAlone && Int(comment.nextToken) <= index + trailingSemicolons
      if isBehind {
        output += Array("  ".utf8) + text(of: comment)
        written = Int(comment.end)
        nextComment += 1
      }
    }
    output.append(0x0A)
  }

  private var trailingSemicolons: Int {
    var count = 0
    while index + count < tokens.count - 1, tokens[index + count].kind == .semicolon { count += 1 }
    return count
  }

  /// Whether a blank line stood before an offset, after what was written last.
  private func hasBlankLine(before offset: Int) -> Bool {
    var ends = 0
    var current = written
    while current < offset {
      if bytes[current] == 0x0A || (bytes[current] == 0x0D && (current + 1 >= offset || bytes[current + 1] != 0x0A)) { ends += 1 }
      current += 1
    }
    return ends > 1
  }

  private func blanks(_ count: Int) -> [UInt8] { Array(repeating: 0x20, count: count) }

  // MARK: Pieces

  /// The pieces of the statement that begins here, up to its block or its end; the index then stands behind them.
  private mutating func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var parentheses = 0
    let first = index
    while true {
      let token = tokens[index]
      if token.kind == .endOfFile || token.kind == .semicolon || token.kind == .rightBrace || token.kind == .leftBrace { break }
      if index > first, notes.statements.contains(token.start), parentheses == 0 { break }
      if token.kind == .rightParenthesis { parentheses -= 1 }
      var piece = Piece(token, text: notes.text(of: token, in: bytes), parentheses: parentheses)
      piece.isKeyword = notes.keywords.contains(token.start)
      piece.isPrefixSign = notes.prefixSigns.contains(token.start)
      piece.startsLine = token.startsLine && index > first
      piece.startsClause = notes.clauses.contains(token.start)
      piece.touches = token.touches
      if token.kind == .leftParenthesis { parentheses += 1 }
      var last = index
      if let replaced = notes.replacements[token.start] {
        piece.text = replaced.text
        piece.isJoined = replaced.text == ".." || replaced.text == "%"
        while last + 1 < tokens.count, tokens[last + 1].start < replaced.end { last += 1 }
        if last > index { piece.kind = .name }
      } else if let end = notes.verbatims[token.start] {
        while last + 1 < tokens.count, tokens[last + 1].start < end { last += 1 }
        piece.text = tokens[index...last].reduce("") { text, token in
          text + (text.isEmpty || token.touches ? "" : " ") + String(decoding: bytes[token.offsets], as: UTF8.self)
        }
        piece.kind = .name
      }
      if let previous = pieces.last { piece.hasSpaceBefore = Piece.needsSpace(between: previous, and: piece) }
      pieces.append(piece)
      index = last + 1
    }
    if index > first { written = Int(tokens[index - 1].end) }
    return pieces
  }

  /// Writes the pieces of one statement on one line or several.
  private mutating func write(_ pieces: [Piece], indent: Int) {
    guard let first = pieces.first else { return }
    let pipes = pieces.indices.filter { pieces[$0].kind == .pipe && pieces[$0].parentheses == 0 }
    let length = indent + pieces.reduce(0) { $0 + $1.width + ($1.hasSpaceBefore ? 1 : 0) }
    let breaksPipes =
      !pipes.isEmpty
      && (length > Self.lineLength
        || pipes.contains { pieces[$0].startsLine || ($0 + 1 < pieces.count && pieces[$0 + 1].startsLine) })
    let fitsWithoutClauses = length <= Self.lineLength
    output += blanks(indent) + Array(first.text.utf8)
    var used = indent + first.width
    for position in pieces.indices.dropFirst() {
      let piece = pieces[position]
      let comment = writeInnerComments(before: piece, indent: indent + 2)
      let isPipe = piece.kind == .pipe && piece.parentheses == 0
      let followsPipe = breaksPipes && pieces[position - 1].kind == .pipe && pieces[position - 1].parentheses == 0
      var breaks = comment
      if isPipe {
        breaks = breaks || breaksPipes
      } else if piece.startsClause {
        breaks = breaks || (!fitsWithoutClauses && used + clauseWidth(pieces, from: position) > Self.lineLength)
      } else if piece.startsLine, !followsPipe {
        breaks = true
      }
      if breaks {
        if !comment { output.append(0x0A) }
        let depth = indent + 2 * max(piece.kind == .rightParenthesis ? 0 : 1, piece.parentheses)
        output += blanks(depth)
        used = depth
      } else if piece.hasSpaceBefore {
        output.append(0x20)
        used += 1
      }
      output += Array(piece.text.utf8)
      used += piece.width
    }
  }

  /// The columns from a clause to the next one.
  private func clauseWidth(_ pieces: [Piece], from start: Int) -> Int {
    var width = 0
    for position in start..<pieces.count {
      let piece = pieces[position]
      if position > start, piece.startsClause || piece.startsLine { break }
      width += piece.width + (piece.hasSpaceBefore ? 1 : 0)
    }
    return width
  }

  /// Writes the comments between two pieces of one statement; true where there were any, so that a new line has begun.
  private mutating func writeInnerComments(before piece: Piece, indent: Int) -> Bool {
    var wrote = false
    while nextComment < comments.count, comments[nextComment].start < piece.start {
      let comment = comments[nextComment]
      if comment.isAlone {
        if !wrote { output.append(0x0A) }
        output += blanks(indent) + text(of: comment)
      } else {
        output += Array("  ".utf8) + text(of: comment)
      }
      output.append(0x0A)
      wrote = true
      nextComment += 1
    }
    return wrote
  }
}
