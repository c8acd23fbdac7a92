import Evidence
import Tables
import Testing

/// Joins, and what is said about what matched.
@Suite struct JoinTests {
  private let counts = SmallTable(
    [ColumnDescription("code", .integer), ColumnDescription("n", .integer)],
    [
      [.number(1), .number(10)], [.number(2), .number(20)], [.number(2), .number(5)], [.number(9), .number(1)],
      [.missing, .number(3)],
    ])
  private let people = SmallTable(
    [ColumnDescription("code", .text), ColumnDescription("name", .text), ColumnDescription("n", .integer)],
    [
      [.text("01"), .text("Aguascalientes"), .number(100)], [.text("02"), .text("Baja California"), .number(200)],
      [.text("33"), .text("Nowhere"), .number(0)],
    ])

  private func join(_ kind: TableJoin.Kind, all: Bool = false) -> PipelineStep {
    .join(
      TableJoin(
        kind, Pipeline(people.table(chunk: 2)), named: "people", on: [(left: column("code"), right: column("code"))],
        expectsAllMatched: all))
  }

  @Test func numbersMatchTextThatSaysThem() throws {
    let result = try run(counts, [join(.inner)], chunk: 2)
    #expect(result.names == ["code", "n", "name", "people_n"])
    #expect(
      result.cells == [
        [.number(1), .number(10), .text("Aguascalientes"), .number(100)],
        [.number(2), .number(20), .text("Baja California"), .number(200)],
        [.number(2), .number(5), .text("Baja California"), .number(200)],
      ])
    var report = JoinReport(otherName: "people")
    (report.leftMatched, report.leftUnmatched, report.rightMatched, report.rightUnmatched) = (3, 2, 2, 1)
    (report.leftoverKeys, report.otherLeftoverKeys) = (["9", "missing"], ["33"])
    (report.leftoverKeyCount, report.otherLeftoverKeyCount) = (2, 1)
    #expect(result.notes == [.joined(report)])
  }

  @Test func leftKeepsAllAndAntiTheOthers() throws {
    let left = try run(counts, [join(.left)], chunk: 2)
    #expect(
      left.column("name") == [.text("Aguascalientes"), .text("Baja California"), .text("Baja California"), .missing, .missing])
    #expect(left.notes.contains(.coverage(column: "name", filled: 3, rows: 5)))
    let anti = try run(counts, [join(.anti)], chunk: 2)
    #expect(anti.names == ["code", "n"])
    #expect(anti.column("n") == [.number(1), .number(3)])
  }

  @Test func rowsRepeatForEachMatch() throws {
    let result = try run(
      people,
      [
        .join(
          TableJoin(
            .inner, Pipeline(counts.table(chunk: 2)), named: "counts", on: [(left: column("code"), right: column("code"))])),
        .filter(.comparison(.greater, column("counts_n"), .number(4))), .derive([NamedExpression("m", column("name"))]),
      ], chunk: 2)
    #expect(result.column("counts_n") == [.number(10), .number(20), .number(5)])
    #expect(result.column("m") == [.text("Aguascalientes"), .text("Baja California"), .text("Baja California")])
  }

  @Test func expectationNamesTheLeftovers() {
    #expect(refusal(counts, [join(.left, all: true)]) == "2 rows match nothing in people | without a match: 9; missing")
  }

  @Test func keysThatCannotMatchAreRefused() {
    let dates = SmallTable([ColumnDescription("code", .date)], [[.date(0)]])
    #expect(refusal(dates, [join(.inner)]) == "code is a date, code is text: no key of one is one of the other")
  }

  @Test func possibleRowsOfTheOtherTableStayPossible() throws {
    let uncertain = SmallTable(
      [ColumnDescription("code", .integer), ColumnDescription("q", .quantity)],
      [[.number(1), .range(0, 5)], [.number(2), .number(5)]])
    let other = Pipeline(uncertain.table(), [.filter(.comparison(.greater, column("q"), .number(3)))])
    let result = try run(
      counts, [.join(TableJoin(.inner, other, named: "other", on: [(left: column("code"), right: column("code"))]))], chunk: 2)
    #expect(result.column("code") == [.number(1), .number(2), .number(2)])
    #expect(result.isPossible == [true, false, false])
  }

  @Test func unionMatchesColumnsByName() throws {
    let result = try run(
      counts, [.union(Pipeline(people.table(), [.select([NamedExpression(column: "N"), NamedExpression(column: "name")])]))])
    #expect(result.names == ["code", "n", "name"])
    #expect(result.column("n").suffix(3) == [.number(100), .number(200), .number(0)])
    #expect(result.column("code").suffix(3) == [.missing, .missing, .missing])
    #expect(refusal(counts, [.union(Pipeline(people.table()))]) == "code is a whole number in one table and text in the other")
  }

  @Test func joinsAfterAnUnpivotMatchEachPart() throws {
    let wide = SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("a", .integer), ColumnDescription("b", .integer)],
      [
        [.text("X"), .number(1), .number(2)], [.text("Y"), .number(3), .missing], [.text("Z"), .number(5), .number(6)],
      ])
    let other = SmallTable(
      [ColumnDescription("name", .text), ColumnDescription("code", .integer)],
      [[.text("X"), .number(7)], [.text("Z"), .number(8)], [.text("Z"), .number(9)]])
    func joined(_ kind: TableJoin.Kind, _ more: [PipelineStep] = []) throws -> PipelineResult {
      let steps: [PipelineStep] = [
        .unpivot(TableUnpivot(["a", "b"], key: .names("k"), value: "n")),
        .join(TableJoin(kind, Pipeline(other.table()), named: "o", on: [(left: column("place"), right: column("name"))])),
      ]
      return try run(wide, steps + more, chunk: 2)
    }
    let inner = try joined(.inner)
    #expect(inner.column("place") == ["X", "X", "Z", "Z", "Z", "Z"].map { .text($0) })
    #expect(inner.column("n") == [1, 2, 5, 5, 6, 6].map { .number($0) })
    #expect(inner.column("code") == [7, 7, 8, 9, 8, 9].map { .number($0) })
    let left = try joined(.left)
    #expect(left.column("n") == [1, 2, 3, 5, 5, 6, 6].map { .number($0) })
    #expect(left.column("code") == [.number(7), .number(7), .missing, .number(8), .number(9), .number(8), .number(9)])
    #expect(try joined(.anti).column("n") == [.number(3)])
    let sum = Aggregate("s", .sum, .arithmetic(.times, column("n"), column("code")))
    let grouped = try joined(
      .inner, [.filter(.comparison(.greater, column("code"), .number(7))), .group(by: [NamedExpression(column: "code")], [sum])])
    #expect(grouped.cells == [[.number(8), .number(88)], [.number(9), .number(99)]])
    #expect(try joined(.inner, [.take(2)]).column("code") == [.number(7), .number(7)])
  }

  @Test func keysWithSeveralRowsOnBothSidesAreSaid() throws {
    let twice = SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("year", .integer)],
      [[.text("A"), .number(1)], [.text("A"), .number(1)], [.text("B"), .number(1)], [.text("C"), .number(2)]])
    let steps: [PipelineStep] = [
      .join(
        TableJoin(
          .inner, Pipeline(twice.table()), named: "other",
          on: [(left: column("place"), right: column("place")), (left: column("year"), right: column("year"))]))
    ]
    let more = SmallTable(twice.columns, [[.text("A"), .number(1)], [.text("A"), .number(1)], [.text("D"), .number(4)]])
    let result = try run(more, steps, chunk: 1)
    #expect(result.cells.count == 4)
    var report = JoinReport(otherName: "other")
    (report.leftMatched, report.leftUnmatched, report.rightMatched, report.rightUnmatched) = (2, 1, 2, 2)
    (report.repeatedKeyCount, report.repeatedRows) = (1, 4)
    (report.leftoverKeys, report.otherLeftoverKeys) = (["D 4"], ["B 1", "C 2"])
    (report.leftoverKeyCount, report.otherLeftoverKeyCount) = (1, 2)
    #expect(result.notes == [.joined(report)])
  }
}
