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
}
