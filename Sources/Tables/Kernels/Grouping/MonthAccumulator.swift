/// For a group by years of a column of months: which months each group has, and what the figures that add up come to in each.
final class MonthAccumulator {
  private var masks: [UInt16] = []
  /// Twelve for each group, for each figure that adds up.
  private var sums: [[Double]]
  /// The figures that add up, by their place.
  private let figures: [Int]
  private let isCount: [Bool]
  /// The figure whose cells say whether a month is there; nil where none has a value.
  private let witness: Int?

  init(_ all: [Grouping.Figure]) {
    figures = all.indices.filter {
      let figure = all[$0]
      return !figure.isUncertain && figure.condition == nil && (figure.aggregate.function == .sum || figure.aggregate.function == .count)
    }
    isCount = figures.map { all[$0].aggregate.function == .count }
    sums = figures.map { _ in [] }
    witness = all.firstIndex { $0.value != nil && $0.condition == nil }
  }

  /// `value` gives the cells of a figure.
  func add(_ months: Column, _ groups: [Int32], groupCount: Int, value: (Int) throws -> Column?) throws {
    guard case .date(let days) = months else { return }
    masks.grow(to: groupCount, 0)
    let numbers = Self.months(of: days)
    let absent = try witness.flatMap { try value($0) }.flatMap { $0.missingCount > 0 ? $0.missing() : nil }
    for (row, month) in numbers.enumerated() where month >= 0 && !(absent.map { $0[row] } ?? false) {
      masks[Int(groups[row])] |= 1 << UInt16(month)
    }
    for (part, figure) in figures.enumerated() {
      sums[part].grow(to: groupCount * 12, 0)
      let cells = try value(figure)?.reals()
      for (row, month) in numbers.enumerated() where month >= 0 {
        let cell = cells.map { $0[row] } ?? 1
        if !cell.isNaN { sums[part][Int(groups[row]) * 12 + month] += isCount[part] ? 1 : cell }
      }
    }
  }

  /// From 0; −1 where the day is missing.
  private static func months(of days: [Int32]) -> [Int] {
    var last = Int32.min
    var month = -1
    return days.map { day in
      if day != last {
        last = day
        month = day == .min ? -1 : Calendar.date(of: day).month - 1
      }
      return month
    }
  }

  func absorb(_ other: MonthAccumulator, numbers: [Int32], groupCount: Int) {
    masks.grow(to: groupCount, 0)
    for (group, mask) in other.masks.enumerated() { masks[Int(numbers[group])] |= mask }
    for part in sums.indices {
      sums[part].grow(to: groupCount * 12, 0)
      for (place, sum) in other.sums[part].enumerated() { sums[part][Int(numbers[place / 12]) * 12 + place % 12] += sum }
    }
  }

  /// Which of the sums by month a figure is.
  func part(of figure: Int) -> Int? { figures.firstIndex(of: figure) }

  /// For the groups in this order, which are of these years.
  func parts(_ order: [Int32], years: [Int]) -> PeriodParts {
    var months: [Int: UInt16] = [:]
    for (row, group) in order.enumerated() where row < years.count && Int(group) < masks.count && years[row] != .min {
      months[years[row], default: 0] |= masks[Int(group)]
    }
    let sums = sums.map { sums in
      order.flatMap { group in
        let start = Int(group) * 12
        return start + 12 <= sums.count ? Array(sums[start..<start + 12]) : [Double](repeating: 0, count: 12)
      }
    }
    return PeriodParts(years: years, months: months, sums: sums)
  }
}
