/// A day of the Gregorian calendar, which is taken to hold for all time: days since 1 January 1970.
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1 January 1970; the ends of Int32 stand for no beginning and no end.
  let raw: Int32

  /// By days since 1970.
  init(raw: Int32) { self.raw = raw }

  /// Days since 1 January 1970.
  public var number: Int { Int(raw) }

  /// Before every day.
  public static let distantPast = Day(raw: .min)
  /// After every day.
  public static let distantFuture = Day(raw: .max)

  /// Whether it is a day of the calendar.
  public var isFinite: Bool { self != .distantPast && self != .distantFuture }

  /// The years that times may be in.
  public static let years = -9999...9999

  /// A day that exists; nil for any other, and for years outside of `years`. Year 0 is 1 BC.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...Self.length(ofMonth: month, year: year)).contains(day) else {
      return nil
    }
    self.init(clampedYear: year, month: month, day: day)
  }

  /// For dates that are known to exist; held within the calendar otherwise.
  init(clampedYear year: Int, month: Int, day: Int) {
    let year = Swift.min(Swift.max(year, Self.years.lowerBound - 1), Self.years.upperBound + 1)
    let month = Swift.min(Swift.max(month, 1), 12)
    let day = Swift.min(Swift.max(day, 1), Self.length(ofMonth: month, year: year))
    // Years are counted from March, so that the leap day is the last of its year, in cycles of 400 years, which have 146,097 days.
    let marchYear = month > 2 ? year : year - 1
    let cycle = Self.floored(marchYear, by: 400)
    let yearOfCycle = marchYear - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    raw = Int32(clamping: cycle * 146_097 + dayOfCycle - 719_468)
  }

  /// Its year, month and day. Days without beginning or end lie in years far outside of `years`.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let cycle = Self.floored(shifted, by: 146_097)
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// So many days later; held within the calendar.
  func adding(_ days: Int) -> Day {
    isFinite ? Day(raw: Int32(clamping: number.adding(days, heldWithin: -4_400_000...4_400_000))) : self
  }

  /// The days in a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func floored(_ number: Int, by divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }

  /// The earlier first.
  public static func < (left: Day, right: Day) -> Bool { left.raw < right.raw }
}
