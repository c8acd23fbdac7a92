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
    let read = chunks.withLock { chunks in
      let sorted = chunks.sorted { $0.key < $1.key }.map(\.value)
      chunks = [:]
      return sorted
    }
    return Table(schema: source.schema, evening: read)
  }

  /// Rows in chunks of any size, which are put into chunks of one size, save for the last: that is what a table's are. What has been
  /// copied is let go at once, so that rows are never there twice.
  convenience init(schema: Schema, evening chunks: consuming [[Column]]) {
    var chunks = chunks
    chunks.removeAll { ($0.first?.count ?? 0) == 0 }
    let sizes = chunks.map { $0.first?.count ?? 0 }
    let isEven = sizes.dropLast().allSatisfy { $0 == sizes[0] } && (sizes.last ?? 0) <= (sizes.first ?? 0)
    guard !isEven else {
      self.init(schema: schema, chunks: chunks)
      return
    }
    let size = Chunks.pieceRowCount
    var evened: [[Column]] = []
    var (chunk, row) = (0, 0)
    while chunk < chunks.count {
      var pieces: [(chunk: Int, rows: Range<Int>)] = []
      var wanted = size
      while wanted > 0, chunk < chunks.count {
        let end = min(sizes[chunk], row + wanted)
        pieces.append((chunk, row..<end))
        wanted -= end - row
        (chunk, row) = end == sizes[chunk] ? (chunk + 1, 0) : (chunk, end)
      }
      evened.append(schema.columns.indices.map { column in Column.joining(pieces.map { (chunks[$0.chunk][column], $0.rows) }) })
      for piece in pieces where piece.chunk < chunk { chunks[piece.chunk] = [] }
    }
    self.init(schema: schema, chunks: evened)
  }
}
