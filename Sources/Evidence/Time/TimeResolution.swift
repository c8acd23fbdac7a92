/// How finely one date of a time is given, as written in EDTF.
enum TimeResolution: UInt8, Hashable, Sendable {
  /// No date: the end is open or unknown.
  case none
  /// `2018-02-14`, `2018-02`, `2018`
  case day, month, year
  /// `2001-21`: spring, by either reckoning of its ends.
  case season
  /// `2004-06-XX`
  case someDay
  /// `2004-XX`
  case someMonth
  /// `2004-XX-XX`
  case someDayOfYear
  /// `201X`
  case someYearOfDecade
  /// `20XX`
  case someYearOfCentury

  /// Whether the language has a form for it: a year, a month, a day or no date at all.
  var isPlain: Bool { self == .none || self == .day || self == .month || self == .year }

  /// How a policy pads an approximate date: by so many months, or days.
  func padding(_ pad: Int) -> (months: Int, days: Int) {
    switch self {
    case .none: (0, 0)
    case .day, .someDay: (0, pad)
    case .month, .someMonth, .someDayOfYear: (pad, 0)
    case .season: (pad * 3, 0)
    case .year, .someYearOfDecade, .someYearOfCentury: (pad * 12, 0)
    }
  }
}
