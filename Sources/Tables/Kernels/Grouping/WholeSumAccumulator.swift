/// The sum of whole numbers, as a whole number; as a real one where none can hold it.
final class WholeSumAccumulator: Accumulator {
  private var sums: [Int64] = []
  private var counts: [Int32] = []
  /// What overflowed, by group; the sums go on from zero.
  private var carried: [Int32: Double] = [:]
  private(set) var missing = 0
  var needsPositions: Bool { false }

  /// Whether some sum is rounded to a real number.
  var isRounded: Bool { !carried.isEmpty }

  func add(_ rows: GroupedRows) {
    sums.grow(to: rows.groupCount, 0)
    counts.grow(to: rows.groupCount, 0)
    switch rows.values {
    case .integer32(let cells)?:
      // Added up within the batch they cannot leave 64 bits: 65,536 times 2³¹ is 2⁴⁷.
      addNarrow(cells, rows.groups)
    case let column?:
      for (row, cell) in (column.wholes() ?? []).enumerated() { add(cell, to: rows.groups[row]) }
    case nil: break
    }
  }

  private func addNarrow(_ cells: [Int32], _ groups: [Int32]) {
    var absent = 0
    var isNear = false
    sums.withUnsafeMutableBufferPointer { sums in
      counts.withUnsafeMutableBufferPointer { counts in
        cells.withUnsafeBufferPointer { cells in
          groups.withUnsafeBufferPointer { groups in
            for row in 0..<min(cells.count, groups.count) {
              let (cell, group) = (cells[row], Int(groups[row]))
              let isMissing = cell == .min
              absent &+= isMissing ? 1 : 0
              sums[group] &+= isMissing ? 0 : Int64(cell)
              counts[group] |= isMissing ? 0 : 1
            }
          }
        }
      }
      isNear = sums.contains { $0.magnitude > 1 << 61 }
    }
    missing += absent
    if isNear { for group in sums.indices where sums[group].magnitude > 1 << 61 { carry(Int32(truncatingIfNeeded: group)) } }
  }

  private func add(_ cell: Int64, to group: Int32) {
    guard cell != .min else {
      missing += 1
      return
    }
    counts[Int(group)] |= 1
    let (sum, overflow) = sums[Int(group)].addingReportingOverflow(cell)
    if overflow || sum == .min {
      carry(group)
      sums[Int(group)] = cell
    } else {
      sums[Int(group)] = sum
    }
  }

  private func carry(_ group: Int32) {
    carried[group, default: 0] += Double(sums[Int(group)])
    sums[Int(group)] = 0
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? WholeSumAccumulator else { return }
    sums.grow(to: groupCount, 0)
    counts.grow(to: groupCount, 0)
    missing += other.missing
    for group in other.sums.indices where other.counts[group] != 0 { add(other.sums[group], to: numbers[group]) }
    for group in other.carried.keys.sorted() { carried[numbers[Int(group)], default: 0] += other.carried[group] ?? 0 }
  }

  func column(of groups: [Int32]) -> Column {
    let isThere = { (group: Int32) in Int(group) < self.counts.count && self.counts[Int(group)] != 0 }
    guard isRounded else { return .integer64(groups.map { isThere($0) ? sums[Int($0)] : .min }) }
    return .real(groups.map { isThere($0) ? Double(sums[Int($0)]) + (carried[$0] ?? 0) : .nan })
  }
}
