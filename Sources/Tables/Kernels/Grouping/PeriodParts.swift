/// What a group by years knows of the months behind it, so that an incomplete year is compared over the months that both years have.
struct PeriodParts: Sendable {
  /// The year of each row of the group.
  var years: [Int]
  /// Which months each year has, January being bit 0.
  var months: [Int: UInt16]
  /// For each figure that adds up, twelve sums for each row. Groups everything anew by month, so it is asked for only where it matters.
  var sums: @Sendable () throws -> [[Double]]

  /// All twelve.
  static let wholeYear: UInt16 = 0xFFF

  /// Whether a year lacks months.
  var hasIncompleteYear: Bool { months.values.contains { $0 != Self.wholeYear } }

  /// The sum of some months of a row, of twelve sums for each.
  static func sum(_ sums: [Double], row: Int, months: UInt16) -> Double {
    var sum = ExactSum()
    for month in 0..<12 where months & (1 << UInt16(month)) != 0 { sum.add(sums[row * 12 + month]) }
    return sum.value
  }

  /// The numbers of months from 1.
  static func list(_ months: UInt16) -> [Int] { (0..<12).filter { months & (1 << UInt16($0)) != 0 }.map { $0 + 1 } }
}
