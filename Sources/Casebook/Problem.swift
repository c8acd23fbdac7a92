/// Something in a casebook that a careful reader would stop at. None of it keeps a claim from answering.
public struct Problem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A claim that names no source.
    case noSource
    /// A claim that does not say where in its source it stands.
    case noLocator
    /// An actual figure whose only support was published before the time of which it speaks.
    case supportOlderThanClaim
    /// Entities that are, by way of others, each other's `part_of` or whatever the transitive property says.
    case cycle(PropertyID)
    /// Sources that relay each other in a circle, so that none is the first to say a thing. The claims are those that say so with `via`.
    case sourceCycle
    /// A claim that says nothing but what an earlier one has said, from the same source; the earlier one stands first.
    case duplicate
  }
  /// What is wrong.
  public var kind: Kind
  /// The claims concerned, in the order of the files.
  public var claims: [ClaimID] = []
  /// The entities of a cycle, in order of declaration.
  public var entities: [EntityID] = []
  /// The sources concerned.
  public var sources: [SourceID] = []
}
