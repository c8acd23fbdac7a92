public import Evidence
import Names

extension Casebook {
  /// What is doubtful in the casebook as it stands: first claims in the order of the files, then cycles of transitive properties, then
  /// sources that relay each other. Reads what has not been read; takes time in proportion to claims, ties and sources.
  public func problems(policies: Policies = Policies()) -> [Problem] {
    allClaims().flatMap { problems(of: $0, policies) } + tieCycles() + sourceCycles()
  }

  private func problems(of id: ClaimID, _ policies: Policies) -> [Problem] {
    let claim = self[id]
    if case .derived = claim.value { return [] }
    let citations = stored(claim)
    guard !citations.isEmpty else { return [Problem(kind: .noSource, claims: [id])] }
    var problems: [Problem] = []
    let unplaced = citations.filter { $0.locator == nil }.map(\.source)
    if !unplaced.isEmpty { problems.append(Problem(kind: .noLocator, claims: [id], sources: unplaced)) }
    let support = claim.details?.supportedBy ?? []
    let bases = (support.isEmpty ? citations : support).map(\.source)
    if claim.status == .actual, let time = time(of: claim), bases.allSatisfy({ isPublished($0, before: time, policies) }) {
      problems.append(Problem(kind: .supportOlderThanClaim, claims: [id], sources: bases))
    }
    return problems
  }

  /// Whether a source was published before a time began.
  private func isPublished(_ source: SourceID, before time: TimeSpan, _ policies: Policies) -> Bool {
    self[source].published?.isBefore(time, policies).truth == .yes
  }

  private func tieCycles() -> [Problem] {
    properties.filter(\.isTransitive).flatMap { property -> [Problem] in
      let opposites = opposites(of: property.id)
      // A relation and its inverse have the same cycles; they are reported once.
      guard !opposites.contains(where: { $0 < property.id && self[$0].isTransitive }) else { return [] }
      var edges = [[Int]](repeating: [], count: entities.count)
      var stated: [(claim: ClaimID, from: Int, to: Int)] = []
      for claim in claims where !isDeprecated(claim.id) {
        let isForward = claim.property == property.id
        guard isForward || opposites.contains(claim.property), case .entities(let others) = claim.value else { continue }
        for other in others {
          let (from, to) = isForward ? (claim.entity, other) : (other, claim.entity)
          edges[from.index].append(to.index)
          stated.append((claim.id, from.index, to.index))
        }
      }
      var groupOf: [Int: Int] = [:]
      let groups = cycles(in: edges)
      for (number, group) in groups.enumerated() {
        for member in group { groupOf[member] = number }
      }
      var within = [[ClaimID]](repeating: [], count: groups.count)
      for tie in stated {
        if let group = groupOf[tie.from], group == groupOf[tie.to], within[group].last != tie.claim {
          within[group].append(tie.claim)
        }
      }
      return zip(groups, within).map { group, claims in
        Problem(kind: .cycle(property.id), claims: inReadingOrder(claims), entities: group.map(EntityID.init))
      }
    }
  }

  private func sourceCycles() -> [Problem] {
    let edges = sources.map { $0.relays.compactMap { sourcesByName[foldName($0)]?.index } }
    return cycles(in: edges).map { Problem(kind: .sourceCycle, sources: $0.map(SourceID.init)) }
  }
}
