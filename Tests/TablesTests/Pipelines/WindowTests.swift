import Evidence
import Tables
import Testing

/// Windows over the rows around.
@Suite struct WindowTests {
  private let years = SmallTable(
    [ColumnDescription("place", .text), ColumnDescription("year", .integer), ColumnDescription("n", .integer)],
    [
      [.text("A"), .number(2017), .number(6)], [.text("A"), .number(2015), .number(2)], [.text("B"), .number(2015), .number(5)],
      [.text("A"), .number(2016), .number(4)], [.text("B"), .number(2017), .number(10)],
    ])

  private func window(
    _ function: WindowFunction.Function, _ table: SmallTable? = nil, of name: String = "n", within: [String] = ["place"]
  ) throws -> [Cell] {
    let window = TableExpression.window(WindowFunction(function, column(name), within: within.map { column($0) }))
    return try run(table ?? years, [.derive([NamedExpression("w", window)])], chunk: 2).column("w")
  }

  @Test func previousGoesByTheRowsOrTheTime() throws {
    #expect(try window(.previous(.rows(1))) == [.number(4), .missing, .missing, .number(2), .number(5)])
    // B has no 2016, so that twelve months before 2017 is nothing.
    #expect(try window(.previous(.months(12))) == [.number(4), .missing, .missing, .number(2), .missing])
    #expect(try window(.change(.months(24))) == [.number(2), .missing, .missing, .missing, .number(1)])
  }

  @Test func whatIsBeforeMustBeOneRow() throws {
    let previous = TableExpression.window(WindowFunction(.previous(.rows(1)), column("n")))
    #expect(
      refusal(years, [.derive([NamedExpression("w", previous)])])?.hasPrefix("several rows have the same time") ?? false)
    // B has no 2016, over which its 2017 looks back.
    let within = TableExpression.window(WindowFunction(.previous(.rows(1)), column("n"), within: [column("place")]))
    #expect(try run(years, [.derive([NamedExpression("w", within)])]).notes.contains(.windowGaps(column: "w", rows: 1)))
  }

  @Test func firstDaysOfMonthsStandForMonths() throws {
    // Twelve months of 2000, by their first days.
    let days: [Double] = [10957, 10988, 11017, 11048, 11078, 11109, 11139, 11170, 11201, 11231, 11262, 11292]
    let table = SmallTable(
      [ColumnDescription("day", .date), ColumnDescription("n", .integer)], days.map { [.date(Int32($0)), .number(1)] })
    let rolling = TableExpression.window(WindowFunction(.rolling(.sum, .months(12)), column("n")))
    #expect(
      try run(table, [.derive([NamedExpression("w", rolling)])]).column("w")
        == [Cell](repeating: .missing, count: 11) + [.number(12)])
  }

  @Test func rollingIsEmptyWhereTooFewAreThere() throws {
    #expect(try window(.rolling(.sum, .months(24))) == [.number(10), .missing, .missing, .number(6), .missing])
    #expect(try window(.rolling(.mean, .rows(2))) == [.number(5), .missing, .missing, .number(3), .number(7.5)])
  }

  @Test func runningRankAndShare() throws {
    #expect(try window(.running(.sum)) == [.number(12), .number(2), .number(5), .number(6), .number(15)])
    #expect(try window(.running(.max), within: []) == [.number(6), .number(2), .number(5), .number(5), .number(10)])
    #expect(try window(.rank, within: []) == [.number(2), .number(5), .number(3), .number(4), .number(1)])
    #expect(
      try window(.shareOfTotal) == [.number(0.5), .number(2.0 / 12), .number(5.0 / 15), .number(4.0 / 12), .number(10.0 / 15)])
  }

  @Test func windowsStandInFormulasAndConditions() throws {
    let previous = TableExpression.window(WindowFunction(.previous(.rows(1)), column("n"), within: [column("place")]))
    let result = try run(years, [.filter(.comparison(.greater, .arithmetic(.minus, column("n"), previous), .number(2)))])
    #expect(result.cells == [[.text("B"), .number(2017), .number(10)]])
    #expect(result.names == ["place", "year", "n"])
  }

  @Test func rangesGiveRangesOfRanksAndShares() throws {
    let table = SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("q", .quantity)],
      [[.text("A"), .range(8, 12)], [.text("A"), .number(10)], [.text("A"), .number(2)]])
    #expect(try window(.rank, table, of: "q") == [.range(1, 2), .range(1, 2), .number(3)])
    #expect(try window(.shareOfTotal, table, of: "q") == [.range(0.4, 0.5), .range(10.0 / 24, 0.5), .range(2.0 / 24, 0.1)])
    #expect(try window(.running(.sum), table, of: "q") == [.range(8, 12), .range(18, 22), .range(20, 24)])
  }

  @Test func whatIsOpenIsRefused() {
    let twice = SmallTable(years.columns, years.rows + [years.rows[0]])
    let previous = WindowFunction(.previous(.months(12)), column("n"), within: [column("place")])
    #expect(
      refusal(twice, [.derive([NamedExpression("w", .window(previous))])])?.hasPrefix("several rows have the same time") ?? false)
    let rate = SmallTable([ColumnDescription("year", .integer), ColumnDescription("n", .real, sort: .rate)], [])
    let rolling = WindowFunction(.rolling(.sum, .rows(2)), column("n"))
    #expect(
      refusal(rate, [.derive([NamedExpression("w", .window(rolling))])]) == "n cannot be summed over time | ask for its mean")
    let inGroup = PipelineStep.group(by: [], [Aggregate("f", .sum, .window(rolling))])
    #expect(refusal(years, [inGroup])?.hasPrefix("a window over other rows stands only in derive and where") ?? false)
  }
}
