import Evidence

extension Casebook {
  /// Every text that holds the words next to each other, case, accents and punctuation aside: titles first, then what claims say, their
  /// scope, caveats, wording and documentation. The last word may be the beginning of one; texts that have it whole come before those that
  /// don't. Equals stand in the order of the files.
  ///
  /// Reads what has not been read; takes time in proportion to all texts.
  public func search(_ words: String) -> [SearchHit] {
    guard var finder = PhraseFinder(words) else { return [] }
    loadAll()
    var hits: [(rank: Int, hit: SearchHit)] = []
    func look(in text: String, _ entity: EntityID, _ claim: ClaimID?) {
      guard let place = finder.find(in: text) else { return }
      let hit = SearchHit(entity: entity, claim: claim, text: text, place: place, wordCount: finder.wordCount)
      hits.append(((claim == nil ? 0 : 2) + (place.isWhole ? 0 : 1), hit))
    }
    for entity in entities { look(in: entity.title, entity.id, nil) }
    for claim in claims {
      if case .text(let said) = claim.value {
        for text in said { look(in: text, claim.entity, claim.id) }
      }
      guard let details = claim.details else { continue }
      if let scope = details.scope { look(in: scope, claim.entity, claim.id) }
      if let words = details.words { look(in: words, claim.entity, claim.id) }
      for caveat in details.caveats { look(in: caveat, claim.entity, claim.id) }
      if let reason = details.deprecatedBecause { look(in: reason, claim.entity, claim.id) }
      if let note = details.documentation { look(in: note, claim.entity, claim.id) }
    }
    return hits.enumerated().sorted { left, right in
      (left.element.rank, place(of: left.element.hit), left.offset) < (
        right.element.rank, place(of: right.element.hit), right.offset
      )
    }.map(\.element.hit)
  }

  /// Where a hit stands in the files.
  private func place(of hit: SearchHit) -> TextRange { hit.claim.map { self[$0].place } ?? self[hit.entity].declaration }
}
