import CScanning

/// Sixty-four bytes at once, as one bit each, the first being bit 0.
enum ByteMasks {
  /// Which bytes are equal to one. Sixty-four bytes must be readable.
  @inline(__always) static func equal(_ start: UnsafeRawPointer, _ byte: UInt8) -> UInt64 {
    cotejo_equal_bytes(start, byte)
  }

  /// How many bytes `lineFeeds` looks at.
  static let pieceByteCount = 4096

  /// How many of 4,096 bytes are line feeds; nil if any of them is `unwanted`.
  @inline(__always) static func lineFeeds(_ start: UnsafeRawPointer, without unwanted: UInt8) -> Int? {
    let count = Int(cotejo_count_line_feeds(start, unwanted))
    return count <= pieceByteCount ? count : nil
  }

  /// For each bit, whether an odd number of bits is set up to it and with it: within marks, if the bits are the marks.
  @inline(__always) static func prefixParity(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits &<< 1
    bits ^= bits &<< 2
    bits ^= bits &<< 4
    bits ^= bits &<< 8
    bits ^= bits &<< 16
    bits ^= bits &<< 32
    return bits
  }
}

/// Follows quotation marks from one piece of sixty-four bytes to the next, as long as they stand where quoting allows them: before a
/// cell's first byte, after its last, and doubled within.
struct QuoteTracker {
  /// All ones while within marks.
  private(set) var inside: UInt64 = 0
  /// Whether the last byte of the piece before was a delimiter, a line break or a mark, so that a mark may open; true at the start.
  private var mayOpen: UInt64 = 1
  /// Whether a mark that closed was the last byte, so that the next byte must be a delimiter, a line break or a mark.
  private var hasClosed: UInt64 = 0
  /// Whether a mark stood anywhere else.
  private(set) var isIrregular = false

  init() {}

  /// Begins at a piece that no mark comes before.
  init(before offset: Int, of base: UnsafeRawPointer, delimiter: UInt8) {
    guard offset > 0 else { return }
    let last = base.load(fromByteOffset: offset - 1, as: UInt8.self)
    mayOpen = last == delimiter || last == 0x0A ? 1 : 0
  }

  /// Takes the next piece, and gives the bits of the bytes that stand outside of marks. `breaks` are delimiters and line feeds,
  /// `returns` carriage returns.
  @inline(__always) mutating func outside(quotes: UInt64, breaks: UInt64, returns: UInt64) -> UInt64 {
    if quotes == 0 {
      if hasClosed & ~(breaks | returns) & 1 != 0 { isIrregular = true }
      hasClosed = 0
      mayOpen = breaks &>> 63
      return ~inside
    }
    let within = ByteMasks.prefixParity(quotes) ^ inside
    // A mark that opens is within itself; one that closes is not.
    let opening = quotes & within
    let closing = quotes & ~within
    if opening & ~((breaks | quotes) &<< 1 | mayOpen) != 0 { isIrregular = true }
    if (closing &<< 1 | hasClosed) & ~(breaks | returns | quotes) != 0 { isIrregular = true }
    mayOpen = (breaks | quotes) &>> 63
    hasClosed = closing &>> 63
    inside = UInt64(bitPattern: Int64(bitPattern: within) &>> 63)
    return ~within
  }
}
