import Evidence
import Synchronization
import Tables
import Testing

/// Pipelines over a file that is read while they run come to what they come to over its rows in memory.
@Suite struct StreamedFileTests {
  /// Rows so long that few make a chunk; kinds and places that the first chunk has, and some that only later ones have.
  private static let text: String = {
    let long = String(repeating: "a long name ", count: 60)
    var text = "kind,other,place,n,low,high\n"
    for row in 0..<3_000 {
      let isEarly = row < 1_800
      let kind = isEarly ? ["clash", "arrest", "seizure"][row % 3] : ["clash", "siege", "arrest"][row % 3]
      let other = isEarly ? ["siege", "clash"][row % 2] : ["arrest", "siege", "clash"][row % 3]
      text += "\(kind),\(other),\(long)\(row % 70),\(row % 11),\(row % 11 - row % 3),\(row % 11 + row % 4)\n"
    }
    return text
  }()

  private static let loaded = Result { try Table.load(from: file(), execution: Execution(workerCount: 2)) }

  private static func file() throws -> any TableSource { try DataFile.open(bytes: Array(text.utf8)).source }

  @Test(arguments: [
    TableExpression.comparison(.equal, .column("kind"), .text("clash")),
    .comparison(.notEqual, .column("kind"), .text("clash")),
    .comparison(.equal, .column("kind"), .text("siege")),
    .comparison(.equal, .column("kind"), .column("other")),
    .comparison(.notEqual, .column("other"), .column("kind")),
    .oneOf(.column("kind"), [.text("siege"), .text("arrest")]),
    .not(.comparison(.equal, .column("kind"), .text("arrest"))),
    .or(
      .comparison(.equal, .column("kind"), .text("arrest")),
      .textTest(.endsWith, .column("place"), .text("name 7"))),
  ]) func textsAreFoundFromTheFirstChunkOn(_ condition: TableExpression) throws {
    let execution = Execution(workerCount: 2)
    let steps: [PipelineStep] = [
      .filter(condition),
      .group(by: [NamedExpression(column: "kind")], [Aggregate("rows", .count), Aggregate("n", .sum, .column("n"))]),
      .sort([SortKey(.column("kind"))]),
    ]
    let streamed = try Pipeline(Self.file(), steps).run(execution).table
    let loaded = try Pipeline(try Self.loaded.get(), steps).run(execution).table
    #expect(TableText.rows(streamed) == TableText.rows(loaded))
    #expect(loaded.rowCount > 0)
  }

  /// A table that is kept has the rows of a pipeline, wherever filters and unpivots left chunks of unlike sizes.
  @Test func aKeptTableHasTheRowsOfItsPipeline() throws {
    let execution = Execution(workerCount: 2)
    for steps: [PipelineStep] in [
      [], [.filter(.comparison(.equal, .column("kind"), .text("siege"))), .drop(["place"])],
      [.drop(["place"]), .unpivot(TableUnpivot(["low", "high"], key: .names("end"), value: "value"))],
    ] {
      let kept = try #require(try Pipeline(Self.file(), steps).table(execution))
      // Whatever follows comes to the same rows, and says the same of them, as if nothing had been kept.
      for more: [PipelineStep] in [[], [.filter(.comparison(.notEqual, .column("kind"), .text("siege")))]] {
        let (fresh, later) = (try Pipeline(Self.file(), steps + more).run(execution), try Pipeline(kept, more).run(execution))
        #expect(TableText.rows(later.table) == TableText.rows(fresh.table))
        #expect(later.notes == fresh.notes)
        let again = try Pipeline(later.continuation).run(execution)
        #expect(TableText.rows(again.table) == TableText.rows(fresh.table))
        #expect(again.notes == fresh.notes)
      }
    }
  }

  /// Rows that are only possible are no table: nothing would tell them from the others.
  @Test func possibleRowsAreNotKept() throws {
    let range = TableExpression.range(low: .column("low"), best: .column("n"), high: .column("high"))
    let steps: [PipelineStep] = [
      .derive([NamedExpression("dead", range)]), .filter(.comparison(.greater, .column("dead"), .number(5))),
    ]
    #expect(try Pipeline(Self.file(), steps).table(Execution(workerCount: 2)) == nil)
    #expect(try Pipeline(Self.file(), [steps[0]]).table(Execution(workerCount: 2))?.knownRowCount == 3_000)
  }

