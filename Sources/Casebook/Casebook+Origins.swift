import Evidence
import Names

extension Casebook {
  /// The independent origins of some claims, in the order of the claims.
  ///
  /// A source that relays others is traced to those that relay none, so documents that repeat one another count once. A document that
  /// relays several is no origin of its own beside any of them; alone, it makes one origin with all of them. A claim that two
  /// independent sources state stands under both. Claims without a source make up one origin without sources.
  public func origins(of claims: [ClaimID]) -> [Origin] {
    var origins: [Origin] = []
    var originByRoot: [SourceID: Int] = [:]
    func note(_ claim: ClaimID, in origin: Int) {
      if origins[origin].claims.last != claim { origins[origin].claims.append(claim) }
    }

    var unsourced: [ClaimID] = []
    var relaying: [(claim: ClaimID, roots: [SourceID])] = []
    for claim in claims {
      let roots = stored(self[claim]).map { self.roots(of: $0.source) }
      if roots.isEmpty { unsourced.append(claim) }
      for roots in roots {
        guard let root = roots.first, roots.count == 1 else {
          relaying.append((claim, roots))
          continue
        }
        let origin = originByRoot[root] ?? origins.count
        if origin == origins.count { origins.append(Origin(sources: [root], claims: [])) }
        originByRoot[root] = origin
        note(claim, in: origin)
      }
    }

    var merging: [SourceID: SourceID] = [:]
    func leader(of root: SourceID) -> SourceID {
      var current = root
      while let next = merging[current], next != current { current = next }
      var here = root
      while here != current {
        let next = merging[here] ?? current
        merging[here] = current
        here = next
      }
      return current
    }
    let alone = relaying.filter { item in !item.roots.contains { originByRoot[$0] != nil } }
    for item in relaying {
      for origin in Set(item.roots.compactMap { originByRoot[$0] }).sorted() { note(item.claim, in: origin) }
    }
    for item in alone {
      for root in item.roots.dropFirst() { merging[leader(of: root)] = leader(of: item.roots[0]) }
    }
    var originByLeader: [SourceID: Int] = [:]
    for item in alone {
      let leader = leader(of: item.roots[0])
      let origin = originByLeader[leader] ?? origins.count
      if origin == origins.count { origins.append(Origin(sources: [], claims: [])) }
      originByLeader[leader] = origin
      origins[origin].sources = Set(origins[origin].sources + item.roots).sorted()
      note(item.claim, in: origin)
    }
    if !unsourced.isEmpty { origins.append(Origin(sources: [], claims: unsourced)) }
    let place = Dictionary(claims.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return origins.map { origin in
      Origin(sources: origin.sources, claims: origin.claims.sorted { (place[$0] ?? 0) < (place[$1] ?? 0) })
    }.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.claims.first.flatMap { place[$0] } ?? 0, right.element.claims.first.flatMap { place[$0] } ?? 0
      )
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }

  /// The sources that are reached from a source by what it relays and that relay none, itself if it relays none. In a circle of
  /// sources, the one that was declared first.
  func roots(of source: SourceID) -> [SourceID] {
    if originRoots.isEmpty { originRoots = [[SourceID]](repeating: [], count: sourceSlots.count) }
    if !originRoots[source.index].isEmpty { return originRoots[source.index] }
    var reached: [SourceID] = []
    var seen: Set<SourceID> = []
    var waiting = [source]
    var ends: [SourceID] = []
    while let current = waiting.popLast() {
      let relayed = self[current].relays.compactMap { sourcesByName[foldName($0)] }
      if relayed.isEmpty { ends.append(current) }
      for next in relayed where seen.insert(next).inserted {
        reached.append(next)
        waiting.append(next)
      }
    }
    let roots = ends.isEmpty ? reached.min().map { [$0] } ?? [source] : Set(ends).sorted()
    originRoots[source.index] = roots
    return roots
  }
}
