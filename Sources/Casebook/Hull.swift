import Evidence

extension Assertions {
  func agreementOfNumbers(policies: Policies) -> Agreement {
    let quantities = numbers.map { $0.0.quantity(unit: $0.1, isCount: $0.1.isCount, policies: policies) }
    switch Quantity.agreement(among: quantities) {
    case .agree: return .agree
    case .differ: return .differ
    case .conflict: return .conflict
    case .notComparable: return .notComparable
    }
  }
}
extension Casebook {
  func hull(_ claims: [ClaimID], policies: Policies) -> Quantity? {
    Quantity.hull(claims.compactMap { claim in
      if case .number(let number, let unit) = self[claim].value { number.quantity(unit: unit, isCount: unit.isCount, policies: policies) } else { nil }
    })
  }
}
func holds(_ time: TimeSpan, in span: TimeSpan, _ meaning: TimeMeaning) -> Verdict.Truth {
  time.overlaps(span).truth
}
extension ClaimValue {
  var extreme: Extreme? {
    guard case .number(let number, _) = self else { return nil }
    return number.extreme
  }
  var time: TimeSpan? { if case .time(let time) = self { time } else { nil } }
}
extension DayRange {
  init?(_ span: TimeSpan) {
    if span.isUnknown { return nil }
    first = span.start.earliest.number; begunBy = span.start.latest.number; last = span.end.latest.number }
}
