import Diagnostics
import Evidence
import Syntax
import Names

/// What literals stand for: the one place where syntax becomes values of the evidence algebra.
enum LiteralMeaning {
  static func number(_ literal: NumberLiteral) -> Number { Number(literal.value, decimals: literal.decimals) }

  static func hedgedNumber(_ literal: QuantityLiteral) -> HedgedNumber {
    let first = number(literal.number)
    if let join = literal.join, let second = literal.second.map(number) {
      switch join {
      case .to: return .range(first, second)
      case .of: return .portion(first, of: second)
      case .plusMinus: return .plusMinus(first, second)
      }
    }
    guard let hedge = literal.hedge else { return .exact(first) }
    switch hedge {
    case .about: return .about(first)
    case .some: return .some(first)
    case .moreThan: return .moreThan(first)
    case .atLeast: return .atLeast(first)
    case .atMost: return .atMost(first)
    case .fewerThan: return .fewerThan(first)
    case .upTo: return .upTo(first)
    case .asManyAs: return .asManyAs(first)
    case .lowPoint: return .lowPoint(first)
    case .peak: return .peak(first)
    }
  }

  /// The unit of a literal: as written, percent by its sign, otherwise none.
  static func unit(of literal: QuantityLiteral, in table: UnitTable) -> Result<Unit, Diagnostic> {
    if let written = literal.unit { return unit(written, in: table) }
    return .success(literal.number.isPercent ? .percent : .none)
  }

  /// `people`, `people per prison`, `homicides per 100_000 people`, `per 100_000 people`.
  static func unit(_ expression: UnitExpression, in table: UnitTable) -> Result<Unit, Diagnostic> {
    var result = Unit.none
    if let name = expression.numerator {
      switch find(name, in: table) {
      case .success(let unit): result = unit
      case .failure(let diagnostic): return .failure(diagnostic)
      }
    }
    guard let denominator = expression.denominator else { return .success(result) }
    switch find(denominator, in: table) {
    case .success(let unit): return .success(result.per(expression.perCount?.value ?? 1, unit))
    case .failure(let diagnostic): return .failure(diagnostic)
    }
  }

  private static func find(_ name: Identifier, in table: UnitTable) -> Result<Unit, Diagnostic> {
    if let unit = table.unit(named: foldName(name.text)) { return .success(unit) }
    let near = Suggestion.nearest(to: name.text, among: table.names)
    return .failure(
      Diagnostic(
        .unknownUnit, "no unit is called \(name.text)", at: name.range, "unknown",
        notes: [
          Suggestion.note(near)
            ?? "`unit_of_measure \(name.text) \"…\"` declares one; a unit of several words stands in back-ticks"
        ]))
  }

  static func status(_ word: StatusWord) -> Status {
    switch word {
    case .planned: return .planned
    case .target: return .target
    case .authorised: return .authorised
    case .projected: return .projected
    case .actual: return .actual
    }
  }

  static func mode(_ word: ModeWord?) -> Mode {
    switch word {
    case nil: return .stated
    case .reportedly: return .reported
    case .allegedly: return .alleged
    case .estimated: return .estimated
    case .denied: return .denied
    }
  }

  /// A time literal; fails where an interval ends before it begins.
  static func time(_ literal: TimeLiteral) -> Result<TimeSpan, Diagnostic> {
    switch literal.shape {
    case .unknown: return .success(.unknown)
    case .date(let date): return .success(span(date))
    case .interval(let first, let last):
      guard let span = TimeSpan(from: first.map(span), to: last.map(span)) else {
        return .failure(
          Diagnostic(
            .impossibleTime, "this interval ends before it begins", at: literal.range, "",
            notes: ["the earlier side stands first"]))
      }
      return .success(span)
    }
  }

  private static func span(_ date: DateLiteral) -> TimeSpan {
    TimeSpan(year: date.year, month: date.month, day: date.day, isApproximate: date.isApproximate)
  }
}
