import Diagnostics

extension Parser {
  static let hypothesesExample =
    "hypotheses causes \"Why?\" { h1 \"Leaders fell\"; h2 \"Rivals grew\"; rate c_growth: h1 C, h2 I }"

  /// Reads `hypotheses NAME TITLE { … }`.
  mutating func hypotheses() throws(SyntaxFailure) -> Statement.Node {
    let example = Self.hypothesesExample
    advanceKeyword()
    let name = try expectName("the name of the hypotheses", example: example)
    guard kind == .text else {
      throw fail(.unexpectedToken, "the question that the hypotheses answer is due here, as a text", notes: ["as in: \(example)"])
    }
    let title = try plainText("the question", example: example)
    guard kind == .leftBrace else {
      throw fail(.unexpectedToken, "`hypotheses` needs a block in braces here", notes: ["as in: \(example)"])
    }
    var result = Hypotheses(name: name, title: title, alternatives: [], ratings: [])
    _ = try block(endsAtDeclaration: false) { (parser) throws(SyntaxFailure) in parser.hypothesesLine(into: &result) }
    return .hypotheses(result)
  }

  private mutating func hypothesesLine(into result: inout Hypotheses) {
    let start = index
    statementStart = start
    mark(.statement)
    do throws(SyntaxFailure) {
      if word == .rate, kind(ahead: 1) != .text {
        advanceKeyword()
        result.ratings.append(try rating())
      } else if kind == .name || kind == .quotedName, word != .because, kind(ahead: 1) == .text {
        let id = identifier(token)
        advance()
        result.alternatives.append(
          Hypotheses.Alternative(id: id, title: try plainText("the hypothesis", example: Self.hypothesesExample)))
      } else {
        throw fail(
          .unexpectedToken, "a line of hypotheses names one with its text, or begins with `rate`",
          notes: ["as in: h1 \"Leaders were removed\"", "as in: rate c_growth: h1 CC, h2 I"])
      }
    } catch {
      skipStatement(from: start)
    }
  }

  /// Reads `c_growth: h1 N, h2 CC because "…"`.
  private mutating func rating() throws(SyntaxFailure) -> Hypotheses.Rating {
    let example = "rate c_growth: h1 CC, h2 I"
    let item = try path("the evidence that is rated", example: example)
    try expect(.colon, sign: ":", "`rate`", example: example)
    var cells: [Hypotheses.Rating.Cell] = []
    repeat {
      let hypothesis = try expectName("the name of a hypothesis", example: example)
      cells.append(.init(hypothesis: hypothesis, word: try expectName("CC, C, N, I or II", example: example)))
    } while acceptComma()
    return Hypotheses.Rating(item: item, cells: cells, because: try because())
  }
}
