/// What the parser found a word or a stretch of words to be.
struct Mark {
  enum Kind: Hashable {
    case keyword
    /// The property of a claim or a member.
    case property
    /// The kind of a declaration.
    case kind
    case unit
    case function
    /// A sign that belongs to the operand after it.
    case prefixSign
    /// A token of an expression that stands in a text.
    case embedded(TokenKind)
    /// A number that is a year, or part of a time.
    case time
    case locator
    /// A statement, claim or other line begins here.
    case statement
    /// A clause begins here; a long line may be broken before it.
    case clause
    /// Words that the formatter leaves as they are.
    case verbatim
    /// What the formatter writes in its place.
    case replacement(String)
  }
  var start: UInt32
  var end: UInt32
  var kind: Kind
}
