import Glibc

/// Where the cells of one column stand in a block: the cell of row r is `before[r * stride] + 1 ..< ends[r * stride]`. Valid as long as
/// the block and the index that gave it are not changed.
struct CellRanges {
  let base: UnsafeRawPointer
  let before: UnsafePointer<UInt32>
  let ends: UnsafePointer<UInt32>
  let stride: Int
  /// Whether these are the last cells of rows, whose ends may be carriage returns that belong to the line break.
  let isLast: Bool

  /// The cell's first byte and how many it has.
  @inline(__always) func cell(_ row: Int) -> (start: UnsafeRawPointer, count: Int) {
    let place = row &* stride
    let begin = Int(before[place] &+ 1)
    let count = Int(ends[place]) &- begin
    if isLast, count > 0, base.load(fromByteOffset: begin &+ count &- 1, as: UInt8.self) == 0x0D {
      return (base + begin, count &- 1)
    }
    return (base + begin, count)
  }

  /// The cell without marks around it, where there are none within.
  @inline(__always) func plainCell(_ row: Int, quote: UInt8) -> (start: UnsafeRawPointer, count: Int) {
    let (start, count) = cell(row)
    guard count > 1, start.load(as: UInt8.self) == quote else { return (start, count) }
    return Self.inner(start, count, quote)
  }

  @inline(never) private static func inner(
    _ start: UnsafeRawPointer, _ count: Int, _ quote: UInt8
  ) -> (start: UnsafeRawPointer, count: Int) {
    guard let next = memchr(start + 1, Int32(quote), count - 1), UnsafeRawPointer(next) - start == count - 1 else {
      return (start, count)
    }
    return (start + 1, count - 2)
  }

  /// How many line breaks come before a cell.
  func lineBreaks(before row: Int) -> Int {
    UnsafeRawBufferPointer(start: base, count: cell(row).start - base).count { $0 == 0x0A }
  }
}
