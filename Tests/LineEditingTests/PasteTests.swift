import TestSupport
import Testing

@testable import LineEditing

/// Texts that come in one go.
@Suite struct PasteTests {
  private static func marked(_ text: String) -> String { "\u{1b}[200~" + text + "\u{1b}[201~" }

  @Test func aMarkedPasteIsNotRunUntilEnter() throws {
    let session = try TerminalSession()
    session.type(Self.marked("show navy\r\nshow ports\r\n"))
    #expect(session.waitUntil { $0.text.last == "   … show ports" })
    #expect(session.results.isEmpty)
    session.type("\r")
    #expect(session.waitFor("entry [show navy{a}show ports]"))
  }

  @Test func tabsAndEscapesInAPasteAreText() throws {
    let session = try TerminalSession()
    session.type(Self.marked("n\ta\u{1b}[2Jb\u{0}c\u{202E}d"))
    #expect(session.waitUntil { $0.text.last == "toy> n       a^[[2Jbc<U+202E>d" }, "\(session.screen.text)")
    session.type("\r")
    #expect(session.waitFor("entry [n{9}a{1b}[2Jbc{202e}d]"))
  }

  @Test func tenKilobytesArePaintedOnce() throws {
    let session = try TerminalSession()
    let lines = (0..<250).map { "\tcolumn \($0)\tMéxico, Distrito Federal, 日本 e\u{301}" }
    let text = "show (\r\n" + lines.joined(separator: "\r\n") + ")"
    #expect(text.utf8.count > 10_000)
    session.type(Self.marked(text))
    #expect(session.waitUntil { $0.text.last?.hasSuffix(")") ?? false })
    // Only what fits the screen is painted before Enter.
    #expect(session.byteCount < 6000)
    session.type("\r")
    let expected = ("show (\n" + lines.joined(separator: "\n") + ")").unicodeScalars
      .map { $0.isASCII && $0.value >= 0x20 ? String($0) : "{" + String($0.value, radix: 16) + "}" }.joined()
    // The report wraps at the edge of the screen, and this screen forgets blanks there.
    let report = "=entry[" + expected.filter { $0 != " " } + "]"
    #expect(session.waitUntil { $0.text.joined().filter { $0 != " " }.contains(report) })
    #expect(session.screen.text.filter { $0.contains("column 7 ") }.count == 1, "the whole entry is left on the screen, once")
  }

  @Test func aPasteThatIsTooLongIsRefused() throws {
    let session = try TerminalSession()
    session.type("a")
    session.type(Self.marked(String(repeating: "xyz ", count: 70_000)))
    session.settle()
    #expect(session.waitUntil { $0.text == ["toy> a"] })
    session.type("\r")
    #expect(session.waitFor("entry [a]"))
  }

  @Test func anUnmarkedPasteKeepsItsOwnIndentation() throws {
    let session = try TerminalSession()
    session.type("show {\r  navy\r}\r")
    #expect(session.waitFor("entry [show {{a}  navy{a}}]"))
  }

  @Test func severalUnmarkedEntriesRunOneAfterTheOther() throws {
    let session = try TerminalSession()
    session.type("one\rtwo\r\nthree\r\n")
    #expect(session.waitFor("entry [three]"))
    session.settle()
    #expect(session.results == ["entry [one]", "entry [two]", "entry [three]"])
  }

  @Test func strayMarksAreSwallowed() throws {
    let session = try TerminalSession()
    session.type("00~show\rnavy01~")
    #expect(session.waitUntil { $0.text.last == "   … navy" }, "\(session.screen.text)")
    session.type("\r")
    #expect(session.waitFor("entry [show{a}navy]"))
  }

  @Test func aCircaYearIsNoStrayMark() throws {
    let session = try TerminalSession()
    session.type("in 2000~ 2001~ 1600~")
    session.settle()
    for key in " 2000~" {
      session.type(String(key))
      session.settle()
    }
    session.type("\r")
    #expect(session.waitFor("entry [in 2000~ 2001~ 1600~ 2000~]"))
  }

  @Test func lineEndsAreNormalized() {
    #expect(LineEditor.normalizedPaste(Array("a\r\nb\rc\nd\r\n\r\n".unicodeScalars)) == "a\nb\nc\nd")
    #expect(LineEditor.normalizedPaste([]) == "")
    #expect(LineEditor.normalizedPaste(Array("\n".unicodeScalars)) == "")
  }
}
