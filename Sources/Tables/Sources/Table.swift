/// Rows in memory.
public final class Table: TableSource {
  public let schema: Schema
  /// Every chunk's columns, in the order of the schema; all chunks but the last have the same number of rows.
  public let chunks: [[Column]]
  public let rowCount: Int

  public init(schema: Schema, chunks: [[Column]]) {
    self.schema = schema
    self.chunks = chunks
    rowCount = chunks.reduce(0) { $0 + ($1.first?.count ?? 0) }
  }

  public var knownRowCount: Int? { rowCount }
}
