import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// The functions of the language. The checker has seen to the number of arguments.
  func call(_ builtin: Builtin, _ arguments: [CheckedExpression], at range: SourceRange, in frame: Frame) throws(Diagnostic)
    -> Value
  {
    guard let first = arguments.first else { throw wrongArguments(builtin, at: range) }
    let value = try evaluate(first, in: frame)
    switch builtin {
    case .change:
      guard arguments.count > 1 else { return try change(of: value, from: nil, at: first.range) }
      let second = try evaluate(arguments[1], in: frame)
      if case .extreme(let extreme) = second { return try change(of: value, from: extreme, at: first.range) }
      return try change(from: value, first.range, to: second, arguments[1].range, in: frame)
    case .ratio, .share, .difference:
      guard arguments.count == 2 else { throw wrongArguments(builtin, at: range) }
      let second = arguments[1]
      return try combine(try figure(value, at: first.range), try figure(try evaluate(second, in: frame), at: second.range)) {
        (one, other) throws(Diagnostic) in
        let remarks =
          builtin == .difference
          ? try self.guardPutting(.difference, one, first.range, other, second.range, in: frame)
          : self.remarks(onDivisor: other.quantity) + self.sharedClaims(one, other)
        do throws(ArithmeticError) {
          return .figure(
            FigureValue(try self.closedForm(builtin, one.figure, other.figure), from: [one, other], adding: remarks))
        } catch {
          throw self.explain(
            error, builtin == .difference ? "subtracted" : "set in proportion", one, first.range, other, second.range)
        }
      }
    case .low, .best, .high: return try bound(builtin, value, at: first.range)
    case .count: return try count(value, at: first.range)
    case .year: return try year(value, at: first.range)
    case .name, .title, .kind: return try label(builtin, of: value, at: first.range)
    case .latest, .earliest: return try outermost(value, latest: builtin == .latest, at: first.range)
    }
  }

  /// What an entity is called.
  private func label(_ builtin: Builtin, of value: Value, at range: SourceRange) throws(Diagnostic) -> Value {
    guard case .entity(let id) = value else {
      if case .missing = value { return value }
      throw Diagnostic(.wrongType, "\(builtin.rawValue) is asked of an entity, and this is \(value.description)", at: range)
    }
    switch builtin {
    case .title: return .text(RichText(casebook[id].title))
    case .kind: return .text(RichText(casebook[casebook[id].kind].name))
    default: return .text(RichText(casebook[id].name))
    }
  }

  private func wrongArguments(_ builtin: Builtin, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongArguments, "\(builtin.rawValue) takes other arguments", at: range, "", notes: [builtin.signature])
  }

  func closedForm(_ builtin: Builtin, _ one: Figure, _ other: Figure) throws(ArithmeticError) -> Figure {
    switch builtin {
    case .share: try Figure.share(of: one, in: other)
    case .difference: try Figure.difference(one, other)
    default: try Figure.ratio(one, other)
    }
  }

  // MARK: Change

  private func change(
    from earlier: Value, _ range: SourceRange, to later: Value, _ laterRange: SourceRange, in frame: Frame
  ) throws(Diagnostic) -> Value {
    try combine(try figure(earlier, at: range), try figure(later, at: laterRange)) { (one, other) throws(Diagnostic) in
      var later = other
      later.remarks += try self.guardPutting(.change, one, range, other, laterRange, in: frame)
      return try self.change(from: one, range, to: later, laterRange)
    }
  }

  func change(from earlier: FigureValue, _ range: SourceRange, to later: FigureValue, _ laterRange: SourceRange)
    throws(Diagnostic) -> Value
  {
    do {
      return .change(try change(from: earlier, to: later))
    } catch {
      throw explain(error, "set against each other", earlier, range, later, laterRange)
    }
  }

  func change(from earlier: FigureValue, to later: FigureValue) throws(ArithmeticError) -> ChangeValue {
    var later = later
    later.remarks += remarks(onDivisor: earlier.quantity)
    return ChangeValue(
      earlier: earlier, later: later, fold: try Figure.ratio(later.figure, earlier.figure),
      relative: try Figure.change(from: earlier.figure, to: later.figure))
  }

  /// The change within a series: from its low point or peak, or from the first dated figure, to the last.
  private func change(of value: Value, from extreme: Extreme?, at range: SourceRange) throws(Diagnostic) -> Value {
    guard case .answer(let answer) = value else {
      if case .missing = value { return value }
      throw Diagnostic(
        .wrongType, "a change of one value is that of a property over time", at: range, "this is \(value.description)",
        notes: [Builtin.change.signature])
    }
    let series = moments(in: answer)
    guard let last = series.last else { return .missing([series.isEmpty ? .noClaim(answer) : .oneFigureOnly(answer)]) }
    let start: ClaimID
    if let extreme {
      guard let found = claim(of: extreme, in: answer) else { return .missing([.noExtreme(answer, extreme)]) }
      start = found
    } else {
      guard series.count > 1 else { return .missing([.oneFigureOnly(answer)]) }
      start = series[0]
    }
    let earlier = try extremeOrFigure(of: start, at: range)
    let later = try figure(of: last, statedBy: answer.query.statedBy, at: range)
    return try combine(earlier, later) { (one, other) throws(Diagnostic) in try self.change(from: one, range, to: other, range) }
  }

  /// The dated claims of a series that say what the figure was at a time, in order of time: neither extremes nor denials.
  private func moments(in answer: PropertyAnswer) -> [ClaimID] {
    answer.answer.claims.filter {
      casebook.time(of: casebook[$0]) != nil && casebook[$0].mode != .denied && extreme(of: $0) == nil
    }
  }

  private func extreme(of claim: ClaimID) -> Extreme? {
    if case .number(let number, _) = casebook[claim].value { return number.extreme }
    return nil
  }

  /// The claim that states the low point or peak, if one does; of several, the one that is preferred, else the outermost.
  private func claim(of extreme: Extreme, in answer: PropertyAnswer) -> ClaimID? {
    var query = answer.query
    query.extreme = extreme
    let found = casebook.answer(query, policies: policies).claims.filter { self.extreme(of: $0) == extreme }
    return found.first { casebook[$0].isPreferred } ?? found.first
  }

  /// A low point or a peak as the figure that it was when it was reached, not as a bound on any moment.
  private func extremeOrFigure(of claim: ClaimID, at range: SourceRange) throws(Diagnostic) -> FigureResult {
    guard case .number(let number, let unit) = casebook[claim].value, let point = number.atExtreme else {
      return try figure(of: claim, at: range)
    }
    let quantity = point.quantity(unit: unit, isCount: isCount(casebook[claim].property, unit), policies: policies)
    return .found(
      FigureValue(
        Figure(quantity, status: casebook[claim].status, extreme: number.extreme, lineage: .claim(claim.raw, quantity))))
  }

  // MARK: Parts of a value

  private func bound(_ builtin: Builtin, _ value: Value, at range: SourceRange) throws(Diagnostic) -> Value {
    switch try figure(value, at: range) {
    case .missing(let missing): return .missing(missing)
    case .found(let found):
      let figure: Figure?
      switch builtin {
      case .low: figure = found.figure.lowBound
      case .high: figure = found.figure.highBound
      default: figure = found.figure.bestAlone
      }
      return figure.map { .figure(FigureValue($0, from: [found])) } ?? .missing([builtin == .best ? .noBest : .noBound])
    }
  }

  private func count(_ value: Value, at range: SourceRange) throws(Diagnostic) -> Value {
    switch value {
    case .entities(let table): return .figure(countFigure(table))
    case .table(let table): return .figure(try countFigure(table, at: range))
    case .answer(let answer):
      let count = casebook[answer.query.property].value.namesEntities ? entities(in: answer).count : answer.answer.claims.count
      let lineage = Lineage.hull(answer.answer.claims.map { .claim($0.raw, nil) })
      return .figure(FigureValue(Figure(Quantity(count: count...count), lineage: lineage)))
    case .missing: return value
    default: throw Diagnostic(.wrongType, "a collection is needed here", at: range, "this is \(value.description)")
    }
  }

  /// How many rows there are: those that only may belong widen the range.
  func countFigure(_ table: EntityTable) -> FigureValue {
    let certain = table.certain.count
    let quantity = Quantity(count: certain...table.rows.count)
    return FigureValue(
      Figure(quantity, lineage: .literal("count of \(table.name)", quantity)),
      remarks: leftOutLines(table) + table.remarks + takeHeard().lines)
  }

  private func year(_ value: Value, at range: SourceRange) throws(Diagnostic) -> Value {
    if case .missing = value { return value }
    let span = try span(of: value, at: range)
    guard let years = span.years else { return .missing([.openTime]) }
    let quantity = Quantity(count: years)
    var year = FigureValue(Figure(quantity, lineage: .literal("year of \(span.words)", quantity)))
    year.isYear = true
    return .figure(year)
  }

  /// The claim of a series that is valid last, or first.
  private func outermost(_ value: Value, latest: Bool, at range: SourceRange) throws(Diagnostic) -> Value {
    guard case .answer(var answer) = value else { return value }
    let dated = answer.answer.claims.filter { casebook.time(of: casebook[$0]) != nil }
    guard let claim = latest ? dated.last : dated.first else { return .missing([.noClaim(answer)]) }
    let time = casebook.time(of: casebook[claim])
    answer.answer = answer.answer.keeping(dated.filter { casebook.time(of: casebook[$0]) == time })
    return .answer(answer)
  }
}
