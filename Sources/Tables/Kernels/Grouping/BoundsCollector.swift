/// Mean, quantile, first, last or number of different values, where values may be uncertain or rows only possible: these need all rows of a
/// group at once.
final class BoundsCollector: Accumulator {
  private struct Row {
    var low: Double
    var best: Double
    var high: Double
    var isPossible: Bool
    var position: Int
  }
  private let function: Aggregate.Function
  private let type: ColumnType
  private var groups: [Int32] = []
  private var rows: [Row] = []
  private(set) var missing = 0
  var needsPositions: Bool { function == .first || function == .last }

  init(_ function: Aggregate.Function, _ type: ColumnType) {
    self.function = function
    self.type = type
  }

  func add(_ input: GroupedRows) {
    guard let column = input.values else { return }
    let cells = column.quantities()
    for (row, group) in input.groups.enumerated() {
      let range = QuantityRange(cells, row)
      guard !range.low.isNaN, !range.high.isNaN else {
        missing += 1
        continue
      }
      groups.append(group)
      rows.append(
        Row(
          low: range.low, best: cells.best[row], high: range.high, isPossible: input.possible.map { $0[row] != 0 } ?? false,
          position: input.positions.isEmpty ? 0 : input.positions[row]))
    }
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? BoundsCollector else { return }
    missing += other.missing
    groups += other.groups.map { numbers[Int($0)] }
    rows += other.rows
  }

  func column(of wanted: [Int32]) -> Column {
    var members = [[Row]](repeating: [], count: Int(max(wanted.max() ?? -1, groups.max() ?? -1)) + 1)
    for (index, group) in groups.enumerated() { members[Int(group)].append(rows[index]) }
    var result = QuantityColumn(low: [], best: [], high: [])
    for group in wanted {
      let (low, best, high) = bounds(members[Int(group)])
      result.low.append(low)
      result.best.append(best)
      result.high.append(high)
    }
    guard type == .text || type == .entity || type == .date || type == .boolean, function != .distinct else {
      return .quantity(result)
    }
    // What is no number is one value or, where it may be several, missing.
    let codes = result.low.indices.map { result.low[$0] == result.high[$0] ? Int64(exactly: result.low[$0]) ?? .min : .min }
    return CellBits.decode(codes, type)
  }

  private func bounds(_ rows: [Row]) -> (Double, Double, Double) {
    let certain = rows.filter { !$0.isPossible }
    let possible = rows.filter(\.isPossible)
    switch function {
    case .distinct: return distinct(certain, possible)
    case .first, .last:
      let ordered = rows.sorted { function == .first ? $0.position < $1.position : $0.position > $1.position }
      // All up to the first that is surely there.
      let end = ordered.firstIndex { !$0.isPossible } ?? ordered.count - 1
      guard end >= 0 else { return (.nan, .nan, .nan) }
      let candidates = ordered[...end]
      return (
        candidates.map(\.low).min() ?? .nan, candidates.count == 1 ? candidates[0].best : .nan,
        candidates.map(\.high).max() ?? .nan
      )
    default:
      guard !rows.isEmpty else { return (.nan, .nan, .nan) }
      let low = least(certain.map(\.low), possible.map(\.low))
      // The greatest is the least of the opposites, with the opposite part.
      let high = -least(certain.map { -$0.high }, possible.map { -$0.high }, isMirrored: true)
      let best = possible.isEmpty && !certain.contains { $0.best.isNaN } ? value(of: certain.map(\.best).sorted()) : .nan
      return (low, best, high)
    }
  }

  /// The least that the figure can be: the certain values, and of the possible ones as many, lowest first, as lower it.
  private func least(_ certain: [Double], _ possible: [Double], isMirrored: Bool = false) -> Double {
    let (certain, possible) = (certain.sorted(), possible.sorted())
    let part: Double =
      switch function {
      case .quantile(let part): isMirrored ? 1 - part : part
      default: 0.5
      }
    var least = Double.infinity
    var sum = ExactSum()
    for value in certain { sum.add(value) }
    for count in (certain.isEmpty ? 1 : 0)...max(possible.count, certain.isEmpty ? 1 : 0) {
      if count > 0, count <= possible.count { sum.add(possible[count - 1]) }
      let all = certain.count + count
      if function == .mean {
        least = min(least, sum.value / Double(all))
      } else {
        least = min(least, QuantileAccumulator.quantile(part, count: all) { Self.element($0, certain, possible[..<count]) })
      }
    }
    return least
  }

  /// The element of a place in the merger of two lists in order, by halving.
  private static func element(_ place: Int, _ left: [Double], _ right: ArraySlice<Double>) -> Double {
    var (low, high) = (max(0, place - right.count), min(place, left.count))
    // How many of the left list stand before the place.
    while low < high {
      let middle = (low + high) / 2
      if left[middle] < right[place - middle - 1] { low = middle + 1 } else { high = middle }
    }
    let other = place - low
    if low >= left.count { return right[other] }
    if other >= right.count { return left[low] }
    return min(left[low], right[other])
  }

  private func value(of sorted: [Double]) -> Double {
    switch function {
    case .quantile(let part): return QuantileAccumulator.quantile(part, count: sorted.count) { sorted[$0] }
    case .median: return QuantileAccumulator.quantile(0.5, count: sorted.count) { sorted[$0] }
    default:
      var sum = ExactSum()
      for value in sorted { sum.add(value) }
      return sorted.isEmpty ? .nan : sum.value / Double(sorted.count)
    }
  }

  /// At least as many as the fewest values that hit every certain range, at most each range a value of its own.
  private func distinct(_ certain: [Row], _ possible: [Row]) -> (Double, Double, Double) {
    var fewest = 0
    var last = -Double.infinity
    for row in certain.sorted(by: { $0.high < $1.high }) where fewest == 0 || row.low > last {
      fewest += 1
      last = row.high
    }
    let all = certain + possible
    let points = Set(all.filter { $0.low == $0.high }.map(\.low)).count
    let most = points + all.filter { $0.low < $0.high }.count
    let best = fewest == most ? Double(most) : .nan
    return (Double(fewest), best, Double(most))
  }
}
