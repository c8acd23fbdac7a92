import Evidence

/// The claims about one property of one entity, sorted by how they stand to a question.
struct Selection {
  var fitting: [(claim: ClaimID, marks: ClaimMarks)] = []
  var undated: [ClaimID] = []
  var hidden: [HiddenClaim] = []
  var otherStatus: [ClaimID] = []
  /// Dated claims that would answer at another time.
  var elsewhen: [(claim: ClaimID, days: DayRange)] = []

  /// The claim nearest in time to a question that has no answer; of two equally near, the earlier.
  func nearest(to time: TimeQuestion) -> ClaimID? {
    let span: TimeSpan
    switch time {
    case .any: return nil
    case .during(let asked), .over(let asked), .asOf(let asked): span = asked
    }
    guard let days = DayRange(span) else { return elsewhen.first?.claim }
    var best: (claim: ClaimID, distance: Int)?
    for candidate in elsewhen {
      let distance = candidate.days.distance(to: days)
      if distance < best?.distance ?? .max { best = (candidate.claim, distance) }
    }
    return best?.claim ?? elsewhen.first?.claim
  }
}

extension Casebook {
  /// Sorts the claims about a question's property; the fitting ones stand in order of time, derived ones last.
  func select(_ query: Query) -> Selection {
    var selection = Selection()
    var dated: [DatedClaim] = []
    var derived: [DatedClaim] = []
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
      switch wasStated(claim, by: query.statedBy) {
      case .no:
        selection.hidden.append(HiddenClaim(claim: id, reason: .saidLater))
        continue
      case .maybe: marks.insert(.statedWhenUnclear)
      case .yes: break
      }
      let time = time(of: claim)
      let candidate = DatedClaim(claim: id, marks: marks, time: time, days: time.flatMap(DayRange.init))
      if marks.contains(.derived) { derived.append(candidate) } else { dated.append(candidate) }
    }
    choose(dated, query, into: &selection)
    choose(derived, query, into: &selection)
    return selection
  }

  private struct DatedClaim {
    var claim: ClaimID
    var marks: ClaimMarks
    var time: TimeSpan?
    var days: DayRange?
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
  private func wasStated(_ claim: Claim, by limit: TimeSpan?) -> Verdict.Truth {
    guard let limit else { return .yes }
    guard let limitDays = DayRange(limit) else { return .maybe }
    var truth = claim.citationCount == 0 ? Verdict.Truth.maybe : .no
    for citation in stored(claim) {
      guard let published = self[citation.source].published.flatMap(DayRange.init) else {
        truth = max(truth, .maybe)
        continue
      }
      if published.last <= limitDays.last { return .yes }
      if published.first <= limitDays.last { truth = .maybe }
    }
    return truth
  }

  private func choose(_ candidates: [DatedClaim], _ query: Query, into selection: inout Selection) {
    switch query.time {
    case .any: selection.fitting += candidates.map { ($0.claim, $0.marks) }
    case .during(let span), .over(let span):
      for candidate in candidates {
        guard let time = candidate.time, let days = candidate.days else {
          place(undated: candidate, query, into: &selection)
          continue
        }
        switch holds(time, in: span, self[query.property].timeMeaning) {
        case .yes: selection.fitting.append((candidate.claim, candidate.marks))
        case .maybe: selection.fitting.append((candidate.claim, candidate.marks.union(.possiblyThen)))
        case .no: selection.elsewhen.append((candidate.claim, days))
        }
      }
    case .asOf(let span): chooseLatest(candidates, by: span, query, into: &selection)
    }
  }

  private func place(undated candidate: DatedClaim, _ query: Query, into selection: inout Selection) {
    var isSeries = false
    if case .over = query.time { isSeries = true }
    if isSeries || self[query.property].isQuantity {
      selection.undated.append(candidate.claim)
    } else {
      selection.fitting.append((candidate.claim, candidate.marks.union(.undated)))
    }
  }

  private func chooseLatest(_ candidates: [DatedClaim], by span: TimeSpan, _ query: Query, into selection: inout Selection) {
    guard let limit = DayRange(span)?.last else { return }
    let meaning = self[query.property].timeMeaning
    var begun: [ClaimID: (candidate: DatedClaim, days: DayRange)] = [:]
    for candidate in candidates {
      guard let days = candidate.days else {
        place(undated: candidate, query, into: &selection)
        continue
      }
      if days.first <= limit {
        begun[candidate.claim] = (candidate, days)
      } else {
        selection.elsewhen.append((candidate.claim, days))
      }
    }
    var chosen: Set<ClaimID> = []
    for origin in origins(of: candidates.map(\.claim).filter { begun[$0] != nil }) {
      var scopes: [String: [ClaimID]] = [:]
      for claim in origin.claims { scopes[self[claim].details?.scope ?? "", default: []].append(claim) }
      for claims in scopes.values {
        let spans = claims.compactMap { claim in begun[claim].map { (claim: claim, days: $0.days) } }
        let latest = spans.filter { hasSurelyBegun($0.days, by: limit, meaning) }.map { $0.days.reach(by: limit) }.max()
        // What has only possibly begun is kept beside the latest that surely has.
        for span in spans where latest.map({ span.days.reach(by: limit) >= $0 }) ?? true { chosen.insert(span.claim) }
      }
    }
    for candidate in candidates where chosen.contains(candidate.claim) {
      var marks = candidate.marks
      if let days = begun[candidate.claim]?.days, !hasSurelyBegun(days, by: limit, meaning) { marks.insert(.possiblyThen) }
      selection.fitting.append((candidate.claim, marks))
    }
  }

  /// Whether a value surely held, or a thing had surely happened, on a day or before.
  private func hasSurelyBegun(_ days: DayRange, by limit: Int, _ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .throughout: return days.begunBy <= limit
    case .within: return days.last <= limit
    }
  }
}
