import Diagnostics
import Names

extension Parser {
  /// Where a statement stands: some are statements only there.
  enum Place { case top, report, comparison }

  /// Reads every statement up to the end of the text.
  mutating func program() -> [Statement] {
    var statements: [Statement] = []
    while true {
      forgiven = index
      while token.kind == .semicolon { advance() }
      forgiven = index
      if token.kind == .endOfFile { return statements }
      if token.kind == .rightBrace {
        statementStart = index
        report(.unmatchedBracket, "this brace closes nothing", at: range(token), "no `{` is open here")
        advance()
        continue
      }
      let before = index
      statements.append(statement(in: .top))
      if index == before { advance() }
    }
  }

  /// Reads one statement to its end; what can't be read becomes `invalid`, after one message.
  mutating func statement(in place: Place) -> Statement {
    let start = index
    let outer = (statementStart, depth, leavesQualifiers)
    statementStart = start
    brackets = 0
    forgiven = index
    leavesQualifiers = false
    mark(.statement)
    let documentation = documentation(before: start)
    var node = Statement.Node.invalid
    do throws(SyntaxFailure) {
      node = try statementNode(in: place)
      if !isAtEnd { throw failLeftover() }
    } catch {
      node = .invalid
      skipStatement(from: start)
    }
    (statementStart, depth, leavesQualifiers) = outer
    return Statement(node, at: range(from: start), documentation: documentation)
  }

  private mutating func failLeftover() -> SyntaxFailure {
    switch kind {
    case .rightParenthesis:
      return fail(.unmatchedBracket, "this bracket closes nothing", at: range(token), "no `(` is open here")
    default:
      return fail(.unexpectedToken, "the statement should end before this", notes: leftoverNotes)
    }
  }

  private var leftoverNotes: [String] {
    switch kind {
    case .name, .quotedName:
      return ["a name of several words stands in back-ticks; two statements stand on two lines"]
    case .text: return ["a label is given with `as`, a reason with `because`"]
    default: return []
    }
  }

  private mutating func statementNode(in place: Place) throws(SyntaxFailure) -> Statement.Node {
    if isDeclaration, !takesNameAndText { return try declaration() }
    if kind == .name, token.word != .none, !isNameHere {
      let before = index
      if let node = try wordStatement(in: place) { return node }
      index = before
    }
    if isUntitledDeclaration { return try declaration() }
    return try expressionStatement()
  }

  /// Whether a token surely begins a statement, by its word and what follows on its line: then a bracket or an operator before it was left
  /// without its end.
  func beginsStatement(_ index: Int) -> Bool {
    guard index + 2 < tokens.count, tokens[index].kind == .name else { return false }
    let next = tokens[index + 1]
    if next.startsLine { return false }
    if Word.statements.contains(tokens[index].word) {
      switch next.kind {
      case .name: return next.word == .none
      case .quotedName, .text, .variable, .number: return true
      default: return false
      }
    }
    let third = tokens[index + 2]
    return (next.kind == .name || next.kind == .quotedName) && !next.word.joinsText && third.kind == .text && !third.startsLine
  }

  /// Statement words after which a name and a text may stand.
  private var takesNameAndText: Bool {
    switch word {
    case .report, .comparison, .help, .list, .explain, .describe, .hypotheses: true
    default: false
    }
  }

  /// Whether the word here is a name because of what follows it.
  var isNameHere: Bool {
    switch kind(ahead: 1) {
    case .dot: touches(ahead: 1) && word != .use
    case .leftParenthesis: touches(ahead: 1)
    case .pipe, .comma, .arrow, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .name: tokens[index + 1].word == .is
    default: false
    }
  }

  // MARK: Expressions and lookups

  private mutating func expressionStatement() throws(SyntaxFailure) -> Statement.Node {
    let words = wordsOfLine()
    let isChoice = word == .if && words.contains { WordTable.shared.word($0) == .then }
    if words.count > 1, !isChoice {
      // Words only: an expression if they read as one, otherwise names to look up.
      let saved = self
      do throws(SyntaxFailure) {
        let value = try pipeline()
        if isAtEnd, !diagnostics[saved.diagnostics.count...].contains(where: { $0.severity == .error }) {
          return .expression(value, because: try because())
        }
      } catch {}
      let ended = endedAfterOperator
      self = saved
      endedAfterOperator = ended
      while !isAtEnd { advance() }
      return .lookup(words)
    }
    let start = index
    if kind == .pipe {
      throw fail(
        .unexpectedToken, "a line that begins with `|` goes on with the line before it, and there is none", at: range(token),
        "nothing before it", notes: ["to go on with the last result, write `it | …`"])
    }
    let value = try pipeline()
    let reason = try because()
    if index == start + 1, tokens[start].kind == .name {
      switch kind {
      case .name, .quotedName, .variable, .number, .date, .text, .leftBrace: throw failStatement(start)
      default: break
      }
    }
    return .expression(value, because: reason)
  }

  /// The words of a line that has nothing but names and numbers, and perhaps a question mark at its end; otherwise empty.
  private func wordsOfLine() -> [String] {
    var words: [String] = []
    var current = index
    while true {
      let token = tokens[current]
      if current > index, token.startsLine { return words }
      switch token.kind {
      case .name, .number:
        if token.touches, current > index, let last = words.popLast() {
          words.append(last + text(token))
        } else {
          words.append(text(token))
        }
      case .quotedName: words.append(identifier(token).text)
      case .endOfFile, .semicolon, .rightBrace: return words
      case .question
      where tokens[min(current + 1, tokens.count - 1)].startsLine
        || tokens[min(current + 1, tokens.count - 1)].kind == .endOfFile:
        return words
      default: return []
      }
      current += 1
    }
  }

  private mutating func failStatement(_ start: Int) -> SyntaxFailure {
    let written = text(tokens[start])
    let names = Word.statements.map(\.rawValue)
    let near = Suggestion.nearest(to: written, among: names).filter { $0 != foldName(written) }
    let example = near.first.flatMap { WordTable.shared.word($0).example }.map { "as in: \($0)" }
    return fail(
      .unknownStatement, "`\(written)` begins no statement", at: range(tokens[start]), "read as a name",
      also: [.init(here, "so the line should end before this")],
      notes: [Suggestion.note(near), example].compactMap { $0 })
  }

  /// Reads `because …` if it stands here.
  mutating func because() throws(SyntaxFailure) -> Reason? {
    guard accept(keyword: .because) else { return nil }
    return try reason()
  }

  /// Reads a reason: a text, or the names of claims.
  mutating func reason() throws(SyntaxFailure) -> Reason {
    if kind == .text {
      let place = range(token)
      return .text(try plainText("the reason", example: "because \"the author sets them side by side\""), place)
    }
    guard kind == .name || kind == .quotedName else {
      throw fail(
        .unexpectedToken, "a reason is due after `because`", notes: ["as in: because \"the author sets them side by side\""])
    }
    var claims: [Path] = []
    repeat { claims.append(try path("the name of a claim", example: "because c_new_groups")) } while acceptComma()
    return .claims(claims)
  }
}
