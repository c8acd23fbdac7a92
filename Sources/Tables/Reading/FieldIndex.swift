/// Where the cells of a block's rows stand. One to a worker, used for one block after the other.
final class FieldIndex {
  private(set) var rowCount = 0
  private(set) var stride = 0
  private(set) var ragged = FileProfile.RaggedRowReport()
  /// Before each cell's first byte, and after its last.
  private var before: UnsafeMutableBufferPointer<UInt32> = .allocate(capacity: 64)
  private var ends: UnsafeMutableBufferPointer<UInt32> = .allocate(capacity: 64)

  deinit {
    before.deallocate()
    ends.deallocate()
  }

  /// The cells of one column, valid until the next block; nil where there are none.
  func cells(of block: RecordBlock, column: Int) -> CellRanges? {
    guard let base = block.bytes.baseAddress, let before = before.baseAddress, let ends = ends.baseAddress, column < stride
    else { return nil }
    return CellRanges(base: base, before: before + column, ends: ends + column, stride: stride)
  }

  /// Finds the cells of a block. Blank lines are no rows where there are several columns.
  func build(_ block: RecordBlock, _ layout: DelimitedLayout) throws {
    (stride, rowCount, ragged) = (layout.columnCount, 0, .init())
    reserve(block.rowCount * stride)
    var rows = RecordReader(block.bytes, delimiter: layout.delimiter, quote: layout.quote)
    var place = 0
    while rows.next() {
      if rows.isBlank, stride > 1 { continue }
      if rows.cells.count != stride { try note(rows, block, layout) }
      for column in 0..<stride {
        let cell = column < rows.cells.count ? rows.cells[column] : rows.start..<rows.start
        before[place] = UInt32(truncatingIfNeeded: cell.lowerBound) &- 1
        ends[place] = UInt32(truncatingIfNeeded: cell.upperBound)
        place += 1
      }
      rowCount += 1
    }
  }

  private func reserve(_ wanted: Int) {
    guard wanted > before.count else { return }
    before.deallocate()
    ends.deallocate()
    before = .allocate(capacity: wanted + wanted / 8)
    ends = .allocate(capacity: wanted + wanted / 8)
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
