public import Evidence
import Names

extension Casebook {
  /// Adds an entity. With `claimsFollow`, its claims are read from the loader when they are first wanted.
  public func addEntity(
    name: String, kind: KindID, title: String, declaration: TextRange, claimsFollow: Bool = false
  ) throws(CasebookError) -> EntityID {
    try check(kind)
    let key = foldName(name)
    if let taken = entitiesByName[key] { throw .duplicateEntity(taken) }
    guard entities.count < Int(UInt32.max) else { throw .full }
    let id = EntityID(entities.count)
    entitiesByName[key] = id
    entitiesByKind[kind.index].append(id)
    entities.append(Entity(id: id, name: name, kind: kind, title: title, declaration: declaration))
    _ = claimsByEntity.addChain()
    _ = claimsByPointedEntity.addChain()
    deferred.append(claimsFollow)
    if claimsFollow { hasUnread = true }
    return id
  }

  /// Makes room for as many entities more, so that adding them moves none of those that are there.
  public func reserve(entities count: Int) {
    let all = entities.count + count
    entities.reserveCapacity(all)
    entitiesByName.reserveCapacity(all)
    deferred.reserveCapacity(all)
  }

  /// The entity with this id, case and accents folded.
  public func entity(named name: String) -> EntityID? { entitiesByName[foldName(name)] }

  /// The entities of a kind and of all narrower kinds, in order of declaration.
  public func entities(of kind: KindID) -> [EntityID] {
    var found: [EntityID] = []
    for candidate in kinds where `is`(candidate.id, a: kind) { found += entitiesByKind[candidate.id.index] }
    return found.sorted()
  }

  /// The first entity, in order of declaration, of which a property is said; reads what has not been read.
  public func firstEntity(with property: PropertyID) -> EntityID? {
    loadAll()
    return entities.first { chainsBySubject[Self.subject($0.id, property)] != nil }?.id
  }

  /// Adds a source; `entity` is the entity of which claims about the source itself are made.
  public func addSource(_ record: SourceRecord, entity: EntityID? = nil) throws(CasebookError) -> SourceID {
    try addSource(.read(record), entity: entity)
  }

  /// Adds a source whose record is read from the loader when it is first asked for.
  public func addSource(named name: String, entity: EntityID) throws(CasebookError) -> SourceID {
    try addSource(.later(name), entity: entity)
  }

  private func addSource(_ slot: SourceSlot, entity: EntityID?) throws(CasebookError) -> SourceID {
    let key = foldName(slot.name)
    if let taken = sourcesByName[key] { throw .duplicateSource(taken) }
    if let entity { try check(entity) }
    guard sourceSlots.count < Int(UInt32.max) else { throw .full }
    let id = SourceID(sourceSlots.count)
    sourcesByName[key] = id
    sourceSlots.append(slot)
    sourceEntities.append(entity)
    if let entity { sourcesByEntity[entity] = id }
    _ = claimsBySource.addChain()
    _ = claimsBySupport.addChain()
    originRoots = []
    return id
  }

  /// The source with this id, case and accents folded.
  public func source(named name: String) -> SourceID? { sourcesByName[foldName(name)] }

  /// The source that an entity is.
  public func source(of entity: EntityID) -> SourceID? { sourcesByEntity[entity] }

  /// The entity that a source is, if it was declared as one.
  public func entity(of source: SourceID) -> EntityID? { sourceEntities[source.index] }
}
