/// Anything of which something is said: an institution, a place, an event, a source.
///
/// What is said of it, its other names included, are claims; the entity itself is only what those hang on.
public struct Entity: Hashable, Sendable {
  /// Its number.
  public let id: EntityID
  /// Its id in the language.
  public let name: String
  /// What it is.
  public let kind: KindID
  /// What people read.
  public let title: String
  /// Where it was declared.
  public let declaration: TextRange
}

/// Everything an entity is called, each with the claims' own spelling.
public struct EntityNames: Hashable, Sendable {
  /// What people read.
  public var title: String
  /// Its names in its own language.
  public var natives: [String]
  /// Its other names.
  public var aliases: [String]
}
