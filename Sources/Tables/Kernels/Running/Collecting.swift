import Synchronization

/// Puts the batches of a segment together to a whole table again.
struct Collecting {
  let segment: Segment
  let execution: Execution
  /// Where only the first rows of an order are wanted: what it is ordered by first.
  var first: (key: Bound, descending: Bool, places: LeastPlaces)?

  /// What one chunk came to.
  private struct Piece: Sendable {
    var columns: [Column]
    var band: [UInt8]?
    var positions: [Int]
    var rowCount: Int
  }

  private final class Pieces: Sendable {
    struct State: Sendable {
      var pieces: [Int: [Piece]] = [:]
      var bytes = 0
      var rowCount = 0
      /// Chunks that are done, those before the first one that isn't left out; how many these are, and the rows in them.
      var finished: Set<Int> = []
      var prefix = 0
      var prefixRows = 0
    }
    let state = Mutex(State())
  }

  /// Thrown to stop a scan once enough rows are there.
  private struct Enough: Error {}
  /// So many chunks are read in any case.
  private static let fewestChunks = 4

  /// All visible columns, then the extra ones; at most `limit` rows, the first ones.
  func run(extra: [Bound] = [], limit: Int? = nil, notes: inout [PipelineNote]) throws -> (rows: Rows, extra: [Column]) {
    let hidden = [segment.rankSlots?.low, segment.rankSlots?.high, segment.tieSlot, segment.periodSlot]
    let slots = segment.visible.map(\.slot) + hidden.compactMap(\.self)
    let wanted = extra.reduce(into: Set(slots)) { $0.formUnion($1.slots) }
    let run = SegmentRun(segment, wanted: wanted, execution: execution)
    let pieces = Pieces()
    var isWhole = limit != 0
    if isWhole {
      do {
        try run.run(
          { batch, _ in
            if let first, let places = SortOrder.places(try first.key.evaluate(batch), descending: first.descending) {
              batch.keep(first.places.candidates(places), needed: run.wanted)
            }
            let columns = try slots.map { try batch.column($0) } + extra.map { try $0.evaluate(batch) }
            let positions = batch.partCount > 1 ? (0..<batch.rowCount).map { batch.position($0) } : []
            let piece = Piece(columns: columns, band: batch.band, positions: positions, rowCount: batch.rowCount)
            try add(piece, batch.number, pieces)
          }, finished: { number in if let limit { try stop(after: number, limit, pieces) } })
      } catch is Enough { isWhole = false }
    }
    notes += run.notes(isWhole: isWhole)
    var (rows, others) = joined(pieces.state.withLock { $0.pieces }, slots.count, extra)
    if let limit, rows.rowCount > limit {
      let picks = Array(0..<Int32(truncatingIfNeeded: limit))
      rows = rows.picking(picks)
      others = others.map { $0.picking(picks) }
    }
    if let periods = rows.periods, let places = rows.periodRows {
      let years = Set(places.map { periods.years[Int($0)] })
      notes.removeAll { if case .incompleteYear(let year, _) = $0 { !years.contains(year) } else { false } }
    }
    return (rows, others)
  }

  /// All visible columns, chunk by chunk, without what else is known of the rows.
  func table(notes: inout [PipelineNote]) throws -> Table {
    let slots = segment.visible.map(\.slot)
    let run = SegmentRun(segment, wanted: Set(slots), execution: execution)
    let pieces = Pieces()
    try run.run { batch, _ in
      let positions = batch.partCount > 1 ? (0..<batch.rowCount).map { batch.position($0) } : []
      let columns = try slots.map { try batch.column($0) }
      try add(Piece(columns: columns, band: nil, positions: positions, rowCount: batch.rowCount), batch.number, pieces)
    }
    let found = pieces.state.withLock { state in
      let found = state.pieces
      state.pieces = [:]
      return found
    }
    notes += run.notes()
    let chunks = found.sorted { $0.key < $1.key }.flatMap { Self.inOrder($0.value).map(\.columns) }
    return Table(schema: Schema(segment.visible.map(\.description)), evening: chunks)
  }

