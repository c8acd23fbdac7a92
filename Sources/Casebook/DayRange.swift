import Evidence

/// The days that a time may touch at most, for putting times in order: what is open or unknown at an end reaches to the end of days.
struct DayRange: Hashable {
  /// The first day on which it may have begun.
  var first: Int
  /// The last day on which it may have begun.
  var begunBy: Int
  /// The last day on which it may have ended.
  var last: Int

  /// Days between the two; none where they touch.
  func distance(to other: DayRange) -> Int {
    if last < other.first { return other.first - last }
    if other.last < first { return first - other.last }
    return 0
  }

  /// How far it reaches towards a day by which it has begun, then how late it began: what is greater is the later news.
  func reach(by limit: Int) -> Reach { Reach(end: min(last, limit), start: first) }

  struct Reach: Comparable {
    var end: Int
    var start: Int
    static func < (left: Reach, right: Reach) -> Bool { (left.end, left.start) < (right.end, right.start) }
  }
}
