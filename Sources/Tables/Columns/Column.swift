/// The cells of one column of one chunk. A missing cell is a value that no cell can have, so that kernels need no second array.
public enum Column: Sendable {
  /// Missing: `Int32.min`.
  case integer32([Int32])
  /// Missing: `Int64.min`.
  case integer64([Int64])
  /// Missing: NaN.
  case real([Double])
  /// Codes of the column's dictionary. Missing: 0.
  case text([UInt32])
  /// Days since 1970-01-01. Missing: `Int32.min`.
  case date([Int32])
  /// 0 no, 1 yes, 2 missing, 3 maybe.
  case boolean([UInt8])
  /// Values that may be uncertain.
  case quantity(QuantityColumn)
  /// Codes of the column's dictionary. Missing: 0.
  case entity([UInt32])

  /// How many cells there are.
  public var count: Int {
    switch self {
    case .integer32(let cells): cells.count
    case .integer64(let cells): cells.count
    case .real(let cells): cells.count
    case .text(let cells), .entity(let cells): cells.count
    case .date(let cells): cells.count
    case .boolean(let cells): cells.count
    case .quantity(let cells): cells.count
    }
  }
}

/// Three numbers to a cell, all of the same length. `low` is never above `high`; a missing cell has NaN for both. `best` is NaN where
/// no source printed one.
public struct QuantityColumn: Sendable {
  public var low: [Double]
  public var best: [Double]
  public var high: [Double]
  /// Whether an end comes from a policy: bit 0 the lower, bit 1 the upper; bits 2 and 3 whether that end is excluded. Empty where none has any.
  public var ends: [UInt8]

  public init(low: [Double], best: [Double], high: [Double], ends: [UInt8] = []) {
    self.low = low
    self.best = best
    self.high = high
    self.ends = ends
  }

  public var count: Int { low.count }

  /// The same, without marks of ends where there are none: then loops need not look at them.
  public var withoutEmptyEnds: QuantityColumn {
    ends.contains { $0 != 0 } ? self : QuantityColumn(low: low, best: best, high: high)
  }
}
