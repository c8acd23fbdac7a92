/// The sum or the mean of numbers, as a real number.
final class RealSumAccumulator: Accumulator {
  private let isMean: Bool
  private var sums: [ExactSum] = []
  private var counts: [Int64] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  init(isMean: Bool) { self.isMean = isMean }

  func add(_ rows: GroupedRows) {
    sums.grow(to: rows.groupCount, ExactSum())
    counts.grow(to: rows.groupCount, 0)
    let cells = rows.values?.reals() ?? []
    var absent = 0
    sums.withUnsafeMutableBufferPointer { sums in
      counts.withUnsafeMutableBufferPointer { counts in
        for (row, cell) in cells.enumerated() {
          let group = Int(rows.groups[row])
          if cell.isNaN {
            absent += 1
          } else {
            sums[group].add(cell)
            counts[group] &+= 1
          }
        }
      }
    }
    missing += absent
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? RealSumAccumulator else { return }
    sums.grow(to: groupCount, ExactSum())
    counts.grow(to: groupCount, 0)
    missing += other.missing
    for group in other.sums.indices {
      sums[Int(numbers[group])].add(other.sums[group])
      counts[Int(numbers[group])] &+= other.counts[group]
    }
  }

  func column(of groups: [Int32]) -> Column {
    .real(
      groups.map { group in
        let group = Int(group)
        guard group < counts.count, counts[group] > 0 else { return .nan }
        return isMean ? sums[group].value / Double(counts[group]) : sums[group].value
      })
  }
}
