/// One step from an entity to another, by a claim whose value is an entity.
public struct Tie: Hashable, Sendable {
  /// The claim that states it.
  public var claim: ClaimID
  /// How the two are tied.
  public var property: PropertyID
  /// From the claim's entity to its value, or the other way round.
  public var isForward: Bool
  /// Where the step leads.
  public var other: EntityID
}
