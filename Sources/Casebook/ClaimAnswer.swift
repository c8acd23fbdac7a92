public import Evidence

/// What the casebook says to a `Query`: the claims that answer, how they stand to each other, and what was left out.
public struct ClaimAnswer: Sendable {
  /// The claims that answer, in order of valid time; derived ones after stated ones.
  public var claims: [ClaimID] = []
  /// For each of `claims`, what is to be said of it.
  public var marks: [ClaimMarks] = []
  /// The answering claims, by what they are about: those of one set can be set against each other. In the order of `claims`.
  public var sets: [ClaimSet] = []
  /// How the answering claims stand to each other.
  public var relation: ClaimRelation = .nothing
  /// Claims without a time, where a time was asked for and the value varies with time.
  public var undated: [ClaimID] = []
  /// Claims that were left out, and why.
  public var hidden: [HiddenClaim] = []
  /// Claims of the same property and another status, such as a planned figure.
  public var otherStatus: [ClaimID] = []
  /// Where nothing answers: the claim nearest in time.
  public var nearest: ClaimID?
  /// Where nothing answers: what properties to see also say to the same question.
  public var relatedByProperty: [ClaimID] = []

  /// Nothing answers.
  init() {}

  /// One claim on its own, whatever else is said about the same thing.
  public init(alone claim: ClaimID) {
    claims = [claim]
    marks = [[]]
    relation = .one
  }

  /// What is to be said of an answering claim.
  public func marks(of claim: ClaimID) -> ClaimMarks {
    claims.firstIndex(of: claim).map { marks[$0] } ?? []
  }
}

/// How the claims of an answer stand to each other.
public enum ClaimRelation: Hashable, Sendable {
  /// No claim answers.
  case nothing
  /// One claim answers.
  case one
  /// They are about different times, scopes or values side by side, and are not merged.
  case several
  /// They are about one thing.
  case claimSet(Agreement)
}

/// Reservations about a claim that answers.
public struct ClaimMarks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Its time may, but need not, be that of the question.
  public static let possiblyThen = ClaimMarks(rawValue: 1)
  /// A low point or a peak: at any one moment it is only a bound.
  public static let boundsTheMoment = ClaimMarks(rawValue: 2)
  /// It cannot be told whether it was said by then: the source has no date, or one that is too coarse.
  public static let statedWhenUnclear = ClaimMarks(rawValue: 4)
  /// It has no time; what it says does not vary with time.
  public static let undated = ClaimMarks(rawValue: 8)
  /// It follows from other claims.
  public static let derived = ClaimMarks(rawValue: 16)
  /// Its source denies it.
  public static let denied = ClaimMarks(rawValue: 32)
}

/// A claim that would answer but for one reason.
public struct HiddenClaim: Hashable, Sendable {
  /// Why a claim does not answer.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Withdrawn by the keeper of the casebook.
    case deprecated
    /// Said after the time by which it was to be stated.
    case saidLater
    /// Another was chosen by the resolver.
    case notChosen
  }
  /// The claim that is left out.
  public var claim: ClaimID
  /// Why.
  public var reason: Reason
}

/// Claims about one thing: the same entity, property, status, time and scope, from one source or many.
public struct ClaimSet: Hashable, Sendable {
  /// The claims, in the order in which they were given.
  public var claims: [ClaimID]
  /// How far they agree.
  public var agreement: Agreement
  /// The smallest range that holds what all of them assert; nil where they assert no quantity that can be compared.
  public var hull: Quantity?
}

/// How far claims about one thing agree.
public enum Agreement: String, Hashable, Sendable, CaseIterable {
  /// There is only one.
  case single
  /// They say the same, or one says only more closely what the other says.
  case agree
  /// All may be true, but they are not the same.
  case differ
  /// Not all can be true.
  case conflict
  /// They count different things.
  case notComparable
}
