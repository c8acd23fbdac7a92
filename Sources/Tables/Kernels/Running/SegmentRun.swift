import Synchronization

/// Sends the chunks of a segment's source through its operations, on all workers, and counts what is left out on the way.
final class SegmentRun: Sendable {
  private let segment: Segment
  private let needs: [Set<Int>]
  private let execution: Execution
  /// For each operation the rows or cells that it left out.
  private let leftOut: Mutex<[Int]>

  /// All slots that are needed after the last operation.
  var wanted: Set<Int> { needs[segment.operations.count] }

  /// `wanted` are the slots that will be asked for in the end, `shared` those that all parts of an unpivot are asked for at once.
  init(_ segment: Segment, wanted: Set<Int>, shared: Set<Int> = [], execution: Execution) {
    self.segment = segment
    self.execution = execution
    needs = segment.needs(of: wanted, shared: shared)
    leftOut = Mutex([Int](repeating: 0, count: segment.operations.count))
  }

  /// Hands over what is left of each chunk; several batches of one chunk where there is an unpivot. `finished` is told of every chunk once
  /// it is through, also of one of which nothing is left.
  func run(
    _ body: @Sendable (_ batch: Batch, _ worker: Int) throws -> Void,
    finished: @Sendable (_ number: Int) throws -> Void = { _ in }
  ) throws {
    try segment.source.scan(columns: segment.sourceColumns(needs[0]), execution: execution) { chunk, number, worker in
      if chunk.rowCount > 0 {
        let batch = try Batch(segment: segment, number: number, chunk: chunk)
        try process(batch, from: 0) { try body($0, worker) }
      }
      try finished(number)
    }
  }

  private func process(_ batch: Batch, from first: Int, _ body: (Batch) throws -> Void) throws {
    var next = first
    while next < segment.operations.count {
      let index = next
      next += 1
      if try filterTwice(batch, at: index) {
        if batch.rowCount == 0 { return }
        next += 1
        continue
      }
      switch segment.operations[index] {
      case .filter(let condition, _):
        let selection = try condition.select?(batch) ?? RowSelection(truths: Binder.truths(try condition.evaluate(batch)))
        if selection.missing > 0 { count(try rowsLeftOut(batch, condition, selection.missing, at: index), at: index) }
        if selection.rows.isEmpty { return }
        batch.keep(selection.rows, needed: needs[index + 1])
        if let possible = selection.possible { batch.mark(possible: possible) }
      case .join(let join, let number):
        try join.match(batch, number: number, needed: needs[index + 1])
        if batch.rowCount == 0 { return }
      case .unpivot(let unpivoter):
        try unpivoter.run(batch, needed: needs[index + 1]) { part, empty in
          if empty > 0 { count(empty, at: index) }
          if part.rowCount > 0 { try process(part, from: index + 1, body) }
        }
        return
      case .dropEmpty(let slot, _):
        let column = try batch.column(slot)
        let empty = column.missingCount
        guard empty > 0 else { continue }
        count(empty, at: index)
        let rows = column.presentRows()
        if rows.isEmpty { return }
        batch.keep(rows, needed: needs[index + 1])
      }
    }
    try body(batch)
  }

  /// Two filters by texts of a table in memory, one after the other, in one loop; false where there are no such two. Each still counts
  /// what is missing of the rows that it would have been asked of.
  private func filterTwice(_ batch: Batch, at index: Int) throws -> Bool {
    guard index + 1 < segment.operations.count, case .filter(let first, _) = segment.operations[index],
      case .filter(let second, _) = segment.operations[index + 1], let one = first.textEquality, let other = second.textEquality,
      batch.isWholeInMemory(one.slot), batch.isWholeInMemory(other.slot), !segment.hasUnpivot,
      let cells = try batch.column(one.slot).codes, let others = try batch.column(other.slot).codes
    else { return false }
    let (selection, secondMissing) = RowSelection.rows(cells, one.code(), others, other.code())
    if selection.missing > 0 { count(selection.missing, at: index) }
    if secondMissing > 0 { count(secondMissing, at: index + 1) }
    batch.keep(selection.rows, needed: needs[index + 2])
    return true
  }

  /// How many rows a filter leaves out: before an unpivot those that it would make of them.
  private func rowsLeftOut(_ batch: Batch, _ condition: Bound, _ missing: Int, at index: Int) throws -> Int {
    for case .unpivot(let unpivoter) in segment.operations[index...] {
      let truths = Binder.truths(try condition.evaluate(batch))
      let rows = truths.indices.filter { truths[$0] == Truth.missing }.map { Int32(truncatingIfNeeded: $0) }
      guard !unpivoter.keepsEmptyCells else { return rows.count * unpivoter.valueSlots.count }
      return try unpivoter.valueSlots.reduce(0) { sum, slot in
        let cells = try batch.column(slot).picking(rows)
        return sum + rows.count - cells.missingCount
      }
    }
    return missing
  }

  private func count(_ rows: Int, at operation: Int) { leftOut.withLock { $0[operation] += rows } }

  /// What was left out and matched, in the order of the operations, once all chunks are through. Nothing where the scan was stopped
  /// early, and not `isWhole`: how far workers came is chance, and so are counts then, and which texts have been met.
  func notes(isWhole: Bool = true) -> [PipelineNote] {
    guard isWhole else { return [] }
    let counts = leftOut.withLock(\.self)
    var notes: [PipelineNote] = []
    for (index, operation) in segment.operations.enumerated() {
      switch operation {
      case .filter(_, let columns): if counts[index] > 0 { notes.append(.leftOut(rows: counts[index], missing: columns)) }
      case .join(let join, _): notes.append(.joined(join.report()))
      case .unpivot(let unpivoter):
        if counts[index] > 0 { notes.append(.emptyCells(column: unpivoter.valueName, cells: counts[index])) }
      case .dropEmpty(_, let name): if counts[index] > 0 { notes.append(.emptyCells(column: name, cells: counts[index])) }
      }
    }
    var seen: Set<[String]> = []
    for literal in segment.literals where seen.insert([literal.column, literal.text]).inserted {
      guard literal.dictionary.existingCode(of: literal.text) == nil else { continue }
      notes.append(
        .noSuchCell(
          column: literal.column, text: literal.text, nearest: NearText.nearest(to: literal.text, in: literal.dictionary)))
    }
    return notes
  }
}
