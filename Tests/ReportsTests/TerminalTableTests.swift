@testable import Reports
import Testing

@Suite struct TerminalTableTests {
  private func render(_ table: TableBlock, width: Int) -> String {
    TerminalRenderer(width: width).render(Document(blocks: [.table(table)]))
  }

  @Test func figuresAlignOnTheDecimalPoint() {
    let figures = ["1,510", "about 12.25", "7.5–8.1 %", "−3"].map { TableBlock.Row(cells: [.init([.value($0, exact: nil)])]) }
    let table = TableBlock(
      columns: [.init("Rate", isNumeric: true)],
      rows: figures + [
        .init(cells: [.init([.absent("no claim")])]), .init(cells: [.init([.value("9.5", exact: nil), .noteMark([3])])]),
      ])
    let expected = """
                 Rate
      ───────────────
         1,510
      about 12.25
         7.5–8.1  %
            −3
         no claim
             9.5  [3]

      """
    #expect(render(table, width: 60) == expected)
  }

  @Test func wideCharactersAlign() {
    let table = TableBlock(
      columns: [.init("名前"), .init("Next")],
      rows: [["日本語", "a"], ["e\u{301}a", "b"], ["👨‍👩‍👧‍👦", "c"], ["🇲🇽 x", "d"], ["Ciudad", "e"]].map {
        .init(cells: [.init($0[0]), .init($0[1])])
      })
    let expected = """
      名前    Next
      ──────  ────
      日本語  a
      e\u{301}a      b
      👨‍👩‍👧‍👦      c
      🇲🇽 x    d
      Ciudad  e

      """
    #expect(render(table, width: 60) == expected)
  }

  @Test func bandsAreMarkedOnce() {
    let rows = [TableBlock.Band.certain, .possible, .possible].map { TableBlock.Row(cells: [.init("x")], band: $0) }
    let text = render(TableBlock(columns: [.init("Name")], rows: rows), width: 40)
    #expect(text == "Name\n────\nx\n── possibly ────\nx\nx\n")
  }

  @Test func emptyTables() {
    #expect(render(TableBlock(columns: [], rows: []), width: 40) == "no rows\n")
    #expect(render(TableBlock(columns: [], rows: [.init(cells: [])]), width: 40) == "no columns\n")
    #expect(
      render(TableBlock(columns: [.init("Name"), .init("Kind")], rows: []), width: 40) == "Name  Kind\n────  ────\nno rows\n")
    let many = (0..<30).map { TableBlock.Column("column\($0)") }
    #expect(render(TableBlock(columns: many, rows: []), width: 40).contains("column29"))
  }

  @Test(arguments: [TableBlock(columns: [], rows: []), TableBlock(columns: [], rows: [.init(cells: [.init("x")])])])
  func emptyTablesElsewhere(table: TableBlock) throws {
    let document = Document(blocks: [.table(table)])
    #expect(HTMLChecker(HTMLRenderer().render(document)).problems == [])
    #expect(!MarkdownRenderer().render(document).isEmpty)
    #expect(JSON(JSONRenderer().render(document)) != nil)
    #expect(readCSV(CSVRenderer().render(document)) != nil)
  }

  /// At any width no line is too long, and every word of the table is there.
  @Test(arguments: [20, 25, 33, 40, 47, 52, 60, 75, 80, 99, 100, 140]) func nothingIsCut(width: Int) {
    let text = TerminalRenderer(width: width).render(Document(blocks: [.table(Sample.rates)]))
    #expect(text.split(separator: "\n").allSatisfy { cellWidth($0) <= width })
    let words = Set(text.split { $0.isWhitespace }.map { $0.trimmingPrefix("“") })
    for row in Sample.rates.rows {
      for cell in row.cells {
        for word in plainText(cell.content).split(separator: " ") {
          #expect(words.contains(word.trimmingPrefix("“")), "\(word) is missing at \(width)")
        }
      }
    }
  }

  @Test func aThousandColumns() throws {
    let table = TableBlock(
      columns: (0..<1_000).map { .init("c\($0)", isNumeric: $0 % 2 == 0) },
      rows: (0..<2).map { row in .init(cells: (0..<1_000).map { .init("\(row)v\($0)") }) })
    let document = Document(blocks: [.table(table)])
    let text = TerminalRenderer(width: 80).render(document)
    #expect(text.contains("c999  1v999\n"))
    #expect(MarkdownRenderer().render(document).contains("1v999"))
    #expect(HTMLChecker(HTMLRenderer().render(document)).problems == [])
    #expect(JSON(JSONRenderer().render(document)) != nil)
    #expect(try #require(readCSV(CSVRenderer().render(document))).map(\.count) == [1_000, 1_000, 1_000])
  }

  @Test func extraCellsAreShown() {
    let table = TableBlock(columns: [.init("a")], rows: [.init(cells: [.init("1"), .init("2")]), .init(cells: [])])
    #expect(render(table, width: 40) == "a\n─  ─\n1  2\n\n")
  }
}
