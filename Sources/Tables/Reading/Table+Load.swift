import Synchronization

extension Table {
  /// Reads all rows of a source into memory, which takes no more than the execution allows. Throws `TableError`.
  public static func load(from source: any TableSource, execution: Execution) throws -> Table {
    if let table = source as? Table { return table }
    let chunks = Mutex<[Int: [Column]]>([:])
    let size = Atomic<Int>(0)
    let numbers = Array(source.schema.columns.indices)
    try source.scan(columns: numbers, execution: execution) { chunk, number, _ in
      let columns = try numbers.map { try chunk.column($0, rows: nil) }
      let bytes = columns.reduce(0) { $0 + $1.byteCount }
      guard size.add(bytes, ordering: .relaxed).newValue <= execution.memoryLimit else {
        throw TableError.tooLarge("the table takes more than \(execution.memoryLimit >> 20) MB of memory")
      }
      chunks.withLock { $0[number] = columns }
    }
    let read = chunks.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }.filter { ($0.first?.count ?? 0) > 0 }
    return Table(schema: source.schema, chunks: evened(read))
  }

  /// The same rows in chunks of one size, save for the last, which is what a table's are.
  private static func evened(_ chunks: [[Column]]) -> [[Column]] {
    guard let first = chunks.first, let size = first.first?.count else { return chunks }
    let isEven = chunks.dropLast().allSatisfy { $0.first?.count == size } && (chunks[chunks.count - 1].first?.count ?? 0) <= size
    guard !isEven else { return chunks }
    let rowCount = chunks.reduce(0) { $0 + ($1.first?.count ?? 0) }
    return stride(from: 0, to: rowCount, by: Chunks.maximumRowCount).map { start in
      let rows = start..<min(rowCount, start + Chunks.maximumRowCount)
      return first.indices.map { Column.joining(pieces(of: chunks, rows, column: $0)) }
    }
  }

  /// The parts of a column's chunks that hold these rows.
  private static func pieces(of chunks: [[Column]], _ rows: Range<Int>, column: Int) -> [(column: Column, rows: Range<Int>)] {
    var pieces: [(column: Column, rows: Range<Int>)] = []
    var start = 0
    for chunk in chunks {
      let count = chunk[column].count
      let part = rows.clamped(to: start..<(start + count))
      if !part.isEmpty { pieces.append((chunk[column], (part.lowerBound - start)..<(part.upperBound - start))) }
      start += count
    }
    return pieces
  }
}
