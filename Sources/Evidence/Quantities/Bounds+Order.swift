extension Bounds {
  /// How two ends stand to each other. Whole numbers are compared as they are; others count as equal if they are closer than 10⁻¹² of
  /// their size, so that the rounding of binary arithmetic decides nothing (0.1 + 0.2 is 0.3).
  static func order(_ one: Double, _ other: Double) -> Int {
    if one == other { return 0 }
    if one.isFinite, other.isFinite, !(one.isExactInteger && other.isExactInteger) {
      let size = Swift.max(one.magnitude, other.magnitude)
      if (one - other).magnitude <= size * 1e-12 { return 0 }
    }
    return one < other ? -1 : 1
  }

  /// Whether every value of this range is greater than every value of the other.
  func isSurelyGreater(than other: Bounds) -> Bool {
    let order = Self.order(low, other.high)
    return order > 0 || (order == 0 && (lowIsOpen || other.highIsOpen))
  }

  /// Whether no value of this range is less than any value of the other.
  func isSurelyAtLeast(_ other: Bounds) -> Bool { Self.order(low, other.high) >= 0 }

  /// Whether a comparison holds between all values of two ranges, between none, or between some.
  func compare(_ sign: ComparisonOperator, _ other: Bounds) -> Verdict.Truth {
    switch sign {
    case .greater: isSurelyGreater(than: other) ? .yes : other.isSurelyAtLeast(self) ? .no : .maybe
    case .less: other.compare(.greater, self)
    case .greaterOrEqual: other.compare(.greater, self).negated
    case .lessOrEqual: compare(.greater, other).negated
    case .equal: equals(other)
    case .notEqual: equals(other).negated
    }
  }

  private func equals(_ other: Bounds) -> Verdict.Truth {
    if isSurelyGreater(than: other) || other.isSurelyGreater(than: self) { return .no }
    return isPoint && other.isPoint ? .yes : .maybe
  }
}
