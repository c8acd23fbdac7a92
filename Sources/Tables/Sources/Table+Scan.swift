extension Table {
  /// A chunk that lies in memory.
  private struct MemoryChunk: TableChunk {
    let columns: [Column]
    var rowCount: Int { columns.first?.count ?? 0 }

    func column(_ index: Int, rows: [Int32]?) throws -> Column {
      guard columns.indices.contains(index) else {
        throw TableError.wrongStep("a column is asked for that the table doesn't have")
      }
      return rows.map { columns[index].picking($0) } ?? columns[index]
    }
  }

  public func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws {
    try Workers.run(chunks.count, execution: execution) { number, worker in
      try body(MemoryChunk(columns: chunks[number]), number, worker)
    }
  }
}
