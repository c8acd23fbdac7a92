import Diagnostics

extension Parser {
  /// Reads a text, with the expressions in it.
  mutating func textLiteral() throws(SyntaxFailure) -> TextLiteral {
    let token = self.token
    let place = range(token)
    let content = contentRange(of: token)
    advance()
    if token.flags.contains(.broken) {
      // Already reported; what stands in it can't be told apart.
      return TextLiteral([.literal(String(decoding: bytes[content], as: UTF8.self))], at: place)
    }
    if token.flags.contains(.multiline) { return try multilineText(content, at: place) }
    if !token.flags.contains(.composed) {
      let letters = String(decoding: bytes[content], as: UTF8.self)
      return TextLiteral(letters.isEmpty ? [] : [.literal(letters)], at: place)
    }
    return TextLiteral(try segments(content), at: place)
  }

  /// Reads a text that may hold no expressions: `what` names it in the message.
  mutating func plainText(_ what: String, example: String) throws(SyntaxFailure) -> String {
    guard kind == .text else {
      throw fail(.unexpectedToken, "\(what) is due here, in quotation marks", notes: ["as in: \(example)"])
    }
    let literal = try textLiteral()
    guard let plain = literal.plain else {
      throw fail(
        .unexpectedToken, "\(what) can't hold an expression", at: literal.range, "an expression stands in it",
        notes: ["a brace that is only a sign is written `\\{`"])
    }
    return plain
  }

  /// The stretch between the quotation marks.
  private func contentRange(of token: Token) -> Range<Int> {
    let opening = token.flags.contains(.multiline) || token.flags.contains(.typographic) ? 3 : 1
    let start = Int(token.start) + opening
    guard !token.flags.contains(.broken) else { return start..<max(start, Int(token.end)) }
    var closing = token.flags.contains(.multiline) ? 3 : 1
    if token.flags.contains(.typographic), bytes[Int(token.end) - 1] != 0x22 { closing = 3 }
    return start..<max(start, Int(token.end) - closing)
  }

  /// The parts of a stretch of text: letters, with escapes undone, and expressions.
  private mutating func segments(_ content: Range<Int>) throws(SyntaxFailure) -> [TextSegment] {
    var segments: [TextSegment] = []
    var letters: [UInt8] = []
    var tallest = 0
    var current = content.lowerBound
    while current < content.upperBound {
      let byte = bytes[current]
      if byte == 0x5C, current + 1 < content.upperBound {
        current += 1
        switch bytes[current] {
        case 0x22, 0x5C, 0x7B, 0x7D: letters.append(bytes[current])
        case 0x6E: letters.append(0x0A)
        case 0x74: letters.append(0x09)
        default:
          report(
            .badEscape, "this sign needs no backslash before it",
            at: SourceRange(file: file.id, start: current - 1, end: current + 1),
            "found here", notes: ["known are \\\" \\{ \\} \\\\ \\n \\t; a backslash itself is written \\\\"])
          letters.append(bytes[current])
        }
        current += 1
      } else if byte == 0x7B {
        if !letters.isEmpty { segments.append(.literal(String(decoding: letters, as: UTF8.self))) }
        letters = []
        let end = expressionEnd(from: current, limit: content.upperBound)
        segments.append(.expression(try embedded(current + 1..<max(current + 1, end), opening: current)))
        tallest = max(tallest, height)
        current = end + 1
      } else {
        letters.append(byte)
        current += 1
      }
    }
    if !letters.isEmpty { segments.append(.literal(String(decoding: letters, as: UTF8.self))) }
    height = tallest + 1
    return segments
  }

  /// The offset of the brace that closes the one at `start`.
  private func expressionEnd(from start: Int, limit: Int) -> Int {
    var lexer = Lexer(bytes, file: file.id, range: start..<limit)
    return lexer.endOfBrace()
  }

