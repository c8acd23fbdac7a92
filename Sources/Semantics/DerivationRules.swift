public import Casebook
public import Diagnostics
public import Syntax

/// How a figure follows from others by arithmetic: a formula, why it holds, and what is uncertain about it.
public struct DerivationRule: Sendable {
  public var expression: Expression
  public var because: String?
  public var caveats: [String]
  public var range: SourceRange
  public init(expression: Expression, because: String?, caveats: [String], range: SourceRange) {
    self.expression = expression
    self.because = because
    self.caveats = caveats
    self.range = range
  }
}

/// The rules of a casebook's derived figures. Each is checked when a figure is first asked for.
public final class DerivationRules {
  public struct Checked {
    public var expression: CheckedExpression
    public var because: String?
    public var caveats: [String]
    public var range: SourceRange
    /// What was wrong with the formula; it is not evaluated then.
    public var diagnostics: [Diagnostic]
  }

  private var rules: [DerivationRule] = []
  private var checked: [RuleID: Checked] = [:]

  public init() {}

  func add(_ rule: DerivationRule) -> RuleID {
    rules.append(rule)
    return RuleID(UInt32(truncatingIfNeeded: rules.count - 1))
  }

  /// Takes back the rules that were added since there were `count`.
  func removeLast(downTo count: Int) { rules.removeLast(max(0, rules.count - count)) }

  var count: Int { rules.count }

  public var all: [RuleID] { rules.indices.map { RuleID(UInt32(truncatingIfNeeded: $0)) } }

  /// A rule with its formula checked by a checker that sees the whole casebook.
  public func rule(_ id: RuleID, checkedBy makeChecker: () -> Checker) -> Checked? {
    if let known = checked[id] { return known }
    guard Int(id.raw) < rules.count else { return nil }
    let rule = rules[Int(id.raw)]
    var checker = makeChecker()
    checker.setsStatusAside = rule.because != nil
    let expression = checker.check(rule.expression, .plain)
    let result = Checked(
      expression: expression, because: rule.because, caveats: rule.caveats, range: rule.range, diagnostics: checker.diagnostics)
    checked[id] = result
    return result
  }
}
