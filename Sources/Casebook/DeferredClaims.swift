public import Evidence

/// Whoever registered entities before reading what is said of them.
///
/// The casebook asks for an entity's claims when they are first wanted, and for all that remain when a question needs them all: ties
/// that point at an entity, names other than ids, lists, searches. It asks for each entity once. While it reads, a loader may look up
/// ids and add claims; it should ask for no claims itself.
public protocol DeferredClaims: AnyObject {
  /// Adds the claims of one entity that was registered as deferred.
  func load(_ entity: EntityID, into casebook: Casebook)
  /// Adds whatever belongs to no deferred entity. Called once, after every deferred entity has been loaded.
  func loadRemainder(into casebook: Casebook)
  /// What is known of a source that was added by its name.
  func record(of source: SourceID, in casebook: Casebook) -> SourceRecord
}
