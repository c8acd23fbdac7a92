/// Yes, no or maybe: whether something holds in all worlds that the sources allow, in none, or in some.
///
/// A yes or no that would be a maybe if "about" had no width rests on a soft bound. It is starred, and names the policies that it rests on.
/// And, or and not are Kleene's: min, max and swap of no < maybe < yes. The star follows by computing the verdict a second time with
/// every starred operand taken for maybe: `no* and no` is a plain no, since the second no suffices.
public struct Verdict: Hashable, Sendable, CustomStringConvertible {
  /// The three truth values, in Kleene's order.
  public enum Truth: Int, Hashable, Sendable, Comparable, CaseIterable {
    case no, maybe, yes

    /// No before maybe before yes.
    public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

    /// Yes for no, no for yes.
    public var negated: Truth {
      switch self {
      case .no: .yes
      case .maybe: .maybe
      case .yes: .no
      }
    }

    /// `yes`, `no`, `maybe`
    public var word: String {
      switch self {
      case .no: "no"
      case .maybe: "maybe"
      case .yes: "yes"
      }
    }
  }

  /// What holds, with soft bounds taken for bounds.
  public let truth: Truth
  /// Whether it would be a maybe without soft bounds. Never so of a maybe.
  public let restsOnSoftBound: Bool
  /// The policies by which it is what it is: of a starred verdict those behind the star, of a maybe those that make it open.
  public let policies: PolicySet

  /// A verdict that rests on no policy.
  public init(_ truth: Truth) { self.init(truth, isStarred: false, []) }

  private init(_ truth: Truth, isStarred: Bool, _ policies: PolicySet) {
    self.truth = truth
    self.restsOnSoftBound = isStarred && truth != .maybe
    self.policies = isStarred || truth == .maybe ? policies : []
  }

  /// From what holds under a policy and what holds without it. Under the strict policy only the latter counts.
  init(_ truth: Truth, withoutSoftBounds hard: Truth, policy: PolicySet, _ policies: Policies) {
    if truth == .maybe || truth == hard {
      self.init(truth)
    } else if policies.strict {
      self.init(.maybe, isStarred: false, [policy, .strict])
    } else {
      self.init(truth, isStarred: true, policy)
    }
  }

  /// It holds in all worlds.
  public static let yes = Verdict(.yes)
  /// It holds in none.
  public static let no = Verdict(.no)
  /// It holds in some.
  public static let maybe = Verdict(.maybe)

  /// What it would be without soft bounds.
  private var hardTruth: Truth { restsOnSoftBound ? .maybe : truth }

  /// Whether both hold.
  public func and(_ other: Verdict) -> Verdict { combined(other, Swift.min) }

  /// Whether one of the two holds.
  public func or(_ other: Verdict) -> Verdict { combined(other, Swift.max) }

  /// Whether it does not hold.
  public func not() -> Verdict { Verdict(truth.negated, isStarred: restsOnSoftBound, policies) }

  private func combined(_ other: Verdict, _ choose: (Truth, Truth) -> Truth) -> Verdict {
    let result = choose(truth, other.truth)
    return Verdict(result, isStarred: choose(hardTruth, other.hardTruth) != result, policies.union(other.policies))
  }

  /// Whether it is a yes, starred or not.
  public var surely: Bool { truth == .yes }

  /// Whether it is no no, starred or not.
  public var perhaps: Bool { truth != .no }

  /// `yes`, `no*`, `maybe`
  public var description: String { restsOnSoftBound ? "\(truth.word)*" : truth.word }
}
