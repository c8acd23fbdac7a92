/// A season of the northern hemisphere. Some reckon it from the first of a month, others from an equinox or solstice, and a winter is
/// named by the year in which it begins or ends, so its ends are known to within weeks, a winter's to within a year.
struct Season {
  /// 21 for spring to 24 for winter, as EDTF numbers them.
  let code: Int
  /// The year that it is named by.
  let year: Int

  /// By its number in EDTF.
  init(code: Int, year: Int) {
    self.code = code
    self.year = year
  }

  /// The season that begins with a month at the earliest, or ends in it at the latest.
  init(month: Int, year: Int, isEnd: Bool) {
    switch (month, isEnd) {
    case (3...5, false), (6...8, true): self.init(code: 21, year: year)
    case (6...8, false), (9...11, true): self.init(code: 22, year: year)
    case (9...11, false), (12, true): self.init(code: 23, year: year)
    case (_, false): self.init(code: 24, year: year + 1)
    case (_, true): self.init(code: 24, year: year - 1)
    }
  }

  /// `spring`
  var word: String {
    switch code {
    case 21: "spring"
    case 22: "summer"
    case 23: "autumn"
    default: "winter"
    }
  }

  /// Between which days it begins.
  var start: DayBounds {
    switch code {
    case 21: DayBounds(day(3, 1), day(3, 21))
    case 22: DayBounds(day(6, 1), day(6, 22))
    case 23: DayBounds(day(9, 1), day(9, 24))
    default: DayBounds(Day(clampedYear: year - 1, month: 12, day: 1), day(12, 22))
    }
  }

  /// Between which days it ends.
  var end: DayBounds {
    switch code {
    case 21: DayBounds(day(5, 31), day(6, 21))
    case 22: DayBounds(day(8, 31), day(9, 23))
    case 23: DayBounds(day(11, 30), day(12, 21))
    default: DayBounds(day(2, 28), Day(clampedYear: year + 1, month: 3, day: 20))
    }
  }

  private func day(_ month: Int, _ day: Int) -> Day { Day(clampedYear: year, month: month, day: day) }
}
