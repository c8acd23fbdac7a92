import Names

/// Values that are bare words, which a property takes from a small stock: `concern`, `Spanish`.
extension Casebook {
  /// The words that claims give a property, or any property, each once, in order of declaration. Reads what has not been read.
  public func words(of property: PropertyID?) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    func add(_ word: String) { if seen.insert(foldName(word)).inserted { found.append(word) } }
    for id in allClaims() {
      let claim = self[id]
      if case .word(let word) = claim.value, property == nil || claim.property == property { add(word) }
    }
    for (announced, words) in announcedWords.sorted(by: { $0.key < $1.key }) where property == nil || announced == property {
      words.sorted().forEach(add)
    }
    return found
  }

  /// Makes a word known whose claim has been read and is added only with the rest of its text.
  public func announce(_ word: String, of property: PropertyID) { announcedWords[property, default: []].insert(word) }

  /// Forgets the words that were announced: their claims are there now, or will never be.
  public func forgetAnnouncedWords() { announcedWords = [:] }
}
