import Evidence

/// The claims about one property of one entity, sorted by how they stand to a question.
struct Selection {
  /// What answers.
  var fitting: [(claim: ClaimID, marks: ClaimMarks)] = []
  /// What would answer if its time were known.
  var undated: [ClaimID] = []
  /// What is left out, and why.
  var hidden: [HiddenClaim] = []
  /// What is said of other statuses.
  var otherStatus: [ClaimID] = []
  /// Dated claims that would answer at another time.
  var elsewhen: [(claim: ClaimID, time: TimeSpan)] = []

  /// The claim nearest in time to a question that has no answer; of several equally near, the first in order of time.
  func nearest(to question: TimeQuestion) -> ClaimID? {
    guard let asked = question.span else { return nil }
    var best: (claim: ClaimID, distance: Int)?
    for (claim, time) in elsewhen {
      guard let distance = time.distance(to: asked) else { continue }
      if distance < best?.distance ?? .max { best = (claim, distance) }
    }
    return best?.claim
  }
}

/// A claim that fits a question but for its time.
private struct Candidate {
  var claim: ClaimID
  var marks: ClaimMarks
  /// Nil where nothing is known of it.
  var time: TimeSpan?
}

extension Casebook {
  /// Sorts the claims about a question's property; the fitting ones stand in order of time, derived ones last.
  func select(_ query: Query, _ policies: Policies) -> Selection {
    var selection = Selection()
    var stated: [Candidate] = []
    var derived: [Candidate] = []
    for id in claims(of: query.entity, property: query.property) {
      let claim = self[id]
      let isDeprecated = isDeprecated(id)
      guard claim.status == query.status ?? .actual else {
        if !isDeprecated { selection.otherStatus.append(id) }
        continue
      }
      guard var marks = marks(of: claim, query) else { continue }
      if isDeprecated {
        selection.hidden.append(HiddenClaim(claim: id, reason: .deprecated))
        continue
      }
      switch wasStated(claim, by: query.statedBy, policies) {
      case .no:
        selection.hidden.append(HiddenClaim(claim: id, reason: .saidLater))
        continue
      case .maybe: marks.insert(.statedWhenUnclear)
      case .yes: break
      }
      let candidate = Candidate(claim: id, marks: marks, time: time(of: claim).flatMap { $0.isUnknown ? nil : $0 })
      if marks.contains(.derived) { derived.append(candidate) } else { stated.append(candidate) }
    }
    choose(stated, query, policies, into: &selection)
    choose(derived, query, policies, into: &selection)
    return selection
  }

  /// What is to be said of a claim whatever its time; nil where the question is not about such a claim.
  private func marks(of claim: Claim, _ query: Query) -> ClaimMarks? {
    var marks: ClaimMarks = []
    if case .derived = claim.value { marks.insert(.derived) }
    if claim.mode == .denied { marks.insert(.denied) }
    let extreme = claim.value.extreme
    if let wanted = query.extreme { return wanted == extreme ? marks : nil }
    if extreme != nil { marks.insert(.boundsTheMoment) }
    return marks
  }

  /// Whether a claim had been made by a time: by the publication of any of its sources.
  private func wasStated(_ claim: Claim, by limit: TimeSpan?, _ policies: Policies) -> Verdict.Truth {
    guard let limit else { return .yes }
    guard let upToLimit = limit.upToEnd, claim.citationCount > 0 else { return .maybe }
    var truth = Verdict.Truth.no
    for citation in stored(claim) {
      guard let published = self[citation.source].published, !published.isUnknown else {
        truth = max(truth, .maybe)
        continue
      }
      truth = max(truth, published.holds(in: upToLimit, .within, policies))
    }
    return truth
  }

  private func choose(_ candidates: [Candidate], _ query: Query, _ policies: Policies, into selection: inout Selection) {
    guard let asked = query.time.span else {
      selection.fitting += candidates.map { ($0.claim, $0.marks) }
      return
    }
    if case .asOf = query.time {
      chooseLatest(candidates, by: asked, query, policies, into: &selection)
      return
    }
    for candidate in candidates {
      guard let time = candidate.time else {
        place(undated: candidate, query, into: &selection)
        continue
      }
      switch time.holds(in: asked, self[query.property].timeMeaning, policies) {
      case .yes: selection.fitting.append((candidate.claim, candidate.marks))
      case .maybe: selection.fitting.append((candidate.claim, candidate.marks.union(.possiblyThen)))
      case .no: selection.elsewhen.append((candidate.claim, time))
      }
    }
  }

  private func place(undated candidate: Candidate, _ query: Query, into selection: inout Selection) {
    var isSeries = false
    if case .over = query.time { isSeries = true }
    if isSeries || self[query.property].isQuantity {
      selection.undated.append(candidate.claim)
    } else {
      selection.fitting.append((candidate.claim, candidate.marks.union(.undated)))
    }
  }

  /// Keeps, of what had begun by the end of a time, the latest from each origin and for each scope; what has only possibly begun is kept
  /// beside the latest that surely has.
  private func chooseLatest(
    _ candidates: [Candidate], by asked: TimeSpan, _ query: Query, _ policies: Policies, into selection: inout Selection
  ) {
    var begun: [ClaimID: (reach: DayRange.Reach, isSure: Bool)] = [:]
    for candidate in candidates {
      guard let time = candidate.time, let days = DayRange(time) else {
        place(undated: candidate, query, into: &selection)
        continue
      }
      // Of a time of which nothing is known it cannot be said what lies before it.
      guard let upToEnd = asked.upToEnd, let limit = DayRange(asked)?.last else { continue }
      switch time.holds(in: upToEnd, self[query.property].timeMeaning, policies) {
      case .no: selection.elsewhen.append((candidate.claim, time))
      case .maybe: begun[candidate.claim] = (days.reach(by: limit), false)
      case .yes: begun[candidate.claim] = (days.reach(by: limit), true)
      }
    }
    let chosen = latest(of: begun, among: candidates.map(\.claim).filter { begun[$0] != nil })
    for candidate in candidates where chosen.contains(candidate.claim) {
      let isSure = begun[candidate.claim]?.isSure ?? false
      selection.fitting.append((candidate.claim, isSure ? candidate.marks : candidate.marks.union(.possiblyThen)))
    }
  }

  private func latest(of begun: [ClaimID: (reach: DayRange.Reach, isSure: Bool)], among claims: [ClaimID]) -> Set<ClaimID> {
    var chosen: Set<ClaimID> = []
    for origin in origins(of: claims) {
      let scopes = Dictionary(grouping: origin.claims) { self[$0].details?.scope ?? "" }
      for claims in scopes.values {
        let times = claims.compactMap { claim in begun[claim].map { (claim: claim, reach: $0.reach, isSure: $0.isSure) } }
        let latest = times.filter(\.isSure).map(\.reach).max()
        for time in times where latest.map({ time.reach >= $0 }) ?? true { chosen.insert(time.claim) }
      }
    }
    return chosen
  }
}
