import Syntax
import Testing

@Suite struct CompletenessTests {
  @Test(arguments: [
    "", "navy", "navy.personnel in 2018", "a + b", "f(a)", "report r { gaps }", "institutions | where a",
    "institutions\n  | where a",
    "| where a", "say \"open", "describe `open", "a)", "}", "compare", "compare army, navy on", "a in 2016..", "# note {",
    "say \"a { \\{ }\"", "say \"{a +}\"", "\"{(\"", "help compare,", "say \"\"\"a\nb\"\"\"", "navy,army", "## documented",
  ])
  func complete(_ text: String) {
    #expect(completeness(of: text) == .complete)
  }

  @Test(arguments: [
    "a +", "a and", "compare army,", "institutions |", "a.b in", "let a =", "a = b or # why", "f(a) *", "if a then",
    "if a then b else", "measure m for place = a /", "compare army, navy on personnel,", "institutions | select a,",
  ])
  func endsInAnOperator(_ text: String) {
    #expect(completeness(of: text) == .incomplete(open: []))
  }

  @Test func namesWhatIsOpen() {
    #expect(completeness(of: "report r {") == .incomplete(open: [OpenBracket(sign: "{", offset: 9, line: 1)]))
    #expect(
      completeness(of: "report r {\n  section \"S\" {\n  show f(a")
        == .incomplete(open: [
          OpenBracket(sign: "{", offset: 9, line: 1), OpenBracket(sign: "{", offset: 25, line: 2),
          OpenBracket(sign: "(", offset: 35, line: 3),
        ]))
    #expect(completeness(of: "say \"\"\"\nab") == .incomplete(open: [OpenBracket(sign: "\"\"\"", offset: 4, line: 1)]))
    #expect(completeness(of: "f(a, \"b)\"") == .incomplete(open: [OpenBracket(sign: "(", offset: 1, line: 1)]))
    #expect(completeness(of: "{ ( }") == .complete)
  }
}
