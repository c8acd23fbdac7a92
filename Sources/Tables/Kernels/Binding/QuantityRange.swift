/// One cell of a column of quantities.
struct QuantityRange {
  /// Never above `high`.
  var low: Double
  var high: Double
  /// As in `QuantityColumn.ends`: soft lower, soft upper, excluded lower, excluded upper.
  var ends: UInt8

  /// The mark of a lower end that is excluded.
  static let lowIsOpen: UInt8 = 4
  /// The mark of an upper end that is excluded.
  static let highIsOpen: UInt8 = 8

  /// Ends that are known to be in order.
  init(low: Double, high: Double, ends: UInt8 = 0) {
    self.low = low
    self.high = high
    self.ends = ends
  }

  /// A cell; ends in the wrong order are swapped, so that no range is ever inverted.
  @inline(__always)
  init(_ column: QuantityColumn, _ row: Int) {
    let (low, high) = (column.low[row], column.high[row])
    ends = column.ends.isEmpty ? 0 : column.ends[row]
    self.low = low > high ? high : low
    self.high = low > high ? low : high
  }

  /// Whether the lower end itself is excluded.
  var isLowOpen: Bool { ends & Self.lowIsOpen != 0 }
  /// Whether the upper end itself is excluded.
  var isHighOpen: Bool { ends & Self.highIsOpen != 0 }
  /// Whether it is one value.
  var isPoint: Bool { low == high }

  /// Whether it is the greater.
  @inline(__always)
  func isAbove(_ other: QuantityRange) -> UInt8 {
    if low > other.high || (low == other.high && (isLowOpen || other.isHighOpen)) { return Truth.yes }
    // With an end excluded the two still never reach each other where they only touch.
    return high <= other.low ? Truth.no : Truth.maybe
  }

  /// Yes only for equal points, no where no value is shared.
  @inline(__always)
  func equals(_ other: QuantityRange) -> UInt8 {
    if isPoint, other.isPoint { return Truth.of(low == other.low) }
    if low > other.high || other.low > high { return Truth.no }
    if low == other.high, isLowOpen || other.isHighOpen { return Truth.no }
    if other.low == high, other.isLowOpen || isHighOpen { return Truth.no }
    return Truth.maybe
  }

  /// The lowest value that it has, as a number to sort by: just above an excluded end.
  var effectiveLow: Double { isLowOpen ? low.nextUp : low }
  /// The highest.
  var effectiveHigh: Double { isHighOpen ? high.nextDown : high }
}
