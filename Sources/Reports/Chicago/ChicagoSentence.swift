import Evidence

/// Citations joined to one sentence of a note.
struct ChicagoSentence {
  private(set) var content: [Inline] = []
  /// How sources are named.
  let style: NoteCollector.Style

  /// Adds a citation (`moreLocators` are further places in the same source), what relays it, and what it cites itself. `sources` keeps
  /// count of what has been named in full.
  mutating func append(_ citation: Citation, moreLocators: [String] = [], sources: inout SourceList) {
    if !content.isEmpty { content.append(.text("; ")) }
    let locators = [citation.locator].compactMap { $0 } + moreLocators
    content += named(citation.source, locators.isEmpty ? nil : locators.joined(separator: ", "), &sources)
    for (index, relay) in citation.via.enumerated() {
      connect(index == 0 ? "relayed by " : "and by ")
      content += named(relay, nil, &sources)
      sources.relay(citation.source, by: relay)
    }
    // What supports a citation may be supported in turn; it is followed in reading order on a stack of our own.
    var pending: [(rest: ArraySlice<Citation>, connector: String)] = [(citation.supportedBy[...], "citing ")]
    while var level = pending.popLast() {
      guard let support = level.rest.popFirst() else { continue }
      connect(level.connector)
      content += named(support.source, support.locator, &sources)
      level.connector = "and "
      pending.append(level)
      pending.append((support.supportedBy[...], "citing "))
    }
  }

  private func named(_ source: SourceRecord, _ locator: String?, _ sources: inout SourceList) -> [Inline] {
    let isFirst = sources.cite(source)
    switch style {
    case .chicago:
      let chicago = ChicagoSource(source)
      if isFirst { return chicago.full(locator: locator) }
      return chicago.short(locator: locator, usesFullTitle: sources.isAmbiguous(source))
    case .brief:
      return [.text([source.shortForm, locator ?? ""].filter { !$0.isEmpty }.joined(separator: " "))]
    }
  }

  private mutating func connect(_ words: String) {
    content = closedSentence(content, with: ",")
    content.append(.text(" " + words))
  }
}
