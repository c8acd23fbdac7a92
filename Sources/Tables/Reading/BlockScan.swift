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

  /// Looks at the bytes, of which more may be there than the last time, and takes at most as many rows as a chunk may have. Sixty-four
  /// bytes after them are readable.
  mutating func run(_ bytes: UnsafeRawBufferPointer, _ layout: DelimitedLayout, isLast: Bool) {
    (rowCount, lineCount, end) = (0, 0, 0)
    (isIrregular, hasQuotes) = quickly(bytes, layout, isLast: isLast)
    if isIrregular { slowly(bytes, layout, isLast: isLast) }
  }

  /// Sixty-four bytes at a time; says whether marks stand where only the other way is right, and whether there are any.
  private mutating func quickly(
    _ bytes: UnsafeRawBufferPointer, _ layout: DelimitedLayout, isLast: Bool
  ) -> (isIrregular: Bool, hasQuotes: Bool) {
    guard let base = bytes.baseAddress else { return (false, false) }
    var (tracker, hasQuotes, offset, lines, rows) = (QuoteTracker(), false, 0, 0, 0)
    let (limit, quote, count) = (layout.chunkRowCount, layout.quote, bytes.count)
    // Without marks it is enough to count, and to look closer where the chunk is full.
    while count &- offset >= ByteMasks.pieceByteCount, let feeds = ByteMasks.lineFeeds(base + offset, without: quote),
      rows &+ feeds < limit
    {
      rows &+= feeds
      offset &+= ByteMasks.pieceByteCount
    }
    lines = rows
    if rows > 0 {
      let last = (bytes[..<offset].lastIndex(of: 0x0A) ?? 0) + 1
      (rowCount, lineCount, end) = (rows, rows, last)
    }
    while offset < count {
      let start = base + offset
      let isPart: UInt64 = count &- offset >= 64 ? .max : (1 &<< UInt64(truncatingIfNeeded: count &- offset)) &- 1
      let feeds = ByteMasks.equal(start, 0x0A) & isPart
      let quotes = ByteMasks.equal(start, quote) & isPart
      var ends = feeds
      if quotes != 0 || hasQuotes {
        if !hasQuotes {
          hasQuotes = true
          tracker = QuoteTracker(before: offset, of: base, delimiter: layout.delimiter)
        }
        let delimiters = ByteMasks.equal(start, layout.delimiter)
        ends &= tracker.outside(quotes: quotes, breaks: feeds | delimiters, returns: ByteMasks.equal(start, 0x0D))
      }
      let found = ends.nonzeroBitCount
      if rows &+ found >= limit {
        // The row that fills the chunk ends here.
        for _ in 1..<max(1, limit &- rows) { ends &= ends &- 1 }
        let last = ends.trailingZeroBitCount
        let upTo: UInt64 = last == 63 ? .max : (1 &<< UInt64(truncatingIfNeeded: last &+ 1)) &- 1
        (rowCount, lineCount, end) = (limit, lines + (feeds & upTo).nonzeroBitCount, offset + last + 1)
        return (tracker.isIrregular, hasQuotes)
      }
      if found > 0 {
        rows &+= found
        let last = 63 &- ends.leadingZeroBitCount
        let upTo: UInt64 = last == 63 ? .max : (1 &<< UInt64(truncatingIfNeeded: last &+ 1)) &- 1
        (rowCount, lineCount, end) = (rows, lines + (feeds & upTo).nonzeroBitCount, offset + last + 1)
      }
      lines &+= feeds.nonzeroBitCount
      offset &+= 64
    }
    // Where a mark is open at the very end, the other way tells where it stands.
    return (tracker.isIrregular || (isLast && tracker.inside != 0), hasQuotes)
  }

  private mutating func slowly(_ bytes: UnsafeRawBufferPointer, _ layout: DelimitedLayout, isLast: Bool) {
    var rows = RecordReader(bytes, delimiter: layout.delimiter, quote: layout.quote)
    (rowCount, lineCount, end) = (0, 0, 0)
    while rowCount < layout.chunkRowCount, rows.next(), rows.isEnded {
      rowCount += 1
      end = rows.offset
    }
    lineCount = bytes[..<end].count { $0 == 0x0A }
    if isLast, rowCount < layout.chunkRowCount { unclosedMark = rows.unclosedMark }
  }
}
