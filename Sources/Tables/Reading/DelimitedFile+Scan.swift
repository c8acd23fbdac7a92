import Synchronization

extension DelimitedFile {
  /// What the workers of one scan share.
  private final class ScanState: Sendable {
    let report = Mutex(ReadingReport())
    let isStopped = Atomic<Bool>(false)
    let counter: ReadingCounter

    init(of byteCount: Int) { counter = ReadingCounter(of: byteCount) }
  }

  public func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws {
    guard columns.allSatisfy(schema.columns.indices.contains) else {
      throw TableError.wrongStep("a column is asked for that the file doesn't have")
    }
    let cutter = BlockCutter(source, layout)
    let state = ScanState(of: layout.data.count)
    let blockCount = layout.data.count / max(1, layout.chunkByteCount) + 1
    try Workers.run(min(execution.workerCount, blockCount), execution: execution) { _, worker in
      do {
        try work(cutter, state, execution, worker, body)
      } catch {
        state.isStopped.store(true, ordering: .relaxed)
        throw error
      }
    }
    lastReport.withLock { $0 = state.report.withLock { $0 } }
  }

  private func work(
    _ cutter: BlockCutter, _ state: ScanState, _ execution: Execution, _ worker: Int,
    _ body: @Sendable (any TableChunk, Int, Int) throws -> Void
  ) throws {
    let block = RecordBlock(capacity: min(layout.data.count + 1, layout.chunkByteCount * 2))
    let caches = CodeCaches()
    let index = FieldIndex()
    while !state.isStopped.load(ordering: .relaxed) {
      if execution.isCancelled() { throw TableError.cancelled }
      guard try cutter.next(into: block) else { return }
      try index.build(block, layout)
      let chunk = FileChunk(self, block, index, caches)
      try body(chunk, block.number, worker)
      state.report.withLock { $0.take(chunk, index.ragged) }
      state.counter.add(rows: index.rowCount, bytes: block.count, telling: execution)
    }
  }
}
