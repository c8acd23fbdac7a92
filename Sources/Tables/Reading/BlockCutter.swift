import Synchronization

/// Cuts a file into blocks of whole rows, for several workers: whoever needs a block reads the next bytes and finds where their last row
/// ends. Only that is done by one worker at a time.
final class BlockCutter: Sendable {
  private struct State {
    /// Where the next bytes are read.
    var offset: Int
    /// The beginning of a row whose end wasn't read yet.
    var carried: [UInt8] = []
    var number = 0
    var line: Int
    /// About what a full chunk takes.
    var expected: Int
  }

  /// What a single row may take; so that a mark that nothing closes doesn't gather the whole of a large file in memory.
  static let longestRow = 256 << 20

  private let source: any ByteSource
  private let layout: DelimitedLayout
  private let state: Mutex<State>

  init(_ source: any ByteSource, _ layout: DelimitedLayout) {
    self.source = source
    self.layout = layout
    state = Mutex(State(offset: layout.data.lowerBound, line: layout.firstLine, expected: layout.chunkByteCount))
  }

  /// Fills the block with the next rows; false where there are none.
  func next(into block: RecordBlock) throws -> Bool {
    try state.withLock { try next(into: block, &$0) }
  }

  private func next(into block: RecordBlock, _ state: inout State) throws -> Bool {
    var filled = state.carried.count
    block.offset = state.offset - filled
    block.reserve(max(filled, state.expected) + 1, keeping: 0)
    state.carried.withUnsafeBytes { block.storage.copyMemory(from: $0) }
    state.carried = []
    var scan = BlockScan()
    while true {
      // What is expected at first; then what rows may be wanting, and twice as much where there is none at all.
      let more = scan.rowCount > 0 ? 4096 + state.expected / 32 : max(state.expected - filled, filled, 4096)
      let wanted = min(layout.data.upperBound - state.offset, more)
      block.reserve(filled + wanted + 1, keeping: filled)
      let got = try source.read(
        at: state.offset, into: UnsafeMutableRawBufferPointer(rebasing: block.storage[filled..<(filled + wanted)]))
      state.offset += got
      filled += got
      if got < wanted { state.offset = layout.data.upperBound }
      let isLast = state.offset >= layout.data.upperBound
      if isLast, filled > 0, block.storage[filled - 1] != 0x0A {
        block.storage[filled] = 0x0A
        filled += 1
      }
      scan.run(UnsafeRawBufferPointer(rebasing: block.storage[..<filled]), layout, isLast: isLast)
      if isLast || scan.rowCount >= layout.chunkRowCount { break }
      // Rows that are much longer than those before make a short chunk.
      if scan.rowCount > 0, filled > 4 * layout.chunkByteCount { break }
      guard filled <= Self.longestRow else { throw tooLong(block, filled, state.line) }
    }
    if let mark = scan.unclosedMark { throw unclosed(block, mark, state.line) }
    guard scan.rowCount > 0 else { return false }
    state.carried = Array(UnsafeRawBufferPointer(rebasing: block.storage[scan.end..<filled]))
    (block.count, block.rowCount, block.number, block.firstLine) = (scan.end, scan.rowCount, state.number, state.line)
    (block.isIrregular, block.hasQuotes) = (scan.isIrregular, scan.hasQuotes)
    if scan.rowCount == layout.chunkRowCount { state.expected = scan.end + scan.end / 64 + 256 }
    state.number += 1
    state.line += scan.lineCount
    return true
  }

  private func tooLong(_ block: RecordBlock, _ filled: Int, _ line: Int) -> TableError {
    var rows = RecordReader(
      UnsafeRawBufferPointer(rebasing: block.storage[..<filled]), delimiter: layout.delimiter, quote: layout.quote)
    if rows.next(), let mark = rows.unclosedMark { return unclosed(block, mark, line) }
    return .unreadable("a row is longer than \(Self.longestRow >> 20) MB", line: line, column: 1)
  }

  private func unclosed(_ block: RecordBlock, _ mark: Int, _ line: Int) -> TableError {
    let before = block.storage[..<mark]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let quote = String(decoding: [layout.quote], as: UTF8.self)
    return .unreadable(
      "a quotation mark \(quote) is opened and never closed", line: line + before.count { $0 == 0x0A }, column: mark - start + 1,
      notes: ["if marks are plain text in this file, load it with quote none"])
  }
}
