import Evidence
import Tables
import Testing

/// Pipelines over a file that is read while they run come to what they come to over its rows in memory.
@Suite struct StreamedFileTests {
  /// Some 30,000 rows in several chunks; kinds and places that the first chunk has, and some that only later ones have.
  private static let text: String = {
    var text = "kind,other,place,n\n"
    for row in 0..<30_000 {
      let kind = row < 20_000 ? ["clash", "arrest", "seizure"][row % 3] : ["clash", "siege", "arrest"][row % 3]
      let other = row < 20_000 ? ["siege", "clash"][row % 2] : ["arrest", "siege", "clash"][row % 3]
      text += "\(kind),\(other),a place with a long name \(row % 700),\(row % 11)\n"
    }
    return text
  }()

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
      .comparison(.equal, .column("place"), .text("a place with a long name 7"))),
  ]) func textsAreFoundFromTheFirstChunkOn(_ condition: TableExpression) throws {
    for workerCount in 1...2 {
      let execution = Execution(workerCount: workerCount)
      let file = try DataFile.open(bytes: Array(Self.text.utf8)).source
      let steps: [PipelineStep] = [
        .filter(condition),
        .group(by: [NamedExpression(column: "kind")], [Aggregate("rows", .count), Aggregate("n", .sum, .column("n"))]),
        .sort([SortKey(.column("kind"))]),
      ]
      let streamed = try Pipeline(file, steps).run(execution).table
      let again = try DataFile.open(bytes: Array(Self.text.utf8)).source
      let loaded = try Pipeline(try Table.load(from: again, execution: execution), steps).run(execution).table
      #expect(TableText.rows(streamed) == TableText.rows(loaded))
      #expect(loaded.rowCount > 0)
    }
  }
}
