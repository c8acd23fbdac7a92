public import Diagnostics
import Names
import Syntax

/// What was found when a file or a casebook was checked.
public struct CheckReport {
  /// In the order of the places.
  public var diagnostics: [Diagnostic]
  /// How much there is; nil of a script.
  public var contents: Contents?

  /// How much a casebook declares and claims.
  public struct Contents: Hashable, Sendable {
    /// Without the sources.
    public var entities = 0
    /// Derived figures and what is said of sources included.
    public var claims = 0
    public var sources = 0

    mutating func count(_ statements: [Statement], isSource: (String) -> Bool) {
      for statement in statements {
        switch statement.node {
        case .declaration(let declaration):
          let kind = foldName(declaration.kind.text)
          if ["kind", "property", "unit_of_measure"].contains(kind) { continue }
          if isSource(kind) { sources += 1 } else { entities += 1 }
          claims += declaration.lines.count
        case .claims(_, let lines): claims += lines.count
        case .claim, .derived, .tension: claims += 1
        case .citing(_, _, let block?): count(block, isSource: isSource)
        default: break
        }
      }
    }
  }

  /// `307 entities, 812 claims, 37 sources, 0 problems`; nil of a script.
  public var statusLine: String? {
    guard let contents else { return nil }
    func phrase(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    return [
      phrase(contents.entities, "entity", "entities"), phrase(contents.claims, "claim", "claims"),
      phrase(contents.sources, "source", "sources"), phrase(diagnostics.count, "problem", "problems"),
    ].joined(separator: ", ")
  }
}
