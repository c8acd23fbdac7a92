/// `check EXPRESSION against CANDIDATE, …`: one figure set beside each of the series that could be meant by it.
public struct Check: Sendable, Hashable {
  public var subject: Expression
  public var candidates: [Comparison.Item]
  /// What holds for the figure and its candidates alike.
  public var qualifiers: [Qualifier]
  /// Why what is not alike may be measured all the same.
  public var because: Reason?

  public init(subject: Expression, candidates: [Comparison.Item], qualifiers: [Qualifier] = [], because: Reason? = nil) {
    self.subject = subject
    self.candidates = candidates
    self.qualifiers = qualifiers
    self.because = because
  }
}
