/// Count, sum, minimum or maximum of values that may be uncertain, over rows that may be only possible: bounds that hold in every world.
///
/// Of certain rows C and possible ones M: the count is |C| to |C|+|M|; the sum takes of M only what lowers its lower end and raises its
/// upper; the minimum is at least the least low end of all and at most the least high end of C, the maximum its mirror image. Without
/// certain rows some possible one must be there, since the group is.
final class BoundsAccumulator: Accumulator {
  private struct Group {
    // First what sums need, so that it lies together.
    var certain: Int32 = 0
    var possible: Int32 = 0
    var hasBest = true
    var isSoft = false
    var low = ExactSum()
    var best = ExactSum()
    var high = ExactSum()
    var leastLow = Double.infinity
    var leastBest = Double.infinity
    var leastHigh = Double.infinity
    var greatestLow = -Double.infinity
    var greatestBest = -Double.infinity
    var greatestHigh = -Double.infinity
    /// Whether its sums are whole numbers that may be added to without rounding.
    var isWhole: Bool {
      func isWhole(_ sum: ExactSum) -> Bool { sum.rest == 0 && abs(sum.sum) < 0x1p52 && sum.sum == sum.sum.rounded() }
      return isWhole(low) && isWhole(best) && isWhole(high)
    }
    /// The widest that a possible row alone may be.
    var possibleLow = Double.infinity
    var possibleHigh = -Double.infinity
  }
  private let function: Aggregate.Function
  private var groups: [Group] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  init(_ function: Aggregate.Function) { self.function = function }

  func add(_ rows: GroupedRows) {
    groups.grow(to: rows.groupCount, Group())
    groups.withUnsafeMutableBufferPointer { groups in
      guard function != .count, let cells = rows.values?.quantities() else {
        return missing += Self.count(rows, rows.values.flatMap { $0.missingCount > 0 ? $0.missing() : nil }, &groups)
      }
      precondition(cells.count == rows.groups.count, "every row has a value")
      // A loop for each of the two kinds of figure, which touches only what that kind needs.
      if function == .sum {
        missing += Self.sum(rows, cells, &groups)
      } else {
        missing += Self.each(0..<rows.groups.count, rows.groups, rows.band, cells, &groups) {
          low, best, high, isPossible, group in
          if isPossible { Self.comparePossible(low, high, &group) } else { Self.compareCertain(low, best, high, &group) }
        }
      }
    }
  }

  /// Adds all cells, some at a time, so that those that were looked at are still near when they are added; returns how many are missing.
  private static func sum(_ rows: GroupedRows, _ cells: QuantityColumn, _ groups: inout UnsafeMutableBufferPointer<Group>) -> Int
  {
    var missing = 0
    var isWhole = cells.ends.isEmpty
    let band = rows.band
    for start in stride(from: 0, to: rows.groups.count, by: rowsAtATime) {
      let range = start..<min(start + rowsAtATime, rows.groups.count)
      if isWhole, start % mostWholeRows == 0 { isWhole = groups.allSatisfy { $0.isWhole } }
      if isWhole, sumWhole(range, rows.groups, band, cells, &groups) { continue }
      isWhole = false
      missing += each(range, rows.groups, band, cells, &groups, sum)
    }
    return missing
  }

  /// What of three columns of numbers stays in a processor's nearest cache.
  private static let rowsAtATime = 1024
  /// After how many rows it is asked again whether sums of whole numbers are small enough to be added to.
  private static let mostWholeRows = 65_536

  /// Adds whole numbers, whose sums need nothing kept beside them as long as they are whole and small; false, with nothing added, where
  /// some are not, or a cell is missing or out of order.
  private static func sumWhole(
    _ range: Range<Int>, _ numbers: [Int32], _ band: [UInt8], _ cells: QuantityColumn,
    _ groups: inout UnsafeMutableBufferPointer<Group>
  ) -> Bool {
    cells.low.withUnsafeBufferPointer { lows in
      cells.best.withUnsafeBufferPointer { bests in
        cells.high.withUnsafeBufferPointer { highs in
          // All looked at, without a branch, so that vectors can do it.
          var failed = 0
          for row in range {
            let (low, best, high) = (lows[row], bests[row], highs[row])
            failed |= 1 &- Truth.bit(low <= high)
            failed |= 1 &- Truth.bit(isSmallWhole(low)) & Truth.bit(isSmallWhole(best)) & Truth.bit(isSmallWhole(high))
          }
          guard failed == 0 else { return false }
          numbers.withUnsafeBufferPointer { numbers in
            band.withUnsafeBufferPointer { band in
              for row in range {
                let (number, isPossible) = (Int(numbers[row]), Int32(truncatingIfNeeded: band[row] & 1))
                let (low, high, kept) = (lows[row], highs[row], Double(1 &- isPossible))
                groups[number].possible &+= isPossible
                groups[number].certain &+= 1 &- isPossible
                // Of a row that is only possible, none of what would narrow the sum; the parts are exact, since the numbers are whole.
                groups[number].low.sum += (low < 0 ? low : 0) + kept * (low > 0 ? low : 0)
                groups[number].high.sum += (high > 0 ? high : 0) + kept * (high < 0 ? high : 0)
                groups[number].best.sum += bests[row]
              }
            }
          }
          return true
        }
      }
    }
  }

