import Analysis
import Casebook
import Diagnostics
import Evidence
import Names
import Semantics

extension Evaluator {
  /// Sets a figure beside every candidate. None is chosen: what speaks for one or another is shown.
  func check(_ check: CheckedCheck, in frame: Frame) throws(Diagnostic) -> CheckTable {
    var inner = frame.with(try ambient(check.qualifiers, in: frame))
    inner.because = check.because ?? frame.because
    let value = try evaluate(check.subject, in: inner)
    let cell = try cell(value, at: check.subject.range)
    let claims = claims(behind: value)
    if let entity = check.entity { inner = inner.about(.entity(entity)) }
    var candidates: [CheckTable.Candidate] = []
    for item in check.candidates {
      var candidate = try evaluateForTable(item.value, in: inner)
      // A change beside a percentage is one too.
      if case .change(let change) = candidate, case .figure(let one) = cell, one.figure.quantity.unit == .percent {
        candidate = .figure(change.figureValue)
      }
      let other = try self.cell(candidate, at: item.value.range)
      var finding: CandidateFinding?
      if case .figure(let one) = cell, case .figure(let another) = other {
        finding = CandidateFinding(of: another, against: one, because: check.because, policies: policies)
      }
      let others = self.claims(behind: candidate)
      // The very claim is the same in every world, however wide its bounds are.
      let isSameClaim = !claims.isEmpty && isPlain(value) && isPlain(candidate) && claims == others
      if isSameClaim {
        finding?.mark = .same
        finding?.difference = nil
      }
      candidates.append(
        CheckTable.Candidate(
          label: written(item.label, in: frame), expression: item.value, value: candidate, cell: other, finding: finding,
          sharesOrigin: !claims.isEmpty && !others.isEmpty && casebook.origins(of: claims + others).count == 1))
    }
    return CheckTable(
      label: written(check.label, in: frame), value: value, cell: cell, candidates: candidates, because: check.because,
      resolver: inner.ambient.resolver)
  }

  /// Whether a value is what claims say, and nothing that was made from them.
  private func isPlain(_ value: Value) -> Bool {
    if case .answer = value { true } else { false }
  }

  /// What was written, with values in the place of the names that stand for them: `in 2018` for `in $when`.
  func written(_ label: String, in frame: Frame) -> String {
    guard label.contains("$") else { return label }
    var words = ""
    var rest = Substring(label)
    while let sign = rest.firstIndex(of: "$") {
      words += rest[..<sign]
      let after = rest[rest.index(after: sign)...]
      let name = after.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = after.dropFirst(name.count)
      words += frame.variables[foldName(String(name))].flatMap { shortWords($0) } ?? "$" + name
    }
    return words + rest
  }

  /// A value as it would be written; nil for what is longer than that.
  private func shortWords(_ value: Value) -> String? {
    switch value {
    case .figure(let figure):
      let quantity = figure.quantity
      if quantity.isExact, quantity.unit == .none, let whole = Int(exactly: quantity.low) { return String(whole) }
      return display(quantity)
    case .time(let span): return span.words
    case .entity(let entity): return casebook[entity].name
    case .text(let text): return "\"\(plain(text))\""
    default: return nil
    }
  }
}
