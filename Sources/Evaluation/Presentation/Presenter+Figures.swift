import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// A figure with its conflict mark and its notes: `about 17.6 homicides per 100,000 people [1]`.
  func inlines(_ figure: FigureValue) -> [Inline] {
    var result: [Inline] = [.value(evaluator.text(figure), exact: export(figure))]
    if figure.agreement == .conflict || figure.agreement == .differ { result.append(.conflictMark) }
    return result + mark(claims(of: figure))
  }

  /// The bounds of a figure that rests on a soft bound, in brackets, where its words don't give them: ` (2.7–3.3 %*)`.
  func range(of figure: FigureValue) -> [Inline] {
    let quantity = figure.quantity
    guard quantity.isSoft, !quantity.isExact, quantity.best != nil, isComputed(figure) else { return [] }
    return [.text(" ("), .value(displayRange(quantity), exact: nil), .text(")")]
  }

  /// Whether a figure was made from others and is no claim's own.
  func isComputed(_ figure: FigureValue) -> Bool {
    switch figure.figure.lineage.operation {
    case .claim, .literal: false
    default: true
    }
  }

  func claims(of figure: FigureValue) -> [ClaimID] {
    figure.figure.lineage.claims().compactMap { casebook.claim(number: $0) }
  }

  func export(_ figure: FigureValue) -> ValueExport {
    let quantity = figure.quantity
    let citations = claims(of: figure).flatMap { casebook.citations(of: casebook[$0]) }
    var sources: [String] = []
    var locators: [String] = []
    for citation in citations {
      let source = citation.source.shortForm
      if !sources.contains(source) { sources.append(source) }
      if let locator = citation.locator, !locators.contains(locator) { locators.append(locator) }
    }
    for basis in figure.bases where !sources.contains(basis.origin) { sources.append(basis.origin) }
    return ValueExport(
      low: quantity.low, best: quantity.best, high: quantity.high, unit: quantity.unit.words,
      status: figure.figure.status?.word ?? "",
      source: sources.joined(separator: "; "), locator: locators.joined(separator: "; "))
  }

  /// What must stand under a figure: how its claims disagree, what it rests on, what the reader must know.
  func footers(_ figure: FigureValue) -> [Block] {
    var lines: [[Inline]] = []
    switch figure.agreement {
    case .conflict: lines.append([.text("the claims behind it contradict one another; the range covers them all")])
    case .differ: lines.append([.text("the claims behind it differ; the range covers them all")])
    case .single, .agree, .notComparable: break
    }
    if figure.quantity.isSoft, isComputed(figure) { lines.append([.text("* rests on \(evaluator.aboutPolicy)")]) }
    lines += figure.remarks.map { [.text($0)] }
    lines += qualifications(claims(of: figure), areNoted: true)
    return lines.map { .remark(kind: .note, $0) }
  }

  /// Scopes and caveats of claims, each once: they stand on every figure made from them. Where the claims have notes, those hold the
  /// caveats of all that have a source.
  func qualifications(_ claims: [ClaimID], areNoted: Bool) -> [[Inline]] {
    var lines: [String] = []
    for claim in claims {
      if let scope = casebook[claim].details?.scope { lines.append("holds \(scope)") }
      if !areNoted || casebook.citations(of: casebook[claim]).isEmpty {
        lines += (casebook[claim].details?.caveats ?? []).map(oneLine)
      }
      if case .derived(let rule) = casebook[claim].value {
        lines += (evaluator.derivation(rule)?.caveats ?? []).map(oneLine)
      }
    }
    return lines.eachOnce.map { [.text($0)] }
  }

  // MARK: Change

  /// `about 7.5-fold (6.75–8.25*)`
  func foldInlines(_ change: ChangeValue) -> [Inline] {
    let fold = change.fold.quantity
    var result: [Inline] = [.value(displayFold(fold), exact: export(FigureValue(change.fold)))]
    if !fold.isExact, fold.best != nil { result += [.text(" ("), .value(displayRange(fold), exact: nil), .text(")")] }
    return result + mark(claims(of: change.figureValue))
  }

  func blocks(_ change: ChangeValue) throws(Diagnostic) -> [Block] {
    var line = foldInlines(change)
    line += [.text(", or "), .value(displayChange(change.relative.quantity), exact: export(FigureValue(change.relative)))]
    let from = claims(of: change.earlier)
    let to = claims(of: change.later)
    var blocks: [Block] = [.paragraph(line)]
    blocks.append(
      .paragraph([.text("from ")] + side(change.earlier, from) + [.text(" to ")] + side(change.later, to)))
    let both = FigureValue(change.relative, from: [change.earlier, change.later])
    return blocks + footers(both)
  }

  /// One side of a change: a single claim in its own words, otherwise the figure.
  private func side(_ figure: FigureValue, _ claims: [ClaimID]) -> [Inline] {
    claims.count == 1 && !isComputed(figure) ? inlines(claim: claims[0]) : inlines(figure)
  }
}

extension Evaluator {
  /// `"about" = ±10 %`, as printed wherever something rests on it.
  var aboutPolicy: String { PolicyName.about.describe(policies) }
}
