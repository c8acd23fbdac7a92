/// The first or the last value that is not missing, in the order of the rows.
final class EdgeAccumulator: Accumulator {
  private let isLast: Bool
  private let type: ColumnType
  private var positions: [Int] = []
  private var bits: [Int64] = []
  private(set) var missing = 0
  var needsPositions: Bool { true }

  init(isLast: Bool, _ type: ColumnType) {
    self.isLast = isLast
    self.type = type
  }

  func add(_ rows: GroupedRows) {
    guard let column = rows.values else { return }
    grow(rows.groupCount)
    for (row, cell) in CellBits.encode(column).enumerated() {
      if cell == .min { missing += 1 } else { take(cell, rows.positions[row], Int(rows.groups[row])) }
    }
  }

  private func grow(_ count: Int) {
    positions.grow(to: count, isLast ? -1 : .max)
    bits.grow(to: count, .min)
  }

  private func take(_ cell: Int64, _ position: Int, _ group: Int) {
    guard isLast ? position >= positions[group] : position < positions[group] else { return }
    positions[group] = position
    bits[group] = cell
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? EdgeAccumulator else { return }
    missing += other.missing
    grow(groupCount)
    for group in other.bits.indices where other.bits[group] != .min {
      take(other.bits[group], other.positions[group], Int(numbers[group]))
    }
  }

  func column(of groups: [Int32]) -> Column {
    CellBits.decode(groups.map { Int($0) < bits.count ? bits[Int($0)] : .min }, type)
  }
}
