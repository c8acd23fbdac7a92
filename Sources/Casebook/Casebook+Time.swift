public import Evidence

extension Casebook {
  /// When a claim held: its own time, or that of the period or event by which it is dated.
  public func time(of claim: Claim) -> TimeSpan? {
    claim.time ?? claim.timeEntity.flatMap { time(of: $0) }
  }

  /// An entity's own time: what its property for that says, or from when it began to when it ended. A preferred claim goes before
  /// others, an actual time before a planned one, the first in the files before later ones. Where an event is dated by a period, the period's time is the event's.
  public func time(of entity: EntityID) -> TimeSpan? {
    var current = entity
    var seen: Set<EntityID> = []
    while seen.insert(current).inserted {
      let claims = ownTimes(of: current)
      if let whole = claims[.validTime] {
        switch whole.value {
        case .time(let time): return time
        case .entities(let periods):
          guard let period = periods.first else { return nil }
          current = period
          continue
        default: break
        }
      }
      return span(from: claims[.validStart], to: claims[.validEnd])
    }
    return nil
  }

  private func ownTimes(of entity: EntityID) -> [PropertyRole: Claim] {
    var chosen: [PropertyRole: Claim] = [:]
    for id in claims(of: entity) where !isDeprecated(id) {
      let claim = self[id]
      guard claim.mode != .denied, let role = self[claim.property].role else { continue }
      if let known = chosen[role], rank(known) <= rank(claim) { continue }
      chosen[role] = claim
    }
    return chosen
  }

  private func rank(_ claim: Claim) -> Int { (claim.isPreferred ? 0 : 2) + (claim.status == .actual ? 0 : 1) }

  private func span(from start: Claim?, to end: Claim?) -> TimeSpan? {
    let (began, ended) = (start?.value.time, end?.value.time)
    guard began != nil || ended != nil else { return nil }
    return TimeSpan(from: began, to: ended)
  }

  /// Claims in order of valid time: by when they may have begun, then by when they may have ended, then as the files have them; undated
  /// ones last.
  func inOrderOfTime(_ list: [ClaimID]) -> [ClaimID] {
    guard list.count > 1 else { return list }
    let dated = list.map { (claim: $0, days: time(of: self[$0]).flatMap(DayRange.init), place: self[$0].place) }
    return dated.sorted { left, right in
      switch (left.days, right.days) {
      case (let first?, let second?) where (first.first, first.last) != (second.first, second.last):
        return (first.first, first.last) < (second.first, second.last)
      case (.some, nil): return true
      case (nil, .some): return false
      default: return (left.place, left.claim) < (right.place, right.claim)
      }
    }.map(\.claim)
  }
}
