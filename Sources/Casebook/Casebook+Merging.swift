import Evidence

extension Casebook {
  /// The smallest range that holds what claims about one thing assert, with the best figure of the preferred ones if they have one. Nil
  /// where they assert no quantity, or quantities of different things. What is denied or derived takes no part.
  func hull(_ claims: [ClaimID], policies: Policies) -> Quantity? {
    let asserted = claims.map { self[$0] }.filter { $0.mode != .denied }
    guard let hull = Quantity.hull(asserted.compactMap { $0.value.quantity(policies: policies) }) else { return nil }
    let preferred = asserted.filter(\.isPreferred).compactMap { $0.value.quantity(policies: policies) }
    guard let best = Quantity.hull(preferred).flatMap({ try? $0.converted(to: hull.unit) })?.best else { return hull }
    return hull.with(best: best)
  }
}

extension ClaimValue {
  /// The number that a claim states, as far as it is known.
  func quantity(policies: Policies) -> Quantity? {
    guard case .number(let number, let unit) = self else { return nil }
    return number.quantity(unit: unit, policies: policies)
  }

  /// Which extreme of a varying quantity it is, if it is one.
  var extreme: Extreme? {
    guard case .number(let number, _) = self else { return nil }
    return number.extreme
  }

  /// The time that a claim gives as its value.
  var time: TimeSpan? {
    guard case .time(let time) = self else { return nil }
    return time
  }
}
