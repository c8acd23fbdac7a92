/// What can be asked of a row that is a claim.
public enum ClaimColumn: String, Sendable, CaseIterable {
  case entity, property, value, kind, status, mode, time, source, locator, published
  case supportedBy = "supported_by"
  case via, grade, scope, caveat, words, note, preferred, deprecated

  /// The column of that name; the three parts of a relation have names of their own besides.
  public init?(named folded: String) {
    switch folded {
    case "subject": self = .entity
    case "relation": self = .property
    case "object": self = .value
    default: self.init(rawValue: folded)
    }
  }

  /// What it is called in a collection.
  public func name(in collection: ClaimCollection) -> String {
    guard collection == .relations else { return rawValue }
    switch self {
    case .entity: return "subject"
    case .property: return "relation"
    case .value: return "object"
    default: return rawValue
    }
  }

  /// What stands in it, for `describe`.
  public var summary: String {
    switch self {
    case .entity: "of whom or what it is said"
    case .property: "what is said, by the name of its property"
    case .value: "a figure, a text, a time, an entity"
    case .kind: "the kind of the entity of which it is said"
    case .status: "actual, planned, target, authorised or projected"
    case .mode: "stated, reported, alleged, estimated or denied"
    case .time: "when it held"
    case .source: "who says it"
    case .locator: "where in the source"
    case .published: "when its first source came out"
    case .supportedBy: "what the source cites for it"
    case .via: "the documents through which the source reached the reader"
    case .grade: "how good the word is on which it stands"
    case .scope: "for what part of its subject it holds"
    case .caveat: "what is not certain about it"
    case .words: "the source's own short wording"
    case .note: "a remark of whoever keeps the casebook"
    case .preferred: "whether it goes before others about the same thing"
    case .deprecated: "why it no longer answers"
    }
  }
}
