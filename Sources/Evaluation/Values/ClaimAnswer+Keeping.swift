import Casebook

extension ClaimAnswer {
  /// The answer with only some of its claims; how those stand to each other is as before.
  func keeping(_ wanted: [ClaimID]) -> ClaimAnswer {
    var kept = self
    kept.claims = []
    kept.marks = []
    for (claim, mark) in zip(claims, marks) where wanted.contains(claim) {
      kept.claims.append(claim)
      kept.marks.append(mark)
    }
    kept.sets = sets.compactMap { set in
      let left = set.claims.filter(wanted.contains)
      if left.isEmpty { return nil }
      if left.count == set.claims.count { return set }
      var rest = set
      rest.claims = left
      rest.hull = nil
      if left.count == 1 { rest.agreement = .single }
      return rest
    }
    switch kept.claims.count {
    case 0: kept.relation = .nothing
    case 1: kept.relation = .one
    default: kept.relation = kept.sets.count == 1 ? .claimSet(kept.sets[0].agreement) : .several
    }
    return kept
  }

  /// Adds what other entities' claims say to the same question.
  mutating func join(_ others: [ClaimAnswer]) {
    for other in others where !other.claims.isEmpty {
      claims += other.claims
      marks += other.marks
      sets += other.sets
    }
    guard let first = claims.first else { return }
    nearest = nil
    relatedByProperty = []
    relation = first == claims.last ? .one : sets.count == 1 ? .claimSet(sets[0].agreement) : .several
  }
}
