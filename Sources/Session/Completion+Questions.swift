import Casebook
import Semantics

/// What could stand in a question to the whole casebook, and after a collection of claims.
extension Completion {
  /// Nil where the entry is neither.
  func questionCandidates(_ before: [String]) -> [CompletionCandidate]? {
    switch before.first {
    case "path":
      if before.contains("by") { return ties }
      return before.count == 1 || before.last == "to" ? entities : [CompletionCandidate(text: "to", detail: ""), by]
    case "tree":
      if before.count == 1 { return [CompletionCandidate(text: "of", detail: "")] }
      if before.contains("by") { return ties }
      return before.last == "of" ? entities : [by]
    case "changed" where before.count == 1: return [CompletionCandidate(text: "since", detail: "")]
    case "changed": return times
    case "audit": return casebook.sourceNames.map { CompletionCandidate(text: $0, detail: "source") }
    case "conflicts" where before.count > 1, "sources" where before.count > 1, "timeline" where before.count == 1, "who":
      return entities
    default: break
    }
    guard let pipe = before.firstIndex(of: "|"), pipe > 0, let collection = ClaimCollection(rawValue: before[pipe - 1]) else {
      return nil
    }
    return ClaimColumn.allCases.map { CompletionCandidate(text: $0.name(in: collection), detail: $0.summary) } + names
  }

  private var by: CompletionCandidate { CompletionCandidate(text: "by", detail: "only ties of these kinds") }

  private var entities: [CompletionCandidate] {
    casebook.entities.map { CompletionCandidate(text: $0.name, detail: $0.title) }
  }

  private var ties: [CompletionCandidate] {
    casebook.properties.filter { if case .entity = $0.value { true } else { false } }.map {
      CompletionCandidate(text: $0.name, detail: $0.title)
    }
  }
}
