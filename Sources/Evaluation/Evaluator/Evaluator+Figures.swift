import Casebook
import Diagnostics
import Evidence
import Semantics

/// A figure, or for want of what there is none.
enum FigureResult {
  case found(FigureValue)
  case missing([Missing])
}

extension Evaluator {
  /// The one figure that a value stands for in arithmetic and in comparisons.
  ///
  /// A question that several claims of unlike times answer has none: E075 says so, because they must never be merged. Claims about one
  /// time that disagree give the whole range between them, marked.
  func figure(_ value: Value, at range: SourceRange) throws(Diagnostic) -> FigureResult {
    switch value {
    case .figure(let figure): return .found(figure)
    case .change(let change): return .found(change.figureValue)
    case .missing(let missing): return .missing(missing)
    case .answer(let answer): return try figure(of: answer, at: range)
    default: throw Diagnostic(.wrongType, "a figure is needed here", at: range, "this is \(value.description)")
    }
  }

  func figure(of answer: PropertyAnswer, at range: SourceRange) throws(Diagnostic) -> FigureResult {
    if answer.answer.claims.isEmpty { return .missing([.noClaim(answer)]) }
    let asserted = asserted(by: answer)
    if asserted.isEmpty { return .missing([.denied(answer)]) }
    if asserted.count > 1, !areOneFigure(asserted, answer) { throw severalTimes(answer, asserted, at: range) }
    var figures: [FigureValue] = []
    for claim in asserted {
      switch try figure(of: claim, statedBy: answer.query.statedBy, at: range) {
      case .missing(let missing): return .missing(missing)
      case .found(var found):
        found.remarks += remarks(on: claim, in: answer)
        if let resolver = answer.query.resolver { found.remarks.append("chosen: \(resolver.words)") }
        figures.append(found)
      }
    }
    guard figures.count > 1 else { return .found(figures[0]) }
    return .found(try merged(figures, asserted, answer, at: range))
  }

  /// The claims that a figure is taken from: none that its source denies, and no derived one where others state the figure.
  private func asserted(by answer: PropertyAnswer) -> [ClaimID] {
    let asserted = answer.answer.claims.filter { casebook[$0].mode != .denied }
    let stated = asserted.filter { if case .derived = casebook[$0].value { false } else { true } }
    return stated.isEmpty ? asserted : stated
  }

  /// Whether claims say one thing, so that the range between them is the figure. The latest of several independent origins do; claims of
  /// unlike times, scopes or definitions don't.
  private func areOneFigure(_ claims: [ClaimID], _ answer: PropertyAnswer) -> Bool {
    if answer.query.resolver == .each { return false }
    if case .asOf = answer.query.time { return Set(claims.map { casebook[$0].details?.scope }).count == 1 }
    let sets = answer.answer.sets.filter { set in claims.contains { set.claims.contains($0) } }
    return sets.count == 1 && sets[0].agreement != .notComparable
  }

  /// The whole range between claims about one thing; its best is that of the preferred ones, or the one that all print.
  private func merged(_ figures: [FigureValue], _ claims: [ClaimID], _ answer: PropertyAnswer, at range: SourceRange)
    throws(Diagnostic)
    -> FigureValue
  {
    guard let hull = hull(of: figures) else { throw severalTimes(answer, claims, at: range) }
    // Origins that last spoke at unlike times differ rather than contradict one another.
    let agreement = answer.answer.sets.first { $0.claims.count == claims.count }?.agreement ?? .differ
    let preferred = zip(claims, figures).filter { casebook[$0.0].isPreferred }.map(\.1)
    let bests = Set((preferred.isEmpty ? figures : preferred).map(\.quantity.best))
    var figure = hull.figure
    if bests.count == 1, let best = bests.first { figure = figure.with(best: best) }
    return FigureValue(figure, agreement: agreement.worse(hull.agreement), remarks: hull.remarks)
  }

  /// The smallest range that holds all of the figures, without a best; nil where their units don't fit.
  func hull(of figures: [FigureValue]) -> FigureValue? {
    Figure.hull(figures.map(\.figure)).map { FigureValue($0, from: figures) }
  }

  /// What a claim says as a figure, under the present policies. A derived one rests only on what had been said by `statedBy`.
  func figure(of claim: ClaimID, statedBy: TimeSpan? = nil, at range: SourceRange) throws(Diagnostic) -> FigureResult {
    switch casebook[claim].value {
    case .number(let number, let unit):
      let quantity = number.quantity(unit: unit, isCount: isCount(casebook[claim].property, unit), policies: policies)
      return .found(
        FigureValue(
          Figure(quantity, status: casebook[claim].status, extreme: number.extreme, lineage: .claim(claim.raw, quantity))))
    case .derived(let rule): return try derivedFigure(rule, of: claim, statedBy: statedBy, at: range)
    case .none: return .missing([.statedAbsent(claim)])
    case .unknown: return .missing([.statedUnknown(claim)])
    case .text, .time, .entities, .truth, .word: return .missing([.noNumber(claim)])
    }
  }

  /// Whether a property's values are whole numbers of things, so that "more than 300" is at least 301.
  func isCount(_ property: PropertyID, _ unit: Unit) -> Bool {
    if case .quantity(_, let sort) = casebook[property].value { return (sort == .count || sort == .stock) && unit.isCount }
    return unit.isCount
  }

  private func severalTimes(_ answer: PropertyAnswer, _ claims: [ClaimID], at range: SourceRange) -> Diagnostic {
    let name = "\(casebook[answer.query.entity].name).\(casebook[answer.query.property].name)"
    let listed = claims.prefix(4).map { claimPhrase($0) }.joined(separator: "; ")
    let more = claims.count > 4 ? "; and \(claims.count - 4) more" : ""
    var notes: [String] = []
    let times = claims.compactMap { casebook.time(of: casebook[$0])?.words }
    if let last = times.last, Set(times).count > 1 {
      notes.append("say which is meant, for example `\(name) in \(last)`; `change(\(name))` goes from the first to the last")
    } else {
      notes.append("`\(name) as preferred` or `as latest stated` chooses; `as each` shows them side by side")
    }
    return Diagnostic(
      .severalTimes, "one figure is needed here, and \(claims.count) claims answer, which are not one figure", at: range,
      listed + more,
      notes: notes)
  }

  /// What must be said of a claim's figure because of how it answers the question.
  func remarks(on claim: ClaimID, in answer: PropertyAnswer) -> [String] {
    let marks = answer.answer.marks(of: claim)
    var remarks: [String] = []
    if marks.contains(.possiblyThen), let time = casebook.time(of: casebook[claim]) {
      remarks.append("the claim is of \(time.words), which may lie outside the time that was asked for")
    }
    if marks.contains(.boundsTheMoment) {
      remarks.append("a low point or a peak says of any one moment only that the figure was no lower, or no higher")
    }
    if marks.contains(.statedWhenUnclear) { remarks.append("it can't be told whether this had been said by then") }
    return remarks
  }
}
