/// Where the cells of a block's rows stand.
struct FieldIndex {
  /// Before each cell's first byte: the cell of row r and column c is `before[r * stride + c] + 1 ..< ends[r * stride + c]`.
  private(set) var before: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var stride = 0
  private(set) var rowCount = 0
  private(set) var ragged = FileProfile.RaggedRowReport()

  /// Finds the cells of a block. Blank lines are no rows where there are several columns.
  mutating func build(_ block: RecordBlock, _ layout: DelimitedLayout) throws {
    before.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    (stride, rowCount, ragged) = (layout.columnCount, 0, .init())
    var rows = RecordReader(block.bytes, delimiter: layout.delimiter, quote: layout.quote)
    while rows.next() {
      if rows.isBlank, layout.columnCount > 1 { continue }
      if rows.cells.count != layout.columnCount { try note(rows, block, layout) }
      for column in 0..<layout.columnCount {
        let cell = column < rows.cells.count ? rows.cells[column] : rows.offset..<rows.offset
        before.append(UInt32(truncatingIfNeeded: cell.lowerBound) &- 1)
        ends.append(UInt32(truncatingIfNeeded: cell.upperBound))
      }
      rowCount += 1
    }
  }

  private mutating func note(_ rows: RecordReader, _ block: RecordBlock, _ layout: DelimitedLayout) throws {
    let line = block.firstLine + block.bytes[..<rows.start].count { $0 == 0x0A }
    if layout.raggedRows == .refuse {
      throw TableError.unreadable(
        "a row has \(rows.cells.count) cells in place of \(layout.columnCount)", line: line, column: 1,
        notes: ["`ragged keep` takes absent cells for missing and leaves surplus ones out"])
    }
    ragged.add(line: line, cellCount: rows.cells.count)
  }
}
