import Evidence

/// The calendar's arithmetic on days since 1970-01-01, without a check for each cell.
enum Calendar {
  /// The Gregorian date of a day, by counting years from March in cycles of 400 years of 146,097 days.
  @inline(__always)
  static func date(of day: Int32) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(day) + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The day of a date; nil where there is none.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    Day(year: year, month: month, day: day).flatMap { Int32(exactly: $0.number) }
  }

  /// Months since the year 0: the year times twelve and the month from 0.
  @inline(__always)
  static func monthNumber(of day: Int32) -> Int {
    let date = date(of: day)
    return date.year * 12 + date.month - 1
  }

  /// The first day of a month by its number.
  static func day(ofMonth number: Int) -> Int32? {
    let year = number >= 0 ? number / 12 : (number - 11) / 12
    return day(year, number - year * 12 + 1, 1)
  }

  // MARK: Tables

  /// The years that tables hold; other days are reckoned.
  private static let tableYears = 1800..<2200
  private static let firstDay = day(tableYears.lowerBound, 1, 1) ?? 0
  private static let dayCount = Int((day(tableYears.upperBound, 1, 1) ?? 0) - firstDay)
  /// By days from the first: the year, and the month from 0.
  private static let years: [Int16] = (0..<dayCount).map { Int16(truncatingIfNeeded: date(of: firstDay + Int32($0)).year) }
  private static let months: [UInt8] = (0..<dayCount).map { UInt8(truncatingIfNeeded: date(of: firstDay + Int32($0)).month - 1) }
  /// The first day of each month of those years.
  private static let firstDays: [Int32] = tableYears.flatMap { year in (1...12).map { day(year, $0, 1) ?? .min } }

  /// The year of each day; missing where the day is.
  static func years(of days: [Int32]) -> [Int32] { look(days, in: years) { Int32(truncatingIfNeeded: date(of: $0).year) } }

  /// The month of each day, from 0; missing where the day is.
  static func months(of days: [Int32]) -> [Int32] { look(days, in: months) { Int32(truncatingIfNeeded: date(of: $0).month - 1) } }

  @inline(__always)
  private static func look<Entry: FixedWidthInteger>(_ days: [Int32], in table: [Entry], else reckon: (Int32) -> Int32) -> [Int32]
  {
    let first = firstDay
    return days.map { day in
      let place = UInt32(bitPattern: day &- first)
      // Before the first day the distance wraps round to far beyond the table.
      if place < UInt32(truncatingIfNeeded: table.count) { return Int32(truncatingIfNeeded: table[Int(place)]) }
      return day == .min ? .min : reckon(day)
    }
  }

  /// The first day of a month, from 1, of each year; missing where there is none.
  static func days(ofMonth month: Int, in years: [Int32]) -> [Int32] {
    let table = firstDays
    let first = Int32(truncatingIfNeeded: tableYears.lowerBound)
    return years.map { year in
      let place = UInt32(bitPattern: year &- first)
      if place < 400 { return table[Int(place) * 12 + month - 1] }
      return day(Int(year), month, 1) ?? .min
    }
  }
}
