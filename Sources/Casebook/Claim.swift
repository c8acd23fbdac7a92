public import Evidence

/// One statement about one entity: a property, its value, when it held, and on whose word.
///
/// What few claims have stands in `details`, so that the others stay small. Citations stand in the casebook, which knows the sources.
public struct Claim: Sendable {
  /// Its number.
  public let id: ClaimID
  /// Of what it is said.
  public let entity: EntityID
  /// What is said of it.
  public let property: PropertyID
  /// The value that it gives.
  public let value: ClaimValue
  /// Whether it is said of what is, or of what is planned, aimed at, allowed or foreseen.
  public let status: Status
  /// How its source says it.
  public let mode: Mode
  /// Whether the keeper of the casebook prefers it to others about the same thing.
  public let isPreferred: Bool
  /// When it held, where the claim itself says so.
  public let time: TimeSpan?
  /// The period or event by which it is dated (`in fox`), where it is.
  public let timeEntity: EntityID?
  /// What few claims have.
  public internal(set) var details: ClaimDetails?
  /// Where it was read.
  public let place: TextRange
  /// The place of its first citation among all.
  let firstCitation: UInt32
  /// How many citations it has.
  let citationCount: UInt32
}

/// What a claim says of its entity.
public enum ClaimValue: Hashable, Sendable {
  /// A number with its hedge, in a unit.
  case number(HedgedNumber, Unit)
  /// One text or several.
  case text([String])
  /// A time.
  case time(TimeSpan)
  /// One entity or several: a tie.
  case entities([EntityID])
  /// Yes or no.
  case truth(Bool)
  /// A bare word.
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
  /// How good the word is on which it stands.
  public let grade: Grade?
  /// Documents through which the source reached the reader.
  public let via: [SourceID]
  /// What the source itself cites for it.
  public let supportedBy: [ClaimCitation]
  /// Why it no longer answers; it stays visible.
  public let deprecatedBecause: String?
  /// A remark of the keeper of the casebook.
  public let documentation: String?

  /// All parts may be left out.
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

extension ClaimDetails {
  /// The same, no longer answering.
  public func deprecated(because reason: String) -> ClaimDetails {
    ClaimDetails(
      scope: scope, caveats: caveats, words: words, grade: grade, via: via, supportedBy: supportedBy,
      deprecatedBecause: reason, documentation: documentation)
  }
}

/// A source of the casebook and a place in it.
public struct ClaimCitation: Hashable, Sendable {
  /// Who says it.
  public var source: SourceID
  /// `¶19`, `p. 31`; several are joined by commas.
  public var locator: String?

  /// A citation of a whole source, unless a place in it is given.
  public init(_ source: SourceID, locator: String? = nil) {
    self.source = source
    self.locator = locator
  }
}

/// A claim that is about to be added.
public struct ClaimDraft: Sendable {
  /// Of what it is said.
  public var entity: EntityID
  /// What is said of it.
  public var property: PropertyID
  /// The value that it gives.
  public var value: ClaimValue
  /// Actual unless that is changed.
  public var status = Status.actual
  /// Stated unless that is changed.
  public var mode = Mode.stated
  /// When it held.
  public var time: TimeSpan?
  /// The period or event by which it is dated.
  public var timeEntity: EntityID?
  /// Where its sources say it.
  public var citations: [ClaimCitation] = []
  /// Whether it goes before others about the same thing.
  public var isPreferred = false
  /// What few claims have.
  public var details: ClaimDetails?
  /// Where it was read.
  public var place: TextRange

  /// An actual, stated claim without a time or a source.
  public init(entity: EntityID, property: PropertyID, value: ClaimValue, place: TextRange) {
    self.entity = entity
    self.property = property
    self.value = value
    self.place = place
  }
}
