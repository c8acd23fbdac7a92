/// A source as the bibliography lists it.
public struct BibliographyEntry: Hashable, Sendable {
  /// The source's name in the language.
  public var id: String
  public var content: [Inline]

  public init(id: String, content: [Inline]) {
    self.id = id
    self.content = content
  }
}
