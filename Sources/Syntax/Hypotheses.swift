/// `hypotheses splintering "Why did the groups splinter?" { h1 "Leaders were removed"; rate c_military: h1 CC }`
public struct Hypotheses: Sendable, Hashable {
  /// One of the explanations that compete.
  public struct Alternative: Sendable, Hashable {
    public var id: Identifier
    public var title: String
    public init(id: Identifier, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// One item of evidence with what its author thinks of it under each hypothesis. A hypothesis that isn't named stays blank.
  public struct Rating: Sendable, Hashable {
    public struct Cell: Sendable, Hashable {
      public var hypothesis: Identifier
      /// As written: `CC`, `C`, `N`, `I` or `II`.
      public var word: Identifier
      public init(hypothesis: Identifier, word: Identifier) {
        self.hypothesis = hypothesis
        self.word = word
      }
    }
    public var item: Path
    public var cells: [Cell]
    public var because: Reason?
    public init(item: Path, cells: [Cell], because: Reason?) {
      self.item = item
      self.cells = cells
      self.because = because
    }
  }

  public var name: Identifier
  /// The question that they answer.
  public var title: String
  public var alternatives: [Alternative]
  public var ratings: [Rating]

  public init(name: Identifier, title: String, alternatives: [Alternative], ratings: [Rating]) {
    self.name = name
    self.title = title
    self.alternatives = alternatives
    self.ratings = ratings
  }
}
