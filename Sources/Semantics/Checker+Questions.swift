import Casebook
import Diagnostics
import Syntax

extension Checker {
  /// Checks a question to the whole casebook.
  mutating func check(_ question: Question) -> CheckedQuestion {
    switch question {
    case .search(let text): .search(check(text))
    case .path(let start, let goal, let kinds):
      .path(check(start, .plain), to: check(goal, .plain), along: Set(kinds.compactMap { kindOfTie($0) }))
    case .conflicts(let subject): .conflicts(of: subject.map { check($0, .plain) })
    case .sources(let subject): .sources(of: check(subject, .plain))
    case .timeline(let subject, let time): .timeline(check(subject, .plain), during: time.map { checkTime($0) })
    case .audit(let source): .audit(check(source, .plain))
    }
  }

  /// The property that a name means, if its values are entities.
  private mutating func kindOfTie(_ name: Identifier) -> PropertyID? {
    guard let property = casebook.property(named: name.text), casebook[property].value.namesEntities else {
      let ties = casebook.properties.filter(\.value.namesEntities).map(\.name)
      report(
        Diagnostic(
          .unknownName, "no kind of tie is called \(name.text)", at: name.range, "unknown",
          notes: [Suggestion.note(Suggestion.nearest(to: name.text, among: ties))].compactMap(\.self)))
      return nil
    }
    return property
  }
}
