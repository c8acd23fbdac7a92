import Evidence

/// What a row is ordered by: bounds where it is a figure or a time, letters where it is a text, nothing where it is missing.
struct SortKey {
  enum Content {
    /// `point` is best, else low, else high: what the order of printing goes by.
    case bounds(low: Double, high: Double, point: Double)
    case letters(String)
    case missing
  }
  var content: Content
  var isDescending: Bool

  init(_ content: Content, isDescending: Bool) {
    self.content = content
    self.isDescending = isDescending
  }

  /// How a row stands to another in the order that was asked for.
  enum Standing { case surelyBefore, perhapsBefore, level, perhapsAfter, surelyAfter }

  /// Missing keys come last whichever way is sorted.
  func standing(before other: SortKey) -> Standing {
    switch (content, other.content) {
    case (.missing, .missing): return .level
    case (.missing, _): return .surelyAfter
    case (_, .missing): return .surelyBefore
    case (.letters(let mine), .letters(let theirs)):
      if mine == theirs { return .level }
      return (mine < theirs) != isDescending ? .surelyBefore : .surelyAfter
    case (.bounds(let low, let high, let point), .bounds(let otherLow, let otherHigh, let otherPoint)):
      if low == high, otherLow == otherHigh, low == otherLow { return .level }
      if high < otherLow { return isDescending ? .surelyAfter : .surelyBefore }
      if low > otherHigh { return isDescending ? .surelyBefore : .surelyAfter }
      return (point < otherPoint) != isDescending ? .perhapsBefore : .perhapsAfter
    case (.letters, .bounds): return .surelyAfter
    case (.bounds, .letters): return .surelyBefore
    }
  }

  /// Keys in order of weight: the first that is not level decides.
  static func standing(_ keys: [SortKey], before others: [SortKey]) -> Standing {
    for (mine, theirs) in zip(keys, others) {
      let standing = mine.standing(before: theirs)
      if standing != .level { return standing }
    }
    return .level
  }

  /// Whether a row is printed before another: by what its keys most likely are. Nil where they don't say.
  static func precedes(_ keys: [SortKey], _ others: [SortKey]) -> Bool? {
    for (mine, theirs) in zip(keys, others) {
      switch (mine.content, theirs.content) {
      case (.bounds(_, _, let point), .bounds(_, _, let otherPoint)):
        if point != otherPoint { return (point < otherPoint) != mine.isDescending }
      default:
        switch mine.standing(before: theirs) {
        case .surelyBefore, .perhapsBefore: return true
        case .surelyAfter, .perhapsAfter: return false
        case .level: continue
        }
      }
    }
    return nil
  }
}
