import Diagnostics
import Testing

@Suite struct LineTableTests {
  @Test(
    arguments: [
      ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("a\r\nb\rc\n\nd", [0, 3, 5, 7, 8]), ("\n\r\n\r", [0, 1, 3, 4]),
    ] as [(String, [UInt32])])
  func findsLines(_ text: String, _ starts: [UInt32]) {
    #expect(LineTable(Array(text.utf8)).starts == starts)
  }

  /// Every offset lies in the line that the table says.
  @Test func agreesWithCounting() {
    let bytes = Array("one\ntwo\r\nthree\rfour\n\nsix".utf8)
    let table = LineTable(bytes)
    var line = 1
    for offset in 0..<bytes.count {
      if offset > 0 {
        let before = bytes[offset - 1]
        if before == 0x0A || (before == 0x0D && bytes[offset] != 0x0A) { line += 1 }
      }
      #expect(table.line(at: offset) == line)
      #expect(table.range(ofLine: line).contains(offset))
    }
    #expect(table.lineCount == 6)
    #expect(table.line(at: 10_000) == 6)
    #expect(table.range(ofLine: 0).isEmpty && table.range(ofLine: 99).isEmpty)
  }

  @Test func columnsAreCodePoints() {
    let file = SourceMap().add(name: "f", text: "añ\t日x\né")
    #expect(file.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(file.position(at: 3) == SourcePosition(line: 1, column: 3))
    #expect(file.position(at: 7) == SourcePosition(line: 1, column: 5))
    #expect(file.position(at: 9) == SourcePosition(line: 2, column: 1))
    #expect(file.position(at: 999) == SourcePosition(line: 2, column: 2))
    #expect(file.position(at: -4) == SourcePosition(line: 1, column: 1))
  }

  @Test func sourcesKeepTheirFiles() {
    let sources = SourceMap()
    let first = sources.add(name: "a", text: "one")
    let second = sources.add(name: "b", bytes: [0x6F, 0xFF, 0x6B])
    #expect(sources[first.id] === first && sources[second.id] === second)
    #expect(sources[SourceFileID(9)] == nil)
    #expect(sources.text(SourceRange(file: first.id, start: 1, end: 99)) == "ne")
    #expect(second.text(0..<3) == "o\u{FFFD}k")
    let range = SourceRange(file: first.id, start: 1, end: 2)
    #expect(range.union(SourceRange(file: first.id, start: 0, end: 1)) == SourceRange(file: first.id, start: 0, end: 2))
    #expect(range.union(SourceRange(file: second.id, start: 0, end: 9)) == range)
  }
}
