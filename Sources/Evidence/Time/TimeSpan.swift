/// When something was: between which days it began and between which it ended, and how its source put that.
///
/// A single date stands for its whole length: `2017-12` begins on the 1st and ends on the 31st. Of an interval only the dates of its ends
/// are known: `2006-12/2018-11` begins some day of December 2006. An end may be open (`2018/..`: there is none) or unknown (`2018/`).
/// Twenty bytes, so that every claim can carry one.
public struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  /// Between which days it began.
  public let start: DayBounds
  /// Between which days it ended.
  public let end: DayBounds
  /// How it was written.
  let shape: TimeShape

  /// From the days of its ends, narrowed to those on which it ends no sooner than it begins.
  init(start: DayBounds, end: DayBounds, _ shape: TimeShape) {
    // What ends before a day began before it too.
    self.start = DayBounds(start.earliest, min(start.latest, max(end.latest, start.earliest)))
    self.end = DayBounds(max(end.earliest, min(start.earliest, end.latest)), end.latest)
    self.shape = shape
  }

  /// Nothing is known of when it was.
  public static let unknown = TimeSpan(
    start: DayBounds(.distantPast, .distantFuture), end: DayBounds(.distantPast, .distantFuture), TimeShape(.unknown))

  /// A year, month or day. A date that doesn't exist is `unknown`.
  public init(year: Int, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
    self = TimeSpan(checkedYear: year, month: month, day: day, isApproximate: isApproximate) ?? .unknown
  }

  /// A year, month or day; nil for a date that doesn't exist. Year 0 is 1 BC.
  public init?(checkedYear year: Int, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
    guard let first = Day(year: year, month: month ?? 1, day: day ?? 1), month != nil || day == nil else { return nil }
    let lastMonth = month ?? 12
    let last = Day(clampedYear: year, month: lastMonth, day: day ?? Day.length(ofMonth: lastMonth, year: year))
    let resolution = day != nil ? TimeResolution.day : month != nil ? .month : .year
    self.init(
      start: DayBounds(first), end: DayBounds(last),
      TimeShape(.date, resolution, resolution, startIsApproximate: isApproximate, endIsApproximate: isApproximate))
  }

  /// From the beginning of one time to the end of another. Where a side is nil the span is open there. Nil if it would surely end before
  /// it begins.
  public init?(from first: TimeSpan?, to last: TimeSpan?) {
    var shape = TimeShape(.interval)
    var start = DayBounds(.distantPast)
    var end = DayBounds(.distantFuture)
    if let first {
      // A date gives the days between which the span began; of an interval its own beginning is meant.
      start = DayBounds(first.start.earliest, first.isDate ? first.end.latest : first.start.latest)
      shape.startResolution = first.shape.startResolution
      shape.startIsApproximate = first.shape.startIsApproximate
      shape.startIsUncertain = first.shape.startIsUncertain
    }
    if let last {
      end = DayBounds(last.isDate ? last.start.earliest : last.end.earliest, last.end.latest)
      shape.endResolution = last.shape.endResolution
      shape.endIsApproximate = last.shape.endIsApproximate
      shape.endIsUncertain = last.shape.endIsUncertain
    }
    guard start.earliest <= end.latest else { return nil }
    self.init(start: start, end: end, shape)
  }

  /// Whether it is a single date, however finely given.
  var isDate: Bool { shape.kind == .date || shape.kind == .oneOf || shape.kind == .eitherOf }

  // MARK: Facts

  /// Whether nothing at all is known of when it was.
  public var isUnknown: Bool { self == .unknown }
  /// Whether it had no beginning, or has been since before anyone asked.
  public var startIsOpen: Bool { start.latest == .distantPast }
  /// Whether it goes on.
  public var endIsOpen: Bool { end.earliest == .distantFuture }
  /// Whether it is a span whose beginning nobody knows.
  public var startIsUnknown: Bool { !isDate && shape.startResolution == .none && !startIsOpen }
  /// Whether it is a span whose end nobody knows.
  public var endIsUnknown: Bool { !isDate && shape.endResolution == .none && !endIsOpen }
  /// Whether a source gives it as approximate, `~`.
  public var isApproximate: Bool { shape.startIsApproximate || shape.endIsApproximate }
  /// Whether a source gives it as uncertain, `?`.
  public var isUncertain: Bool { shape.startIsUncertain || shape.endIsUncertain }

  /// The first and last year that it may touch; nil where either is open or unknown.
  public var years: ClosedRange<Int>? {
    guard start.earliest.isFinite, end.latest.isFinite else { return nil }
    return start.earliest.date.year...end.latest.date.year
  }

  /// Whether it may touch a year.
  public func contains(year: Int) -> Bool {
    guard let whole = TimeSpan(checkedYear: year) else { return false }
    return start.earliest <= whole.end.latest && whole.start.earliest <= end.latest
  }

  /// The days between which it began, as numbers to sort by; infinite where they are open. Nil where nothing is known of it.
  public var startBounds: ClosedRange<Double>? {
    guard !isUnknown else { return nil }
    func number(_ day: Day) -> Double {
      day == .distantPast ? -.infinity : day == .distantFuture ? .infinity : Double(day.number)
    }
    return number(start.earliest)...number(start.latest)
  }

  /// All days that it may touch, as a span whose ends are known: what a question about `2006..2018` means, which asks for the whole of
  /// both years.
  public var covering: TimeSpan {
    guard !isUnknown else { return self }
    return TimeSpan(start: DayBounds(start.earliest), end: DayBounds(end.latest), shape)
  }

  /// What lies wholly before it; nil where its beginning is open or unknown.
  public var before: TimeSpan? {
    guard start.earliest.isFinite else { return nil }
    return Self.interval(to: start.earliest.adding(-1))
  }

  /// What lies wholly after it; nil where its end is open or unknown.
  public var after: TimeSpan? {
    guard end.latest.isFinite else { return nil }
    let day = end.latest.adding(1)
    return TimeSpan(
      start: DayBounds(day), end: DayBounds(.distantFuture), TimeShape(.interval, .day, .none))
  }

  /// What lies after its first day; nil where its beginning is open or unknown.
  public var afterBeginning: TimeSpan? {
    guard start.latest.isFinite else { return nil }
    return TimeSpan(
      start: DayBounds(start.latest.adding(1)), end: DayBounds(.distantFuture), TimeShape(.interval, .day, .none))
  }

  private static func interval(to day: Day) -> TimeSpan {
    TimeSpan(start: DayBounds(.distantPast), end: DayBounds(day), TimeShape(.interval, .none, .day))
  }
}
