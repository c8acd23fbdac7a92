import Testing

@testable import LineEditing

@Suite struct ScreenCellTests {
  init() { Terminal.useUTF8() }

  /// Graphemes, their columns, and what is sent where it is something else.
  @Test(arguments: [
    ("a", 1, "a"), ("é", 1, "é"), ("e\u{301}", 1, "e\u{301}"), ("¶", 1, "¶"), ("日", 2, "日"), ("가", 2, "가"),
    ("\u{1112}\u{1161}\u{11AB}", 2, "\u{1112}\u{1161}\u{11AB}"), ("🙂", 2, "🙂"), ("👨‍👩‍👧", 2, "👨‍👩‍👧"), ("👍🏽", 2, "👍🏽"), ("🇲🇽", 2, "🇲🇽"),
    ("❤️", 2, "❤️"), ("\u{301}", 1, "\u{25CC}\u{301}"), ("\u{1b}", 2, "^["), ("\u{0}", 2, "^@"), ("\u{7f}", 2, "^?"),
    ("\u{9b}", 6, "<U+9B>"), ("\u{202E}", 8, "<U+202E>"), ("\u{200B}", 8, "<U+200B>"), ("\u{FFFD}", 1, "\u{FFFD}"),
  ])
  func columnsAndText(_ text: String, columns: Int, sent: String) {
    let cell = ScreenCell(Character(text), style: .plain)
    #expect(cell.columns == columns)
    #expect(Array(cell.text.unicodeScalars) == Array(sent.unicodeScalars))
  }

  @Test func nothingThatSteersATerminalIsEverSent() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let cell = ScreenCell(Character(scalar), style: .plain)
      #expect(
        cell.text.unicodeScalars.allSatisfy {
          ![.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        })
      #expect((1...9).contains(cell.columns), "U+\(String(value, radix: 16))")
    }
  }

  @Test func widthOfText() {
    #expect(Terminal.width(of: "navy 日本 e\u{301}") == 11)
    #expect(Terminal.width(of: "") == 0)
  }
}
