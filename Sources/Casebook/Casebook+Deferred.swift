/// What was registered and is read only when it is first wanted.
extension Casebook {
  /// Sets who reads what is put off. Held weakly.
  public func setLoader(_ loader: any DeferredClaims) {
    self.loader = loader
    hasUnread = true
  }

  /// Puts off properties: the loader adds them when the first is asked for.
  public func expectProperties() { hasUnreadProperties = true }

  /// Puts off claims of an entity that is there already.
  public func expectClaims(of entity: EntityID) throws(CasebookError) {
    try check(entity)
    deferred[entity.index] = true
    hasUnread = true
  }

  /// Puts off claims of which it is not known whose they are.
  public func expectRemainder() { hasUnread = true }

  /// Reads the properties if that has not been done.
  public func readProperties() {
    guard hasUnreadProperties, let loader else { return }
    hasUnreadProperties = false
    loader.loadProperties(into: self)
  }

  /// Reads an entity's claims if that has not been done.
  func load(_ entity: EntityID) {
    guard hasUnread, deferred[entity.index], let loader else { return }
    deferred[entity.index] = false
    loader.load(entity, into: self)
  }

  /// Reads all that remains to be read.
  public func loadAll() {
    readProperties()
    guard hasUnread, let loader else { return }
    hasUnread = false
    var index = 0
    while index < deferred.count {
      if deferred[index] {
        deferred[index] = false
        loader.load(EntityID(index), into: self)
      }
      index += 1
    }
    loader.loadRemainder(into: self)
  }
}
