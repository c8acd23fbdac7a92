/// The sums of a group by years, month by month, so that an incomplete year is compared over the months that both years have.
struct PeriodParts: Sendable {
  /// The year of each row of the group.
  var years: [Int]
  /// Which months each year has, January being bit 0.
  var months: [Int: UInt16]
  /// For each aggregate that adds up, twelve sums for each row.
  var sums: [[Double]]

  /// All twelve.
  static let wholeYear: UInt16 = 0xFFF

  /// Whether a year lacks months that others show to be there.
  var hasIncompleteYear: Bool { months.values.contains { $0 != Self.wholeYear } }

  /// The sum of some months of a row.
  func sum(_ part: Int, row: Int, months: UInt16) -> Double {
    var sum = 0.0
    for month in 0..<12 where months & (1 << UInt16(month)) != 0 { sum += sums[part][row * 12 + month] }
    return sum
  }

  /// The numbers of months from 1.
  static func list(_ months: UInt16) -> [Int] { (0..<12).filter { months & (1 << UInt16($0)) != 0 }.map { $0 + 1 } }
}
