/// How far quantities that are stated of one thing agree.
public enum QuantityAgreement: Hashable, Sendable {
  /// Each pair is the same, or one keeps within the bounds of the other and prints no other best figure.
  case agree
  /// All may be true, but they are not the same.
  case differ
  /// Two of them cannot both be true.
  case conflict
  /// They measure different things.
  case notComparable
}

extension Quantity {
  /// The smallest range that holds all of them, in the unit in which all can be given. It has a best figure only if all print the same.
  /// Nil for none, and where they measure different things.
  public static func hull(_ quantities: [Quantity]) -> Quantity? {
    guard let all = inOneUnit(quantities), let first = all.first else { return nil }
    return all.dropFirst().reduce(first) { hull, next in
      let bounds = hull.bounds.hull(next.bounds)
      let hard = hull.hardBounds.hull(next.hardBounds)
      let best = hull.best == next.best ? hull.best : nil
      return Quantity(
        bounds, lowIsSoft: hard.low != bounds.low, highIsSoft: hard.high != bounds.high, best: best, unit: hull.unit,
        precision: Precision.ofRange(hull.precision, next.precision, value: best ?? bounds.typicalValue))
    }
  }

  /// How far they agree; one alone agrees with itself.
  public static func agreement(among quantities: [Quantity]) -> QuantityAgreement {
    guard let all = inOneUnit(quantities) else { return .notComparable }
    var agreement = QuantityAgreement.agree
    for (index, one) in all.enumerated() {
      for other in all.dropFirst(index + 1) {
        if one.bounds.compare(.equal, other.bounds) == .no { return .conflict }
        if !one.agrees(with: other) { agreement = .differ }
      }
    }
    return agreement
  }

  private func agrees(with other: Quantity) -> Bool {
    if let best, let theirs = other.best, Bounds.order(best, theirs) != 0 { return false }
    return bounds.contains(other.bounds) || other.bounds.contains(bounds)
  }

  private static func inOneUnit(_ quantities: [Quantity]) -> [Quantity]? {
    guard var unit = quantities.first?.unit else { return quantities }
    for quantity in quantities.dropFirst() {
      guard let met = unit.meeting(quantity.unit) else { return nil }
      unit = met
    }
    var result: [Quantity] = []
    for quantity in quantities {
      guard let given = try? quantity.given(in: unit) else { return nil }
      result.append(given)
    }
    return result
  }
}