  /// Reads the expression in the braces of a text, by a lexer of its own.
  private mutating func embedded(_ content: Range<Int>, opening: Int) throws(SyntaxFailure) -> Expression {
    try enter()
    var lexer = Lexer(bytes, file: file.id, range: content)
    lexer.run()
    let errors = lexer.diagnostics.filter { $0.severity == .error }
    diagnostics += lexer.diagnostics
    if marks != nil {
      // Blanks between the words are no part of the text.
      marks?.append(
        Mark(start: UInt32(clamping: opening), end: UInt32(clamping: content.upperBound + 1), kind: .embedded(.endOfLine)))
      for token in lexer.tokens where token.kind != .endOfFile {
        marks?.append(Mark(start: token.start, end: token.end, kind: .embedded(token.kind)))
      }
    }
    if !errors.isEmpty { throw SyntaxFailure() }
    var outer = (tokens, index, brackets, forgiven, leavesQualifiers, statementStart, comments)
    tokens = lexer.tokens
    comments = lexer.comments
    (index, brackets, forgiven, leavesQualifiers, statementStart) = (0, 1, -1, false, 0)
    var result = Expression(.invalid, at: SourceRange(file: file.id, start: opening, end: content.upperBound + 1))
    var failure: SyntaxFailure?
    do throws(SyntaxFailure) {
      if tokens.count == 1 {
        throw fail(
          .expectedValue, "there is nothing between these braces", at: result.range, "empty",
          notes: ["a brace that is only a sign is written `\\{`"])
      }
      result = try pipeline()
      if kind != .endOfFile {
        throw fail(.unexpectedToken, "the expression in this text should end here", notes: ["close it with `}`"])
      }
    } catch {
      failure = error
    }
    // The end of the braces is not the end of the entry.
    endedAfterOperator = false
    swap(&tokens, &outer.0)
    (_, index, brackets, forgiven, leavesQualifiers, statementStart, comments) = outer
    if let failure { throw failure }
    leave()
    return result
  }

  /// The text between three quotation marks: the line ends next to them don't count, nor does the indentation of the closing ones.
  private mutating func multilineText(_ content: Range<Int>, at place: SourceRange) throws(SyntaxFailure) -> TextLiteral {
    var segments = try segments(content)
    guard content.lowerBound < content.upperBound, bytes[content.lowerBound] == 0x0A || bytes[content.lowerBound] == 0x0D else {
      return TextLiteral(segments, at: place)
    }
    var indentation = 0
    var last = content.upperBound - 1
    while last > content.lowerBound, bytes[last] == 0x20 || bytes[last] == 0x09 {
      last -= 1
      indentation += 1
    }
    let closesLine = bytes[last] == 0x0A || bytes[last] == 0x0D
    for position in segments.indices {
      guard case .literal(let letters) = segments[position] else { continue }
      var lines = letters.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
      for line in lines.indices where line > 0 && closesLine {
        let blanks = lines[line].prefix(indentation).prefix { $0 == " " || $0 == "\t" }.count
        lines[line] = String(lines[line].dropFirst(blanks))
      }
      if position == 0 { lines.removeFirst() }
      if position == segments.count - 1, closesLine, !lines.isEmpty { lines.removeLast() }
      segments[position] = .literal(lines.joined(separator: "\n"))
    }
    segments.removeAll { $0 == .literal("") }
    return TextLiteral(segments, at: place)
  }
}

extension Lexer {
  /// The offset of the brace that closes the one at the current position; the end of the stretch where there is none.
  fileprivate mutating func endOfBrace() -> Int {
    var depth = 0
    while position < end {
      switch bytes[position] {
      case 0x7B:
        depth += 1
        position += 1
      case 0x7D:
        depth -= 1
        if depth == 0 { return position }
        position += 1
      case 0x22: readText()
      case 0x60:
        position += 1
        while position < end, bytes[position] != 0x60, bytes[position] != 0x0A { position += 1 }
        if position < end { position += 1 }
      default: position += 1
      }
    }
    return end
  }
}
