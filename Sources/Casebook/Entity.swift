/// Anything of which something is said: an institution, a place, an event, a source.
///
/// What is said of it, its other names included, are claims; the entity itself is only what those hang on.
public struct Entity: Hashable, Sendable {
  public let id: EntityID
  /// Its id in the language.
  public let name: String
  public let kind: KindID
  /// What people read.
  public let title: String
  public let declaration: TextRange
}

/// Everything an entity is called, each with the claims' own spelling.
public struct EntityNames: Hashable, Sendable {
  public var title: String
  public var natives: [String]
  public var aliases: [String]
}
