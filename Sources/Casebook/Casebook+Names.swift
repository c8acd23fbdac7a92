extension Casebook {
  /// The entities that a few words may mean, and which of them is plainly meant.
  ///
  /// Case, accents, blanks, hyphens and underscores do not count, nor do articles and the English plural. Fits are ranked as in
  /// `NameFit`: an id, then a whole other name, the whole title, a title without the words for the entity's country, other orders, and
  /// last names that merely hold the words. The best fit wins; where several entities share it, the one of which all the others are
  /// parts, or the one of which at least twice as much is said as of any other, is the obvious one.
  public func match(_ words: String) -> NameMatch {
    let typed = NameWords(words)
    guard !typed.key.isEmpty else { return .none(near: []) }
    if let exact = entity(named: words) { return .exact(exact) }
    loadAll()
    readNames()
    let fits = fits(of: typed)
    guard let best = fits.first?.fit else { return .none(near: nameIndex.near(typed, count: 5)) }
    let leading = fits.prefix { $0.fit == best }.map(\.entity)
    let entities = fits.map(\.entity)
    if best == .id, leading.count == 1 { return .exact(leading[0]) }
    guard let obvious = obvious(among: leading) else { return .ambiguous(entities) }
    return .one(obvious, others: entities.filter { $0 != obvious })
  }

  /// The entities of which all the words are in one of their names, likeliest first. Reads what has not been read.
  public func entities(called words: String) -> [EntityID] {
    let typed = NameWords(words)
    guard !typed.key.isEmpty else { return [] }
    loadAll()
    readNames()
    return fits(of: typed).map(\.entity)
  }

  /// Everything an entity is called.
  public func names(of entity: EntityID) -> EntityNames {
    var names = EntityNames(title: self[entity].title, natives: [], aliases: [])
    for claim in claims(of: entity) where self[claim].details?.deprecatedBecause == nil {
      guard case .text(let texts) = self[claim].value else { continue }
      switch self[self[claim].property].role {
      case .native: names.natives += texts
      case .alias: names.aliases += texts
      default: break
      }
    }
    return names
  }

  private struct Fit {
    var entity: EntityID
    var fit: NameFit
    var length: Int
  }

  /// The best fit of each entity that fits at all, best first, then the shorter name, then by declaration.
  private func fits(of typed: NameWords) -> [Fit] {
    var best: [EntityID: Fit] = [:]
    func note(_ name: NameIndex.Name, _ fit: NameFit, length: Int) {
      if let known = best[name.entity], (known.fit, known.length) <= (fit, length) { return }
      best[name.entity] = Fit(entity: name.entity, fit: fit, length: length)
    }
    for name in nameIndex.names(withKey: typed.key) {
      let fit: NameFit = name.source == .id ? .id : name.source == .alias ? .alias : .title
      note(name, fit, length: name.words.count)
    }
    var wordsByCountries: [[EntityID]: Set<String>] = [:]
    for name in nameIndex.names(withAnyOf: typed.words) {
      let countries = countries(of: name.entity)
      let country = wordsByCountries[countries] ?? countries.reduce(into: []) { $0.formUnion(words(forCountry: $1)) }
      wordsByCountries[countries] = country
      if let fit = Self.fit(of: typed.words, to: name.words, country: country) { note(name, fit, length: name.words.count) }
    }
    return best.values.sorted { ($0.fit, $0.length, $0.entity) < ($1.fit, $1.length, $1.entity) }
  }

  private static func fit(of typed: [String], to name: [String], country: Set<String>) -> NameFit? {
    if typed == name { return .wording }
    let bare = without(country, name)
    let bareTyped = without(country, typed)
    if bareTyped == bare { return .withoutCountry }
    if bareTyped.sorted() == bare.sorted() { return .anyOrder }
    if bare.count > bareTyped.count, bare.suffix(bareTyped.count).elementsEqual(bareTyped) { return .ending }
    let held = Set(name)
    return typed.allSatisfy { held.contains($0) || country.contains($0) } ? .containing : nil
  }

  /// Words less those for a country, unless none would be left.
  private static func without(_ country: Set<String>, _ words: [String]) -> [String] {
    let bare = words.filter { !country.contains($0) }
    return bare.isEmpty ? words : bare
  }

  /// The countries of an entity, in the order of its claims.
  public func countries(of entity: EntityID) -> [EntityID] {
    values(of: entity, withRole: .country).flatMap { value in
      guard case .entities(let countries) = value else { return [EntityID]() }
      return countries
    }
  }

  /// The words by which a country, and what belongs to it, is called.
  private func words(forCountry country: EntityID) -> Set<String> {
    var words = Set(NameWords(self[country].title).words)
    for value in values(of: country, withRole: .nationality) {
      guard case .text(let texts) = value else { continue }
      for text in texts { words.formUnion(NameWords(text).words) }
    }
    return words
  }

  private func values(of entity: EntityID, withRole role: PropertyRole) -> [ClaimValue] {
    properties.filter { $0.role == role }.flatMap { property in
      claims(of: entity, property: property.id).filter { !isDeprecated($0) }.map { self[$0].value }
    }
  }

  /// The one that a plain word means among equals: the whole of which all others are parts, or the one most is said of by far.
  private func obvious(among entities: [EntityID]) -> EntityID? {
    guard let first = entities.first else { return nil }
    guard entities.count > 1 else { return first }
    let wholes = wholes(of: entities)
    if let whole = wholes { return whole }
    let weighed = entities.map { (entity: $0, weight: weight(of: $0)) }.sorted { $0.weight > $1.weight }
    return weighed[0].weight >= 2 * weighed[1].weight && weighed[0].weight > 0 ? weighed[0].entity : nil
  }

  private func wholes(of entities: [EntityID]) -> EntityID? {
    let candidates = Set(entities)
    var above: [EntityID: Int] = [:]
    for entity in entities {
      var reached: Set<EntityID> = []
      for property in properties where property.isTransitive {
        reached.formUnion(closure(from: entity, along: property.id).filter(candidates.contains))
      }
      reached.remove(entity)
      for whole in reached { above[whole, default: 0] += 1 }
    }
    let wholes = entities.filter { above[$0] == entities.count - 1 }
    return wholes.count == 1 ? wholes.first : nil
  }

  /// How much is said of an entity, and by way of others.
  private func weight(of entity: EntityID) -> Int {
    claimsByEntity.count(of: entity.index) + claimsByPointedEntity.count(of: entity.index)
  }

  /// Takes the names that were added since the last question into the index.
  private func readNames() {
    while nameIndex.entitiesRead < entities.count {
      let entity = entities[nameIndex.entitiesRead]
      nameIndex.entitiesRead += 1
      nameIndex.add(entity.name, of: entity.id, as: .id)
      nameIndex.add(entity.title, of: entity.id, as: .title)
    }
    while nameIndex.claimsRead < claims.count {
      let claim = claims[nameIndex.claimsRead]
      nameIndex.claimsRead += 1
      guard case .text(let texts) = claim.value, claim.details?.deprecatedBecause == nil else { continue }
      guard let role = self[claim.property].role, role == .alias || role == .native else { continue }
      for text in texts { nameIndex.add(text, of: claim.entity, as: .alias) }
    }
  }
}