  private func add(_ piece: Piece, _ number: Int, _ pieces: Pieces) throws {
    try pieces.state.withLock { state in
      state.pieces[number, default: []].append(piece)
      state.rowCount += piece.rowCount
      state.bytes += piece.columns.reduce(0) { $0 + $1.count * Self.bytes($1.type) }
      guard state.rowCount < Int(Int32.max) else {
        throw TableError.tooLarge("the result has more than two thousand million rows")
      }
      guard state.bytes <= execution.memoryLimit else {
        throw TableError.tooLarge("the result takes more than \(execution.memoryLimit >> 20) MiB of memory")
      }
    }
  }

  /// Ends the scan if the chunks up to the first one that isn't done have so many rows: those of later ones come after them.
  private func stop(after number: Int, _ limit: Int, _ pieces: Pieces) throws {
    try pieces.state.withLock { state in
      state.finished.insert(number)
      while state.finished.remove(state.prefix) != nil {
        state.prefixRows += state.pieces[state.prefix]?.reduce(0) { $0 + $1.rowCount } ?? 0
        state.prefix += 1
      }
      // What was left out of a small table, and what a join matched, is said of all of it.
      if state.prefixRows >= limit, state.prefix >= Self.fewestChunks, segment.joins.isEmpty { throw Enough() }
    }
  }

  private func joined(_ pieces: [Int: [Piece]], _ shown: Int, _ extra: [Bound]) -> (Rows, [Column]) {
    let ordered = pieces.keys.sorted().flatMap { Self.inOrder(pieces[$0] ?? []) }
    let rowCount = ordered.reduce(0) { $0 + $1.rowCount }
    let types =
      segment.visible.map(\.description.type)
      + [ColumnType](repeating: .integer, count: segment.rankSlots == nil ? 0 : 2)
      + (segment.tieSlot == nil ? [] : [.boolean]) + (segment.periodSlot == nil ? [] : [.integer]) + extra.map(\.type)
    var columns = types.indices.map { index in
      ordered.isEmpty
        ? Column.missing(types[index], count: 0) : Column.joining(ordered.map { $0.columns[index] }, type: types[index])
    }
    let others = Array(columns[shown...])
    columns.removeSubrange(shown...)
    var hidden = Array(columns[segment.visible.count...])
    columns.removeSubrange(segment.visible.count...)
    var rows = Rows(segment.visible.map(\.description), columns, rowCount: rowCount)
    if segment.rankSlots != nil {
      rows.ranks = (Self.numbers(hidden.removeFirst()), Self.numbers(hidden.removeFirst()))
    }
    if segment.tieSlot != nil { rows.ties = Binder.truths(hidden.removeFirst()) }
    if segment.periodSlot != nil {
      rows.periodRows = Self.numbers(hidden.removeFirst())
      rows.periods = segment.periods
      rows.parts = segment.visible.map(\.part)
    }
    if ordered.contains(where: { $0.band != nil }) {
      rows.isPossible = ordered.flatMap { $0.band ?? [UInt8](repeating: 0, count: $0.rowCount) }
    }
    return (rows, others)
  }

  /// Bytes that a cell takes at most.
  private static func bytes(_ type: ColumnType) -> Int {
    switch type {
    case .boolean: 1
    case .text, .entity, .date: 4
    case .integer, .real: 8
    case .quantity: 25
    }
  }

  private static func numbers(_ column: Column) -> [Int32] {
    if case .integer32(let cells) = column { return cells }
    return (column.wholes() ?? []).map { Int32(truncatingIfNeeded: $0) }
  }

  /// The parts of an unpivot come column by column; here they are put row by row.
  private static func inOrder(_ pieces: [Piece]) -> [Piece] {
    guard pieces.count > 1, let first = pieces.first else { return pieces }
    let positions = pieces.flatMap(\.positions)
    let order = positions.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }.map { Int32(truncatingIfNeeded: $0) }
    let columns = first.columns.indices.map { index in
      // Every part has the same types, whole numbers perhaps of either width.
      Column.joining(pieces.map { $0.columns[index] }, type: first.columns[index].type).picking(order)
    }
    let hasBand = pieces.contains { $0.band != nil }
    let band = hasBand ? pieces.flatMap { $0.band ?? [UInt8](repeating: 0, count: $0.rowCount) } : nil
    return [
      Piece(columns: columns, band: band.map { band in order.map { band[Int($0)] } }, positions: [], rowCount: order.count)
    ]
  }
}
