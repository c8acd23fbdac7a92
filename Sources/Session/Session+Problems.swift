import Casebook
import Diagnostics
import Evaluation
import Evidence
import Semantics

/// What a careful reader of a casebook would stop at, as messages with a place.
extension Session {
  /// The problems of claims that stand in these files. They keep no claim from answering, so all are warnings.
  func problems(in sources: [SourceFile]) -> [Diagnostic] {
    let files = Set(sources.map(\.id.value))
    return casebook.problems(policies: evaluator.policies).compactMap { problem in
      guard let place = place(of: problem), files.contains(place.file) else { return nil }
      return diagnostic(problem, at: SourceRange(place))
    }
  }

  /// Where a problem is shown: at its first claim, or where the first source of a circle is declared.
  private func place(of problem: Problem) -> TextRange? {
    let claim = problem.kind == .duplicate ? problem.claims.last : problem.claims.first
    if let claim { return casebook[claim].place }
    return problem.sources.first.flatMap { casebook.entity(of: $0) }.map { casebook[$0].declaration }
  }

  /// Whether a caveat of the claim names the year of a source that is older than what it says: its keeper has seen that.
  private func isAdmitted(_ claim: ClaimID, olderThan sources: [SourceID]) -> Bool {
    let caveats = casebook[claim].details?.caveats ?? []
    let years = sources.compactMap { casebook[$0].published?.edtf.prefix { $0.isNumber } }.filter { !$0.isEmpty }
    return caveats.contains { caveat in years.contains { caveat.contains($0) } }
  }

  private func diagnostic(_ problem: Problem, at range: SourceRange) -> Diagnostic? {
    let entities = problem.entities.map { casebook[$0].name }.joined(separator: ", ")
    switch problem.kind {
    case .noSource: return nil  // what needs a source was refused when it was read
    case .noLocator:
      // What everybody knows, and what was said in an interview, has no pages.
      let unpaged: Set<String> = ["background", "interview", "conversation"]
      guard let claim = problem.claims.first,
        !casebook.citations(of: casebook[claim]).allSatisfy({ unpaged.contains($0.source.type) })
      else { return nil }
      return Diagnostic(
        .claimWithoutLocator, "this claim doesn't say where in its source it stands", at: range, "where?",
        notes: ["end it with a place: `¶19`, `p. 31`, `note 5`"], severity: .warning)
    case .supportOlderThanClaim:
      if let claim = problem.claims.first, isAdmitted(claim, olderThan: problem.sources) { return nil }
      let bases = problem.sources.map { casebook[$0].shortForm }.joined(separator: ", ")
      return Diagnostic(
        .sourceOlderThanClaim, "this claim rests on a source that is older than what it says", at: range, bases,
        notes: [
          "if the source foresaw it, write `as projected` or `as planned`; if its author leaves it at that, a `caveat` that names its year"
        ], severity: .warning)
    case .cycle(let property):
      return Diagnostic(
        .partOfCycle, "\(entities) are \(casebook[property].name) one another in a circle", at: range,
        "one of the links is wrong",
        severity: .warning)
    case .sourceCycle:
      let sources = problem.sources.map { casebook[$0].id }.joined(separator: ", ")
      return Diagnostic(
        .sourceCycle, "\(sources) relay one another in a circle", at: range, "none is the first to say it", severity: .warning)
    case .duplicate:
      let first = problem.claims.first.map { [Diagnostic.Label(SourceRange(casebook[$0].place), "first made here")] } ?? []
      return Diagnostic(
        .duplicateClaim, "this claim is made twice", at: range, "again", also: first,
        notes: ["take one of them out, or say in what the second differs"], severity: .warning)
    }
  }
}
