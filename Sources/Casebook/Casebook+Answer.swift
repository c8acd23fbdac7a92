public import Evidence

extension Casebook {
  /// What the claims say to a question.
  ///
  /// A claim answers if it has the wanted status, is not withdrawn, was not said only later, and its time fits:
  /// - `during` and `over`: it held, or happened, then; where that is only possible, the claim is marked.
  /// - `asOf`: of those that began by then, the latest from each independent origin (see `origins`), separately for each scope.
  ///   "Latest" is what reached farthest towards that time, then what began last.
  /// - `any`: always.
  ///
  /// A claim without a time answers `any`. It answers `during` and `asOf`, marked, where its value is no quantity; a quantity changes
  /// with time, so there it is listed apart, as in every series.
  public func answer(_ query: Query, policies: Policies = Policies()) -> ClaimAnswer {
    var selection = select(query, policies)
    var answer = ClaimAnswer()
    if selection.fitting.isEmpty {
      answer.nearest = selection.nearest(to: query.time)
      answer.relatedByProperty = self[query.property].seeAlso.flatMap { property in
        var related = query
        related.property = property
        return select(related, policies).fitting.map(\.claim)
      }
    }
    var sets = grouped(selection.fitting.map(\.claim))
    switch query.resolver {
    case nil: break
    case .each: sets = selection.fitting.map { [$0.claim] }
    case .preferred: sets = resolve(sets, query, leftOut: &selection.hidden) { claims in claims.filter { self[$0].isPreferred } }
    case .latestStated: sets = resolve(sets, query, leftOut: &selection.hidden, latestStated)
    }
    let kept = Set(sets.joined())
    selection.fitting.removeAll { !kept.contains($0.claim) }
    answer.claims = selection.fitting.map(\.claim)
    answer.marks = selection.fitting.map(\.marks)
    answer.undated = selection.undated
    answer.hidden = selection.hidden
    answer.otherStatus = selection.otherStatus
    answer.sets = sets.map { claimSet($0, policies: policies) }
    answer.relation = relation(of: answer)
    return answer
  }

  private func relation(of answer: ClaimAnswer) -> ClaimRelation {
    switch answer.claims.count {
    case 0: return .nothing
    case 1: return .one
    default: return answer.sets.count == 1 ? .claimSet(answer.sets[0].agreement) : .several
    }
  }

  /// Chooses within each set, or, of the answers to `asOf`, which may be of different dates, among all; where nothing is chosen, all
  /// are kept.
  private func resolve(
    _ sets: [[ClaimID]], _ query: Query, leftOut: inout [HiddenClaim], _ choose: ([ClaimID]) -> [ClaimID]
  ) -> [[ClaimID]] {
    var chosen: Set<ClaimID> = []
    var groups = sets
    if case .asOf = query.time { groups = [Array(sets.joined())] }
    for group in groups {
      let best = choose(group)
      chosen.formUnion(best.isEmpty ? group : best)
    }
    for claim in sets.joined() where !chosen.contains(claim) { leftOut.append(HiddenClaim(claim: claim, reason: .notChosen)) }
    return sets.map { $0.filter(chosen.contains) }.filter { !$0.isEmpty }
  }

  /// The claims whose latest source was published last; none where no source has a date.
  private func latestStated(_ claims: [ClaimID]) -> [ClaimID] {
    let dated = claims.compactMap { claim in
      stored(self[claim]).compactMap { self[$0.source].published.flatMap(DayRange.init)?.last }.max().map { (claim, $0) }
    }
    let latest = dated.map(\.1).max()
    return dated.filter { $0.1 == latest }.map(\.0)
  }
}
