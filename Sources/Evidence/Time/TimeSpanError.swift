/// Why a text is no time, and where.
public struct TimeSpanError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no text.
    case empty
    /// Something else was expected: `a year of four digits`.
    case expected(String)
    /// A month that no year has.
    case noSuchMonth(Int)
    /// With the number of days that the month has.
    case noSuchDay(Int, of: Int)
    /// `Y170000002`, `Y-17E7`: years beyond 9999.
    case longYear
    /// `2018-02-14T10:00`
    case timeOfDay
    /// A form of EDTF's level 2, named.
    case levelTwo(String)
    /// The later side stands first.
    case endsBeforeItBegins
    /// A list of dates other than two, or of dates and ranges.
    case longList
  }

  /// What is wrong.
  public var reason: Reason
  /// Where in the text, in bytes.
  public var offset: Int

  /// One sentence without a full stop.
  public var message: String {
    switch reason {
    case .empty: "a time is expected, and there is none"
    case .expected(let what): "\(what) is expected here"
    case .noSuchMonth(let month): "there is no month \(month); months are 01 to 12, and 21 to 24 the seasons"
    case .noSuchDay(let day, let length): "there is no day \(day) in this month, which has \(length) days"
    case .longYear: "years are given in four digits; those beyond 9999 are not supported"
    case .timeOfDay: "a time is given to the day; times of day are not supported"
    case .levelTwo(let form): "\(form) belongs to level 2 of EDTF; only level 1 is supported"
    case .endsBeforeItBegins: "this time ends before it begins"
    case .longList: "a list of dates holds two, or a range: `[2014,2016]`, `[2014..2016]`"
    }
  }
}
