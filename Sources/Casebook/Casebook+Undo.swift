import Evidence
import Names

extension Casebook {
  /// How much was declared at some moment.
  public struct Mark {
    var kinds: Int
    var properties: Int
    var entities: Int
    var sources: Int
  }

  /// What is declared now, to come back to if what follows turns out to be wrong.
  public var mark: Mark {
    Mark(kinds: kinds.count, properties: properties.count, entities: entities.count, sources: sourceSlots.count)
  }

  /// Takes back every kind, property, entity and source that was declared since. No claim may have been added about them, or of them:
  /// whoever reads a casebook adds its claims last. Claims of earlier entities that were read meanwhile stay.
  public func undo(to mark: Mark) {
    if nameIndex.entitiesRead > mark.entities { nameIndex = NameIndex() }
    for slot in sourceSlots[mark.sources...] { sourcesByName[foldName(slot.name)] = nil }
    for entity in sourceEntities[mark.sources...] { if let entity { sourcesByEntity[entity] = nil } }
    claimsBySource.removeLast(sourceSlots.count - mark.sources)
    claimsBySupport.removeLast(sourceSlots.count - mark.sources)
    sourceSlots.removeLast(sourceSlots.count - mark.sources)
    sourceEntities.removeLast(sourceEntities.count - mark.sources)
    originRoots = []
    for entity in entities[mark.entities...] {
      entitiesByName[foldName(entity.name)] = nil
      entitiesByKind[entity.kind.index].removeAll { $0 == entity.id }
    }
    claimsByEntity.removeLast(entities.count - mark.entities)
    claimsByPointedEntity.removeLast(entities.count - mark.entities)
    deferred.removeLast(entities.count - mark.entities)
    entities.removeLast(entities.count - mark.entities)
    for property in properties[mark.properties...] { propertiesByName[foldName(property.name)] = nil }
    properties.removeLast(properties.count - mark.properties)
    for kind in kinds[mark.kinds...] {
      kindsByName[foldName(kind.name)] = nil
      kindsByPlural[foldName(kind.plural)] = nil
    }
    entitiesByKind.removeLast(kinds.count - mark.kinds)
    kinds.removeLast(kinds.count - mark.kinds)
  }
}
