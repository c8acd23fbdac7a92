public import Evidence

/// One statement about one entity: a property, its value, when it held, and on whose word.
///
/// What few claims have stands in `details`, so that the others stay small. Citations stand in the casebook, which knows the sources.
public struct Claim: Sendable {
  public let id: ClaimID
  public let entity: EntityID
  public let property: PropertyID
  public let value: ClaimValue
  public let status: Status
  public let mode: Mode
  public let isPreferred: Bool
  /// When it held, where the claim itself says so.
  public let time: TimeSpan?
  /// The period or event by which it is dated (`in fox`), where it is.
  public let timeEntity: EntityID?
  public let details: ClaimDetails?
  public let place: TextRange
  let firstCitation: UInt32
  let citationCount: UInt32
}

/// What a claim says of its entity.
public enum ClaimValue: Hashable, Sendable {
  case number(HedgedNumber, Unit)
  case text([String])
  case time(TimeSpan)
  case entities([EntityID])
  case truth(Bool)
  case word(String)
  /// Stated to be absent: known absence, not zero and not silence.
  case none
  /// Stated to be unknown.
  case unknown
  /// Follows from other claims by a rule that whoever filled the casebook knows.
  case derived(RuleID)
}

/// The rare parts of a claim.
public final class ClaimDetails: Sendable {
  /// For what part of its subject the claim holds: `in at least one state`.
  public let scope: String?
  /// What is not certain about it; stands on every figure that is made from it.
  public let caveats: [String]
  /// The source's own short wording.
  public let words: String?
  public let grade: Grade?
  /// Documents through which the source reached the reader.
  public let via: [SourceID]
  /// What the source itself cites for it.
  public let supportedBy: [ClaimCitation]
  /// Why it no longer answers; it stays visible.
  public let deprecatedBecause: String?
  public let documentation: String?

  public init(
    scope: String? = nil, caveats: [String] = [], words: String? = nil, grade: Grade? = nil, via: [SourceID] = [],
    supportedBy: [ClaimCitation] = [], deprecatedBecause: String? = nil, documentation: String? = nil
  ) {
    self.scope = scope
    self.caveats = caveats
    self.words = words
    self.grade = grade
    self.via = via
    self.supportedBy = supportedBy
    self.deprecatedBecause = deprecatedBecause
    self.documentation = documentation
  }
}

/// A source of the casebook and a place in it.
public struct ClaimCitation: Hashable, Sendable {
  public var source: SourceID
  /// `¶19`, `p. 31`; several are joined by commas.
  public var locator: String?

  public init(_ source: SourceID, locator: String? = nil) {
    self.source = source
    self.locator = locator
  }
}

/// A claim that is about to be added.
public struct ClaimDraft: Sendable {
  public var entity: EntityID
  public var property: PropertyID
  public var value: ClaimValue
  public var status = Status.actual
  public var mode = Mode.stated
  public var time: TimeSpan?
  public var timeEntity: EntityID?
  public var citations: [ClaimCitation] = []
  public var isPreferred = false
  public var details: ClaimDetails?
  public var place: TextRange

  public init(entity: EntityID, property: PropertyID, value: ClaimValue, place: TextRange) {
    self.entity = entity
    self.property = property
    self.value = value
    self.place = place
  }
}
