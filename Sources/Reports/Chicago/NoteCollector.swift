public import Evidence

/// Makes a document's notes, and its bibliography, from the citations of its figures as they are written down.
///
///     var notes = NoteCollector()
///     let mark = notes.note(for: [Citation(ellis, "¶19")], hedge: "as few as two thousand", caveats: [])   // 1
///     notes.note(for: [Citation(ellis, "¶30")])   // 2: "Ellis, “Mexico's Fight,” ¶30."
///
/// The same citations, hedge and caveats get the same number. A source is named in full in the first note that cites it.
public struct NoteCollector: Sendable {
  /// How sources are named in notes.
  public enum Style: Hashable, Sendable {
    /// As the Chicago Manual of Style has it.
    case chicago
    /// By the short form alone, `Ellis 2018 ¶19`: for a reader who has the sources at hand.
    case brief
  }

  /// In order of number, beginning with 1.
  public private(set) var notes: [Note] = []
  private let style: Style
  private var numbers: [Content: Int] = [:]
  private var remarks: [[Inline]: Int] = [:]
  private var sources = SourceList()

  /// What makes a note the same as another.
  private struct Content: Hashable {
    let citations: [Citation]
    let hedge: String?
    let caveats: [String]
  }

  public init(style: Style = .chicago) {
    self.style = style
  }

  /// The number of the note that says where a figure stands, in the source's own words (`hedge`), and how it is to be read (`caveats`,
  /// one sentence each).
  public mutating func note(for citations: [Citation], hedge: String? = nil, caveats: [String] = []) -> Int {
    let content = Content(citations: citations, hedge: hedge, caveats: caveats)
    if let number = numbers[content] { return number }
    var inlines = closedSentence(sentence(of: citations) + printed(hedge, follows: !citations.isEmpty))
    for caveat in caveats where !caveat.isEmpty {
      if !inlines.isEmpty { inlines.append(.text(" ")) }
      inlines += closedSentence([.text(capitalised(caveat))])
    }
    let number = add(inlines.isEmpty ? [.text("No source is recorded.")] : inlines)
    numbers[content] = number
    return number
  }

  /// The number of a note that is a remark of the document's own.
  public mutating func note(remark: [Inline]) -> Int {
    if let number = remarks[remark] { return number }
    let number = add(remark)
    remarks[remark] = number
    return number
  }

  /// Every source that a note names, once, by author or title; one that others relay says by which.
  public func bibliography() -> [BibliographyEntry] {
    sources.bibliography()
  }

  private mutating func add(_ content: [Inline]) -> Int {
    let note = Note(number: notes.count + 1, content: content)
    notes.append(note)
    return note.number
  }

  private mutating func sentence(of citations: [Citation]) -> [Inline] {
    var sentence = ChicagoSentence(style: style)
    for group in grouped(citations) {
      sentence.append(group.citation, moreLocators: group.locators, sources: &sources)
    }
    return sentence.content
  }

  /// Citations of one source that say no more than a place are named together: `Ellis, “Mexico's Fight,” ¶19, ¶30`.
  private func grouped(_ citations: [Citation]) -> [(citation: Citation, locators: [String])] {
    var groups: [(citation: Citation, locators: [String])] = []
    var seen: Set<Citation> = []
    for citation in citations where seen.insert(citation).inserted {
      if let last = groups.last, last.citation.source == citation.source, last.citation.locator != nil, last.citation.via.isEmpty,
        last.citation.supportedBy.isEmpty, citation.via.isEmpty, citation.supportedBy.isEmpty, let locator = citation.locator
      {
        groups[groups.count - 1].locators.append(locator)
      } else {
        groups.append((citation, []))
      }
    }
    return groups
  }

  private func printed(_ hedge: String?, follows: Bool) -> [Inline] {
    guard let hedge, !hedge.isEmpty else { return [] }
    return follows ? [.text(" (printed as "), .quote(hedge), .text(")")] : [.text("Printed as "), .quote(hedge)]
  }
}
