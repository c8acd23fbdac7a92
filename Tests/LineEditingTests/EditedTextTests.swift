import Testing

@testable import LineEditing

@Suite struct EditedTextTests {
  /// A text with `|` for the cursor.
  private func text(_ marked: String) -> EditedText {
    let scalars = Array(marked.unicodeScalars)
    let cursor = scalars.firstIndex(of: "|") ?? scalars.count
    return EditedText(scalars: scalars.filter { $0 != "|" }, cursor: cursor)
  }

  @Test(arguments: [
    ("|", 0, 0), ("a|", 0, 1), ("ae\u{301}|b", 1, 4), ("a|e\u{301}b", 0, 3), ("👨‍👩‍👧|", 0, 5), ("|🇲🇽🇺🇸", 0, 2), ("a\n|b", 1, 3),
    ("a|\nb", 0, 2), ("a\r\n|b", 2, 4),
  ])
  func graphemes(_ marked: String, previous: Int, next: Int) {
    #expect(text(marked).previousGrapheme == previous)
    #expect(text(marked).nextGrapheme == next)
  }

  @Test(arguments: [
    ("navy.personnel|", 5, 14, 0), ("one two|", 4, 7, 4), ("one two |", 4, 8, 4), ("one |two", 0, 7, 0), ("|", 0, 0, 0),
    ("in 2018~|", 3, 8, 3), ("Peña_Nieto|", 0, 10, 0), ("(a, b)|", 4, 6, 4), ("|  x", 0, 3, 0),
  ])
  func words(_ marked: String, start: Int, end: Int, blankDelimited: Int) {
    #expect(text(marked).wordStart == start)
    #expect(text(marked).wordEnd == end)
    #expect(text(marked).blankDelimitedWordStart == blankDelimited)
  }

  @Test(arguments: [
    ("ab\nc|d\nef", 1, 7), ("abc\n日本|\nx", 2, 8), ("abcdef\n|\nghi", 0, 8),
  ])
  func lines(_ marked: String, above: Int?, below: Int?) {
    #expect(text(marked).lineAbove == above)
    #expect(text(marked).lineBelow == below)
  }

  @Test func theFirstAndLastLineHaveNoNeighbour() {
    #expect(text("ab|\nc").lineAbove == nil)
    #expect(text("ab\nc|").lineBelow == nil)
    #expect(text("|").lineAbove == nil && text("|").lineBelow == nil)
  }

  @Test func offsetsInUTF8() {
    let text = text("é日🙂|")
    #expect((0...3).map { text.utf8Offset(of: $0) } == [0, 2, 5, 9])
    #expect([-1, 0, 1, 2, 4, 5, 9, 99].map { text.position(ofUTF8: $0) } == [0, 0, 0, 1, 1, 2, 3, 3])
  }
}
