import Analysis
import Casebook
import Diagnostics
import Evidence
import Semantics

/// The guard over figures: what must not be put together as it stands stops there, unless a reason lets it through.
extension Evaluator {
  /// How two figures are put together, for what it takes of them.
  enum Putting {
    case sum, difference, change

    var words: String {
      switch self {
      case .sum: "added"
      case .difference: "subtracted"
      case .change: "set against each other as a change"
      }
    }
  }

  /// Stops where two claims' own figures are counted in unlike ways, hold for unlike parts, or lie years apart. Figures that were worked out
  /// have passed here before. With a reason, gives what was set aside, to be said with the result.
  func guardPutting(
    _ putting: Putting, _ one: FigureValue, _ range: SourceRange, _ other: FigureValue, _ otherRange: SourceRange, in frame: Frame
  ) throws(Diagnostic) -> [String] {
    var obstacles = obstacles(putting, one, other)
    if frame.because != nil, let status = one.figure.status, let wanted = other.figure.status, status != wanted {
      obstacles.append(.statuses(status, wanted))
    }
    let presenter = Presenter(evaluator: self, builder: DocumentBuilder())
    var remarks: [String] = []
    if frame.because == nil, let formula = frame.formula {
      // A formula says which properties it adds; that they are counted in unlike ways is said of its result.
      let definitions = obstacles.filter { if case .definitions = $0 { true } else { false } }
      remarks = definitions.map { "\(formula) takes both, though \(presenter.words($0))" }
      obstacles.removeAll(where: definitions.contains)
    }
    guard !obstacles.isEmpty else { return remarks }
    let words = obstacles.map { presenter.words($0) }.joined(separator: "; and ")
    if frame.because != nil { return ["\(putting.words) although \(words)"] }
    throw Diagnostic(
      .notComparable, "these figures cannot be \(putting.words), because \(words)", at: range, text(one),
      also: [Diagnostic.Label(otherRange, text(other))],
      notes: obstacles.prefix(1).compactMap { presenter.help($0) })
  }

  /// Rates and indexes of two claims are not added: they are made anew from what they are made of. A number may be, as in 100 % + a growth
  /// rate.
  func refuseSumOfRates(_ left: CheckedExpression, _ right: CheckedExpression, _ one: FigureValue, _ other: FigureValue)
    throws(Diagnostic)
  {
    guard let property = rate(in: left), rate(in: right) != nil else { return }
    throw Diagnostic(
      .notComparable, "\(casebook[property].name) is a rate, and is not added to another", at: left.range, text(one),
      also: [Diagnostic.Label(right.range, text(other))],
      notes: ["add what it is made of, and divide again; or give a reason with `because`"])
  }

  private func rate(in expression: CheckedExpression) -> PropertyID? {
    switch expression.node {
    case .qualified(let inner, _): return rate(in: inner)
    case .property(_, let property):
      guard case .quantity(_, let sort) = casebook[property].value else { return nil }
      return sort == .rate || sort == .index ? property : nil
    default: return nil
    }
  }

  /// What an expression gives; where the guard stops it, that stands in its cell, and the rest of the table is shown.
  func evaluateForTable(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Value {
    do throws(Diagnostic) {
      return try evaluate(expression, in: frame)
    } catch {
      guard error.code == .notComparable else { throw error }
      return .missing([.stopped(error.message)])
    }
  }

  private func obstacles(_ putting: Putting, _ one: FigureValue, _ other: FigureValue) -> [Obstacle] {
    guard let first = comparedAsClaimed(one), let second = comparedAsClaimed(other) else { return [] }
    return Obstacle.between(first, second, asked: .subjects).filter { obstacle in
      switch obstacle {
      // Status and units have messages of their own.
      case .units, .statuses: return false
      // A change is one over years, and so is the difference of two claims about one thing.
      case .yearsApart: return putting == .sum
      case .definitions, .scopes, .populations, .holes: return true
      }
    }
  }

  /// A claim's own figure with what it counts; nil for a number and for what was worked out.
  private func comparedAsClaimed(_ figure: FigureValue) -> ComparedFigure? {
    switch figure.figure.lineage.operation {
    case .claim, .hull: break
    case .literal where !figure.bases.isEmpty: return compared(figure, definitions: [])
    default: return nil
    }
    let claims = figure.figure.lineage.claims().compactMap { casebook.claim(number: $0) }
    guard !claims.isEmpty else { return nil }
    return compared(figure, definitions: Set(claims.map { casebook[$0].property }).sorted())
  }

  /// Without statuses, where a reason has set them aside; the result remembers which there were.
  func withoutStatuses(_ one: Figure, _ other: Figure) -> (Figure, Figure, mixed: [Status]) {
    guard let status = one.status, let wanted = other.status, status != wanted else { return (one, other, []) }
    var (first, second) = (one, other)
    first.status = nil
    second.status = nil
    return (first, second, Status.allCases.filter { $0 == status || $0 == wanted })
  }

  /// What is said where a divisor may be zero: the quotient holds all that the other divisors give, and nothing bounds it.
  func remarks(onDivisor divisor: Quantity) -> [String] {
    guard !divisor.isExact, divisor.low <= 0, divisor.high >= 0, !(divisor.low == 0 && divisor.lowIsOpen) else { return [] }
    return ["the divisor, \(displayRange(divisor)), may be zero, so nothing bounds the quotient"]
  }
}

extension Value {
  /// Whether the guard stopped the figure that it stands for.
  var isStopped: Bool {
    guard case .missing(let missing) = self, case .stopped? = missing.first else { return false }
    return true
  }

  /// What a reason set aside on the way to it.
  var setAside: [String] {
    switch self {
    case .figure(let figure): figure.remarks.filter { $0.contains(" although ") }
    case .change(let change): change.figureValue.remarks.filter { $0.contains(" although ") }
    default: []
    }
  }
}
