/// A sum of real numbers with the rounding errors kept beside it (Knuth's two-sum), so that it doesn't depend on which worker added what
/// and comes out as the nearest number to the exact sum.
struct ExactSum: Sendable {
  var sum = 0.0
  var rest = 0.0

  @inline(__always)
  /// Adds a number.
  mutating func add(_ value: Double) {
    let next = sum + value
    let added = next - sum
    rest += (sum - (next - added)) + (value - added)
    sum = next
  }

  /// Adds a sum of another worker.
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
