extension Casebook {
  /// The ties of an entity: those that its own claims state first, then those that claims of others state. Deprecated claims tie nothing.
  public func ties(of entity: EntityID) -> [Tie] {
    var ties: [Tie] = []
    for claim in claims(of: entity) where !isDeprecated(claim) {
      guard case .entities(let others) = self[claim].value else { continue }
      ties += others.map { Tie(claim: claim, property: self[claim].property, isForward: true, other: $0) }
    }
    for claim in claims(pointingAt: entity) where !isDeprecated(claim) {
      ties.append(Tie(claim: claim, property: self[claim].property, isForward: false, other: self[claim].entity))
    }
    return ties
  }

  /// The entities to which a property ties an entity directly, whether its own claims say so or those of the inverse property do. With
  /// `inverse`, the entities that are tied to it.
  public func neighbours(of entity: EntityID, along property: PropertyID, inverse: Bool = false) -> [EntityID] {
    var found: [EntityID] = []
    var seen: Set<EntityID> = []
    let opposites = opposites(of: property)
    for way in inverse ? opposites : [property] {
      for claim in claims(of: entity, property: way) where !isDeprecated(claim) {
        guard case .entities(let others) = self[claim].value else { continue }
        for other in others where seen.insert(other).inserted { found.append(other) }
      }
    }
    let backwards = inverse ? [property] : opposites
    guard !backwards.isEmpty else { return found }
    for claim in claims(pointingAt: entity) where backwards.contains(self[claim].property) && !isDeprecated(claim) {
      let other = self[claim].entity
      if seen.insert(other).inserted { found.append(other) }
    }
    return found
  }

  /// The entities that are reached from an entity by following a property again and again, nearest first, itself left out. Cycles do
  /// no harm. A property that is not transitive is followed once.
  public func closure(from entity: EntityID, along property: PropertyID, inverse: Bool = false) -> [EntityID] {
    var reached = [entity]
    var seen: Set<EntityID> = [entity]
    var next = 0
    while next < reached.count, next == 0 || self[property].isTransitive {
      for other in neighbours(of: reached[next], along: property, inverse: inverse) where seen.insert(other).inserted {
        reached.append(other)
      }
      next += 1
    }
    return Array(reached.dropFirst())
  }

  /// The shortest way from one entity to another along ties of any kind, or only of those that are named, whichever end of a tie states
  /// it; empty from an entity to itself, nil where there is none.
  ///
  /// Of several equally short ways it is the one whose ties stand first. Takes time in proportion to the ties of what it meets.
  public func path(from start: EntityID, to goal: EntityID, along kinds: Set<PropertyID> = []) -> [Tie]? {
    let wanted = kinds.union(kinds.flatMap { opposites(of: $0) })
    var cameBy: [EntityID: (tie: Tie, from: EntityID)] = [:]
    var reached = [start]
    var next = 0
    while next < reached.count, cameBy[goal] == nil, start != goal {
      let here = reached[next]
      next += 1
      for tie in ties(of: here)
      where tie.other != start && cameBy[tie.other] == nil && (kinds.isEmpty || wanted.contains(tie.property)) {
        cameBy[tie.other] = (tie, here)
        reached.append(tie.other)
      }
    }
    var path: [Tie] = []
    var current = goal
    while current != start {
      guard let step = cameBy[current] else { return nil }
      path.append(step.tie)
      current = step.from
    }
    return path.reversed()
  }

  /// The properties that read a relation from its other end, whichever of the two declares that.
  func opposites(of property: PropertyID) -> [PropertyID] {
    properties.filter { $0.inverse == property || self[property].inverse == $0.id }.map(\.id)
  }

  /// Whether a claim has been withdrawn by whoever keeps the casebook; it is listed, but answers nothing.
  func isDeprecated(_ claim: ClaimID) -> Bool { self[claim].details?.deprecatedBecause != nil }
}
