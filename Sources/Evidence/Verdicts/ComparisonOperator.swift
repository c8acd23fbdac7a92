/// The signs by which quantities and times are compared.
public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case equal = "="
  case notEqual = "!="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether it asks which of the two is greater, not only whether they are the same.
  public var isOrdering: Bool { self != .equal && self != .notEqual }

  /// The sign that says the same with the sides exchanged.
  public var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }

  /// Whether it holds between two quantities: in all worlds that the sources allow, in none, or in some. A verdict that would be open
  /// without a soft bound is starred, or, under the strict policy, open.
  ///
  /// Throws `unitMismatch` where the two measure different things.
  public func compare(_ left: Quantity, _ right: Quantity, _ policies: Policies) throws(ArithmeticError) -> Verdict {
    guard let unit = left.unit.meeting(right.unit) else { throw .unitMismatch(left.unit, right.unit) }
    let one = try left.given(in: unit)
    let other = try right.given(in: unit)
    let truth = one.bounds.compare(self, other.bounds)
    guard truth != .maybe, one.isSoft || other.isSoft else { return Verdict(truth) }
    let hard = one.hardBounds.compare(self, other.hardBounds)
    return Verdict(truth, withoutSoftBounds: hard, policy: .about, policies)
  }
}
