import Diagnostics

extension Parser {
  /// Reads a question to the whole casebook; nil where its word is a name.
  mutating func questionStatement() throws(SyntaxFailure) -> Statement.Node? {
    let word = token.word
    let isAlone: Bool
    switch kind(ahead: 1) {
    case .endOfLine, .endOfFile, .semicolon, .rightBrace: isAlone = true
    default: isAlone = false
    }
    if word == .conflicts, isAlone {
      advanceKeyword()
      return .question(.conflicts(of: nil))
    }
    if isAlone { return nil }
    switch word {
    case .conflicts, .sources:
      guard self.word(ahead: 1) == .of else { return nil }
      advanceKeyword()
      advanceKeyword()
      let subject = try expression()
      return .question(word == .sources ? .sources(of: subject) : .conflicts(of: subject))
    case .search:
      advanceKeyword()
      guard kind == .text else {
        throw fail(.unexpectedToken, "`search` needs the words in quotes", notes: ["as in: search \"port security\""])
      }
      return .question(.search(try textLiteral()))
    case .path:
      advanceKeyword()
      let start = try expression()
      try expect(keyword: .to, "`path`", example: "path navy to el_chapo")
      let goal = try expression()
      var kinds: [Identifier] = []
      if accept(keyword: .by) {
        repeat {
          kinds.append(try expectName("the name of a kind of tie", example: "path navy to mexico by part_of, country"))
        } while acceptComma()
      }
      return .question(.path(start, to: goal, by: kinds))
    case .timeline:
      advanceKeyword()
      let subject = try expression()
      guard case .qualified(let inner, let qualifiers) = subject.node else {
        return .question(.timeline(subject, during: nil))
      }
      switch (qualifiers.count, qualifiers[0].kind) {
      case (1, .during(let time)), (1, .over(let time)): return .question(.timeline(inner, during: time))
      default:
        throw fail(
          .unexpectedToken, "`timeline` takes one time", at: subject.range, "more than that",
          notes: ["as in: timeline navy in pena_nieto"])
      }
    default:
      advanceKeyword()
      return .question(.audit(try expression()))
    }
  }
}
