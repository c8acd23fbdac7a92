/// Between which days something lies, both included.
public struct DayBounds: Hashable, Sendable {
  public let earliest: Day
  public let latest: Day

  /// Days in the wrong order are swapped.
  public init(_ earliest: Day, _ latest: Day) {
    self.earliest = min(earliest, latest)
    self.latest = max(earliest, latest)
  }

  init(_ day: Day) { self.init(day, day) }

  /// Whether the day itself is known.
  public var isExact: Bool { earliest == latest }
}
