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
      guard list.count > 1, mayShareSubject(list) else { return }
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

  /// Whether any two of some claims are of one status and time, without which they are not about one thing: most lists end here.
  private func mayShareSubject(_ list: [ClaimID]) -> Bool {
    guard list.count <= 24 else { return true }
    var known: [(status: Status, days: DayRange?)] = []
    known.reserveCapacity(list.count)
    for id in list {
      let status = claims[id.index].status
      let days = time(of: claims[id.index]).flatMap(DayRange.init)
      if known.contains(where: { $0.status == status && $0.days == days }) { return true }
      known.append((status, days))
    }
    return false
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
    // A few subjects are compared sooner than hashed.
    let areFew = claims.count <= 24
    var subjects: [(subject: Subject, group: Int)] = []
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
      let known = areFew ? subjects.first { $0.subject == subject }?.group : groupBySubject[subject]
      if let known {
        groups[known].append(id)
        continue
      }
      if areFew { subjects.append((subject, groups.count)) } else { groupBySubject[subject] = groups.count }
      groups.append([id])
    }
    return groups
  }

  /// Sets claims about one thing against each other.
  func claimSet(_ claims: [ClaimID], policies: Policies) -> ClaimSet {
    ClaimSet(claims: claims, agreement: agreement(claims, policies: policies), hull: hull(claims, policies: policies))
  }
}
