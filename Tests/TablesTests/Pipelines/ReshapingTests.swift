import Evidence
import Tables
import Testing

/// Unpivot, pivot and what hangs on months.
@Suite struct ReshapingTests {
  /// Two places over two years, of which the second lacks December.
  private static func monthly() -> SmallTable {
    let months = (1...12).map { ColumnDescription("m\($0)", .integer, sort: .count) }
    let rows: [[Cell]] = [("A", 2023, 10.0), ("B", 2023, 1.0), ("A", 2024, 11.0), ("B", 2024, 2.0)].map { place, year, n in
      [.text(place), .number(Double(year))] + (1...12).map { year == 2024 && $0 == 12 ? .missing : .number(n) }
    }
    return SmallTable([ColumnDescription("place", .text), ColumnDescription("year", .integer)] + months, rows)
  }

  private static let unpivot = PipelineStep.unpivot(
    TableUnpivot((1...12).map { "m\($0)" }, key: .months(year: "year", name: "time"), value: "n", sort: .count))
  private static let byYear = NamedExpression("year", .dateFunction(.year, [column("time")]))

  @Test func monthsBecomeRowsInTheirOrder() throws {
    let result = try run(Self.monthly(), [Self.unpivot, .drop(["year"])], chunk: 3)
    #expect(result.names == ["place", "time", "n"])
    #expect(result.cells.count == 46)
    #expect(result.cells.prefix(2) == [[.text("A"), .date(19_358), .number(10)], [.text("A"), .date(19_389), .number(10)]])
    #expect(result.cells[12] == [.text("B"), .date(19_358), .number(1)])
    #expect(result.notes == [.emptyCells(column: "n", cells: 2)])
    #expect(result.table.schema.columns[1].resolution == .month)
  }

  @Test func namesBecomeText() throws {
    let result = try run(
      Self.monthly(),
      [
        .unpivot(TableUnpivot(["m1", "m12"], key: .names("k"), value: "n", keepsEmptyCells: true)),
        .select(["place", "k", "n"].map { NamedExpression(column: $0) }),
      ],
      chunk: 3)
    #expect(result.column("k").prefix(4) == [.text("m1"), .text("m12"), .text("m1"), .text("m12")])
    #expect(result.column("n").suffix(2) == [.number(2), .missing])
  }

  @Test func incompleteYearsAreSaid() throws {
    let result = try run(
      Self.monthly(), [Self.unpivot, .group(by: [Self.byYear], [Aggregate("n", .sum, column("n"))])], chunk: 3)
    #expect(result.cells == [[.number(2023), .number(132)], [.number(2024), .number(143)]])
    #expect(result.notes.contains(.incompleteYear(year: 2024, months: Array(1...11))))
  }

