import Analysis
import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// Sets a figure beside every candidate. None is chosen: what speaks for one or another is shown.
  func check(_ check: CheckedCheck, in frame: Frame) throws(Diagnostic) -> CheckTable {
    var inner = frame.with(try ambient(check.qualifiers, in: frame))
    let value = try evaluate(check.subject, in: inner)
    let cell = try cell(value, at: check.subject.range)
    let claims = claims(behind: value)
    if let entity = check.entity { inner = inner.about(.entity(entity)) }
    var candidates: [CheckTable.Candidate] = []
    for item in check.candidates {
      let candidate = try evaluate(item.value, in: inner)
      let other = try self.cell(candidate, at: item.value.range)
      var finding: CandidateFinding?
      if case .figure(let one) = cell, case .figure(let another) = other {
        finding = CandidateFinding(of: another, against: one, policies: policies)
      }
      let others = self.claims(behind: candidate)
      candidates.append(
        CheckTable.Candidate(
          label: item.label, expression: item.value, value: candidate, cell: other, finding: finding,
          sharesOrigin: !claims.isEmpty && !others.isEmpty && casebook.origins(of: claims + others).count == 1))
    }
    return CheckTable(label: check.label, value: value, cell: cell, candidates: candidates)
  }
}
