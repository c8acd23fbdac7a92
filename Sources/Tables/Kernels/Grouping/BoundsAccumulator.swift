/// Count, sum, minimum or maximum of values that may be uncertain, over rows that may be only possible: bounds that hold in every world.
///
/// Of certain rows C and possible ones M: the count is |C| to |C|+|M|; the sum takes of M only what lowers its lower end and raises its
/// upper; the minimum is at least the least low end of all and at most the least high end of C, the maximum its mirror image. Without
/// certain rows some possible one must be there, since the group is.
final class BoundsAccumulator: Accumulator {
  private struct Group {
    var certain: Int32 = 0
    var possible: Int32 = 0
    var low = ExactSum()
    var best = ExactSum()
    var high = ExactSum()
    var leastLow = Double.infinity
    var leastBest = Double.infinity
    var leastHigh = Double.infinity
    var greatestLow = -Double.infinity
    var greatestBest = -Double.infinity
    var greatestHigh = -Double.infinity
    /// The widest that a possible row alone may be.
    var possibleLow = Double.infinity
    var possibleHigh = -Double.infinity
    var hasBest = true
    var isSoft = false
  }
  private let function: Aggregate.Function
  private var groups: [Group] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  init(_ function: Aggregate.Function) { self.function = function }

  func add(_ rows: GroupedRows) {
    groups.grow(to: rows.groupCount, Group())
    let isCount = function == .count
    let absent = isCount ? rows.values?.missing() : nil
    let cells = isCount ? nil : rows.values?.quantities()
    for (row, number) in rows.groups.enumerated() {
      let isPossible = rows.possible.map { $0[row] != 0 } ?? false
      guard let cells else {
        if absent.map({ $0[row] }) ?? false {
          missing += 1
        } else if isPossible {
          groups[Int(number)].possible &+= 1
        } else {
          groups[Int(number)].certain &+= 1
        }
        continue
      }
      let range = QuantityRange(cells, row)
      guard !range.low.isNaN, !range.high.isNaN else {
        missing += 1
        continue
      }
      add(range, best: cells.best[row], isPossible, &groups[Int(number)])
    }
  }

  @inline(__always)
  private func add(_ range: QuantityRange, best: Double, _ isPossible: Bool, _ group: inout Group) {
    group.isSoft = group.isSoft || range.ends & 3 != 0
    group.leastLow = min(group.leastLow, range.low)
    group.greatestHigh = max(group.greatestHigh, range.high)
    if isPossible {
      group.possible &+= 1
      group.low.add(min(0, range.low))
      group.high.add(max(0, range.high))
      group.possibleLow = min(group.possibleLow, range.low)
      group.possibleHigh = max(group.possibleHigh, range.high)
      return
    }
    group.certain &+= 1
    group.low.add(range.low)
    group.high.add(range.high)
    group.leastHigh = min(group.leastHigh, range.high)
    group.greatestLow = max(group.greatestLow, range.low)
    group.hasBest = group.hasBest && !best.isNaN
    if group.hasBest {
      group.best.add(best)
      group.leastBest = min(group.leastBest, best)
      group.greatestBest = max(group.greatestBest, best)
    }
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? BoundsAccumulator else { return }
    groups.grow(to: groupCount, Group())
    missing += other.missing
    for (number, theirs) in other.groups.enumerated() { Self.merge(theirs, into: &groups[Int(numbers[number])]) }
  }

  private static func merge(_ other: Group, into group: inout Group) {
    group.certain &+= other.certain
    group.possible &+= other.possible
    group.low.add(other.low)
    group.best.add(other.best)
    group.high.add(other.high)
    group.leastLow = min(group.leastLow, other.leastLow)
    group.leastBest = min(group.leastBest, other.leastBest)
    group.leastHigh = min(group.leastHigh, other.leastHigh)
    group.greatestLow = max(group.greatestLow, other.greatestLow)
    group.greatestBest = max(group.greatestBest, other.greatestBest)
    group.greatestHigh = max(group.greatestHigh, other.greatestHigh)
    group.possibleLow = min(group.possibleLow, other.possibleLow)
    group.possibleHigh = max(group.possibleHigh, other.possibleHigh)
    group.hasBest = group.hasBest && other.hasBest
    group.isSoft = group.isSoft || other.isSoft
  }

  func column(of wanted: [Int32]) -> Column {
    var result = QuantityColumn(low: [], best: [], high: [])
    for number in wanted {
      let group = Int(number) < groups.count ? groups[Int(number)] : Group()
      let (low, best, high) = Self.bounds(function, group)
      result.low.append(low)
      result.high.append(high)
      result.best.append(group.possible == 0 && group.hasBest ? best : .nan)
      result.ends.append(group.isSoft ? 3 : 0)
    }
    if !result.ends.contains(where: { $0 != 0 }) { result.ends = [] }
    return .quantity(result)
  }

  private static func bounds(_ function: Aggregate.Function, _ group: Group) -> (low: Double, best: Double, high: Double) {
    let (certain, possible) = (Double(group.certain), Double(group.possible))
    if function == .count { return (certain, certain, certain + possible) }
    guard certain + possible > 0 else { return (.nan, .nan, .nan) }
    switch function {
    case .min: return (group.leastLow, group.leastBest, group.certain == 0 ? group.possibleHigh : group.leastHigh)
    case .max: return (group.certain == 0 ? group.possibleLow : group.greatestLow, group.greatestBest, group.greatestHigh)
    default: return (group.low.value, group.best.value, group.high.value)
    }
  }
}
