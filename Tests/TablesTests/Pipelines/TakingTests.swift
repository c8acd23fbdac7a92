import Evidence
import Synchronization
import Tables
import Testing

/// The first rows of a table need not cost all of it.
@Suite struct TakingTests {
  /// Counts the chunks that are asked for.
  private final class CountingSource: TableSource {
    private let table: Table
    private let counted = Mutex(0)
    var chunkCount: Int { counted.withLock { $0 } }
    var schema: Schema { table.schema }
    var knownRowCount: Int? { table.knownRowCount }

    init(_ table: Table) { self.table = table }

    func scan(
      columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
    ) throws {
      try table.scan(columns: columns, execution: execution) { chunk, number, worker in
        counted.withLock { $0 += 1 }
        try body(chunk, number, worker)
      }
    }
  }

  /// A hundred chunks of seven rows, whose numbers rise; every fourth is missing.
  private static let table = SmallTable(
    [ColumnDescription("n", .integer), ColumnDescription("m", .integer)],
    (0..<700).map { [$0 % 4 == 3 ? .missing : .number(Double($0)), .number(Double(-$0))] })

  @Test(arguments: [
    [PipelineStep.take(5)], [.filter(.comparison(.greaterOrEqual, .column("n"), .number(60))), .take(5)],
    [.unpivot(TableUnpivot(["n", "m"], key: .names("which"), value: "v")), .take(9)],
  ])
  func stopsWhenEnoughRowsAreThere(steps: [PipelineStep]) throws {
    let source = CountingSource(Self.table.table())
    let result = try Pipeline(source, steps).run(Execution(workerCount: 2))
    let all = try Pipeline(Self.table.table(), Array(steps.dropLast())).run(Execution(workerCount: 2))
    #expect(source.chunkCount < 60)
    let count = result.cells.count
    #expect(count == 5 || count == 9)
    #expect(result.cells == Array(all.cells.prefix(count)))
    // How far workers came is chance, so that what they left out is not counted.
    let counted = result.notes.contains { note in
      switch note {
      case .leftOut, .emptyCells: true
      default: false
      }
    }
    #expect(!counted)
  }

  @Test func aSmallTableIsReadInFullSoThatWhatWasLeftOutIsCounted() throws {
    let filter = PipelineStep.filter(.comparison(.greaterOrEqual, .column("n"), .number(0)))
    let result = try Pipeline(Self.table.table(chunk: 350), [filter, .take(2)]).run(Execution(workerCount: 2))
    #expect(result.notes == [.leftOut(rows: 175, missing: ["n"])])
  }
}
