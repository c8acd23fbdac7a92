/// What one worker has of one aggregate, for every group. Cells come a batch at a time, and what several workers have is merged at the end.
protocol Accumulator: AnyObject {
  /// Whether it is told where rows stand.
  var needsPositions: Bool { get }
  /// How many cells were left out because they are missing.
  var missing: Int { get }
  func add(_ rows: GroupedRows)
  /// Takes in what another worker has, whose groups have these numbers here.
  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int)
  /// The result for these groups, in this order.
  func column(of groups: [Int32]) -> Column
}

/// Some rows, as an accumulator is given them.
struct GroupedRows {
  /// The number of each row's group.
  var groups: [Int32]
  var groupCount: Int
  /// The value of each row; nil where the aggregate has none.
  var values: Column?
  /// Where each row stands; empty where nobody asked for it.
  var positions: [Int] = []
  /// Whether each row is only possible; nil where none is.
  var possible: [UInt8]?
}

extension Array {
  /// Lengthens it with a value to a length.
  mutating func grow(to count: Int, _ value: Element) {
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
  }
}

/// A sum of real numbers with the rounding errors kept beside it (Knuth's two-sum), so that it doesn't depend on which worker added what
/// and comes out as the nearest number to the exact sum.
struct ExactSum: Sendable {
  var sum = 0.0
  var rest = 0.0

  @inline(__always)
  mutating func add(_ value: Double) {
    let next = sum + value
    let added = next - sum
    rest += (sum - (next - added)) + (value - added)
    sum = next
  }

  mutating func add(_ other: ExactSum) {
    add(other.sum)
    rest += other.rest
  }

  /// Infinite where it left the range of numbers.
  var value: Double {
    let total = sum + rest
    return total.isNaN ? sum : total
  }
}