  /// Whether a number is whole and below 2³¹, so that `mostWholeRows` of them stay whole: what is beyond the last whole digit is lost when
  /// a large number is added and taken away again.
  @inline(__always)
  private static func isSmallWhole(_ value: Double) -> Bool {
    let shifted = (value + 6_755_399_441_055_744) - 6_755_399_441_055_744
    return Truth.bit(shifted == value) & Truth.bit(abs(value) < 2_147_483_648) == 1
  }

  /// Counts rows; returns how many are missing.
  private static func count(_ rows: GroupedRows, _ absent: [Bool]?, _ groups: inout UnsafeMutableBufferPointer<Group>) -> Int {
    if absent == nil, rows.possible == nil {
      for number in rows.groups { groups[Int(number)].certain &+= 1 }
      return 0
    }
    if absent == nil, let possible = rows.possible {
      // Without a branch, which a processor would guess wrongly as often as not.
      for (number, isPossible) in zip(rows.groups, possible) {
        let one: Int32 = isPossible == 0 ? 0 : 1
        groups[Int(number)].possible &+= one
        groups[Int(number)].certain &+= 1 &- one
      }
      return 0
    }
    var missing = 0
    for (row, number) in rows.groups.enumerated() {
      if absent.map({ $0[row] }) ?? false {
        missing += 1
      } else if rows.possible.map({ $0[row] != 0 }) ?? false {
        groups[Int(number)].possible &+= 1
      } else {
        groups[Int(number)].certain &+= 1
      }
    }
    return missing
  }

  /// Hands each cell of some rows to a function, with whether its row is only possible; returns how many are missing.
  @inline(__always)
  private static func each(
    _ range: Range<Int>, _ numbers: [Int32], _ band: [UInt8], _ cells: QuantityColumn,
    _ groups: inout UnsafeMutableBufferPointer<Group>,
    _ add: (Double, Double, Double, Bool, inout Group) -> Void
  ) -> Int {
    var missing = 0
    numbers.withUnsafeBufferPointer { numbers in
      cells.low.withUnsafeBufferPointer { lows in
        cells.best.withUnsafeBufferPointer { bests in
          cells.high.withUnsafeBufferPointer { highs in
            band.withUnsafeBufferPointer { band in
              for row in range {
                let (one, other, number) = (lows[row], highs[row], Int(numbers[row]))
                guard one <= other || one > other else {
                  missing += 1
                  continue
                }
                // Ends in the wrong order never enter the sums.
                let (low, high) = one <= other ? (one, other) : (other, one)
                add(low, bests[row], high, band[row] != 0, &groups[number])
              }
            }
          }
        }
      }
    }
    if !cells.ends.isEmpty {
      for row in range where cells.ends[row] & 3 != 0 { groups[Int(numbers[row])].isSoft = true }
    }
    return missing
  }

  /// Of a row that is only possible the sum takes what lowers its lower end and raises its upper. What is added is chosen without a branch,
  /// which a processor would guess wrongly as often as not.
  @inline(__always)
  private static func sum(_ low: Double, _ best: Double, _ high: Double, _ isPossible: Bool, _ group: inout Group) {
    let one: Int32 = isPossible ? 1 : 0
    group.possible &+= one
    group.certain &+= 1 &- one
    group.low.add(isPossible && low > 0 ? 0 : low)
    group.high.add(isPossible && high < 0 ? 0 : high)
    let lacksBest = best.isNaN
    group.hasBest = group.hasBest && (isPossible || !lacksBest)
    // With a possible row there is no best, so that it doesn't matter what is added.
    group.best.add(lacksBest ? 0 : best)
  }

  @inline(__always)
  private static func compareCertain(_ low: Double, _ best: Double, _ high: Double, _ group: inout Group) {
    group.certain &+= 1
    group.leastLow = min(group.leastLow, low)
    group.greatestHigh = max(group.greatestHigh, high)
    group.leastHigh = min(group.leastHigh, high)
    group.greatestLow = max(group.greatestLow, low)
    if best.isNaN {
      group.hasBest = false
    } else {
      group.leastBest = min(group.leastBest, best)
      group.greatestBest = max(group.greatestBest, best)
    }
  }

  @inline(__always)
  private static func comparePossible(_ low: Double, _ high: Double, _ group: inout Group) {
    group.possible &+= 1
    group.leastLow = min(group.leastLow, low)
    group.greatestHigh = max(group.greatestHigh, high)
    group.possibleLow = min(group.possibleLow, low)
    group.possibleHigh = max(group.possibleHigh, high)
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
