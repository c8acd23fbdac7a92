import Diagnostics

/// Questions whose second word is a word too: `changed since 2017`, `tree of navy by part_of`, `who army`.
extension Parser {
  /// Reads one of them; nil where its first word is a name because of what follows it.
  mutating func wordedQuestion() throws(SyntaxFailure) -> Statement.Node? {
    switch token.word {
    case .who:
      switch kind(ahead: 1) {
      case .name, .quotedName, .text, .number: break
      default: return nil
      }
      advanceKeyword()
      return .question(.who(restOfLine().joined(separator: " ")))
    case .changed:
      guard word(ahead: 1) == .since else { return nil }
      advanceKeyword()
      advanceKeyword()
      return .question(.changed(since: try time(after: "since")))
    default:
      guard word(ahead: 1) == .of else { return nil }
      advanceKeyword()
      advanceKeyword()
      let example = "tree of navy by part_of"
      if isAtEnd { throw fail(.unexpectedToken, "`tree of` needs an entity", notes: ["as in: \(example)"]) }
      let root = try expression()
      let tie = accept(keyword: .by) ? try expectName("the name of a kind of tie", example: example) : nil
      return .question(.tree(of: root, by: tie))
    }
  }
}
