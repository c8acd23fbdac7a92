import Casebook
import Diagnostics
import Evidence
import Names
import Syntax

extension Checker {
  /// Takes in hypotheses with what was rated against them.
  mutating func define(_ hypotheses: Hypotheses, _ statement: Statement) {
    guard nameIsFree(hypotheses.name) else { return }
    let errorsBefore = diagnostics.count
    var ids: [String] = []
    for alternative in hypotheses.alternatives {
      let folded = foldName(alternative.id.text)
      if ids.contains(folded) {
        report(
          Diagnostic(
            .alreadyDefined, "the hypothesis \(alternative.id.text) is named twice", at: alternative.id.range, "named before"))
      }
      ids.append(folded)
    }
    if ids.count < 2 {
      report(
        Diagnostic(
          .wrongArguments, "hypotheses compete: there must be two or more", at: hypotheses.name.range,
          ids.isEmpty ? "none is named" : "one is named",
          notes: ["as in: h1 \"Leaders were removed\"", "`other \"Something else\"` keeps the question open"]))
    }
    var rated: [String] = []
    var items: [CheckedHypotheses.Item] = []
    for rating in hypotheses.ratings {
      let label = spelled(rating.item)
      if rated.contains(foldName(label)) {
        report(Diagnostic(.alreadyDefined, "\(label) is rated twice", at: rating.item.range, "rated before"))
      }
      rated.append(foldName(label))
      let evidence = check(path: rating.item)
      items.append(
        CheckedHypotheses.Item(
          evidence: evidence, label: label, ratings: ratings(rating, ids, hypotheses), because: text(of: rating.because)))
    }
    let checked = CheckedHypotheses(
      title: hypotheses.title,
      alternatives: hypotheses.alternatives.map { CheckedHypotheses.Alternative(id: $0.id.text, title: $0.title) }, items: items)
    add(
      DefinitionEntry(
        name: hypotheses.name.text, parameters: [], body: .hypotheses(checked), documentation: statement.documentation,
        range: statement.range), unlessErrorsSince: errorsBefore)
  }

  private mutating func ratings(_ rating: Hypotheses.Rating, _ ids: [String], _ hypotheses: Hypotheses) -> [ConsistencyRating?] {
    var cells = [ConsistencyRating?](repeating: nil, count: ids.count)
    for cell in rating.cells {
      guard let index = ids.firstIndex(of: foldName(cell.hypothesis.text)) else {
        report(
          Diagnostic(
            .unknownName, "\(cell.hypothesis.text) is none of the hypotheses", at: cell.hypothesis.range, "unknown",
            notes: ["they are " + hypotheses.alternatives.map(\.id.text).joined(separator: ", ")]))
        continue
      }
      guard let word = ConsistencyRating(rawValue: cell.word.text.uppercased()) else {
        report(
          Diagnostic(
            .valueDoesNotFit, "\(cell.word.text) is no rating", at: cell.word.range, "unknown",
            notes: [
              "ratings are " + ConsistencyRating.allCases.map { "\($0.rawValue) (\($0.words))" }.joined(separator: ", "),
              "a hypothesis that is left out stays blank, which is not N",
            ]))
        continue
      }
      if cells[index] != nil {
        report(
          Diagnostic(
            .alreadyDefined, "\(cell.hypothesis.text) is rated twice in this line", at: cell.hypothesis.range, "rated before"))
      }
      cells[index] = word
    }
    return cells
  }

  private func spelled(_ path: Path) -> String { path.names.map(\.text).joined(separator: ".") }
}
