@testable import Reports
import Testing

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("¶", 1), ("–", 1), ("日", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("。", 2), ("👍", 2),
    ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2), ("🇲🇽", 2), ("🇲", 1), ("❤️", 2), ("❤", 1), ("\u{200B}", 0), ("\u{301}", 0), ("ᄀ\u{1161}\u{11A8}", 2), ("क्ष", 2),
    ("≠", 1),
    ("─", 1), ("aé日", 4),
  ])
  func width(text: String, cells: Int) {
    #expect(cellWidth(text) == cells)
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{1B}[31m", "\\u{1b}[31m"), ("a\r\n\tb", "a b"), ("\u{202E}x", "\\u{202e}x"), ("\0", "\\u{0}"),
    ("\u{9B}", "\\u{9b}"),
    ("\u{FFFF}", "\\u{ffff}"), ("\u{1FFFE}", "\\u{1fffe}"), ("ñ", "ñ"),
  ])
  func oneLine(text: String, shown: String) {
    #expect(visibleLine(text) == shown)
  }

  @Test func lines() {
    #expect(visibleLines("a\r\nb\rc\n\nd\te") == "a\nb\nc\n\nd    e")
  }

  @Test(arguments: [
    ("¶19 ± 2 – 3", "p19 +- 2 - 3"), ("México, Ñuñez, cafe\u{301}", "Mexico, Nunez, cafe"), ("日", "\\u{65e5}"),
    ("½ × 3 ≤ 4", "1/2 x 3 <= 4"),
  ])
  func ascii(text: String, shown: String) {
    #expect(asciiText(text) == shown)
  }
}
