extension Table {
  /// Some rows, next to one another, of a chunk that lies in memory.
  private struct MemoryChunk: TableChunk {
    let columns: [Column]
    let range: Range<Int>
    var rowCount: Int { range.count }
    var isInMemory: Bool { true }

    func column(_ index: Int, rows: [Int32]?) throws -> Column {
      guard columns.indices.contains(index) else {
        throw TableError.wrongStep("a column is asked for that the table doesn't have")
      }
      if let rows { return columns[index].picking(rows, from: range.lowerBound) }
      return range.count == columns[index].count ? columns[index] : columns[index].slice(range)
    }
  }

  public func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws {
    let pieces = chunks.indices.flatMap { number in
      let count = chunks[number].first?.count ?? 0
      return stride(from: 0, to: count, by: Chunks.pieceRowCount).map { (number, $0..<min($0 + Chunks.pieceRowCount, count)) }
    }
    try Workers.run(pieces.count, execution: execution) { piece, worker in
      let (number, range) = pieces[piece]
      try body(MemoryChunk(columns: chunks[number], range: range), piece, worker)
    }
  }
}
