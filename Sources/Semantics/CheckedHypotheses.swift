public import Evidence

/// Competing explanations, with the evidence that was rated against each.
public struct CheckedHypotheses: Sendable {
  public struct Alternative: Sendable {
    public var id: String
    public var title: String
    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  public struct Item: Sendable {
    /// An entity, or a property of one.
    public var evidence: CheckedExpression
    /// As written.
    public var label: String
    /// One for each hypothesis; nil where nobody rated it.
    public var ratings: [ConsistencyRating?]
    public var because: String?
    public init(evidence: CheckedExpression, label: String, ratings: [ConsistencyRating?], because: String?) {
      self.evidence = evidence
      self.label = label
      self.ratings = ratings
      self.because = because
    }
  }

  public var title: String
  public var alternatives: [Alternative]
  public var items: [Item]

  public init(title: String, alternatives: [Alternative], items: [Item]) {
    self.title = title
    self.alternatives = alternatives
    self.items = items
  }
}
