import TestSupport
import Testing

/// What stands on the screen while something is typed.
@Suite struct ScreenTests {
  @Test func longEntriesWrapAtTheEdge() throws {
    for columns in [80, 40] {
      let session = try TerminalSession(columns: columns)
      let text = String((0..<(2 * columns)).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
      for character in text {
        session.type(String(character))
        session.settle()
      }
      session.settle()
      let whole = "toy> " + text
      let expected = stride(from: 0, to: whole.count, by: columns).map { String(whole.dropFirst($0).prefix(columns)) }
      #expect(session.screen.text == expected)
      #expect((session.screen.cursorRow, session.screen.column) == (2, 5))
      // Back over the edge.
      session.type(String(repeating: "\u{7f}", count: columns + 5))
      #expect(session.waitUntil { $0.text == [String(whole.prefix(columns))] && $0.column == 0 && $0.cursorRow == 1 })
    }
  }

  @Test func wideCharactersAreNotSplitAtTheEdge() throws {
    let session = try TerminalSession(columns: 40)
    session.type(String(repeating: "日", count: 20))
    #expect(
      session.waitUntil { $0.text == ["toy> " + String(repeating: "日", count: 17), "日日日"] && $0.column == 6 },
      "\(session.screen.text)")
    session.type("\u{1}a")
    #expect(session.waitUntil { $0.text == ["toy> a" + String(repeating: "日", count: 17), "日日日"] })
  }

  @Test func theCursorIsRightBehindWhatTerminalsMeasureDifferently() throws {
    let session = try TerminalSession()
    session.type("a👨‍👩‍👧b")
    // On this screen the family takes six columns, where the editor counts two.
    #expect(session.waitUntil { $0.text == ["toy> a👨‍👩‍👧b"] && $0.column == 5 + 1 + 6 + 1 })
    session.type("\u{1b}[D")
    #expect(session.waitUntil { $0.column == 5 + 1 + 6 })
    session.type("\u{1b}[D")
    #expect(session.waitUntil { $0.column == 5 + 1 })
    session.type("\u{1b}[3~")
    #expect(session.waitUntil { $0.text == ["toy> ab"] && $0.column == 6 })
  }

  @Test func furtherLinesSayWhichBracketIsOpen() throws {
    let session = try TerminalSession()
    for line in ["show {", "a (", "b"] {
      session.type(line)
      session.settle()
      session.type("\r")
      session.settle()
    }
    #expect(session.screen.text == ["toy> show {", "   …   a (", "   …     b", "(2 …"])
    session.type(")")
    #expect(session.waitUntil { $0.text == ["toy> show {", "   …   a (", "   …     b", "{1 …   )"] })
  }

  @Test func coloursAreLive() throws {
    let session = try TerminalSession()
    session.type("show )")
    #expect(session.waitUntil { $0.style(of: "show") == "0;1;34" })
    #expect(session.screen.style(of: ")") == "0;1;7;31")
    session.type("\u{1}\u{1b}[3~")
    #expect(session.waitUntil { $0.style(of: "how") == "" })
  }

  @Test func theHintIsFaintAndGoesWhenTheEntryIsDone() throws {
    let session = try TerminalSession()
    session.type("na")
    #expect(session.waitUntil { $0.text.last == "toy> navy.personnel in 2018" })
    #expect(session.screen.style(of: "vy") == "0;2")
    #expect(session.screen.column == 7)
    session.type("\r")
    #expect(session.waitFor("entry [na]"))
    #expect(session.screen.text.first == "toy> na")
  }

  @Test func tabTakesAHintForTheEmptyEntry() throws {
    let session = try TerminalSession(environment: ["PROBE_HINT": "navy.personnel"], prompt: nil)
    #expect(session.waitUntil { $0.text == ["toy> navy.personnel"] && $0.column == 5 })
    session.type("\t\r")
    #expect(session.waitFor("entry [navy.personnel]"))
  }

  @Test func theEntryCanBeEditedInAnotherProgram() throws {
    let editor = "sh -c 'printf \"é (\\r\\nb)\\n\" >> \"$1\"; cp \"$1\" \"$1.copy\"; rm \"$1.copy\"' --"
    let session = try TerminalSession(environment: ["EDITOR": editor])
    session.type("navy\u{18}\u{5}")
    #expect(session.waitUntil { $0.text == ["toy> navy", "toy> navy", "   … é (", "   … b)"] }, "\(session.screen.text)")
    session.type("\r")
    #expect(session.waitFor("entry [navy{a}{e9} ({a}b)]"))
    let failing = try TerminalSession(environment: ["VISUAL": "false"])
    failing.type("navy\u{18}\u{5}")
    #expect(failing.waitUntil { $0.text == ["toy> navy", "toy> navy"] })
    failing.type("\r")
    #expect(failing.waitFor("entry [navy]"))
  }

