import Evidence

/// A source's entry in the bibliography: the same facts as in its first note, as sentences, the first author's family name first.
struct ChicagoEntry {
  private(set) var content: [Inline] = []

  init(_ source: SourceRecord) {
    let chicago = ChicagoSource(source)
    add(chicago.authors(ChicagoAuthors.entry))
    add(chicago.isDescription ? [.text(capitalised(plainText(chicago.title)))] : chicago.title)
    let date = chicago.date
    if chicago.isBook {
      add([.text([source.publisher ?? source.container, date].compactMap { $0 }.joined(separator: ", "))])
    } else if chicago.isArticle, let container = source.container {
      add(chicago.containerName(container) + [.text(chicago.isJournal ? " (" + date + ")" : ", " + date)])
    } else {
      if chicago.medium == nil { add(source.container.map { [.text($0)] }) }
      add([.text(([date] + [chicago.medium].compactMap { $0 }).joined(separator: ", "))])
    }
    add(chicago.accessed.map { [.text("Accessed " + $0)] })
    add(chicago.address)
  }

  /// Adds a sentence.
  mutating func add(_ sentence: [Inline]?) {
    guard let sentence, !sentence.isEmpty else { return }
    if !content.isEmpty { content.append(.text(" ")) }
    content += closedSentence(sentence)
  }
}
