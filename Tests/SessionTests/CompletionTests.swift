import Testing

@testable import Session

/// What Tab offers where.
@Suite struct CompletionTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    /// What must be offered, and what must not.
    var offers: [String]
    var omits: [String] = []
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "naval_inf", offers: ["naval_infantry", "naval_infantry_school"], omits: ["navy"]),
    Case(text: "Naval_Inf", offers: ["naval_infantry"]),
    Case(text: "naval_infantry.", offers: ["personnel", "brigades"], omits: ["navy", "prisoners"]),
    Case(text: "naval_infantry.perso", offers: ["personnel"], omits: ["brigades"]),
    Case(text: "comp", offers: ["compare", "comparison"], omits: ["army"]),
    Case(text: "naval_infantry.personnel in cal", offers: ["calderon"], omits: ["calderon_strategy"]),
    Case(text: "institutions | ", offers: ["where", "sort by"], omits: ["navy"]),
    Case(text: "compare army on ", offers: ["personnel", "in", "across"], omits: ["navy"]),
    Case(text: "compare army on personnel across ", offers: ["planned vs actual"]),
    Case(text: "help wh", offers: ["why"], omits: ["navy"]),
    Case(text: "list ins", offers: ["institutions"], omits: ["navy"]),
    Case(text: "set ", offers: ["about"], omits: ["navy"]),
    Case(text: "explain E03", offers: ["E031"], omits: ["E001"]),
    Case(text: "path navy ", offers: ["to"], omits: ["where"]),
    Case(text: "path navy to el_", offers: ["el_chapo"]),
    Case(text: "path navy to mexico by part", offers: ["part_of"], omits: ["navy"]),
    Case(text: "tree ", offers: ["of"], omits: ["navy"]),
    Case(text: "tree of navy by part", offers: ["part_of"], omits: ["personnel"]),
    Case(text: "changed since cal", offers: ["calderon"], omits: ["navy"]),
    Case(text: "audit ell", offers: ["ellis_2018"], omits: ["navy"]),
    Case(text: "relations | where rel", offers: ["relation"]),
    Case(text: "claims | select sta", offers: ["status"]),
    Case(text: "list rel", offers: ["relations"]),
    Case(text: "use ", offers: ["mexico_2018"], omits: ["prelude"]),
    Case(text: "let x = 1; naval_inf", offers: ["naval_infantry"]),
  ]

  @Test(arguments: cases) func offers(_ item: Case) {
    let found = Reader().session.completions(in: item.text, at: item.text.utf8.count)
    let texts = found.candidates.map(\.text)
    for wanted in item.offers { #expect(texts.contains(wanted), "\(wanted)") }
    for unwanted in item.omits { #expect(!texts.contains(unwanted), "\(unwanted)") }
    #expect(Set(texts).count == texts.count)
  }

  @Test func theWordBeforeTheCursorIsReplaced() {
    let session = Reader().session
    #expect(session.completions(in: "navy.pers in 2018", at: 9).replacement == 5..<9)
    #expect(session.completions(in: "Peña.x", at: 5).replacement == 0..<5)
    for cursor in [-1, 0, 99, Int.max, Int.min] {
      #expect(session.completions(in: "naval", at: cursor).replacement.upperBound <= 5)
    }
  }

  @Test func namesOfTheUserAreOffered() {
    let reader = Reader()
    _ = reader.run("let marines_now = naval_infantry.personnel in 2018")
    #expect(reader.session.completions(in: "$mar", at: 4).candidates.map(\.text) == ["$marines_now"])
  }
}
