/// Rows that can be scanned: a table in memory, or a file that is parsed while it is scanned.
public protocol TableSource: AnyObject, Sendable {
  var schema: Schema { get }

  /// How many rows there are, where that is known without reading.
  var knownRowCount: Int? { get }

  /// Hands every chunk to `body`, from as many workers at once as the execution allows. Only the columns of these numbers will be asked
  /// of a chunk. `body` gets the number of its worker, from 0, and that of the chunk, in the order of the rows; a chunk must not be kept.
  /// Stops at the first error, and where the execution is cancelled.
  func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws
}
