public import Evidence

/// A question to the claims about one property of one entity.
public struct Query: Hashable, Sendable {
  /// Of what it is asked.
  public var entity: EntityID
  /// What is asked.
  public var property: PropertyID
  /// Nil means actual. Claims of other statuses are never mixed in.
  public var status: Status?
  /// For when.
  public var time: TimeQuestion
  /// Leaves out what was said only later.
  public var statedBy: TimeSpan?
  /// Asks for the least or greatest value that a varying quantity had, not for its value at a moment.
  public var extreme: Extreme?
  /// What to do where claims disagree; nil gives all of them.
  public var resolver: Resolver?

  /// For any time and what is actual, unless more is said.
  public init(
    entity: EntityID, property: PropertyID, status: Status? = nil, time: TimeQuestion = .any, statedBy: TimeSpan? = nil,
    extreme: Extreme? = nil, resolver: Resolver? = nil
  ) {
    self.entity = entity
    self.property = property
    self.status = status
    self.time = time
    self.statedBy = statedBy
    self.extreme = extreme
    self.resolver = resolver
  }
}

/// For when an answer is wanted.
public enum TimeQuestion: Hashable, Sendable {
  /// Every claim, dated.
  case any
  /// What held then.
  case during(TimeSpan)
  /// A series: every claim whose time touches the span.
  case over(TimeSpan)
  /// The latest that is known to have held at the span's end or before, from each independent origin.
  case asOf(TimeSpan)

  /// The time that is asked about; nil for any.
  public var span: TimeSpan? {
    switch self {
    case .any: nil
    case .during(let span), .over(let span), .asOf(let span): span
    }
  }
}

/// How to choose where claims about one thing disagree.
public enum Resolver: String, Hashable, Sendable, CaseIterable {
  /// Those that the keeper of the casebook marked as preferred, if any is.
  case preferred
  /// Those whose sources were published last.
  case latestStated
  /// None is chosen and nothing merged: each claim stands for itself.
  case each
}
