/// How times stand to each other. Where a verdict rests on how far an approximate or uncertain time may lie off, it is starred.
extension TimeSpan {
  /// Whether the two share a day.
  public func overlaps(_ other: TimeSpan, _ policies: Policies = Policies()) -> Verdict {
    verdict(other, policies) { one, other in
      if one.start.latest <= other.end.earliest, other.start.latest <= one.end.earliest { return .yes }
      return one.start.earliest > other.end.latest || other.start.earliest > one.end.latest ? .no : .maybe
    }
  }

  /// Whether every day of this is a day of the other.
  public func within(_ other: TimeSpan, _ policies: Policies = Policies()) -> Verdict {
    verdict(other, policies) { $0.within($1) }
  }

  /// Whether this ends before the other begins.
  public func isBefore(_ other: TimeSpan, _ policies: Policies = Policies()) -> Verdict {
    verdict(other, policies) { $0.isBefore($1) }
  }

  /// Whether this begins after the other ends.
  public func isAfter(_ other: TimeSpan, _ policies: Policies = Policies()) -> Verdict { other.isBefore(self, policies) }

  /// Whether this ends before the other begins, whatever the policies.
  public func isSurelyBefore(_ other: TimeSpan) -> Bool {
    let verdict = isBefore(other)
    return verdict.truth == .yes && !verdict.restsOnSoftBound
  }

  /// Compares times as a reader does: `<` and `>` are before and after; a time is equal to one in which it surely lies (14 February 2018 =
  /// 2018); it is no later than another that ends no sooner (14 February 2018 <= 2018), and no earlier than another that begins no later.
  /// Where two times overlap, which of them is the earlier may be open: 2018 > 14 February 2018 is a maybe.
  public func compare(_ sign: ComparisonOperator, _ other: TimeSpan, _ policies: Policies = Policies()) -> Verdict {
    switch sign {
    case .less: verdict(other, policies) { $0.precedes($1) }
    case .greaterOrEqual: verdict(other, policies) { $0.precedes($1).negated }
    case .greater: verdict(other, policies) { $0.follows($1) }
    case .lessOrEqual: verdict(other, policies) { $0.follows($1).negated }
    case .equal: verdict(other, policies) { $0.lies(in: $1) }
    case .notEqual: verdict(other, policies) { $0.lies(in: $1).negated }
    }
  }

  /// Days between the nearest days that the two may touch; 0 where they may overlap, nil where nothing is known of one of them.
  public func distance(to other: TimeSpan) -> Int? {
    guard !isUnknown, !other.isUnknown else { return nil }
    if end.latest < other.start.earliest { return other.start.earliest.number - end.latest.number }
    if other.end.latest < start.earliest { return start.earliest.number - other.end.latest.number }
    return 0
  }

  /// Calendar years between the nearest years that the two may touch; 0 where they may share one, nil where nothing is known of one.
  public func yearsApart(from other: TimeSpan) -> Int? {
    guard let days = distance(to: other) else { return nil }
    if days == 0 { return 0 }
    let (earlier, later) = end.latest < other.start.earliest ? (self, other) : (other, self)
    return later.start.earliest.date.year - earlier.end.latest.date.year
  }

  // MARK: Under a policy

  /// The days between which a span began and ended, under a policy or without any.
  private struct Extent {
    var start: DayBounds
    var end: DayBounds

    func within(_ other: Extent) -> Verdict.Truth {
      if other.start.latest <= start.earliest, end.latest <= other.end.earliest { return .yes }
      return start.latest < other.start.earliest || end.earliest > other.end.latest ? .no : .maybe
    }

    func isBefore(_ other: Extent) -> Verdict.Truth {
      if end.latest < other.start.earliest { return .yes }
      return end.earliest >= other.start.latest ? .no : .maybe
    }

    func precedes(_ other: Extent) -> Verdict.Truth {
      if end.latest < other.start.earliest { return .yes }
      return start.earliest >= other.start.latest ? .no : .maybe
    }

    func follows(_ other: Extent) -> Verdict.Truth {
      if other.end.latest < start.earliest { return .yes }
      return end.latest <= other.end.earliest ? .no : .maybe
    }

    func lies(in other: Extent) -> Verdict.Truth {
      if start.earliest > other.end.latest || other.start.earliest > end.latest { return .no }
      return within(other) == .yes ? .yes : .maybe
    }
  }

  private func verdict(_ other: TimeSpan, _ policies: Policies, _ relation: (Extent, Extent) -> Verdict.Truth) -> Verdict {
    guard shape.isHedged || other.shape.isHedged else {
      return Verdict(relation(Extent(start: start, end: end), Extent(start: other.start, end: other.end)))
    }
    let truth = relation(extent(padding: policies.circaPad), other.extent(padding: policies.circaPad))
    let hard = relation(extent(padding: nil), other.extent(padding: nil))
    return Verdict(truth, withoutSoftBounds: hard, policy: .circa, policies)
  }

  /// With approximate and uncertain ends moved out by a policy; without one, such an end may lie anywhere.
  private func extent(padding: Int?) -> Extent {
    var extent = Extent(start: start, end: end)
    if shape.startIsApproximate || shape.startIsUncertain {
      extent.start = Self.padded(start, shape.startResolution, padding)
    }
    if shape.endIsApproximate || shape.endIsUncertain {
      extent.end = Self.padded(end, shape.endResolution, padding)
    }
    return extent
  }

  private static func padded(_ bounds: DayBounds, _ resolution: TimeResolution, _ padding: Int?) -> DayBounds {
    guard let padding else { return DayBounds(.distantPast, .distantFuture) }
    let (months, days) = resolution.padding(padding)
    return DayBounds(bounds.earliest.moved(months: -months, days: -days), bounds.latest.moved(months: months, days: days))
  }
}

extension Day {
  /// So many months and days later, at the end of a month where the day doesn't exist or the month ended on this one.
  func moved(months: Int, days: Int) -> Day {
    guard isFinite else { return self }
    guard months != 0 else { return adding(days) }
    let (year, month, day) = date
    let count = year * 12 + month - 1 + months
    let newMonth = ((count % 12) + 12) % 12 + 1
    let newYear = (count - newMonth + 1) / 12
    let isLast = day == Day.length(ofMonth: month, year: year)
    return Day(clampedYear: newYear, month: newMonth, day: isLast ? 31 : day).adding(days)
  }
}
