import Evidence

/// The days that a time may touch at most, for putting times in order and for telling whether two are the same period.
struct DayRange: Hashable {
  /// The first day on which it may have begun.
  var first: Int
  /// The last day on which it may have ended.
  var last: Int

  /// Nil where nothing is known of the time.
  init?(_ time: TimeSpan) {
    guard !time.isUnknown else { return nil }
    first = time.start.earliest.number
    last = time.end.latest.number
  }

  /// How far it reaches towards a day by which it has begun, then how late it began: what is greater is the later news.
  func reach(by limit: Int) -> Reach { Reach(end: min(last, limit), start: first) }

  /// See `reach(by:)`.
  struct Reach: Comparable {
    /// The last day that it touches, or the day in question if it goes on.
    var end: Int
    /// The first day that it touches.
    var start: Int
    static func < (left: Reach, right: Reach) -> Bool { (left.end, left.start) < (right.end, right.start) }
  }
}

extension TimeSpan {
  /// Whether something that is dated by this time was so in another, which is asked for as a whole.
  func holds(in asked: TimeSpan, _ meaning: TimeMeaning, _ policies: Policies) -> Verdict.Truth {
    let touches = overlaps(asked.covering, policies).truth
    switch meaning {
    case .throughout: return touches
    case .within: return touches == .no ? .no : within(asked.covering, policies).truth == .yes ? .yes : .maybe
    }
  }

  /// All time up to its end; nil where nothing is known of it.
  var upToEnd: TimeSpan? { isUnknown ? nil : TimeSpan(from: nil, to: self) }
}
