/// What a pipeline came to, kept to be gone on with as if it had only been lengthened: what was said on the way to it is said again, and
/// what is known of its rows beside their cells (bounds of rank, ties, months of incomplete years) still holds.
public final class KeptTable: TableSource {
  private let table: Table
  /// The same with what is known of each row; nil where nothing is.
  let rows: Rows?
  /// What was left out on the way, and what a reader should know.
  let notes: [PipelineNote]
  /// The column whose empty cells are still there, to be left out and counted by whatever goes on.
  let columnWithEmptyCells: String?

  init(_ table: Table, rows: Rows? = nil, notes: [PipelineNote], columnWithEmptyCells: String? = nil) {
    self.table = table
    self.rows = rows
    self.notes = notes
    self.columnWithEmptyCells = columnWithEmptyCells
  }

  public var schema: Schema { table.schema }
  public var knownRowCount: Int? { table.knownRowCount }

  public func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws {
    try table.scan(columns: columns, execution: execution, body: body)
  }
}
