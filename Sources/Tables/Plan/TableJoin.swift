/// Columns of another table beside those of this one, where keys agree. Keys of unlike type are matched by what they say: 1 = "01".
public struct TableJoin: Sendable {
  /// Which rows come out.
  public enum Kind: String, Sendable {
    /// Rows of both that match.
    case inner
    /// All rows of this table.
    case left
    /// Rows of this table that match none.
    case anti
  }

  public var other: Pipeline
  public var kind: Kind
  /// Of this table and of the other.
  public var keys: [(left: TableExpression, right: TableExpression)]
  /// What the other table is called; a column whose name this table has too is named `other_name`.
  public var otherName: String
  /// Whether leftovers of this table are an error.
  public var expectsAllMatched: Bool

  /// Pairs of keys: one of this table, one of the other.
  public init(
    _ kind: Kind, _ other: Pipeline, named otherName: String, on keys: [(left: TableExpression, right: TableExpression)],
    expectsAllMatched: Bool = false
  ) {
    self.other = other
    self.kind = kind
    self.keys = keys
    self.otherName = otherName
    self.expectsAllMatched = expectsAllMatched
  }
}
