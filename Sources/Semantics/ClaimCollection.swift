/// The claims of a casebook as rows of a table.
public enum ClaimCollection: String, Sendable, CaseIterable {
  /// All that is said.
  case claims
  /// The claims whose value is an entity: how things are tied.
  case relations

  /// What one row is called.
  public var singular: String { self == .claims ? "claim" : "relation" }

  /// What its rows are, in a sentence without its full stop.
  public var summary: String {
    switch self {
    case .claims: "everything that is said, one row a claim"
    case .relations: "the claims whose value is an entity, one row a tie"
    }
  }
}
