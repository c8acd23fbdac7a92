import Tables

/// The rows of another source, with more said of its columns.
final class RelabelledSource: TableSource {
  let schema: Schema
  private let base: any TableSource

  /// `schema` has the columns of the base in their order, with the same types.
  init(_ base: any TableSource, schema: Schema) {
    self.base = base
    self.schema = schema
  }

  var knownRowCount: Int? { base.knownRowCount }

  func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws {
    try base.scan(columns: columns, execution: execution, body: body)
  }
}
