public import Evidence

extension Casebook {
  /// All claims about one thing of which there are several, in the order of their first claims in the files. Deprecated claims and
  /// derived figures are left out. Reads what has not been read.
  public func claimSets(policies: Policies = Policies()) -> [ClaimSet] {
    var lists: [[ClaimID]] = []
    var listBySubject: [UInt64: Int] = [:]
    for id in allClaims() where !isDeprecated(id) {
      let claim = self[id]
      if case .derived = claim.value { continue }
      let subject = Self.subject(claim.entity, claim.property)
      let list = listBySubject[subject] ?? lists.count
      if list == lists.count { lists.append([]) }
      listBySubject[subject] = list
      lists[list].append(id)
    }
    return lists.filter { $0.count > 1 }.flatMap { grouped($0) }.filter { $0.count > 1 }.map { claimSet($0, policies: policies) }
  }

  /// What claims must share to be about one thing, besides entity and property.
  private struct Subject: Hashable {
    var status: Status
    var days: DayRange?
    var scope: String?
    var extreme: Extreme?
    /// Of a property that may have many values at once, the value itself: one value does not speak against another.
    var value: ClaimValue?
  }

  /// Parts claims about one property of one entity by what they are about, keeping their order. Derived figures stand alone.
  func grouped(_ claims: [ClaimID]) -> [[ClaimID]] {
    var groups: [[ClaimID]] = []
    var groupBySubject: [Subject: Int] = [:]
    for id in claims {
      let claim = self[id]
      if case .derived = claim.value {
        groups.append([id])
        continue
      }
      var subject = Subject(
        status: claim.status, days: time(of: claim).flatMap(DayRange.init), scope: claim.details?.scope,
        extreme: claim.value.extreme)
      if self[claim.property].allowsMany, !self[claim.property].isQuantity { subject.value = claim.value }
      let group = groupBySubject[subject] ?? groups.count
      if group == groups.count { groups.append([]) }
      groupBySubject[subject] = group
      groups[group].append(id)
    }
    return groups
  }

  /// Sets claims about one thing against each other.
  func claimSet(_ claims: [ClaimID], policies: Policies) -> ClaimSet {
    ClaimSet(claims: claims, agreement: agreement(claims, policies: policies), hull: hull(claims, policies: policies))
  }
}
