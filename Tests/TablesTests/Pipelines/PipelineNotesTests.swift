import Evidence
import Tables
import Testing

/// What is refused, with the right way, and what is said below a result.
@Suite struct PipelineNotesTests {
  private func table(_ sort: SortOfQuantity, time: Bool = false) -> SmallTable {
    SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("v", .integer, sort: sort)]
        + (time ? [ColumnDescription("time", .date, resolution: .year)] : []), [])
  }

  private func sum(by keys: [NamedExpression] = []) -> PipelineStep { .group(by: keys, [Aggregate("s", .sum, column("v"))]) }

  @Test func sumsThatMakeNoSenseAreRefused() {
    #expect(
      refusal(table(.rate), [sum()])
        == "v is a rate and cannot be summed | sum what it is made of, then divide: derive rate = sum of the counts / sum of the population"
    )
    #expect(refusal(table(.code), [sum()])?.hasPrefix("an aggregate is asked of v, which is a code") ?? false)
    #expect(refusal(table(.index), [sum()]) == "v is an index and cannot be summed | ask for its mean, median, min or max")
    #expect(refusal(table(.stock, time: true), [sum()])?.hasPrefix("v is a stock: it adds over places, not over time") ?? false)
    #expect(refusal(table(.stock, time: true), [sum(by: [NamedExpression(column: "time")])]) == nil)
    #expect(refusal(table(.stock), [sum()]) == nil)
    #expect(refusal(table(.count, time: true), [sum()]) == nil)
  }

  @Test func sumsOfWhatIsCalledARateAreSaid() throws {
    for (name, isSaid) in [("homicide_rate", true), ("Tasa de homicidios", true), ("generated", false), ("n", false)] {
      let table = SmallTable([ColumnDescription(name, .integer)], [[.number(1)], [.number(2)]])
      let notes = try run(table, [.group(by: [], [Aggregate("s", .sum, column(name))])]).notes
      #expect(notes.contains(.looksLikeRate(column: name)) == isSaid, "\(name)")
    }
    let told = SmallTable([ColumnDescription("rate", .integer, sort: .count)], [[.number(1)]])
    #expect(try run(told, [.group(by: [], [Aggregate("s", .sum, column("rate"))])]).notes.isEmpty)
  }

  @Test func namesThatAreNotThereGetTheNearest() {
    #expect(
      refusal(table(.count), [.filter(.comparison(.equal, column("plaze"), .text("A")))])
        == "there is no column plaze | did you mean place?")
    #expect(refusal(table(.count), [.rename([(from: "v", to: "PLACE")])])?.hasPrefix("there are two columns") ?? false)
    #expect(
      refusal(table(.count), [.filter(.comparison(.equal, column("place"), .number(1)))])?.contains("between quotes") ?? false)
  }

  @Test func aTextThatNoCellHasGetsTheNearest() throws {
    let table = SmallTable([ColumnDescription("kind", .text)], [[.text("Homicidio doloso")], [.text("Robo")]])
    func note(_ text: String) throws -> [PipelineNote] {
      try run(table, [.filter(.comparison(.equal, column("kind"), .text(text)))]).notes
    }
    #expect(try note("homicidio Dolóso") == [.noSuchCell(column: "kind", text: "homicidio Dolóso", nearest: "Homicidio doloso")])
    #expect(try note("Robbo") == [.noSuchCell(column: "kind", text: "Robbo", nearest: "Robo")])
    #expect(try note("Secuestro") == [.noSuchCell(column: "kind", text: "Secuestro", nearest: nil)])
    #expect(try note("Robo").isEmpty)
    // Nothing is said of cells that were not read.
    let none: [PipelineStep] = [.filter(.comparison(.equal, column("kind"), .text("Secuestro"))), .take(0)]
    #expect(try run(table, none).notes.isEmpty)
  }

  @Test func whatIsMissingIsCounted() throws {
    let table = SmallTable(
      [ColumnDescription("place", .text), ColumnDescription("n", .integer)],
      [[.text("A"), .number(1)], [.text("A"), .missing], [.missing, .number(3)]])
    #expect(
      try run(table, [.filter(.comparison(.greater, column("n"), .number(0)))]).notes.first == .leftOut(rows: 1, missing: ["n"]))
    let grouped = try run(table, [.group(by: [NamedExpression(column: "place")], [Aggregate("s", .sum, column("n"))])])
    #expect(grouped.notes == [.cellsLeftOut(column: "s", cells: 1), .coverage(column: "place", filled: 1, rows: 2)])
  }

  @Test func evenRowsThatMightEnterAreCounted() throws {
    let table = SmallTable([ColumnDescription("n", .integer)], [3, 1, 2, 2, 2].map { [.number($0)] })
    let sorted = PipelineStep.sort([SortKey(column("n"), descending: true)])
    #expect(try run(table, [sorted, .take(2)]).notes == [.tiesThatMightEnter(rows: 2)])
    #expect(try run(table, [sorted, .take(4)]).notes.isEmpty)
    #expect(
      try run(table, [.top(2, by: [SortKey(column("n"), descending: true)], within: [])]).notes == [.tiesThatMightEnter(rows: 2)])
  }

  @Test func sumsBeyondWholeNumbersAreRounded() throws {
    let big = Double(Int32.max)
    let table = SmallTable([ColumnDescription("n", .integer)], [[.number(big)], [.number(big)]])
    let squares = TableExpression.arithmetic(.times, column("n"), column("n"))
    let steps: [PipelineStep] = [.group(by: [], [Aggregate("s", .sum, squares), Aggregate("m", .sum, column("n"))])]
    #expect(try run(table, steps).column("m") == [.number(2 * big)])
    let three = SmallTable(table.columns, table.rows + table.rows)
    let result = try run(three, steps, chunk: 1)
    #expect(result.column("s") == [.number(4 * (big * big))])
    #expect(result.notes == [.roundedSum(column: "s")])
    let cubes = TableExpression.arithmetic(.times, squares, column("n"))
    #expect(refusal(table, [.derive([NamedExpression("c", cubes)])])?.hasPrefix("a whole number grows too large") ?? false)
  }

  @Test func emptyTablesGoThroughEveryStep() throws {
    let empty = SmallTable(
      [
        ColumnDescription("place", .text), ColumnDescription("n", .integer), ColumnDescription("q", .quantity),
        ColumnDescription("d", .date),
      ], [])
    let place = NamedExpression(column: "place")
    let steps: [[PipelineStep]] = [
      [.filter(.comparison(.greater, column("q"), .number(1)))], [.group(by: [place], [Aggregate("s", .sum, column("q"))])],
      [.sort([SortKey(column("q"))]), .take(3), .skip(1)], [.pivot(key: "place", cells: "n")], [.distinct], [.sample(3, seed: 1)],
      [.balanced(over: column("d"), within: [column("place")])], [.wholeYears("d")],
      [.top(1, by: [SortKey(column("n"))], within: [column("place")])],
      [.derive([NamedExpression("w", .window(WindowFunction(.rank, column("q"))))])], [.drop(["place", "n", "q", "d"])],
      [.unpivot(TableUnpivot(["n"], key: .names("k"), value: "v"))],
    ]
    for step in steps { #expect(try run(empty, step).cells.isEmpty, "\(step)") }
    #expect(try run(empty, [.count]).cells == [[.number(0)]])
    #expect(
      try run(empty, [.group(by: [], [Aggregate("s", .sum, column("q")), Aggregate("c", .count)])]).cells == [
        [.missing, .number(0)]
      ])
  }

  @Test func allRowsMayBeOnlyPossible() throws {
    let table = SmallTable([ColumnDescription("q", .quantity)], [[.range(0, 10)], [.range(-5, 8)]])
    let filter = PipelineStep.filter(.comparison(.greater, column("q"), .number(4)))
    let result = try run(
      table,
      [filter, .group(by: [], [Aggregate("c", .count), Aggregate("s", .sum, column("q")), Aggregate("m", .min, column("q"))])])
    #expect(result.cells == [[.range(0, 2), .range(-5, 18), .range(-5, 10)]])
    #expect(try run(table, [.filter(.surely(.comparison(.greater, column("q"), .number(4))))]).cells.isEmpty)
  }

  @Test func infiniteAndInvertedRangesAreHeld() throws {
    let table = Table(
      schema: Schema([ColumnDescription("q", .quantity)]),
      chunks: [[.quantity(QuantityColumn(low: [5, 300, 0], best: [.nan, .nan, 3], high: [2, .infinity, 3], ends: [0, 4, 0]))]])
    let steps: [PipelineStep] = [
      .group(by: [], [Aggregate("s", .sum, column("q")), Aggregate("m", .max, column("q")), Aggregate("a", .mean, column("q"))])
    ]
    let result = try Pipeline(table, steps).run(Execution(workerCount: 1))
    #expect(result.cells == [[.range(302, .infinity), .range(300, .infinity), .range(302.0 / 3, .infinity)]])
    // More than 300 is surely above 300.
    let above = try Pipeline(table, [.filter(.surely(.comparison(.greater, column("q"), .number(300))))]).run(
      Execution(workerCount: 1))
    #expect(above.cells == [[.range(300, .infinity)]])
  }

  @Test func whatIsCancelledStops() {
    let table = SmallTable([ColumnDescription("n", .integer)], (0..<100).map { [.number(Double($0))] }).table(chunk: 1)
    #expect(throws: TableError.cancelled) { try Pipeline(table, [.count]).run(Execution(workerCount: 2, isCancelled: { true })) }
    #expect(throws: TableError.self) { try Pipeline(table).run(Execution(workerCount: 2, memoryLimit: 100)) }
  }

  @Test func deepFormulasAreRefused() {
    var formula = column("v")
    for _ in 0..<1_000 { formula = .arithmetic(.plus, formula, .number(1)) }
    #expect(refusal(table(.count), [.derive([NamedExpression("f", formula)])]) == "a formula is nested too deeply")
  }
}
