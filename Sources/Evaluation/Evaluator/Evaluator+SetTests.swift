import Diagnostics
import Evidence
import Semantics

/// Comparisons of one term, joined by and, or and not, judged together as the test of a set.
extension Evaluator {
  /// A condition on one term, with constants in place of everything else.
  private indirect enum SetTest {
    /// The sign stands between the term and the constant, in this order.
    case comparison(ComparisonOperator, Quantity)
    case and(SetTest, SetTest)
    case or(SetTest, SetTest)
    case not(SetTest)

    var constants: [Quantity] {
      switch self {
      case .comparison(_, let constant): [constant]
      case .and(let one, let other), .or(let one, let other): one.constants + other.constants
      case .not(let inner): inner.constants
      }
    }

    func holds(of point: Quantity, _ policies: Policies) throws(ArithmeticError) -> Bool {
      switch self {
      case .comparison(let sign, let constant): return try sign.compare(point, constant, policies).truth == .yes
      case .and(let one, let other):
        if try !one.holds(of: point, policies) { return false }
        return try other.holds(of: point, policies)
      case .or(let one, let other):
        if try one.holds(of: point, policies) { return true }
        return try other.holds(of: point, policies)
      case .not(let inner): return try !inner.holds(of: point, policies)
      }
    }
  }

  /// What a condition comes to where all of it speaks of one term; nil where it doesn't, or where the term has no figure.
  func judgeAsSet(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Verdict? {
    var term: CheckedExpression?
    guard let test = try setTest(expression, &term, in: frame), let term, test.constants.count > 1 else { return nil }
    guard case .found(let found) = try figure(try evaluate(term, in: frame), at: term.range) else { return nil }
    let policies = policies
    return try? found.quantity.judge(against: test.constants, policies) { (point) throws(ArithmeticError) in
      try test.holds(of: point, policies)
    }
  }

  private func setTest(_ expression: CheckedExpression, _ term: inout CheckedExpression?, in frame: Frame)
    throws(Diagnostic) -> SetTest?
  {
    switch expression.node {
    case .comparison(let sign, let left, let right):
      if let constant = try constant(right, in: frame), isTerm(left, &term) { return .comparison(sign, constant) }
      if let constant = try constant(left, in: frame), isTerm(right, &term) { return .comparison(sign.mirrored, constant) }
      return nil
    case .between(let value, let low, let high):
      guard let lower = try constant(low, in: frame), let upper = try constant(high, in: frame), isTerm(value, &term) else {
        return nil
      }
      return .and(.comparison(.greaterOrEqual, lower), .comparison(.lessOrEqual, upper))
    case .and(let left, let right):
      guard let one = try setTest(left, &term, in: frame), let other = try setTest(right, &term, in: frame) else { return nil }
      return .and(one, other)
    case .or(let left, let right):
      guard let one = try setTest(left, &term, in: frame), let other = try setTest(right, &term, in: frame) else { return nil }
      return .or(one, other)
    case .not(let inner): return try setTest(inner, &term, in: frame).map { .not($0) }
    default: return nil
    }
  }

  /// The one value of a number or a name of one; nil for anything else and for what isn't exact.
  private func constant(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Quantity? {
    switch expression.node {
    case .quantity, .variable: break
    case .adoptUnit(let inner, _):
      guard case .quantity = inner.node else { return nil }
    default: return nil
    }
    guard case .figure(let figure) = try evaluate(expression, in: frame), figure.quantity.isExact else { return nil }
    return figure.quantity
  }

  /// Whether an expression is the term of which all comparisons speak: the same words in the same place mean the same.
  private func isTerm(_ expression: CheckedExpression, _ term: inout CheckedExpression?) -> Bool {
    switch expression.type {
    case .quantity, .unknown: break
    default: return false
    }
    guard let known = term else {
      term = expression
      return true
    }
    return spelled(known) == spelled(expression)
  }
}
