/// How many rows, or how many whose value is not missing.
final class CountAccumulator: Accumulator {
  private var counts: [Int64] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  func add(_ rows: GroupedRows) {
    counts.grow(to: rows.groupCount, 0)
    let absent = rows.values.flatMap { $0.missingCount > 0 ? $0.missing() : nil }
    counts.withUnsafeMutableBufferPointer { counts in
      guard let absent else {
        for group in rows.groups { counts[Int(group)] &+= 1 }
        return
      }
      for (row, group) in rows.groups.enumerated() { counts[Int(group)] &+= absent[row] ? 0 : 1 }
    }
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? CountAccumulator else { return }
    counts.grow(to: groupCount, 0)
    for (group, count) in other.counts.enumerated() { counts[Int(numbers[group])] &+= count }
  }

  func column(of groups: [Int32]) -> Column {
    counts.grow(to: (groups.max().map { Int($0) + 1 }) ?? 0, 0)
    return .integer64(groups.map { counts[Int($0)] })
  }
}
