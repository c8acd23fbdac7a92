/// The value below which a part of the numbers lies; between two of them it is interpolated.
final class QuantileAccumulator: Accumulator {
  private let part: Double
  private var groups: [Int32] = []
  private var values: [Double] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  /// `part` is held between 0 and 1.
  init(_ part: Double) { self.part = part.isNaN ? 0.5 : min(max(part, 0), 1) }

  func add(_ rows: GroupedRows) {
    for (row, cell) in (rows.values?.reals() ?? []).enumerated() {
      if cell.isNaN {
        missing += 1
      } else {
        groups.append(rows.groups[row])
        values.append(cell)
      }
    }
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? QuantileAccumulator else { return }
    missing += other.missing
    groups += other.groups.map { numbers[Int($0)] }
    values += other.values
  }

  func column(of wanted: [Int32]) -> Column {
    let count = Int(max(wanted.max() ?? -1, groups.max() ?? -1)) + 1
    var starts = [Int](repeating: 0, count: count + 1)
    for group in groups { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var sorted = values
    for (index, group) in groups.enumerated() {
      sorted[next[Int(group)]] = values[index]
      next[Int(group)] += 1
    }
    return .real(
      wanted.map { group in
        let range = starts[Int(group)]..<starts[Int(group) + 1]
        return Self.quantile(part, count: range.count) { Self.select(range.lowerBound + $0, in: range, of: &sorted) }
      })
  }

  /// The value that would stand at a place if that part of the list were in order (Hoare's selection); reorders the part.
  private static func select(_ place: Int, in range: Range<Int>, of values: inout [Double]) -> Double {
    var (first, last) = (range.lowerBound, range.upperBound - 1)
    while first < last {
      // The middle one of three, so that a list that is in order already is no worst case.
      let middle = (first + last) / 2
      let pivot = max(min(values[first], values[last]), min(max(values[first], values[last]), values[middle]))
      var (low, high) = (first, last)
      while low <= high {
        while values[low] < pivot { low += 1 }
        while values[high] > pivot { high -= 1 }
        if low <= high {
          values.swapAt(low, high)
          low += 1
          high -= 1
        }
      }
      if place <= high { last = high } else if place >= low { first = low } else { break }
    }
    return values[place]
  }

  /// Of `count` numbers in order; missing where there are none.
  static func quantile(_ part: Double, count: Int, _ value: (Int) -> Double) -> Double {
    guard count > 0 else { return .nan }
    let place = part * Double(count - 1)
    let below = min(Int(place), count - 1)
    let above = min(below + 1, count - 1)
    let weight = place - Double(below)
    // Without the second where it has no weight: it may be infinite.
    return weight == 0 ? value(below) : value(below) + (value(above) - value(below)) * weight
  }
}
