import Evidence
import Names

extension Casebook {
  /// Every text that holds the words next to each other, case, accents and punctuation aside: titles first, then what claims say, their
  /// scope, caveats, wording and documentation, in the order of the files. The last word may be the beginning of one.
  ///
  /// Reads what has not been read; takes time in proportion to all texts.
  public func search(_ words: String) -> [SearchHit] {
    let wanted = Self.searchable(words)
    guard !wanted.isEmpty else { return [] }
    let phrase = Array((" " + wanted).utf8)
    var hits: [SearchHit] = []
    for entity in entities where Self.holds(entity.title, phrase) {
      hits.append(SearchHit(entity: entity.id, claim: nil, text: entity.title))
    }
    for id in allClaims() {
      for text in texts(of: self[id]) where Self.holds(text, phrase) {
        hits.append(SearchHit(entity: self[id].entity, claim: id, text: text))
      }
    }
    return hits
  }

  private func texts(of claim: Claim) -> [String] {
    var texts: [String] = []
    if case .text(let said) = claim.value { texts = said }
    guard let details = claim.details else { return texts }
    texts += [details.scope, details.words].compactMap(\.self) + details.caveats
    return texts + [details.deprecatedBecause, details.documentation].compactMap(\.self)
  }

  private static func holds(_ text: String, _ phrase: [UInt8]) -> Bool {
    let bytes = Array((" " + searchable(text)).utf8)
    guard bytes.count >= phrase.count else { return false }
    return (0...bytes.count - phrase.count).contains { start in
      bytes[start] == phrase[0] && bytes[start..<start + phrase.count].elementsEqual(phrase)
    }
  }

  /// A text's words, folded, one blank between them.
  private static func searchable(_ text: String) -> String { NameWords.split(foldName(text)).joined(separator: " ") }
}
