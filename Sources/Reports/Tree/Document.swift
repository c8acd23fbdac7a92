/// A finished result: what a question, a comparison or a report answers, ready for any renderer.
public struct Document: Hashable, Sendable {
  /// Empty for a result at the prompt that needs none.
  public var title: [Inline]
  /// Empty for most.
  public var subtitle: [Inline]
  public var blocks: [Block]
  /// In order of number; note marks in the blocks point here.
  public var notes: [Note]
  /// Sorted, each source once.
  public var bibliography: [BibliographyEntry]
  /// What made the document: script, parameters, hashes, policies.
  public var colophon: [ColophonEntry]
  /// The language of the text as a BCP 47 tag, for screen readers and hyphenation.
  public var language: String

  /// A document of what is given; everything else is empty.
  public init(
    title: [Inline] = [], subtitle: [Inline] = [], blocks: [Block] = [], notes: [Note] = [],
    bibliography: [BibliographyEntry] = [], colophon: [ColophonEntry] = [], language: String = "en"
  ) {
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
    self.notes = notes
    self.bibliography = bibliography
    self.colophon = colophon
    self.language = language
  }
}
