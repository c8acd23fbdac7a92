/// Rows of a file that are looked at to find out how it is laid out.
struct SampleRows {
  /// The bytes, with readable ones after them.
  let bytes: [UInt8]
  /// Where they begin in the file.
  let base: Int
  /// All rows' cells, one after the other.
  private var cells: [Range<Int>] = []
  private var rows: [Row] = []
  /// Where the last of the rows ends in the file, and the line after it.
  let end: Int
  let lineAfterEnd: Int

  private struct Row {
    var firstCell: Int
    var cellCount: Int
    var start: Int
    var line: Int
  }

  /// Takes the rows of some bytes of the file, not the last one if the file goes on after it. Blank lines are left out.
  init(
    _ bytes: [UInt8], base: Int, line: Int, delimiter: UInt8, quote: UInt8, isLast: Bool, from start: Int = 0, limit: Int = .max,
    keepsBlanks: Bool = false
  ) {
    let count = bytes.count
    self.bytes = bytes + [UInt8](repeating: 0, count: RecordBlock.padding)
    self.base = base
    var (cells, rows, line, counted, ended) = ([Range<Int>](), [Row](), line, start, start)
    self.bytes.withUnsafeBytes { all in
      let bytes = UnsafeRawBufferPointer(rebasing: all[..<count])
      var reader = RecordReader(bytes, delimiter: delimiter, quote: quote, from: start)
      while rows.count < limit, reader.next(), reader.isEnded || isLast {
        line += bytes[counted..<reader.start].count { $0 == 0x0A }
        counted = reader.start
        ended = reader.offset
        if reader.isBlank, !keepsBlanks { continue }
        rows.append(Row(firstCell: cells.count, cellCount: reader.cells.count, start: reader.start, line: line))
        cells += reader.cells
      }
      line += bytes[counted..<ended].count { $0 == 0x0A }
    }
    (end, lineAfterEnd) = (base + ended, line)
    self.cells = cells
    self.rows = rows
  }

  var count: Int { rows.count }
  func cellCount(_ row: Int) -> Int { rows[row].cellCount }
  func line(_ row: Int) -> Int { rows[row].line }
  /// Where a row begins in the file.
  func offset(_ row: Int) -> Int { base + rows[row].start }

  /// The bytes of a cell, marks included; eight bytes after them are readable. Nil where the row is too short.
  func withCell<Result>(_ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard column < rows[row].cellCount else { return nil }
    let range = cells[rows[row].firstCell + column]
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The text of a cell, empty where the row is too short.
  func text(_ row: Int, _ column: Int, quote: UInt8) -> String {
    withCell(row, column) { CellBytes.string($0, quote: quote) } ?? ""
  }

  /// How many cells of a row hold anything.
  func filledCount(_ row: Int, quote: UInt8) -> Int {
    (0..<cellCount(row)).count { column in
      withCell(row, column) { !CellRule.trimmed($0).isEmpty && !($0.count == 2 && $0[0] == quote) } ?? false
    }
  }

  /// How many cells most rows have; where as many have another number, what stands first counts, but not a single cell.
  var usualCellCount: Int {
    var counts: [Int: (rows: Int, first: Int)] = [:]
    for (index, row) in rows.enumerated() { counts[row.cellCount, default: (0, index)].rows += 1 }
    return counts.max { left, right in
      (left.value.rows, left.key > 1 ? 1 : 0, -left.value.first) < (right.value.rows, right.key > 1 ? 1 : 0, -right.value.first)
    }?.key ?? 1
  }

  /// The row as it stands, cut at 200 bytes.
  func raw(_ row: Int) -> String {
    let end = row + 1 < rows.count ? rows[row + 1].start : bytes.count - RecordBlock.padding
    var text = bytes[rows[row].start..<end].prefix(200)
    while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
