/// A text of the casebook in which some words were found.
public struct SearchHit: Hashable, Sendable {
  /// The entity whose title it is, or of which the claim is made.
  public var entity: EntityID
  /// The claim whose text it is; nil for a title.
  public var claim: ClaimID?
  /// The whole text.
  public var text: String
}
