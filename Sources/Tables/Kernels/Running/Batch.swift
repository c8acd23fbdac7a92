/// The rows of one chunk that are still wanted, on their way through a segment. Used by one worker only.
final class Batch {
  let segment: Segment
  /// The chunk's number.
  let number: Int
  private let chunk: any TableChunk
  /// The rows of the chunk that are left, rising; nil for all.
  private var selection: [Int32]?
  private(set) var rowCount: Int
  /// Columns that have been asked for, cut to the rows that are left.
  private var cached: [Column?]
  /// Whether each row is only possible; nil where none is.
  private(set) var band: [UInt8]?
  /// For each join the row of the other table, or −1.
  private var matches: [[Int32]]
  /// Set once rows have been repeated, so that the chunk can no longer be asked.
  private var isDetached = false
  /// Which of the columns of an unpivot these rows stand for, and of how many.
  private(set) var part = 0
  private(set) var partCount = 1
  /// The batch that an unpivot made these rows of, and which of its rows are left; nil for all.
  private(set) var parent: Batch?
  private(set) var parentRows: [Int32]?
  /// The groups' numbers of all rows, where several parts of an unpivot share them.
  var sharedNumbers: [Int32]?

  /// All rows of a chunk.
  init(segment: Segment, number: Int, chunk: any TableChunk) throws {
    self.segment = segment
    self.number = number
    self.chunk = chunk
    rowCount = chunk.rowCount
    cached = [Column?](repeating: nil, count: segment.slots.count)
    matches = [[Int32]](repeating: [], count: segment.joinCount)
    if let slot = segment.bandSlot, case .boolean(let cells) = try column(slot) { band = cells }
  }

  private init(copying other: Batch) {
    segment = other.segment
    number = other.number
    chunk = other.chunk
    selection = other.selection
    rowCount = other.rowCount
    cached = other.cached
    band = other.band
    matches = other.matches
    isDetached = other.isDetached
  }

  /// The cells of a column, of the rows that are left.
  func column(_ slot: Int) throws -> Column {
    if let column = cached[slot] { return column }
    let column: Column
    switch segment.slots[slot] {
    case .source(let index):
      guard !isDetached else { throw TableError.wrongStep("a column is asked for after its rows were repeated") }
      column = try chunk.column(index, rows: selection)
    case .derived(let bound):
      column = try bound.evaluate(self)
    case .joined(let join, let index):
      column = segment.joinedColumn(join, index, rows: matches[join])
    case .unpivotKey, .unpivotValue:
      throw TableError.wrongStep("a column of an unpivot is asked for before it")
    }
    cached[slot] = column
    return column
  }

  /// Whether a column is one of all rows of a chunk in memory, so that it costs nothing to have it for rows that another filter drops.
  func isWholeInMemory(_ slot: Int) -> Bool {
    guard chunk.isInMemory, selection == nil, !isDetached, case .source = segment.slots[slot] else { return false }
    return true
  }

  /// Where a row stands in the whole: rises with the order of the rows.
  func position(_ row: Int) -> Int {
    (number &<< 36) &+ Int(selection?[row] ?? Int32(truncatingIfNeeded: row)) &* partCount &+ part
  }

  /// Keeps only these rows, rising; of the columns only those that are still needed.
  func keep(_ rows: [Int32], needed: Set<Int>) {
    guard rows.count < rowCount else { return }
    pick(rows, needed: needed)
    selection = selection?.picking(rows) ?? rows
  }

  /// Keeps these rows, of which some may stand there more than once. What is still needed is read before.
  func expand(_ rows: [Int32], needed: Set<Int>) throws {
    for slot in needed { if case .source = segment.slots[slot] { _ = try column(slot) } }
    pick(rows, needed: needed)
    selection = selection?.picking(rows) ?? rows
    isDetached = true
  }

  private func pick(_ rows: [Int32], needed: Set<Int>) {
    for slot in cached.indices {
      if let column = cached[slot] { cached[slot] = needed.contains(slot) ? column.picking(rows) : nil }
    }
    for join in matches.indices where !matches[join].isEmpty {
      let old = matches[join]
      matches[join] = old.picking(rows)
    }
    if let band { self.band = band.picking(rows) }
    if parent != nil { parentRows = parentRows?.picking(rows) ?? rows }
    rowCount = rows.count
  }

  /// Marks rows as only possible.
  func mark(possible: [UInt8]) {
    guard possible.contains(1) else { return }
    band = band.map { band in band.indices.map { band[$0] | possible[$0] } } ?? possible
  }

  /// Sets the rows of the other table that these rows matched.
  func setMatches(_ rows: [Int32], of join: Int) { matches[join] = rows }

  /// The same rows as one part of an unpivot, which shares the columns that were worked out already.
  func unpivoted(part: Int, of count: Int, key: Column?, keySlot: Int, value: Column, valueSlot: Int) -> Batch {
    let batch = Batch(copying: self)
    batch.part = part
    batch.partCount = count
    batch.parent = self
    batch.cached[keySlot] = key
    batch.cached[valueSlot] = value
    return batch
  }
}
