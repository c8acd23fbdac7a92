import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  /// A file, and the range of the nth occurrence of a part of it.
  private struct Fixture {
    let sources = SourceMap()
    let file: SourceFile

    init(_ text: String, name: String = "hiring.cotejo") { file = sources.add(name: name, text: text) }

    func range(of part: String, _ occurrence: Int = 1) -> SourceRange {
      let wanted = Array(part.utf8)
      var left = occurrence
      for start in file.bytes.indices where file.bytes[start...].starts(with: wanted) {
        left -= 1
        if left == 0 { return SourceRange(file: file.id, start: start, end: start + wanted.count) }
      }
      return SourceRange(file: file.id, start: 0, end: 0)
    }

    func render(_ diagnostic: Diagnostic, width: Int? = nil, color: Bool = false, ascii: Bool = false) -> String {
      DiagnosticRenderer(sources: sources, width: width, usesColor: color, isASCII: ascii).render(diagnostic)
    }
  }

  private let statuses = Fixture("let plan = 40_000\nlet now = 1_200\n$plan + $now\n")

  private var statusMismatch: Diagnostic {
    Diagnostic(
      .statusMismatch, "a planned figure cannot be added to an actual one", at: statuses.range(of: "$plan"),
      "planned, 40,000 people (Ellis 2018 ¶8)",
      also: [.init(statuses.range(of: "$now"), "actual, about 1,200 people (Ellis 2018 ¶30)")],
      notes: ["to set them side by side: compare gendarmerie on personnel across planned vs actual"])
  }

  @Test func twoLabelsOnOneLine() {
    #expect(
      statuses.render(statusMismatch) == """
        error[E031]: a planned figure cannot be added to an actual one
          hiring.cotejo:3:1
        3 │ $plan + $now
          │ ^^^^^ planned, 40,000 people (Ellis 2018 ¶8)
          │         ^^^^ actual, about 1,200 people (Ellis 2018 ¶30)
          = to set them side by side: compare gendarmerie on personnel across planned vs actual

        """)
  }

  @Test func fortyColumns() {
    let text = statuses.render(statusMismatch, width: 40)
    #expect(
      text == """
        error[E031]: a planned figure cannot be
        added to an actual one
          hiring.cotejo:3:1
        3 │ $plan + $now
          │ ^^^^^
          │ planned, 40,000 people (Ellis 2018
          │ ¶8)
          │         ^^^^
          │         actual, about 1,200 people
          │         (Ellis 2018 ¶30)
          = to set them side by side: compare
            gendarmerie on personnel across
            planned vs actual

        """)
    for line in text.split(separator: "\n") { #expect(line.count <= 40) }
  }

  @Test func labelsOnSeveralLines() {
    let diagnostic = Diagnostic(
      .alreadyDefined, "the name `now` is taken", at: statuses.range(of: "$now"), "here",
      also: [.init(statuses.range(of: "now"), "defined before"), .init(statuses.range(of: "plan"))])
    #expect(
      statuses.render(diagnostic) == """
        error[E044]: the name `now` is taken
          hiring.cotejo:3:9
        1 │ let plan = 40_000
          │     ^^^^
        2 │ let now = 1_200
          │     ^^^ defined before
        3 │ $plan + $now
          │         ^^^^ here

        """)
  }

  @Test func linesThatAreApartAndWideNumbers() {
    let fixture = Fixture((1...12).map { "line \($0)\n" }.joined())
    let diagnostic = Diagnostic(
      .unclosedBracket, "this is open", at: fixture.range(of: "2"), also: [.init(fixture.range(of: "12"), "the end")],
      notes: ["close it"], severity: .warning)
    #expect(
      fixture.render(diagnostic) == """
        warning[E004]: this is open
           hiring.cotejo:2:6
         2 │ line 2
           │      ^
           ⋮
        12 │ line 12
           │      ^^ the end
           = close it

        """)
    #expect(fixture.render(diagnostic, ascii: true).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func labelsInTwoFiles() {
    let fixture = Fixture("a.b\n")
    let other = fixture.sources.add(name: "other.cotejo", text: "\nb 3")
    let diagnostic = Diagnostic(
      .wrongType, "these differ", at: fixture.range(of: "b"), "one",
      also: [.init(SourceRange(file: other.id, start: 1, end: 2), "the other")])
    #expect(
      fixture.render(diagnostic) == """
        error[E037]: these differ
          hiring.cotejo:1:3
        1 │ a.b
          │   ^ one
          other.cotejo:2:1
        2 │ b 3
          │ ^ the other

        """)
  }

  @Test func longLinesAreClippedAroundTheUnderline() {
    let fixture = Fixture(String(repeating: "before ", count: 20) + "HERE" + String(repeating: " after", count: 20) + "\n")
    let text = fixture.render(Diagnostic(.unknownName, "unknown", at: fixture.range(of: "HERE"), "this"), width: 40)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[2].hasPrefix("1 │ …") && lines[2].hasSuffix("…") && lines[2].contains(" HERE "))
    #expect(lines[2].count == 40)
    let underlined = zip(lines[2], lines[3]).filter { $0.1 == "^" }.map(\.0)
    #expect(String(underlined) == "HERE")
  }

  @Test func labelsFarApartHavePicturesOfTheirOwn() {
    let fixture = Fixture("first" + String(repeating: " and", count: 30) + " second")
    let diagnostic = Diagnostic(
      .wrongType, "these differ", at: fixture.range(of: "first"), "one", also: [.init(fixture.range(of: "second"), "two")])
    #expect(
      fixture.render(diagnostic, width: 30) == """
        error[E037]: these differ
          hiring.cotejo:1:1
        1 │ first and and and and and…
          │ ^^^^^ one
        1 │ …nd and and and and second
          │                     ^^^^^^
          │       two

        """)
  }

  /// Underlines stand below what they mean, whatever the signs before them take.
  @Test func wideAndCombiningSignsAndTabs() {
    for (before, cells) in [("日本", 4), ("cafe\u{301} ", 5), ("\t", 4), ("a\tb", 5), ("👩", 2), ("é", 1)] {
      let fixture = Fixture(before + "X")
      let lines = fixture.render(Diagnostic(.unknownName, "unknown", at: fixture.range(of: "X"))).split(separator: "\n")
      #expect(String(lines[3]) == "  │ " + String(repeating: " ", count: cells) + "^", "\(before)")
    }
  }

  @Test func nothingSteersTheTerminal() {
    let fixture = Fixture("a \u{1B}[31m b \u{7}\u{202E}\u{9B}x\r\n", name: "\u{1B}]0;title\u{7}.cotejo")
    let diagnostic = Diagnostic(
      .unknownName, "unknown \u{1B}[2J", at: fixture.range(of: "b"), "label \u{8}", notes: ["note \u{7F}\nsecond"])
    for color in [false, true] {
      var text = fixture.render(diagnostic, color: color)
      if color {
        for code in ["[1;31m", "[1m", "[2m", "[0m"] {
          text = text.split(separator: "\u{1B}" + code, omittingEmptySubsequences: false).joined()
        }
      }
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar.value != 0x202E)
      }
      #expect(text.contains("a ␛[31m b ␇"))
    }
  }

  @Test func coloursKeepTheText() {
    let plain = statuses.render(statusMismatch)
    let coloured = statuses.render(statusMismatch, color: true)
    var stripped = ""
    var isInCode = false
    for character in coloured {
      if character == "\u{1B}" { isInCode = true }
      if !isInCode { stripped.append(character) }
      if isInCode, character == "m" { isInCode = false }
    }
    #expect(stripped == plain)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[E031]\u{1B}[0m"))
  }

  @Test func emptyAndForeignRanges() {
    let fixture = Fixture("ab")
    let atEnd = Diagnostic(.expectedValue, "a value is due", at: SourceRange(file: fixture.file.id, start: 2, end: 2))
    #expect(fixture.render(atEnd).hasSuffix("1 │ ab\n  │   ^\n"))
    let beyond = Diagnostic(.expectedValue, "a value is due", at: SourceRange(file: fixture.file.id, start: 900, end: 1_000))
    #expect(fixture.render(beyond).hasSuffix("1 │ ab\n  │   ^\n"))
    let foreign = Diagnostic(.expectedValue, "a value is due", at: SourceRange(file: SourceFileID(77), start: 0, end: 1))
    #expect(fixture.render(foreign) == "error[E013]: a value is due\n")
    let empty = Fixture("")
    #expect(empty.render(Diagnostic(.noClaim, "no", at: empty.range(of: ""))).hasSuffix("1 │\n  │ ^\n"))
  }

  @Test func aRangeOverSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
    let fixture = Fixture("let a = f(b,\n  c)\n")
    let range = SourceRange(file: fixture.file.id, start: 8, end: 17)
    #expect(fixture.render(Diagnostic(.wrongType, "wrong", at: range)).hasSuffix("1 │ let a = f(b,\n  │         ^^^^\n"))
  }

  @Test(arguments: [1, 10, 20, 25, 33]) func narrowTerminals(_ width: Int) {
    let fixture = Fixture(String(repeating: "日本語 ", count: 30) + "X" + String(repeating: "é", count: 90))
    let text = fixture.render(
      Diagnostic(.unknownName, "unknown name", at: fixture.range(of: "X"), "a label of several words"), width: width)
    #expect(text.contains("X"))
  }

  @Test func countsErrorsAndWarnings() {
    let range = statuses.range(of: "plan")
    let error = Diagnostic(.unknownName, "x", at: range)
    let warning = Diagnostic(.oneEquals, "x", at: range, severity: .warning)
    #expect(DiagnosticRenderer.summary(of: [error, warning, error]) == "2 errors, 1 warning")
    #expect(DiagnosticRenderer.summary(of: [error]) == "1 error")
    #expect(DiagnosticRenderer.summary(of: [warning, warning]) == "2 warnings")
    #expect(DiagnosticRenderer.summary(of: []) == "")
  }

  @Test func severalDiagnosticsStandApart() {
    let text = DiagnosticRenderer(sources: statuses.sources).render([statusMismatch, statusMismatch])
    let one = statuses.render(statusMismatch)
    #expect(text == one + "\n" + one)
  }
}
