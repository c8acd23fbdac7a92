/// How many different values there are.
final class DistinctAccumulator: Accumulator {
  private var coder = KeyCoder()
  /// Pairs of a group and a value's code.
  private var pairs = KeyTable()
  private var pairGroups: [Int32] = []
  private var pairCodes: [Int32] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  func add(_ rows: GroupedRows) {
    guard let column = rows.values else { return }
    missing += column.missingCount
    let absent = column.missingCount > 0 ? column.missing() : []
    for (row, code) in coder.codes(of: column).enumerated() where absent.isEmpty || !absent[row] { take(rows.groups[row], code) }
  }

  private func take(_ group: Int32, _ code: Int32) {
    let pair = Int64(group) << 32 | Int64(code)
    guard pairs.code(of: pair) < 0 else { return }
    pairs.insert(pair, 0)
    pairGroups.append(group)
    pairCodes.append(code)
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? DistinctAccumulator else { return }
    missing += other.missing
    let codes = coder.codes(ofBits: other.coder.values)
    for (index, group) in other.pairGroups.enumerated() { take(numbers[Int(group)], codes[Int(other.pairCodes[index])]) }
  }

  func column(of groups: [Int32]) -> Column {
    var counts = [Int64](repeating: 0, count: Int(max(groups.max() ?? -1, pairGroups.max() ?? -1)) + 1)
    for group in pairGroups { counts[Int(group)] += 1 }
    return .integer64(groups.map { counts[Int($0)] })
  }
}
