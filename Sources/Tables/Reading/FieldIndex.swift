/// Where the cells of a block's rows stand. One to a worker, used for one block after the other.
final class FieldIndex {
  private(set) var rowCount = 0
  private(set) var stride = 0
  private(set) var ragged = FileProfile.RaggedRowReport()
  /// Either every break of the block, after a place before its first byte, so that each is the end of one cell and before the next; or,
  /// where rows are ragged or marks stand anywhere, the places before all cells and then the places after them.
  private var places: UnsafeMutableBufferPointer<UInt32> = .allocate(capacity: 64)
  /// How far the places after cells are from those before.
  private var distance = 1

  deinit { places.deallocate() }

  /// The cells of one column, valid until the next block; nil where there are none.
  func cells(of block: RecordBlock, column: Int) -> CellRanges? {
    guard let base = block.bytes.baseAddress, let places = places.baseAddress, column < stride else { return nil }
    return CellRanges(
      base: base, before: places + column, ends: places + column + distance, stride: stride, isLast: column == stride - 1)
  }

  /// Finds the cells of a block. Blank lines are no rows.
  func build(_ block: RecordBlock, _ layout: DelimitedLayout) throws {
    (stride, rowCount, ragged) = (layout.columnCount, 0, .init())
    if !block.isIrregular, buildQuickly(block, layout) { return }
    try buildSlowly(block, layout)
  }

  /// Notes every break, sixty-four bytes at a time; false where the rows aren't all of as many cells as there are columns.
  private func buildQuickly(_ block: RecordBlock, _ layout: DelimitedLayout) -> Bool {
    let wanted = block.rowCount * stride
    reserve(wanted + 1 + 128)
    guard let base = block.bytes.baseAddress, let places = places.baseAddress else { return false }
    let (count, delimiter, quote, hasQuotes) = (block.count, layout.delimiter, layout.quote, block.hasQuotes)
    var (tracker, offset, filled) = (QuoteTracker(), 0, 1)
    places[0] = .max
    while offset < count {
      let start = base + offset
      var breaks = ByteMasks.equal(start, 0x0A) | ByteMasks.equal(start, delimiter)
      if count &- offset < 64 { breaks &= (1 &<< UInt64(truncatingIfNeeded: count &- offset)) &- 1 }
      if hasQuotes {
        breaks &= tracker.outside(
          quotes: ByteMasks.equal(start, quote), breaks: breaks, returns: ByteMasks.equal(start, 0x0D))
      }
      guard filled <= wanted &+ 64 else { return false }
      let found = breaks.nonzeroBitCount
      let origin = UInt32(truncatingIfNeeded: offset)
      // Eight at once whether they are there or not: cheaper than asking before each.
      var next = places + filled
      for _ in 0..<8 {
        next.pointee = origin &+ UInt32(truncatingIfNeeded: breaks.trailingZeroBitCount)
        next += 1
        breaks &= breaks &- 1
      }
      while breaks != 0 {
        next.pointee = origin &+ UInt32(truncatingIfNeeded: breaks.trailingZeroBitCount)
        next += 1
        breaks &= breaks &- 1
      }
      filled &+= found
      offset &+= 64
    }
    guard filled == wanted + 1 else { return false }
    for row in 1...max(1, block.rowCount) where base.load(fromByteOffset: Int(places[row * stride]), as: UInt8.self) != 0x0A {
      return false
    }
    if stride == 1 {
      for row in 0..<block.rowCount where places[row &+ 1] &- places[row] <= 2 { return false }
    }
    distance = 1
    rowCount = block.rowCount
    return true
  }

  private func buildSlowly(_ block: RecordBlock, _ layout: DelimitedLayout) throws {
    distance = block.rowCount * stride
    reserve(2 * distance)
    var rows = RecordReader(block.bytes, delimiter: layout.delimiter, quote: layout.quote)
    var place = 0
    while rowCount < block.rowCount, rows.next() {
      if rows.isBlank { continue }
      if rows.cells.count != stride { try note(rows, block, layout) }
      for column in 0..<stride {
        let cell = column < rows.cells.count ? rows.cells[column] : rows.start..<rows.start
        places[place] = UInt32(truncatingIfNeeded: cell.lowerBound) &- 1
        places[place + distance] = UInt32(truncatingIfNeeded: cell.upperBound)
        place += 1
      }
      rowCount += 1
    }
  }

  private func reserve(_ wanted: Int) {
    guard wanted > places.count else { return }
    places.deallocate()
    places = .allocate(capacity: wanted + wanted / 8)
  }

  private func note(_ rows: RecordReader, _ block: RecordBlock, _ layout: DelimitedLayout) throws {
    let cells = rows.cells
    // A delimiter at the end of every row makes a cell that nobody means.
    if cells.count == layout.columnCount + 1, cells[cells.count - 1].isEmpty { return }
    let line = block.firstLine + block.bytes[..<rows.start].count { $0 == 0x0A }
    if layout.raggedRows == .refuse {
      throw TableError.unreadable(
        "a row has \(cells.count) cells in place of \(layout.columnCount)", line: line, column: 1,
        notes: ["ragged keep: takes absent cells for missing ones and leaves surplus ones out"])
    }
    ragged.add(line: line, cellCount: cells.count)
  }
}
