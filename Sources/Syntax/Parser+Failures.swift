import Diagnostics

extension Parser {
  /// Reports an error and gives back what to throw. Says nothing where the statement already has an error of the lexer.
  mutating func fail(
    _ code: DiagnosticCode, _ message: String, at place: SourceRange? = nil, _ label: String? = nil,
    also: [Diagnostic.Label] = [], notes: [String] = [], fixIts: [Diagnostic.FixIt] = []
  ) -> SyntaxFailure {
    report(code, message, at: place, label, also: also, notes: notes, fixIts: fixIts)
    return SyntaxFailure()
  }

  /// Reports an error that does not stop the statement.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at place: SourceRange? = nil, _ label: String? = nil,
    also: [Diagnostic.Label] = [], notes: [String] = [], fixIts: [Diagnostic.FixIt] = [],
    severity: Diagnostic.Severity = .error
  ) {
    if severity == .error, hasLexicalError { return }
    diagnostics.append(
      Diagnostic(
        code, message, at: place ?? here, label ?? "found \(found)", also: also, notes: notes, fixIts: fixIts, severity: severity)
    )
  }

  /// Whether the lexer has reported an error between the start of the statement and the current token.
  private var hasLexicalError: Bool {
    if token.kind == .invalid { return true }
    guard !lexicalErrors.isEmpty else { return false }
    let start = tokens[statementStart].start
    let end = tokens[index].end
    var low = 0
    var high = lexicalErrors.count
    while low < high {
      let middle = (low + high) / 2
      if lexicalErrors[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < lexicalErrors.count && lexicalErrors[low] <= end
  }

  /// What the current token is, in words.
  var found: String { describe(index) }

  func describe(_ index: Int) -> String {
    let token = tokens[index]
    if token.startsLine, brackets == 0, index != forgiven, token.kind != .endOfFile { return "the end of the line" }
    switch token.kind {
    case .endOfFile: return "the end of the text"
    case .endOfLine: return "the end of the line"
    case .name: return token.word == .none ? "the name `\(text(token))`" : "`\(text(token))`"
    case .quotedName: return "the name \(text(token))"
    case .variable: return "`\(text(token))`"
    case .number: return "the number \(text(token))"
    case .date: return "the date \(text(token))"
    case .text: return "a text"
    case .locator: return "the place \(text(token))"
    default: return "`\(text(token))`"
    }
  }

  /// Reports that a name is due here and gives back what to throw.
  mutating func failName(_ what: String, example: String) -> SyntaxFailure {
    if kind == .text {
      return fail(.unexpectedToken, "\(what) is due here, without quotation marks", notes: ["as in: \(example)"])
    }
    return fail(.unexpectedToken, "\(what) is due here", notes: ["as in: \(example)"])
  }

  /// The name that stands here.
  mutating func expectName(_ what: String, example: String) throws(SyntaxFailure) -> Identifier {
    switch kind {
    case .name, .quotedName:
      let name = identifier(token)
      advance()
      return name
    default: throw failName(what, example: example)
    }
  }

  mutating func expect(keyword wanted: Word, _ construct: String, example: String) throws(SyntaxFailure) {
    if accept(keyword: wanted) { return }
    var notes = ["as in: \(example)"]
    if kind == .name, !Suggestion.nearest(to: text(token), among: [wanted.rawValue]).isEmpty {
      notes.insert("did you mean `\(wanted.rawValue)`?", at: 0)
    }
    throw fail(.unexpectedToken, "\(construct) needs `\(wanted.rawValue)` here", notes: notes)
  }

  mutating func expect(_ wanted: TokenKind, sign: String, _ construct: String, example: String) throws(SyntaxFailure) {
    if accept(wanted) { return }
    throw fail(.unexpectedToken, "\(construct) needs `\(sign)` here", notes: ["as in: \(example)"])
  }

  // MARK: Depth

  /// Counts one more bracket, prefix sign, block or text around what follows.
  mutating func enter() throws(SyntaxFailure) {
    depth += 1
    if depth > Self.greatestDepth { throw failDepth() }
  }

  mutating func leave() { depth -= 1 }

  /// Counts one more node on top of the expression just read.
  mutating func grow(over other: Int = 0) throws(SyntaxFailure) {
    height = max(height, other) + 1
    if height > Self.greatestDepth { throw failDepth() }
  }

  private mutating func failDepth() -> SyntaxFailure {
    fail(
      .tooDeep, "this is nested or chained too deeply", at: range(token), "more than \(Self.greatestDepth) levels",
      notes: ["give the inner parts names with `let`"])
  }

  // MARK: Recovery

  /// Whether a line goes on with the statement that began at `start`: it begins with `|` or a clause, or the line before it ends in a comma
  /// or an operator.
  private mutating func goesOn(at line: Int, from start: Int) -> Bool {
    if tokens[line].kind == .pipe { return true }
    if beginsStatement(line) { return false }
    switch tokens[line - 1].kind {
    case .comma, .pipe, .plus, .minus, .star, .slash, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return true
    default: break
    }
    index = line
    return continueWithClause(from: start)
  }

  /// Moves to the end of the statement that began at `start` and could not be read: past its line, and past every bracket that was
  /// opened in it and is closed.
  mutating func skipStatement(from start: Int) {
    brackets = 0
    forgiven = -1
    let failure = index
    var current = start
    while current < tokens.count - 1 {
      let token = tokens[current]
      if current > start, current >= failure, token.startsLine, !goesOn(at: current, from: start) { break }
      switch token.kind {
      case .semicolon where current >= failure:
        index = current
        return
      case .rightBrace:
        if current >= failure || token.partner == Token.noPartner {
          index = current
          return
        }
        current += 1
      case .leftBrace, .leftParenthesis:
        let partner = token.partner
        current = partner != Token.noPartner && Int(partner) > current ? Int(partner) + 1 : current + 1
      default: current += 1
      }
    }
    index = min(current, tokens.count - 1)
  }
}
