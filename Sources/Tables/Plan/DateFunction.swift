/// Functions of dates.
public enum DateFunction: String, Sendable, CaseIterable {
  /// One date: a whole number.
  case year, month, day, quarter
  /// One date: 1 for Monday to 7 for Sunday.
  case weekday
  /// One date: the first day of its year or of its month.
  case startOfYear, startOfMonth
  /// Year, month and day; the latter two may be left out. Missing where there is no such day.
  case fromParts
}
