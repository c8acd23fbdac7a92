import Synchronization

extension DelimitedFile {
  /// What all rows looked at together came to.
  private struct Sums: Sendable {
    var evidence: [ColumnEvidence]
    var odd: [OddCells]
    var ragged = FileProfile.RaggedRowReport()
    var rowCount = 0
    var lineCount = 0
  }

  /// What the file has when every row of it is looked at, for a file of which only samples were: counts, ranges, cells that don't fit.
  /// Types stay as they are. Throws `TableError`.
  public func wholeProfile(execution: Execution) throws -> FileProfile {
    guard !profile.isWhole else { return profile }
    let empty = Sums(
      evidence: [ColumnEvidence](repeating: ColumnEvidence(), count: rules.count),
      odd: [OddCells](repeating: OddCells(), count: rules.count))
    let all = Mutex(empty)
    let cutter = BlockCutter(source, layout)
    let isStopped = Atomic<Bool>(false)
    let counter = ReadingCounter(of: layout.data.count)
    try Workers.run(execution.workerCount, execution: execution) { _, _ in
      var sums = empty
      let block = RecordBlock(capacity: layout.chunkByteCount * 2)
      let index = FieldIndex()
      do {
        while !isStopped.load(ordering: .relaxed) {
          if execution.isCancelled() { throw TableError.cancelled }
          guard try cutter.next(into: block) else { break }
          try index.build(block, layout)
          look(at: block, index, &sums)
          counter.add(rows: index.rowCount, bytes: block.count, telling: execution)
        }
      } catch {
        isStopped.store(true, ordering: .relaxed)
        throw error
      }
      all.withLock { Self.merge(sums, into: &$0) }
    }
    return profile(all.withLock { $0 })
  }

  private func look(at block: RecordBlock, _ index: FieldIndex, _ sums: inout Sums) {
    for column in rules.indices {
      guard let cells = index.cells(of: block, column: column) else { continue }
      for row in 0..<index.rowCount {
        let (start, count) = cells.cell(row)
        let cell = UnsafeRawBufferPointer(start: start, count: count)
        sums.evidence[column].add(cell, quote: layout.quote, line: block.firstLine + row)
      }
      // What doesn't fit is found by reading, so that both ways say the same.
      guard rules[column].type != .text else { continue }
      var reader = ColumnReader(
        rule: rules[column], dictionary: nil, cache: nil, quote: layout.quote, cells: cells, firstLine: block.firstLine)
      _ = reader.column(rows: nil, count: index.rowCount)
      sums.odd[column].merge(reader.odd)
    }
    sums.ragged.merge(index.ragged)
    sums.rowCount += index.rowCount
    sums.lineCount += block.bytes.count { $0 == 0x0A }
  }

  private static func merge(_ more: Sums, into sums: inout Sums) {
    for column in sums.evidence.indices {
      sums.evidence[column].merge(more.evidence[column])
      sums.odd[column].merge(more.odd[column])
    }
    sums.ragged.merge(more.ragged)
    sums.rowCount += more.rowCount
    sums.lineCount += more.lineCount
  }

  private func profile(_ sums: Sums) -> FileProfile {
    var whole = profile
    (whole.isWhole, whole.rowCount, whole.examinedRows) = (true, sums.rowCount, sums.rowCount)
    whole.raggedRows = sums.ragged
    whole.repairs = DelimitedFinder.repairs(sums.evidence)
    for (index, column) in profile.columns.enumerated() {
      let verdict = ColumnVerdict(rule: rules[index], reason: column.reason, remarks: column.remarks)
      whole.columns[index] = DelimitedFinder.profile(column.name, sums.evidence[index], verdict, toldMarks[index])
      whole.columns[index].oddCells = sums.odd[index]
      // Those of the file's start, whatever order workers end in.
      whole.columns[index].examples = column.examples
    }
    // Lines of the foot are counted from the end, so that its first one says how many there are.
    let footLineCount = -(profile.droppedLines.map(\.line).min().map { min($0, 0) } ?? 0)
    let lineCount = layout.firstLine - 1 + sums.lineCount + footLineCount
    for index in whole.droppedLines.indices where whole.droppedLines[index].line < 0 {
      whole.droppedLines[index].line += lineCount + 1
    }
    return whole
  }
}
