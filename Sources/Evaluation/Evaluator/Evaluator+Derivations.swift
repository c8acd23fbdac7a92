import Casebook
import Diagnostics
import Evidence
import Semantics

/// A derived figure is the same as long as the rule and what may be known are the same.
struct DerivedKey: Hashable {
  var rule: RuleID
  var statedBy: TimeSpan?
}

/// What a rule gave.
enum DerivedFigure {
  case found(FigureValue)
  case missing([Missing])
  case failed(Diagnostic)
}

extension Evaluator {
  /// The figure of a derived claim. Each rule is evaluated when it is first asked for; one that rests on itself is an error.
  func derivedFigure(_ rule: RuleID, of claim: ClaimID, statedBy: TimeSpan?, at range: SourceRange) throws(Diagnostic)
    -> FigureResult
  {
    let key = DerivedKey(rule: rule, statedBy: statedBy)
    let derived: DerivedFigure
    if let known = derivedFigures[key] {
      derived = known
    } else {
      derived = try evaluate(rule, of: claim, statedBy: statedBy, at: range)
      derivedFigures[key] = derived
    }
    switch derived {
    case .found(let figure): return .found(figure)
    case .missing(let missing): return .missing(missing)
    case .failed(let diagnostic): throw diagnostic
    }
  }

  private func evaluate(_ rule: RuleID, of claim: ClaimID, statedBy: TimeSpan?, at range: SourceRange) throws(Diagnostic)
    -> DerivedFigure
  {
    guard let derivation = derivation(rule) else { return .missing([.statedUnknown(claim)]) }
    if let wrong = derivation.diagnostics.first(where: { $0.severity == .error }) { return .failed(wrong) }
    if let start = derivationsUnderWay.firstIndex(of: rule) {
      let circle = derivationsUnderWay[start...].compactMap { self.derivation($0)?.range }
      throw Diagnostic(
        .circularDefinition, "this derived figure rests on itself", at: derivation.range,
        "asked for again on the way to its own value",
        also: circle.dropFirst().map { Diagnostic.Label($0, "by way of this") },
        notes: ["one of them must rest on a stated claim"])
    }
    derivationsUnderWay.append(rule)
    defer { derivationsUnderWay.removeLast() }
    do throws(Diagnostic) {
      let frame = Frame(ambient: Ambient(statedBy: statedBy), because: derivation.because)
      switch try figure(try evaluate(derivation.expression, in: frame), at: derivation.expression.range) {
      case .missing(let missing): return .missing(missing)
      case .found(let found):
        let figure = Figure(
          found.quantity, status: casebook[claim].status, lineage: .derived(claim.raw, found.quantity, from: found.figure.lineage)
        )
        return .found(FigureValue(figure, agreement: found.agreement, remarks: found.remarks))
      }
    } catch {
      // What stops the whole statement is not a property of the rule.
      switch error.code {
      case .budgetExceeded, .interrupted, .circularDefinition: throw error
      default: return .failed(error)
      }
    }
  }
}
