/// What a few words name.
public enum NameMatch: Hashable, Sendable {
  /// They are its id.
  case exact(EntityID)
  /// They are not its id, but it is plainly meant; `others` have the words in a name too, likeliest first.
  case one(EntityID, others: [EntityID])
  /// Several are meant equally, likeliest first.
  case ambiguous([EntityID])
  /// None has the words in a name; `near` are called something close, nearest first, and may be empty.
  case none(near: [EntityID])
}

/// How well words fit a name, best first. Each step is weaker than all before it.
enum NameFit: Int, Comparable {
  /// The whole id.
  case id
  /// A whole other name.
  case alias
  /// The whole title.
  case title
  /// The same, but for articles and singular or plural.
  case wording
  /// The same, once words for the entity's country are left out: `army` for `Mexican Army` of Mexico.
  case withoutCountry
  /// The same words in another order.
  case anyOrder
  /// The name ends with the words: `cartel` for `Gulf Cartel`. In English the last word is the one that says what a thing is.
  case ending
  /// All the words are in the name, some perhaps in that of its country.
  case containing

  static func < (left: NameFit, right: NameFit) -> Bool { left.rawValue < right.rawValue }
}
