public import Evidence

extension Casebook {
  /// Adds a claim. Takes well under a microsecond; all lists of claims grow by it at once.
  @discardableResult
  public func addClaim(_ draft: ClaimDraft) throws(CasebookError) -> ClaimID {
    try check(draft)
    let id = ClaimID(claims.count)
    let firstCitation = UInt32(truncatingIfNeeded: citations.count)
    for citation in draft.citations {
      citations.append(StoredCitation(source: citation.source.raw, locator: number(ofLocator: citation.locator)))
      let chain = citation.source.index
      if claimsBySource.last(of: chain) != id { claimsBySource.append(id, to: chain) }
    }
    claims.append(
      Claim(
        id: id, entity: draft.entity, property: draft.property, value: draft.value, status: draft.status, mode: draft.mode,
        isPreferred: draft.isPreferred, time: draft.time, timeEntity: draft.timeEntity, details: draft.details,
        place: draft.place,
        firstCitation: firstCitation, citationCount: UInt32(truncatingIfNeeded: draft.citations.count)))
    claimsByEntity.append(id, to: draft.entity.index)
    claimsBySubject.append(id, to: chain(of: draft.entity, draft.property))
    for support in draft.details?.supportedBy ?? [] where claimsBySupport.last(of: support.source.index) != id {
      claimsBySupport.append(id, to: support.source.index)
    }
    if case .entities(let pointed) = draft.value {
      for entity in pointed where claimsByPointedEntity.last(of: entity.index) != id {
        claimsByPointedEntity.append(id, to: entity.index)
      }
    }
    return id
  }

  /// Marks a claim as deprecated: it stays visible and answers no more. The first reason stays.
  public func deprecate(_ claim: ClaimID, because reason: String) {
    guard !isDeprecated(claim) else { return }
    // A name may be among what was deprecated.
    nameIndex = NameIndex()
    claims[claim.index].details = (self[claim].details ?? ClaimDetails()).deprecated(because: reason)
  }

  /// How many claims have been read.
  public var claimCount: Int { claims.count }

  /// The claim that a lineage knows by this number.
  public func claim(number: UInt32) -> ClaimID? { number < claims.count ? ClaimID(Int(number)) : nil }

  /// All claims in the order of the files; reads what has not been read.
  public func allClaims() -> [ClaimID] {
    loadAll()
    return inReadingOrder(claims.map(\.id))
  }

  /// What is said of an entity, in the order of the files.
  public func claims(of entity: EntityID) -> [ClaimID] {
    load(entity)
    return inReadingOrder(claimsByEntity[entity.index])
  }

  /// What is said of one property of an entity, in order of valid time; undated claims last.
  public func claims(of entity: EntityID, property: PropertyID) -> [ClaimID] {
    load(entity)
    guard let chain = chainsBySubject[Self.subject(entity, property)] else { return [] }
    return inOrderOfTime(claimsBySubject[chain])
  }

  /// What a source says, in the order of the files; reads what has not been read.
  public func claims(from source: SourceID) -> [ClaimID] {
    loadAll()
    return inReadingOrder(claimsBySource[source.index])
  }

  /// What other sources say and cite this one for, in the order of the files; reads what has not been read.
  public func claims(supportedBy source: SourceID) -> [ClaimID] {
    loadAll()
    return inReadingOrder(claimsBySupport[source.index])
  }

  /// The citations of a claim, as they are printed.
  public func citations(of claim: Claim) -> [Citation] {
    let via = (claim.details?.via ?? []).map { self[$0] }
    let support = (claim.details?.supportedBy ?? []).map {
      Citation(source: self[$0.source], locator: $0.locator, via: [], supportedBy: [])
    }
    return stored(claim).map {
      Citation(source: self[$0.source], locator: $0.locator, via: via, supportedBy: support)
    }
  }

  /// The citations of a claim by number of source.
  func stored(_ claim: Claim) -> [ClaimCitation] {
    let first = Int(claim.firstCitation)
    return citations[first..<first + Int(claim.citationCount)].map {
      ClaimCitation(
        SourceID(Int($0.source)), locator: $0.locator == StoredCitation.noLocator ? nil : locators[Int($0.locator)])
    }
  }

  /// The claims whose value is or includes an entity: its ties from the other end. Reads what has not been read.
  public func claims(pointingAt entity: EntityID) -> [ClaimID] {
    loadAll()
    return inReadingOrder(claimsByPointedEntity[entity.index])
  }

  /// Claims in the order in which a reader of the files meets them, whatever was read first.
  func inReadingOrder(_ list: [ClaimID]) -> [ClaimID] {
    var isOrdered = true
    for (left, right) in zip(list, list.dropFirst()) where (self[right].place, right) < (self[left].place, left) {
      isOrdered = false
      break
    }
    return isOrdered ? list : list.sorted { (self[$0].place, $0) < (self[$1].place, $1) }
  }

  /// One number for an entity and a property.
  static func subject(_ entity: EntityID, _ property: PropertyID) -> UInt64 {
    UInt64(entity.raw) << 32 | UInt64(property.raw)
  }

  private func chain(of entity: EntityID, _ property: PropertyID) -> Int {
    let subject = Self.subject(entity, property)
    if let chain = chainsBySubject[subject] { return chain }
    let chain = claimsBySubject.addChain()
    chainsBySubject[subject] = chain
    return chain
  }

  private func check(_ draft: ClaimDraft) throws(CasebookError) {
    let room = Int(UInt32.max) - draft.citations.count
    guard claims.count < Int(UInt32.max), citations.count <= room, locators.count < room else { throw .full }
    try check(draft.entity)
    guard draft.property.index < knownProperties.count else { throw .unknownID }
    if let period = draft.timeEntity { try check(period) }
    if case .entities(let pointed) = draft.value {
      for entity in pointed { try check(entity) }
    }
    for citation in draft.citations {
      guard citation.source.index < sourceSlots.count else { throw .unknownID }
    }
    guard let details = draft.details else { return }
    for source in details.via + details.supportedBy.map(\.source) {
      guard source.index < sourceSlots.count else { throw .unknownID }
    }
  }

  /// The number of a locator; `check` has seen to it that there are numbers left.
  private func number(ofLocator text: String?) -> UInt32 {
    guard let text else { return StoredCitation.noLocator }
    if let known = locatorsByText[text] { return known }
    let number = UInt32(truncatingIfNeeded: locators.count)
    locators.append(text)
    locatorsByText[text] = number
    return number
  }
}
