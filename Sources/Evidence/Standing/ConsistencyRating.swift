/// How an item of evidence stands to a hypothesis: what would be expected of it, if the hypothesis were so.
public enum ConsistencyRating: String, Hashable, Sendable, CaseIterable {
  case veryConsistent = "CC"
  case consistent = "C"
  /// It was weighed and says nothing either way. A cell that nobody filled is another thing.
  case neutral = "N"
  case inconsistent = "I"
  case veryInconsistent = "II"

  /// What it counts for in the weighted inconsistency: 1 for I, 2 for II. What fits a hypothesis counts nothing for it, because it may fit
  /// the others as well.
  public var inconsistency: Int {
    switch self {
    case .veryConsistent, .consistent, .neutral: 0
    case .inconsistent: 1
    case .veryInconsistent: 2
    }
  }

  /// Where it stands from very inconsistent to very consistent, so that two can be told apart by how far they lie from each other.
  public var step: Int {
    switch self {
    case .veryInconsistent: -2
    case .inconsistent: -1
    case .neutral: 0
    case .consistent: 1
    case .veryConsistent: 2
    }
  }

  /// In words, for a legend: `inconsistent`.
  public var words: String {
    switch self {
    case .veryConsistent: "very consistent"
    case .consistent: "consistent"
    case .neutral: "neutral"
    case .inconsistent: "inconsistent"
    case .veryInconsistent: "very inconsistent"
    }
  }
}
