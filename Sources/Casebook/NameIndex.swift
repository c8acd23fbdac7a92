import Names

/// All names of a casebook's entities, by their letters and by their words. Grows as the casebook does.
struct NameIndex {
  /// What sort of name it is.
  enum Source { case id, alias, title }

  /// A name of an entity, taken apart.
  struct Name {
    var entity: EntityID
    var source: Source
    var key: String
    var words: [String]
  }

  /// All names in the order in which they were taken in.
  private(set) var names: [Name] = []
  private var namesByKey: [String: [Int]] = [:]
  private var namesByWord: [String: [Int]] = [:]
  /// How much of the casebook has been taken in.
  var entitiesRead = 0
  /// How many claims have been looked through for names.
  var claimsRead = 0

  /// Takes in a name; also without what stands in brackets at its end (`Ports of Mexico (103)`).
  mutating func add(_ text: String, of entity: EntityID, as source: Source) {
    insert(NameWords(text), of: entity, as: source)
    if let bracket = text.firstIndex(of: "("), bracket > text.startIndex, text.last == ")" {
      insert(NameWords(String(text[..<bracket])), of: entity, as: source)
    }
  }

  private mutating func insert(_ name: NameWords, of entity: EntityID, as source: Source) {
    guard !name.key.isEmpty else { return }
    let index = names.count
    names.append(Name(entity: entity, source: source, key: name.key, words: name.words))
    namesByKey[name.key, default: []].append(index)
    for word in Set(name.words) { namesByWord[word, default: []].append(index) }
  }

  /// Names with exactly these letters.
  func names(withKey key: String) -> [Name] { (namesByKey[key] ?? []).map { names[$0] } }

  /// Names that hold at least one of the words, in the order in which they were taken in.
  func names(withAnyOf words: [String]) -> [Name] {
    guard words.count > 1 else { return (words.first.flatMap { namesByWord[$0] } ?? []).map { names[$0] } }
    var found: Set<Int> = []
    for word in words { found.formUnion(namesByWord[word] ?? []) }
    return found.sorted().map { names[$0] }
  }

  /// Entities whose names, or single words of them, are within a third of the length of what was typed; nearest first, at most
  /// `count`, and none that is more than one edit farther than the nearest.
  func near(_ typed: NameWords, count: Int) -> [EntityID] {
    let wanted = Array(typed.key.utf8)
    let limit = wanted.count / 3
    // Nobody mistypes a name that is a page long.
    guard limit > 0, wanted.count <= 200 else { return [] }
    var best: [EntityID: Int] = [:]
    func consider(_ text: String, _ holders: [Int], penalty: Int) {
      guard abs(text.utf8.count - wanted.count) <= limit - penalty else { return }
      guard let distance = editDistance(wanted, Array(text.utf8), limit: limit - penalty) else { return }
      for holder in holders {
        let entity = names[holder].entity
        best[entity] = min(best[entity] ?? .max, distance + penalty)
      }
    }
    for (key, holders) in namesByKey { consider(key, holders, penalty: 0) }
    if typed.words.count == 1 {
      for (word, holders) in namesByWord { consider(word, holders, penalty: 1) }
    }
    guard let nearest = best.values.min() else { return [] }
    let ordered = best.filter { $0.value <= nearest + 1 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return ordered.prefix(count).map(\.key)
  }
}
