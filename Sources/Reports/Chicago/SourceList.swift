import Evidence

/// The sources that a document has cited so far.
struct SourceList: Sendable {
  /// In the order in which they were first cited.
  private var sources: [SourceRecord] = []
  private var seen: Set<SourceRecord> = []
  /// The first source that a short form names.
  private var shortForms: [String: SourceRecord] = [:]
  private var relays: [SourceRecord: [SourceRecord]] = [:]

  /// Whether this is the first time that the source is cited.
  mutating func cite(_ source: SourceRecord) -> Bool {
    guard seen.insert(source).inserted else { return false }
    sources.append(source)
    let form = shortForm(source)
    if shortForms[form] == nil { shortForms[form] = source }
    return true
  }

  /// Notes that one source reached the document through another.
  mutating func relay(_ source: SourceRecord, by relay: SourceRecord) {
    if !(relays[source]?.contains(relay) ?? false) { relays[source, default: []].append(relay) }
  }

  /// Whether the short form of a source is also that of one cited before it.
  func isAmbiguous(_ source: SourceRecord) -> Bool {
    shortForms[shortForm(source)].map { $0 != source } ?? false
  }

  /// An entry for each source, sorted by how it begins.
  func bibliography() -> [BibliographyEntry] {
    let keyed = sources.map { (key: sortKey($0), source: $0) }
    return keyed.sorted { ($0.key, $0.source.id) < ($1.key, $1.source.id) }.map { entry(of: $0.source) }
  }

  private func entry(of source: SourceRecord) -> BibliographyEntry {
    var content = chicagoBibliography(source)
    let declared = sources.filter { $0.relays.contains(source.id) }
    let others = (relays[source] ?? []).filter { !declared.contains($0) }
    let names = (declared + others).map { ChicagoSource($0).short(locator: nil, usesFullTitle: isAmbiguous($0)) }
    for (index, name) in names.enumerated() {
      if index > 0 { content = closedSentence(content, with: ",") }
      content.append(.text(index == 0 ? " Relayed by " : " and by "))
      content += name
    }
    return BibliographyEntry(id: source.id, content: names.isEmpty ? content : closedSentence(content))
  }

  private func shortForm(_ source: SourceRecord) -> String {
    plainText(ChicagoSource(source).short(locator: nil, usesFullTitle: false))
  }

  /// As the entry begins, without case, accents, quotation marks and a leading article.
  private func sortKey(_ source: SourceRecord) -> String {
    let text = asciiText(plainText(chicagoBibliography(source))).lowercased()
    let letters = String(text.filter { $0 != "\"" && $0 != "'" })
    for article in ["the ", "a ", "an ", "el ", "la ", "los ", "las "] where letters.hasPrefix(article) {
      return String(letters.dropFirst(article.count))
    }
    return letters
  }
}
