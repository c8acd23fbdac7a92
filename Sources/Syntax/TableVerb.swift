/// A column of a table that a verb makes: `rate = n / people`. Without a name it is called as it is written.
public struct NamedColumn: Hashable, Sendable {
  public var name: Identifier?
  public var value: Expression
  /// Why it is made so, in words.
  public var because: String?

  public init(name: Identifier?, value: Expression, because: String? = nil) {
    self.name = name
    self.value = value
    self.because = because
  }
}

/// `Entidad to state`
public struct RenamedColumn: Hashable, Sendable {
  public var from: Identifier
  public var to: Identifier

  public init(from: Identifier, to: Identifier) {
    self.from = from
    self.to = to
  }
}

/// `left join rates on Entidad = state expect all matched`
public struct JoinVerb: Hashable, Sendable {
  public enum Kind: String, Sendable { case inner, left, anti }
  public var kind: Kind
  public var other: Expression
  /// A key that has one name on both sides stands twice.
  public var keys: [Key]
  public var expectsAllMatched: Bool

  /// What must agree: a column of this table and one of the other.
  public struct Key: Hashable, Sendable {
    public var left: Identifier
    public var right: Identifier

    public init(left: Identifier, right: Identifier) {
      self.left = left
      self.right = right
    }
  }

  public init(kind: Kind, other: Expression, keys: [Key], expectsAllMatched: Bool) {
    self.kind = kind
    self.other = other
    self.keys = keys
    self.expectsAllMatched = expectsAllMatched
  }
}
