import Diagnostics

/// Statements by which one file says more of what another declares.
extension Parser {
  /// Reads `navy { … }` after `claim`: several claims about one entity. Nil where a single claim stands.
  mutating func claimBlock() throws(SyntaxFailure) -> Statement.Node? {
    let name = word == .the && kind(ahead: 1) != .dot && kind(ahead: 1) != .leftBrace ? 1 : 0
    guard kind(ahead: name) == .name || kind(ahead: name) == .quotedName, kind(ahead: name + 1) == .leftBrace else { return nil }
    let subject = try path("the name of an entity", example: "claim navy { personnel about 15_000 in 2018 }")
    return .claims(subject: subject, lines: try block { (parser) throws(SyntaxFailure) in parser.claimLine() })
  }

  /// Reads `navy.personnel as planned in 2018 from ellis_2018 ¶19 because "…"`; the word `deprecate` has been read.
  mutating func deprecation() throws(SyntaxFailure) -> Statement.Node {
    let start = statementStart
    let example = "deprecate navy.personnel in 2018 from ellis_2018 because \"its author withdrew it\""
    let (subject, property) = try subject("`deprecate`", example: example)
    var deprecation = Deprecation(subject: subject, property: property, because: "")
    while true {
      if isAtEnd { _ = continueWithClause(from: start) }
      mark(.clause)
      switch word {
      case .in where deprecation.time == nil, .during where deprecation.time == nil:
        deprecation.time = try claimTime()
      case .as where deprecation.status == nil:
        guard let status = word(ahead: 1).status else { throw failStatus() }
        advanceKeyword()
        advanceKeyword()
        deprecation.status = status
      case .from where deprecation.citation == nil:
        advanceKeyword()
        let source = try path("the name of a source", example: example)
        deprecation.citation = CitationExpression(source: source, locators: try locators())
      default:
        try expect(keyword: .because, "`deprecate`", example: example)
        deprecation.because = try plainText("the reason", example: "because \"its author withdrew it\"")
        return .deprecate(deprecation)
      }
    }
  }
}
