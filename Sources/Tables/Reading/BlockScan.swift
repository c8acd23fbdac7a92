/// Finds how many whole rows some bytes have and where the last of them ends.
struct BlockScan {
  private(set) var rowCount = 0
  /// Lines, which quoted line breaks make more than rows.
  private(set) var lineCount = 0
  /// Where the last whole row ends.
  private(set) var end = 0
  private(set) var isIrregular = false
  private(set) var hasQuotes = false
  /// A mark that nothing closes before the end of the file.
  private(set) var unclosedMark: Int?

  /// Looks at the bytes, of which more may be there than the last time, and takes at most as many rows as a chunk may have.
  mutating func run(_ bytes: UnsafeRawBufferPointer, _ layout: DelimitedLayout, isLast: Bool) {
    var rows = RecordReader(bytes, delimiter: layout.delimiter, quote: layout.quote)
    (rowCount, lineCount, end, isIrregular, hasQuotes) = (0, 0, 0, true, true)
    while rowCount < layout.chunkRowCount, rows.next(), rows.isEnded {
      rowCount += 1
      end = rows.offset
    }
    lineCount = bytes[..<end].count { $0 == 0x0A }
    if isLast, rowCount < layout.chunkRowCount { unclosedMark = rows.unclosedMark }
  }
}
