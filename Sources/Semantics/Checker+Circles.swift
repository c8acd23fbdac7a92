import Diagnostics
import Names
import Syntax

extension Checker {
  /// Reports measures and filters of a program that are defined by themselves, directly or by way of others. Gives their names, folded: they
  /// are left undefined.
  mutating func reportCircles(in program: Program) -> Set<String> {
    var uses: [String: [Identifier]] = [:]
    var definitions: [(folded: String, definition: Definition)] = []
    for statement in program.statements {
      switch statement.node {
      case .measure(let definition), .filter(let definition):
        let folded = foldName(definition.name.text)
        definitions.append((folded, definition))
        let hidden = Set(definition.parameters.map { foldName($0.name.text) })
        uses[folded, default: []] += definition.body.namesUsed.filter { !hidden.contains(foldName($0.text)) }
      default: break
      }
    }
    var circular: Set<String> = []
    for (folded, definition) in definitions where !circular.contains(folded) {
      guard let circle = circle(from: folded, uses) else { continue }
      circular.formUnion(circle.map { foldName($0.text) })
      circular.insert(folded)
      let way = ([definition.name.text] + circle.map(\.text)).joined(separator: " → ")
      report(
        Diagnostic(
          .circularDefinition, "\(definition.name.text) is defined by itself", at: definition.name.range, way,
          also: circle.map { Diagnostic.Label($0.range, "\($0.text) is used here") },
          notes: ["one of them must be defined by properties or numbers alone"]))
    }
    return circular
  }

  /// The shortest way by which a definition uses itself: the uses, one after the other; nil where it doesn't.
  private func circle(from start: String, _ uses: [String: [Identifier]]) -> [Identifier]? {
    var ways: [[Identifier]] = (uses[start] ?? []).map { [$0] }
    var seen: Set<String> = []
    var next = 0
    while next < ways.count {
      let way = ways[next]
      next += 1
      guard let last = way.last else { continue }
      let folded = foldName(last.text)
      if folded == start { return way }
      if seen.insert(folded).inserted { ways += (uses[folded] ?? []).map { way + [$0] } }
    }
    return nil
  }
}
