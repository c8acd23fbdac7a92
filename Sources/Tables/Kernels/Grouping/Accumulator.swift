/// What one worker has of one aggregate, for every group. Cells come a batch at a time, and what several workers have is merged at the end.
protocol Accumulator: AnyObject {
  /// Whether it is told where rows stand.
  var needsPositions: Bool { get }
  /// How many cells were left out because they are missing.
  var missing: Int { get }
  /// Takes in the rows of a batch.
  func add(_ rows: GroupedRows)
  /// Takes in what another worker has, whose groups have these numbers here.
  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int)
  /// The result for these groups, in this order.
  func column(of groups: [Int32]) -> Column
}

extension Array {
  /// Lengthens it with a value to a length.
  mutating func grow(to count: Int, _ value: Element) {
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
  }
}
