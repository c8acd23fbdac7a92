import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  func arithmetic(
    _ sign: ArithmeticOperator, _ left: CheckedExpression, _ right: CheckedExpression, at range: SourceRange, in frame: Frame
  ) throws(Diagnostic) -> Value {
    let first = try figure(try evaluate(left, in: frame), at: left.range)
    let second = try figure(try evaluate(right, in: frame), at: right.range)
    return try combine(first, second) { (one, other) throws(Diagnostic) in
      let isSum = sign == .add || sign == .subtract
      let (one, other) = isSum ? self.inOneUnit(one, other) : (one, other)
      var remarks = self.sharedClaims(one, other)
      if sign == .add, frame.because == nil { try self.refuseSumOfRates(left, right, one, other) }
      if isSum {
        remarks += try self.guardPutting(sign == .add ? .sum : .difference, one, left.range, other, right.range, in: frame)
      } else if sign == .divide {
        remarks += self.remarks(onDivisor: other.quantity)
      }
      do throws(ArithmeticError) {
        return .figure(
          FigureValue(
            try self.result(sign, one.figure, other.figure, letsUnlikeThrough: frame.because != nil), from: [one, other],
            adding: remarks))
      } catch {
        throw self.explain(error, sign.words, one, left.range, other, right.range)
      }
    }
  }

  private func result(_ sign: ArithmeticOperator, _ one: Figure, _ other: Figure, letsUnlikeThrough: Bool)
    throws(ArithmeticError) -> Figure
  {
    switch sign {
    case .multiply: return try Figure.multiply(one, other)
    case .divide: return try Figure.divide(one, other)
    case .add, .subtract: break
    }
    let (first, second, mixed) = letsUnlikeThrough ? withoutStatuses(one, other) : (one, other, [])
    var result = sign == .add ? try Figure.add(first, second) : try Figure.subtract(first, second)
    if !mixed.isEmpty { result.mixedStatuses = mixed }
    return result
  }

  /// Two figures, unless one of them is missing.
  func combine(
    _ first: FigureResult, _ second: FigureResult, _ body: (FigureValue, FigureValue) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    switch (first, second) {
    case (.found(let one), .found(let other)): return try body(one, other)
    case (.missing(let one), .missing(let other)): return .missing(one.union(other))
    case (.missing(let missing), .found), (.found, .missing(let missing)): return .missing(missing)
    }
  }

  func negate(_ operand: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Value {
    switch try figure(try evaluate(operand, in: frame), at: operand.range) {
    case .missing(let missing): return .missing(missing)
    case .found(let found): return .figure(FigureValue(found.figure.negated(), from: [found]))
    }
  }

  /// `rate per 100_000 people`: the same figure in another unit.
  func convert(_ operand: CheckedExpression, to unit: Unit, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
    switch try figure(try evaluate(operand, in: frame), at: operand.range) {
    case .missing(let missing): return .missing(missing)
    case .found(let found):
      do {
        return .figure(FigureValue(try found.figure.converted(to: unit), from: [found]))
      } catch {
        throw explain(error, "given in another unit", found, operand.range, nil, range)
      }
    }
  }

  /// A bare number takes the unit of what it meets.
  func adopt(_ unit: Unit, for operand: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Value {
    switch try figure(try evaluate(operand, in: frame), at: operand.range) {
    case .missing(let missing): return .missing(missing)
    case .found(let found): return .figure(FigureValue(found.figure.adopting(unit), from: [found]))
    }
  }

  /// A number that was written without a unit takes the other's, where only evaluation shows what it meets.
  func inOneUnit(_ one: FigureValue, _ other: FigureValue) -> (FigureValue, FigureValue) {
    let (unit, otherUnit) = (one.quantity.unit, other.quantity.unit)
    if unit.isCompatible(with: otherUnit) { return (one, other) }
    var (first, second) = (one, other)
    if case .literal = one.figure.lineage.operation, let whole = unit.completed(by: otherUnit) {
      first.figure = one.figure.adopting(whole)
    } else if case .literal = other.figure.lineage.operation, let whole = otherUnit.completed(by: unit) {
      second.figure = other.figure.adopting(whole)
    }
    return (first, second)
  }

  /// Bounds of operands that rest on one claim move together, and arithmetic on bounds doesn't know it.
  func sharedClaims(_ one: FigureValue, _ other: FigureValue) -> [String] {
    if one.quantity.isExact || other.quantity.isExact { return [] }
    let claims = Set(one.figure.lineage.claims())
    guard other.figure.lineage.claims().contains(where: claims.contains) else { return [] }
    return ["both operands rest on the same claim, so the true range may be narrower"]
  }

  // MARK: Messages

  /// Why two figures can't be put together, with what each of them is.
  func explain(
    _ error: ArithmeticError, _ verb: String, _ one: FigureValue, _ range: SourceRange, _ other: FigureValue?,
    _ otherRange: SourceRange
  ) -> Diagnostic {
    let also = other.map { [Diagnostic.Label(otherRange, text($0))] } ?? []
    switch error {
    case .unitMismatch(let unit, let wanted):
      return Diagnostic(
        .unitMismatch, "\(unit.words) and \(wanted.words) cannot be \(verb)", at: range, text(one), also: also,
        notes: ["figures of unlike things have a ratio, but no sum, difference or order"])
    case .statusMismatch(let status, let wanted):
      return Diagnostic(
        .statusMismatch, "\(status.article) figure cannot be \(verb) \(wanted.article) one", at: range,
        "\(status.word), \(text(one))", also: other.map { [Diagnostic.Label(otherRange, "\(wanted.word), \(text($0))")] } ?? [],
        notes: [
          "`ratio(…)`, `difference(…)` and `compare … across planned vs actual` set them side by side",
          "`because \"…\"` after it lets it through, and becomes its note",
        ])
    case .divisionByZero:
      return Diagnostic(
        .divisionByZero, "this divides by zero", at: other == nil ? range : otherRange, "zero, or may be",
        also: other == nil ? [] : [Diagnostic.Label(range, text(one))])
    case .overflow:
      return Diagnostic(.numberTooLarge, "the result is too large a number", at: range, text(one), also: also)
    }
  }
}

extension ArithmeticOperator {
  /// After two units or statuses, and before the second: `added to`.
  var words: String {
    switch self {
    case .add: "added to"
    case .subtract: "subtracted from"
    case .multiply: "multiplied by"
    case .divide: "divided by"
    }
  }
}
