import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

/// What the checker asks of a casebook again and again.
extension Casebook {
  /// The kind of which this is the plural: `institutions`.
  func collection(named folded: String) -> KindID? {
    guard let kind = kind(named: folded), foldName(self[kind].plural) == folded else { return nil }
    return kind
  }

  /// The names of what may be asked of a kind's entities, in order of declaration.
  func propertyNames(of kind: KindID?) -> [String] {
    properties.filter { property in kind.map { allows(property.id, of: $0) } ?? true }.map(\.name)
  }

  /// No kind has this name: the near ones, or how to declare it.
  func unknownKind(_ name: Identifier) -> Diagnostic {
    Diagnostic(
      .unknownKind, "no kind is called \(name.text)", at: name.range, "unknown",
      notes: [
        Suggestion.note(Suggestion.nearest(to: name.text, among: kinds.map(\.name)))
          ?? "`list kinds` shows them; `kind \(name.text) \"…\" { plural … }` declares one"
      ])
  }
}
