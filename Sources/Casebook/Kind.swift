/// A sort of entity: `institution`, `place`, `event`.
public struct Kind: Hashable, Sendable {
  /// Its number.
  public let id: KindID
  /// The word that declares an entity of this kind.
  public let name: String
  /// The word for all entities of this kind, a table's name.
  public let plural: String
  /// What people read.
  public var title: String
  /// The wider kind: every `state` is a `place`.
  public var parent: KindID?
  /// What its declaration says of it.
  public var documentation: String?
  /// Where it was declared.
  public var declaration: TextRange
}