  @Test func aRangeHoldsAllThreeOfItsNumbers() throws {
    let file = try DataFile.open(bytes: Array("low,best,high\n1,2,3\n5,2,3\n1,9,3\n1,0,3\n,2,3\n1,2,\n1,,3\n4,4,4\n".utf8)).source
    let range = TableExpression.range(low: .column("low"), best: .column("best"), high: .column("high"))
    let table = try Pipeline(file, [.select([NamedExpression("range", range)])]).run(Execution(workerCount: 1)).table
    #expect(
      TableText.column("range", of: table)
        == [
          "1.0 2.0 3.0", "2.0 2.0 5.0", "1.0 9.0 9.0", "0.0 0.0 3.0", "nan nan nan", "nan nan nan", "1.0 nan 3.0", "4.0 4.0 4.0",
        ])
  }

  /// Two filters by texts are one loop where a table lies in memory; what each of them leaves out for a missing cell is counted as before.
  @Test func twoFiltersCountWhatEachLeavesOut() throws {
    var text = "kind,other,n\n"
    for row in 0..<2_000 { text += "\(["a", "b", ""][row % 3]),\(["x", "", "y", "x"][row % 4]),\(row)\n" }
    let condition = TableExpression.and(
      .comparison(.equal, .column("kind"), .text("a")), .comparison(.equal, .column("other"), .text("x")))
    let steps: [PipelineStep] = [.filter(condition), .group(by: [], [Aggregate("n", .sum, .column("n"))])]
    let execution = Execution(workerCount: 1)
    let streamed = try Pipeline(DataFile.open(bytes: Array(text.utf8)).source, steps).run(execution)
    let table = try Table.load(from: DataFile.open(bytes: Array(text.utf8)).source, execution: execution)
    let loaded = try Pipeline(table, steps).run(execution)
    #expect(TableText.rows(streamed.table) == TableText.rows(loaded.table))
    #expect("\(streamed.notes)" == "\(loaded.notes)")
    #expect(loaded.notes.count { if case .leftOut = $0 { true } else { false } } == 2)
  }

  /// What is written while rows stream is what is written of the whole table, in the same order.
  @Test func writingWhileItStreams() throws {
    let range = TableExpression.range(low: .column("low"), best: .column("n"), high: .column("high"))
    let none = TableExpression.comparison(.equal, .column("kind"), .text("nothing"))
    for steps: [PipelineStep] in [
      [], [.filter(.comparison(.equal, .column("kind"), .text("siege"))), .drop(["place"])], [.filter(none)],
      [.drop(["place"]), .unpivot(TableUnpivot(["low", "high"], key: .names("end"), value: "value"))],
      [.derive([NamedExpression("dead", range)]), .drop(["place"])], [.sort([SortKey(.column("n"))]), .take(7)],
    ] {
      let pipeline = Pipeline(try Self.file(), steps)
      let (written, rowCount) = try Self.streamed(pipeline, Execution(workerCount: 2))
      let table = try Pipeline(Self.file(), steps).run(Execution(workerCount: 1)).table
      #expect(written == TableWriter.bytes(table, format: .csv))
      #expect(rowCount == table.rowCount)
    }
  }

  /// Which rows are only possible, and which ranks are ranges, stands in columns of its own.
  @Test func doubtsAreWritten() throws {
    let file = try DataFile.open(bytes: Array("k,low,best,high\na,1,5,9\nb,6,7,8\nc,0,1,2\n".utf8)).source
    let range = TableExpression.range(low: .column("low"), best: .column("best"), high: .column("high"))
    let (written, _) = try Self.streamed(
      Pipeline(
        file,
        [
          .select([NamedExpression(column: "k"), NamedExpression("n", range)]),
          .filter(.comparison(.greater, .column("n"), .number(4))), .sort([SortKey(.column("n"), descending: true)]),
        ]), Execution(workerCount: 1))
    #expect(
      String(decoding: written, as: UTF8.self)
        == "k,n_low,n_best,n_high,belongs,rank_first,rank_last\nb,6,7,8,surely,1,2\na,1,5,9,possibly,1,2\n")
  }

  private static func streamed(_ pipeline: Pipeline, _ execution: Execution) throws -> ([UInt8], Int) {
    let bytes = Mutex<[UInt8]>([])
    let rows = try pipeline.stream(execution) { schema in
      let writer = TableWriter(schema, format: .csv)
      bytes.withLock { $0 += writer.header() }
      return { writer.rows($0) }
    } write: { part in
      bytes.withLock { $0 += part }
    }
    return (bytes.withLock(\.self), rows.rowCount)
  }
}
