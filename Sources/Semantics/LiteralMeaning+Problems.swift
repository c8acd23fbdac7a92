import Diagnostics
import Syntax

extension LiteralMeaning {
  /// What is wrong with a quantity whose words can be read but say nothing: a range that ends below its beginning, a part greater than its
  /// whole, a negative width, a rate for none.
  static func problem(with literal: QuantityLiteral) -> Diagnostic? {
    if let unit = literal.unit, let problem = problem(with: unit) { return problem }
    guard let join = literal.join, let second = literal.second else { return nil }
    let first = literal.number
    switch join {
    case .to where first.value > second.value:
      return Diagnostic(
        .badNumber, "this range ends below its beginning", at: first.range, "the lower end",
        also: [.init(second.range, "the upper end")],
        notes: ["the lower number stands first; a figure that fell is a `change` from one to the other"])
    case .plusMinus where second.value < 0:
      return Diagnostic(
        .badNumber, "a width to either side is not negative", at: second.range, "less than zero", notes: ["as in: 15_000 ± 1_000"]
      )
    case .of where first.value < 0 || second.value < 0:
      return Diagnostic(.badNumber, "a part of a whole is not negative", at: literal.range, "less than zero")
    case .of where first.value > second.value:
      return Diagnostic(
        .badNumber, "a part is not greater than its whole", at: first.range, "the part", also: [.init(second.range, "the whole")],
        notes: ["the part stands first: 21 of 103 ports"])
    default: return nil
    }
  }

  /// A rate for no one at all.
  static func problem(with unit: UnitExpression) -> Diagnostic? {
    guard let count = unit.perCount, count.value <= 0 else { return nil }
    return Diagnostic(
      .badNumber, "nothing can be counted per \(count.value < 0 ? "less than none" : "zero")", at: count.range, "zero or less")
  }
}
