/// Several comparisons of one quantity, taken together.
extension Quantity {
  /// Whether a condition on this quantity holds in all worlds, in none or in some. The condition may only compare it with the constants:
  /// between two of them it is then the same everywhere, so it is enough to look at the constants, the ends and one point between each.
  ///
  /// Kleene's `and` and `or` take comparisons one by one and forget that they speak of one thing: of a quantity from 3 to 8, `x > 5 or
  /// x <= 5` would be open. Here it holds.
  public func judge(
    against constants: [Quantity], _ policies: Policies, _ holds: (Quantity) throws(ArithmeticError) -> Bool
  ) throws(ArithmeticError) -> Verdict {
    var values: [Double] = []
    for constant in constants {
      let given = try constant.converted(to: unit)
      values += [given.low, given.high].filter(\.isFinite)
    }
    let truth = try truth(of: bounds, values, holds)
    guard truth != .maybe, isSoft else { return Verdict(truth) }
    return Verdict(truth, withoutSoftBounds: try self.truth(of: hardBounds, values, holds), policy: .about, policies)
  }

  private func truth(
    of bounds: Bounds, _ values: [Double], _ holds: (Quantity) throws(ArithmeticError) -> Bool
  ) throws(ArithmeticError) -> Verdict.Truth {
    var found: Set<Bool> = []
    for point in Self.points(of: bounds, values) {
      found.insert(try holds(Quantity(low: point, high: point, unit: unit)))
      if found.count > 1 { return .maybe }
    }
    return found == [true] ? .yes : found == [false] ? .no : .maybe
  }

  /// The ends that belong to it, the values within it, and a point between each two neighbours and beyond the last where it has no end.
  private static func points(of bounds: Bounds, _ values: [Double]) -> [Double] {
    let inner = Set(values.filter { $0 > bounds.low && $0 < bounds.high })
    var marks = inner
    if bounds.low.isFinite { marks.insert(bounds.low) }
    if bounds.high.isFinite { marks.insert(bounds.high) }
    let sorted = marks.sorted()
    guard let first = sorted.first, let last = sorted.last else { return [0] }
    var points = zip(sorted, sorted.dropFirst()).map { $0 + ($1 - $0) / 2 }
    points += inner
    if bounds.low.isFinite, !bounds.lowIsOpen { points.append(bounds.low) }
    if bounds.high.isFinite, !bounds.highIsOpen { points.append(bounds.high) }
    if !bounds.low.isFinite { points.append(first - max(1, abs(first))) }
    if !bounds.high.isFinite { points.append(last + max(1, abs(last))) }
    return points
  }
}
