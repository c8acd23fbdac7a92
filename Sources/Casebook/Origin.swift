/// One independent origin of what some claims say: a source that nobody among them merely repeats.
public struct Origin: Hashable, Sendable {
  /// The source itself; several where it cannot be told which of them a document repeats; none for claims without a source.
  public var sources: [SourceID]
  /// What comes from it, in the order in which the claims were given.
  public var claims: [ClaimID]
}
