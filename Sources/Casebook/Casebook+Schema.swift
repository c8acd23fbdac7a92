import Names

extension Casebook {
  /// Adds a kind. Neither its name nor its plural may be the name or the plural of another.
  public func addKind(
    name: String, plural: String, title: String, parent: KindID? = nil, documentation: String? = nil, declaration: TextRange
  ) throws(CasebookError) -> KindID {
    let keys = (name: foldName(name), plural: foldName(plural))
    for key in [keys.name, keys.plural] {
      if let taken = kindsByName[key] ?? kindsByPlural[key] { throw .duplicateKind(taken) }
    }
    if let parent { try check(parent) }
    let id = KindID(kinds.count)
    kindsByName[keys.name] = id
    kindsByPlural[keys.plural] = id
    entitiesByKind.append([])
    kinds.append(
      Kind(
        id: id, name: name, plural: plural, title: title, parent: parent, documentation: documentation, declaration: declaration))
    return id
  }

  /// Sets the wider kind, which may have been declared after the narrower one.
  public func setParent(of kind: KindID, to parent: KindID) throws(CasebookError) {
    try check(kind)
    try check(parent)
    if `is`(parent, a: kind) { throw .cyclicKind(kind) }
    kinds[kind.index].parent = parent
  }

  /// Adds a property that takes values of one type. What else there is to say of it is set by `update`.
  public func addProperty(
    name: String, title: String, value: ValueType, declaration: TextRange
  ) throws(CasebookError) -> PropertyID {
    let key = foldName(name)
    if let taken = propertiesByName[key] { throw .duplicateProperty(taken) }
    let id = PropertyID(properties.count)
    propertiesByName[key] = id
    properties.append(Property(id: id, name: name, title: title, value: value, declaration: declaration))
    return id
  }

  /// Changes what is known of a property, such as its inverse, which may have been declared after it.
  public func update(_ property: PropertyID, _ change: (inout Property) -> Void) throws(CasebookError) {
    guard property.index < properties.count else { throw .unknownID }
    var changed = properties[property.index]
    change(&changed)
    for kind in changed.domain { try check(kind) }
    for other in changed.seeAlso + [changed.inverse].compactMap(\.self) {
      guard other.index < properties.count else { throw .unknownID }
    }
    properties[property.index] = changed
  }

  /// The kind with this name or plural, case and accents folded.
  public func kind(named name: String) -> KindID? {
    let key = foldName(name)
    return kindsByName[key] ?? kindsByPlural[key]
  }

  /// The kind whose entities are called this, case and accents folded.
  public func kind(plural name: String) -> KindID? { kindsByPlural[foldName(name)] }

  /// The property with this name, case and accents folded.
  public func property(named name: String) -> PropertyID? { propertiesByName[foldName(name)] }

  /// Whether every entity of the first kind is one of the second.
  public func `is`(_ kind: KindID, a wider: KindID) -> Bool {
    var current: KindID? = kind
    while let here = current {
      if here == wider { return true }
      current = self[here].parent
    }
    return false
  }

  /// Whether a property may be said of entities of a kind.
  public func allows(_ property: PropertyID, of kind: KindID) -> Bool {
    let domain = self[property].domain
    return domain.isEmpty || domain.contains { `is`(kind, a: $0) }
  }

  /// Whether entities of a kind have a time of their own, so that a claim may be dated by one.
  public func hasTime(_ kind: KindID) -> Bool {
    properties.contains { property in
      switch property.role {
      case .validTime, .validStart, .validEnd: return allows(property.id, of: kind)
      default: return false
      }
    }
  }

  /// Throws `unknownID` for the id of another casebook.
  func check(_ kind: KindID) throws(CasebookError) {
    guard kind.index < kinds.count else { throw .unknownID }
  }

  /// Throws `unknownID` for the id of another casebook.
  func check(_ entity: EntityID) throws(CasebookError) {
    guard entity.index < entities.count else { throw .unknownID }
  }
}
