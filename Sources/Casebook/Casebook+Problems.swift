public import Evidence
import Names

extension Casebook {
  /// What is doubtful in the casebook as it stands: first claims in the order of the files, then claims that were made twice, cycles of transitive
  /// properties, and sources that relay each other. Reads what has not been read; takes time in proportion to claims, ties and sources.
  public func problems(policies: Policies = Policies()) -> [Problem] {
    let all = allClaims()
    return all.flatMap { problems(of: $0, policies) } + duplicates(among: all) + tieCycles() + sourceCycles(among: all)
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

  private func sourceCycles(among claims: [ClaimID]) -> [Problem] {
    var edges = sources.map { $0.relays.compactMap { sourcesByName[foldName($0)]?.index } }
    var passedOn: [(claim: ClaimID, from: Int, to: Int)] = []
    for id in claims where !isDeprecated(id) {
      let claim = self[id]
      for via in claim.details?.via ?? [] {
        for citation in stored(claim) {
          edges[via.index].append(citation.source.index)
          passedOn.append((id, via.index, citation.source.index))
        }
      }
    }
    let groups = cycles(in: edges)
    var groupOf: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      for member in group { groupOf[member] = number }
    }
    var within = [[ClaimID]](repeating: [], count: groups.count)
    for pass in passedOn {
      if let group = groupOf[pass.from], group == groupOf[pass.to], within[group].last != pass.claim {
        within[group].append(pass.claim)
      }
    }
    return zip(groups, within).map { Problem(kind: .sourceCycle, claims: $1, sources: $0.map(SourceID.init)) }
  }

  /// All that a claim says, and on whose word.
  private struct Saying: Hashable {
    var entity: EntityID
    var property: PropertyID
    var value: ClaimValue
    var status: Status
    var mode: Mode
    var time: TimeSpan?
    var timeEntity: EntityID?
    var scope: String?
    var citations: [ClaimCitation]
  }

  private func duplicates(among claims: [ClaimID]) -> [Problem] {
    var firsts: [Saying: ClaimID] = [:]
    var problems: [Problem] = []
    for id in claims where !isDeprecated(id) {
      let claim = self[id]
      if case .derived = claim.value { continue }
      let saying = Saying(
        entity: claim.entity, property: claim.property, value: claim.value, status: claim.status, mode: claim.mode,
        time: claim.time, timeEntity: claim.timeEntity, scope: claim.details?.scope, citations: stored(claim))
      if let first = firsts[saying] {
        problems.append(Problem(kind: .duplicate, claims: [first, id]))
      } else {
        firsts[saying] = id
      }
    }
    return problems
  }
}
