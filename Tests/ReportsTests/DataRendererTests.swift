import Reports
import Testing

@Suite struct DataRendererTests {
  private func csv(_ table: TableBlock) throws -> [[String]] {
    try #require(readCSV(CSVRenderer().render(Document(blocks: [.table(table)]))))
  }

  @Test func figuresAtFullPrecision() throws {
    let figure = ValueExport(
      low: 0.1, best: 1.0 / 3, high: 1e21, unit: "people", status: "planned", source: "A; B", locator: "p. 3")
    let table = TableBlock(
      columns: [.init(title: [.text("Rate")], name: "rate", isNumeric: true)],
      rows: [
        .init(cells: [.init([.value("about 0.3", exact: figure), .noteMark([1])])]),
        .init(cells: [.init([.value("15,000", exact: ValueExport(low: 15_000, best: 15_000, high: 15_000))])]),
        .init(cells: [.init([.absent("no claim")])]),
      ])
    #expect(
      try csv(table) == [
        ["rate", "rate_low", "rate_best", "rate_high", "rate_unit", "rate_status", "rate_source", "rate_locator"],
        ["about 0.3", "0.1", "0.3333333333333333", "1000000000000000000000", "people", "planned", "A; B", "p. 3"],
        ["15000", "15000", "15000", "15000", "", "", "", ""], ["no claim", "", "", "", "", "", "", ""],
      ])
  }

  @Test func columnsHaveNamesOfTheirOwn() throws {
    let table = TableBlock(columns: [.init("a"), .init("a"), .init("a_2"), .init("")], rows: [.init(cells: [.init("1")])])
    #expect(try csv(table)[0] == ["a", "a_2", "a_2_2", "column_4"])
  }

  @Test func anEmptyResultKeepsItsColumns() throws {
    let full = TableBlock(
      columns: [.init("n", isNumeric: true)],
      rows: [.init(cells: [.init([.value("1", exact: ValueExport(low: 1, best: 1, high: 1))])])])
    let empty = TableBlock(columns: full.columns, rows: [])
    #expect(try csv(full)[0] == csv(empty)[0])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1 dead", "'+1 dead"), ("@x", "'@x"), ("-cmd", "'-cmd"), ("-1.5", "-1.5"), ("+3", "+3"), ("a=b", "a=b"),
    ("-inf", "'-inf"),
  ])
  func formulasAreText(text: String, field: String) throws {
    #expect(try csv(TableBlock(columns: [.init("a")], rows: [.init(cells: [.init(text)])]))[1] == [field])
  }

  @Test func namesOfTables() {
    let table = Block.table(TableBlock(columns: [.init("a")], rows: []))
    let captioned = Block.table(TableBlock(caption: [.text("Homicidios, año 2017")], columns: [.init("a")], rows: []))
    let document = Document(blocks: [
      table, captioned, .section(title: [.text("Rates & shares")], blocks: [table, table]), captioned,
    ])
    #expect(
      CSVRenderer().tables(in: document).map(\.name) == [
        "table", "homicidios-ano-2017", "rates-shares", "rates-shares-2", "homicidios-ano-2017-2",
      ])
  }

  @Test func jsonBounds() throws {
    let figure = ValueExport(low: -.infinity, best: nil, high: 12.5, unit: "people")
    let value = try #require(JSON(JSONRenderer().render(Document(blocks: [.paragraph([.value("up to 12.5", exact: figure)])]))))
    let exported = try #require(value["blocks"]?.elements.first?["values"]?.elements.first)
    #expect(exported["low"] == .null)
    #expect(exported["best"] == .null)
    #expect(exported["high"] == .number(12.5))
    #expect(exported["unit"] == .string("people"))
  }

  @Test func jsonKeysNeverMove() throws {
    let value = try #require(JSON(JSONRenderer().render(Sample.document)))
    guard case .object(let members) = value else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["title", "subtitle", "language", "blocks", "notes", "bibliography", "colophon"])
  }

  @Test func emptyDocument() {
    #expect(TerminalRenderer().render(Document()) == "")
    #expect(MarkdownRenderer().render(Document()) == "")
    #expect(CSVRenderer().render(Document()) == "")
    #expect(CSVRenderer().render(Document(blocks: [.paragraph([.text("yes ")])])) == "value\r\nyes\r\n")
    #expect(HTMLChecker(HTMLRenderer().render(Document())).problems == [])
  }
}