  @Test func whatIsSaidOfYearsThatAreGoneIsGone() throws {
    let steps: [PipelineStep] = [
      Self.unpivot, .group(by: [NamedExpression(column: "place"), Self.byYear], [Aggregate("n", .sum, column("n"))]),
      .filter(.comparison(.lessOrEqual, column("year"), .number(2023))),
    ]
    #expect(try run(Self.monthly(), steps, chunk: 3).notes == [.emptyCells(column: "n", cells: 2)])
    #expect(
      try run(Self.monthly(), steps + [.pivot(key: "year", cells: "n")], chunk: 3).notes == [.emptyCells(column: "n", cells: 2)])
  }

  @Test func changeOfAnIncompleteYearComparesTheSameMonths() throws {
    let steps: [PipelineStep] = [
      Self.unpivot, .group(by: [NamedExpression(column: "place"), Self.byYear], [Aggregate("n", .sum, column("n"))]),
      .sort([SortKey(column("year"), descending: true), SortKey(column("place"))]),
      .derive([NamedExpression("change", .window(WindowFunction(.change(.months(12)), column("n"), within: [column("place")])))]),
    ]
    let result = try run(Self.monthly(), steps, chunk: 3)
    // The same where the years were shown before.
    let years = try run(Self.monthly(), Array(steps.prefix(2)), chunk: 3)
    let later = try Pipeline(years.continuation, Array(steps.dropFirst(2))).run(Execution(workerCount: 2))
    #expect(later.cells == result.cells)
    #expect(later.notes == result.notes)
    #expect(result.column("n").prefix(2) == [.number(121), .number(22)])
    let changes = result.column("change").map { $0.number ?? .nan }
    #expect(abs(changes[0] - 0.1) < 1e-12)
    #expect(abs(changes[1] - 1) < 1e-12)
    #expect(result.column("change").suffix(2) == [.missing, .missing])
    #expect(result.notes.contains(.sameMonths(column: "change", years: [2023, 2024], months: Array(1...11))))
    #expect(result.notes.contains(.emptyWindows(column: "change", cells: 2)))
  }

  @Test func wholeYearsDropsTheOthers() throws {
    let result = try run(Self.monthly(), [Self.unpivot, .wholeYears("time"), .count], chunk: 3)
    #expect(result.cells == [[.number(24)]])
    #expect(result.notes.contains(.partialYears(years: [2024], rows: 22)))
  }

  /// Grouping the parts of an unpivot against grouping the rows that it would write.
  @Test(arguments: 0..<40) func groupsOfPartsAreGroupsOfRows(_ seed: UInt64) throws {
    var maker = PipelineMaker(seed: seed)
    let rows = (0..<(1 + maker.number(below: 20))).map { _ -> [Cell] in
      [
        .text(maker.one(of: ["A", "B", "C"])),
        maker.number(below: 6) == 0 ? .missing : .number(Double(2020 + maker.number(below: 3))),
      ]
        + (0..<12).map { _ in maker.number(below: 4) == 0 ? .missing : .number(Double(maker.number(below: 9))) }
    }
    let table = SmallTable(Self.monthly().columns, rows)
    let filters: [TableExpression] = [
      .comparison(.greaterOrEqual, Self.byYear.expression, .number(2021)), .comparison(.greater, column("n"), .number(3)),
      .comparison(.lessOrEqual, .dateFunction(.month, [column("time")]), .number(6)),
      .comparison(.notEqual, column("place"), .text("B")),
    ]
    let keys: [[NamedExpression]] = [
      [NamedExpression(column: "place")], [Self.byYear], [NamedExpression(column: "place"), Self.byYear],
      [NamedExpression(column: "time")],
      [NamedExpression("month", .dateFunction(.month, [column("time")])), NamedExpression(column: "place")], [],
    ]
    let functions: [Aggregate.Function] = [.sum, .count, .mean, .first, .last, .max]
    let aggregates = functions.enumerated().map { Aggregate("f\($0)", $1, column("n")) } + [Aggregate("rows", .count)]
    var steps = (0..<maker.number(below: 3)).map { _ in PipelineStep.filter(maker.one(of: filters)) }
    steps.append(.group(by: maker.one(of: keys), aggregates))
    let written = try run(table, [Self.unpivot], chunk: 4).table
    let expected = try Pipeline(written, steps).run(Execution(workerCount: 1))
    let result = try run(table, [Self.unpivot] + steps, chunk: 1 + Int(seed % 6))
    #expect(result.cells == expected.cells, "\(steps)")
    #expect(result.notes.filter { if case .emptyCells = $0 { false } else { true } } == expected.notes)
  }

  @Test func pivotMakesColumnsInTheOrderOfTheKey() throws {
    let table = SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("year", .integer), ColumnDescription("n", .integer)],
      [
        [.text("A"), .number(2017), .number(3)], [.text("B"), .number(2016), .number(5)],
        [.text("A"), .number(2016), .number(1)],
        [.text("A"), .number(2016), .number(1)],
      ])
    let result = try run(table, [.pivot(key: "year", cells: "n")], chunk: 2)
    #expect(result.names == ["place", "2016", "2017"])
    #expect(result.cells == [[.text("A"), .number(2), .number(3)], [.text("B"), .number(5), .missing]])
    #expect(result.notes == [.coverage(column: "2017", filled: 1, rows: 2)])
  }

  @Test func balancedKeepsWhatHasEveryTime() throws {
    let table = SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("year", .integer)],
      [[.text("A"), .number(2016)], [.text("B"), .number(2016)], [.text("A"), .number(2017)]])
    let result = try run(table, [.balanced(over: column("year"), within: [column("place")])], chunk: 2)
    #expect(result.column("place") == [.text("A"), .text("A")])
    #expect(result.notes == [.unbalanced(rows: 1)])
  }
}
