/// Where the lines of a text begin, for turning offsets into line and column.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`. Built in one pass; a lookup is a binary search.
public struct LineTable: Sendable {
  /// The offset at which each line begins; the first is 0.
  public let starts: [UInt32]
  private let count: Int

  public init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var offset = 0
    let count = bytes.count
    while offset < count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0D, offset < count, bytes[offset] == 0x0A { offset += 1 } else if byte != 0x0A, byte != 0x0D { continue }
      starts.append(UInt32(clamping: offset))
    }
    self.starts = starts
    self.count = count
  }

  /// The number of lines; a text that ends with a line end has an empty last line.
  public var lineCount: Int { starts.count }

  /// The line, counted from 1, in which an offset lies.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line counted from 1, its line end included; empty where there is no such line.
  public func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return count..<count }
    let start = Int(starts[line - 1])
    return start..<(line < starts.count ? Int(starts[line]) : count)
  }
}

/// A line and a column, both counted from 1. A column is one code point, a tab too.
public struct SourcePosition: Sendable, Hashable {
  public var line: Int
  public var column: Int
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
