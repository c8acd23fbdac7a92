import Syntax

extension Checker {
  /// Checks a question to the whole casebook.
  mutating func check(_ question: Question) -> CheckedQuestion {
    switch question {
    case .search(let text): .search(check(text))
    case .path(let start, let goal): .path(check(start, .plain), to: check(goal, .plain))
    case .conflicts(let subject): .conflicts(of: subject.map { check($0, .plain) })
    case .sources(let subject): .sources(of: check(subject, .plain))
    case .timeline(let subject, let time): .timeline(check(subject, .plain), during: time.map { checkTime($0) })
    case .audit(let source): .audit(check(source, .plain))
    }
  }
}