  @Test func withoutColourThereAreNoStylesAndNoHint() throws {
    let session = try TerminalSession(environment: ["NO_COLOR": "1"])
    session.type("show ) na")
    session.settle()
    #expect(session.screen.text == ["toy> show ) na"])
    #expect(session.screen.style(of: "show") == "")
    session.type("\u{15}na")
    session.settle()
    #expect(session.screen.text == ["toy> na"])
  }

  @Test func candidatesAreListedWithDetails() throws {
    let session = try TerminalSession()
    session.type("n\t")
    #expect(session.waitUntil { $0.text == ["toy> nav"] })
    session.type("\t")
    #expect(
      session.waitUntil { $0.text == ["toy> nav", "navy            Mexican Navy", "naval_infantry  marines"] },
      "\(session.screen.text)")
    session.type("x")
    #expect(session.waitUntil { $0.text == ["toy> navx"] }, "the list goes away by itself")
  }

  @Test func manyCandidatesComeInPages() throws {
    let session = try TerminalSession(columns: 60, rows: 10)
    session.type("z\t")
    #expect(session.waitUntil { $0.text.last == "1–24 of 300; Tab for more" }, "\(session.screen.text)")
    #expect(session.screen.text.count == 10)
    #expect(session.screen.text[1] == "z10   number 10   z18   number 18   z26   number 26")
    session.type("\t")
    #expect(session.waitUntil { $0.text.last == "25–48 of 300; Tab for more" })
    for _ in 0..<12 {
      session.type("\t")
      session.settle()
    }
    #expect(session.waitUntil { $0.text.last == "1–24 of 300; Tab for more" }, "after the last page comes the first")
    session.type("\r")
    #expect(session.waitFor("entry [z]"))
  }

  @Test func anEntryTallerThanTheScreenScrollsWithTheCursor() throws {
    let session = try TerminalSession(columns: 40, rows: 6)
    for number in 0..<12 { session.type("line \(number)\u{1b}\r") }
    #expect(session.waitUntil { $0.text.suffix(2) == ["   … line 11", "   …"] })
    #expect(session.screen.text.count == 6)
    session.type(String(repeating: "\u{1b}[A", count: 12))
    #expect(session.waitUntil { $0.text.suffix(6).first == "toy> line 0" })
    session.type("X")
    #expect(session.waitUntil { $0.text.suffix(6).first == "toy> Xline 0" })
    session.type("\r")
    #expect(session.waitUntil { $0.text.contains("   … line 11") && $0.text.contains("toy>") })
    #expect(
      session.screen.text.filter { $0.hasPrefix("toy> X") || $0.hasPrefix("   … ") } == ["toy> Xline 0"]
        + (1..<12).map { "   … line \($0)" })
  }

  @Test func clearingTheScreenKeepsTheEntry() throws {
    let session = try TerminalSession()
    session.type("one\r")
    #expect(session.waitFor("entry [one]"))
    session.type("two\u{c}")
    #expect(session.waitUntil { $0.text == ["toy> two"] && $0.cursorRow == 0 })
  }

  @Test func resizingPaintsTheEntryAnew() throws {
    let session = try TerminalSession(columns: 60)
    let text = String(repeating: "abcdefghij", count: 10)
    session.type("one\r" + text)
    let whole = "toy> " + text
    for columns in [40, 24, 90, 60] {
      #expect(session.waitUntil { $0.text.last?.hasSuffix("j") ?? false })
      session.resize(columns: columns)
      let rows = stride(from: 0, to: whole.count, by: columns).map { String(whole.dropFirst($0).prefix(columns)) }
      #expect(session.waitUntil { $0.text == ["toy> one", "= entry [one]"] + rows }, "\(columns): \(session.screen.text)")
      session.settle()
    }
    session.type("\r")
    #expect(session.waitUntil { $0.text.joined().contains("= entry [\(text)]") })
  }

  @Test func plainDisplayListsCandidatesForGood() throws {
    let session = try TerminalSession(environment: ["ACCESSIBLE": "1"])
    session.type("na")
    session.settle()
    #expect(session.screen.text == ["toy> na"], "no ghost text")
    session.type("v\t")
    #expect(session.waitUntil { $0.text == ["toy> nav", "navy: Mexican Navy", "naval_infantry: marines", "toy> nav"] })
    let before = session.byteCount
    session.type("y")
    session.settle()
    #expect(session.byteCount - before == 1, "a key sends nothing but itself")
  }

  @Test func aDumbTerminalGetsNoControlSequences() throws {
    let session = try TerminalSession(environment: ["TERM": "dumb"])
    session.type("show {\n")
    #expect(session.waitUntil { $0.text.last == "{1 …" })
    session.type("navy é }\n")
    #expect(session.waitFor("entry [show {{a}navy {e9} }]"))
    session.type("\u{4}")
    #expect(session.waitFor("end []"))
    #expect(session.screen.modes.isEmpty && session.screen.unknown.isEmpty)
    #expect(session.screen.style(of: "show") == "")
  }
}
