public import Evidence

extension Casebook {
  /// All claims about one thing of which there are several, in the order of their first claims in the files. Deprecated claims and
  /// derived figures are left out. Of one entity, or of all; then it reads what has not been read.
  public func claimSets(of entity: EntityID? = nil, policies: Policies = Policies()) -> [ClaimSet] {
    let lists = entity.map { entity in
      knownProperties.map { property -> [ClaimID] in
        load(entity)
        return chainsBySubject[Self.subject(entity, property.id)].map { claimsBySubject[$0] } ?? []
      }
    }
    var sets: [ClaimSet] = []
    func add(_ list: [ClaimID]) {
      guard list.count > 1 else { return }
      let answering = list.filter { id in
        if case .derived = self[id].value { return false }
        return !isDeprecated(id)
      }
      guard answering.count > 1 else { return }
      for group in grouped(inReadingOrder(answering)) where group.count > 1 { sets.append(claimSet(group, policies: policies)) }
    }
    if let lists {
      for list in lists { add(list) }
    } else {
      loadAll()
      for chain in 0..<claimsBySubject.count where claimsBySubject.count(of: chain) > 1 { add(claimsBySubject[chain]) }
    }
    return sets.sorted { left, right in
      (self[left.claims[0]].place, left.claims[0]) < (self[right.claims[0]].place, right.claims[0])
    }
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
