import Synchronization

/// What came of writing the rows of a pipeline.
public struct StreamedRows: Sendable {
  public var rowCount: Int
  public var notes: [PipelineNote]

  public init(rowCount: Int, notes: [PipelineNote] = []) {
    self.rowCount = rowCount
    self.notes = notes
  }
}

extension Pipeline {
  /// Whatever the last steps leave, handed on in the order of the rows and kept nowhere, as far as those steps look at one row at a time.
  ///
  /// `begin` gets the columns first, and gives what makes bytes of a part of the rows, on any worker; `write` gets them in order, one after
  /// the other. Rows that are only possible get a column `belongs`, and ranks that are ranges `rank_first` and `rank_last`; such tables are
  /// worked out as a whole before they are written. Throws `TableError`, and what the closures throw.
  public func stream(
    _ execution: Execution, begin: (Schema) throws -> @Sendable ([Column]) -> [UInt8],
    write: @escaping @Sendable ([UInt8]) throws -> Void
  ) throws -> StreamedRows {
    var runner = PipelineRunner(self, execution: execution)
    try runner.advance(through: steps)
    let segment = runner.segment
    guard segment.canStream else {
      var result = try runner.collect().result(runner.notes)
      let table = result.tableWithDoubts()
      result.table = table
      let encode = try begin(table.schema)
      for chunk in table.chunks {
        if execution.isCancelled() { throw TableError.cancelled }
        try write(encode(chunk))
      }
      return StreamedRows(rowCount: table.rowCount, notes: result.notes)
    }
    let encode = try begin(Schema(segment.visible.map(\.description)))
    let slots = segment.visible.map(\.slot)
    let run = SegmentRun(segment, wanted: Set(slots), execution: execution)
    let order = Mutex(Order())
    try run.run(
      { batch, _ in
        let bytes = encode(try slots.map { try batch.column($0) })
        order.withLock { state in
          state.waiting[batch.number] = bytes
          state.rowCount += batch.rowCount
        }
      },
      finished: { number in
        try order.withLock { state in
          state.finished.insert(number)
          while state.finished.remove(state.next) != nil {
            if let bytes = state.waiting.removeValue(forKey: state.next) { try write(bytes) }
            state.next += 1
          }
        }
      })
    return StreamedRows(rowCount: order.withLock { $0.rowCount }, notes: runner.notes + run.notes())
  }

  /// What waits for the chunks before it.
  private struct Order: Sendable {
    var waiting: [Int: [UInt8]] = [:]
    var finished: Set<Int> = []
    var next = 0
    var rowCount = 0
  }
}

extension Segment {
  /// Whether its rows come chunk by chunk in their order, with nothing to be said of one but its cells.
  fileprivate var canStream: Bool { !hasBand && rankSlots == nil && tieSlot == nil && !hasUnpivot }
}

extension PipelineResult {
  /// The table with columns that say which rows are only possible and which places they may have.
  fileprivate func tableWithDoubts() -> Table {
    guard !isPossible.isEmpty || !ranks.isEmpty else { return table }
    var schema = table.schema
    var start = 0
    var dictionary: TextDictionary?
    if !isPossible.isEmpty {
      let words = TextDictionary()
      _ = words.code(of: "surely")
      _ = words.code(of: "possibly")
      dictionary = words
      schema.columns.append(ColumnDescription("belongs", .text, dictionary: words))
    }
    if !ranks.isEmpty {
      schema.columns += [ColumnDescription("rank_first", .integer), ColumnDescription("rank_last", .integer)]
    }
    let chunks = table.chunks.map { chunk in
      var chunk = chunk
      let rows = start..<start + (chunk.first?.count ?? 0)
      start = rows.upperBound
      if let dictionary {
        let (surely, possibly) = (dictionary.code(of: "surely"), dictionary.code(of: "possibly"))
        chunk.append(.text(rows.map { isPossible[$0] ? possibly : surely }))
      }
      if !ranks.isEmpty {
        chunk.append(.integer32(rows.map { Int32(clamping: ranks[$0].lowerBound) }))
        chunk.append(.integer32(rows.map { Int32(clamping: ranks[$0].upperBound) }))
      }
      return chunk
    }
    return Table(schema: schema, chunks: chunks)
  }
}
