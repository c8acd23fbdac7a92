import Diagnostics

extension Parser {
  /// Whether a declaration begins here: two words, then a text.
  var isDeclaration: Bool {
    guard kind == .name || kind == .quotedName else { return false }
    let id = kind(ahead: 1)
    return (id == .name || id == .quotedName) && kind(ahead: 2) == .text && !tokens[index + 1].word.joinsText
  }

  /// Whether a declaration without its title, or with one that lacks its quotation marks, begins here: words only, then a block.
  var isUntitledDeclaration: Bool {
    guard kind == .name else { return false }
    var words = 1
    while true {
      switch kind(ahead: words) {
      case .name, .quotedName, .number: words += 1
      case .leftBrace: return words > 1
      default: return false
      }
      if words > 12 { return false }
    }
  }

  /// Reads `institution navy "Mexican Navy" { … }`.
  mutating func declaration() throws(SyntaxFailure) -> Statement.Node {
    mark(.kind)
    let kindName = identifier(token)
    advance()
    let id = identifier(token)
    advance()
    let title: TextLiteral
    if kind == .text {
      title = try textLiteral()
    } else if kind == .leftBrace {
      title = TextLiteral([], at: here)
      report(
        .missingTitle, "a declaration gives the full name after `\(id.text)`", at: here, "no name in quotation marks",
        notes: ["as in: \(kindName.text) \(id.text) \"Full Name\" { … }"])
    } else {
      let first = index
      while kind != .leftBrace, !isAtEnd { advance() }
      let place = range(from: first)
      let words = file.text(place.offsets)
      title = TextLiteral([.literal(words)], at: place)
      report(
        .missingTitle, "the full name in a declaration stands in quotation marks", at: place, "no quotation marks",
        notes: ["write \(kindName.text) \(id.text) \"\(words)\" { … }"], fixIts: [.init(place, replacement: "\"\(words)\"")])
    }
    if kind != .leftBrace, !isAtEnd {
      report(
        .unexpectedToken, "after the name of a declaration stands its block",
        notes: ["as in: \(kindName.text) \(id.text) \"Full Name\" { … }"])
      while kind != .leftBrace, !isAtEnd { advance() }
    }
    guard kind == .leftBrace else { return .declaration(Declaration(kind: kindName, id: id, title: title, lines: [])) }
    let lines = try block { (parser) throws(SyntaxFailure) in parser.claimLine() }
    return .declaration(Declaration(kind: kindName, id: id, title: title, lines: lines))
  }

  /// Reads the lines between braces; the opening one stands here. A line that can't be read is the reader's affair.
  mutating func block<Line>(
    endsAtDeclaration: Bool = true, _ line: (inout Parser) throws(SyntaxFailure) -> Line
  ) throws(SyntaxFailure) -> [Line] {
    let opening = index
    let outerStart = statementStart
    let outerBrackets = brackets
    try enter()
    advance()
    brackets = 0
    var lines: [Line] = []
    // A claim has some fourteen tokens; too small a guess only costs a copy.
    let closing = tokens[opening].partner
    if closing != Token.noPartner { lines.reserveCapacity((Int(closing) - opening) / 14 + 1) }
    while true {
      forgiven = index
      while token.kind == .semicolon { advance() }
      if token.kind == .rightBrace {
        forgiven = index
        advance()
        break
      }
      if token.kind == .endOfFile || (endsAtDeclaration && isOuterDeclaration(opening)) {
        reportUnclosedBlock(opening)
        break
      }
      let before = index
      forgiven = index
      lines.append(try line(&self))
      expectLineEnd(from: before)
      if index == before { advance() }
    }
    leave()
    // What follows on another line does not go on with the block.
    forgiven = -1
    brackets = outerBrackets
    statementStart = outerStart
    return lines
  }

  /// Reports what is left over on a line of a block, and passes it.
  private mutating func expectLineEnd(from start: Int) {
    if isAtEnd { return }
    report(.unexpectedToken, "the line should end before this")
    skipStatement(from: start)
  }

  /// Whether a declaration that is not indented more than the block around it begins here: then the block was not closed.
  private func isOuterDeclaration(_ opening: Int) -> Bool {
    guard token.startsLine, isDeclaration || isUntitledDeclaration else { return false }
    return indentation(of: index) <= indentation(ofLineAt: opening) && kind(ahead: 3) == .leftBrace
  }

  mutating func reportUnclosedBlock(_ opening: Int) {
    if let lastUnclosed, lastUnclosed > tokens[opening].start { return }
    let also =
      token.kind == .endOfFile
      ? [] : [Diagnostic.Label(range(token), "it should be closed before this")]
    diagnostics.append(
      Diagnostic(
        .unclosedBracket, "this block is never closed", at: range(tokens[opening]), "opened here", also: also,
        notes: ["write `}` where it should end"]))
  }

  // MARK: Documentation

  /// The `##` lines directly before a token.
  func documentation(before index: Int) -> [String] {
    guard tokens[index].flags.contains(.documented) else { return [] }
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].nextToken < index { low = middle + 1 } else { high = middle }
    }
    var lines: [String] = []
    while low < comments.count, comments[low].nextToken == UInt32(index) {
      let comment = comments[low]
      if comment.isDocumentation {
        var start = Int(comment.start) + 2
        if start < Int(comment.end), bytes[start] == 0x20 { start += 1 }
        lines.append(String(decoding: bytes[start..<Int(comment.end)], as: UTF8.self))
      }
      low += 1
    }
    return lines
  }
}
