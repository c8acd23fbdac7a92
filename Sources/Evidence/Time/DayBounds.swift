/// Between which days something lies, both included.
public struct DayBounds: Hashable, Sendable {
  /// The first day that is possible.
  public let earliest: Day
  /// The last day that is possible.
  public let latest: Day

  /// Days in the wrong order are swapped.
  public init(_ earliest: Day, _ latest: Day) {
    self.earliest = min(earliest, latest)
    self.latest = max(earliest, latest)
  }

  /// A day that is known.
  init(_ day: Day) { self.init(day, day) }

  /// Whether the day itself is known.
  public var isExact: Bool { earliest == latest }
}
