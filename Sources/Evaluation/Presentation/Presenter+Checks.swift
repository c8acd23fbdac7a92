import Analysis
import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

extension Presenter {
  /// A figure beside its candidates: how far each lies from it, then what each of them counts.
  func check(_ table: CheckTable) throws(Diagnostic) -> [Block] {
    var blocks: [Block] = [.paragraph([.code(table.label), .text(": ")] + (try inlines(table.value)))]
    var rows: [TableBlock.Row] = []
    var facts: [FactRow] = [FactRow(label: [.property(table.label)], values: described(table.cell, nil, bases(table.value)))]
    var lines: [[Inline]] = []
    var gaps: [[Inline]] = []
    for candidate in table.candidates {
      let cells = [
        TableBlock.Cell([.property(candidate.label)]), TableBlock.Cell(try inlines(candidate.value)),
        TableBlock.Cell(distance(candidate.finding)), TableBlock.Cell(verdict(candidate)),
      ]
      try evaluator.charge(cells)
      rows.append(TableBlock.Row(cells: cells))
      facts.append(
        FactRow(
          label: [.property(candidate.label)], values: described(candidate.cell, candidate.expression, bases(candidate.value))))
      lines += remarks(candidate, because: table.because)
      if let gap = gap(candidate.value) { gaps.append([.property(candidate.label), .text(": ")] + gap) }
    }
    if let gap = gap(table.value) { gaps.insert([.property(table.label), .text(": ")] + gap, at: 0) }
    let columns = ["candidate", "value", "distance", "verdict"].map { TableBlock.Column($0) }
    blocks.append(.table(TableBlock(columns: columns, rows: rows, footers: [[.text("none of them is chosen")]])))
    blocks.append(.facts(facts))
    if !lines.isEmpty { blocks.append(.list(lines)) }
    if let resolver = table.resolver { blocks.append(.remark(kind: .note, [.text("chosen: \(resolver.words)")])) }
    if let because = table.because { blocks.append(.remark(kind: .note, [.text("set side by side because \(because)")])) }
    if !gaps.isEmpty { blocks.append(.section(title: [.text("Gaps")], blocks: [.list(gaps)])) }
    return blocks
  }

  /// `+6.3 homicides per 100,000 people; +28 %`
  private func distance(_ finding: CandidateFinding?) -> [Inline] {
    guard let finding, let difference = finding.difference else { return [.absent("none")] }
    if difference.quantity.isExact, difference.quantity.low == 0 { return [.text("none")] }
    var line = distance(difference)
    if let relative = finding.relative {
      line += [.text("; "), .value(displayChange(relative.quantity), exact: nil)] + bounds(relative)
    }
    return line
  }

  private func verdict(_ candidate: CheckTable.Candidate) -> [Inline] {
    guard let finding = candidate.finding else {
      if candidate.value.isStopped { return [.keyword(CandidateFinding.Mark.notComparable.rawValue)] }
      return [.absent("cannot tell")]
    }
    let isStarred = finding.equal.restsOnSoftBound && (finding.mark == .differs || finding.mark == .same)
    return [.keyword(finding.mark.rawValue)] + (isStarred ? [.softMark] : [])
  }

  /// What a figure counts, in what unit, of whom and when.
  private func described(_ cell: ComparedCell, _ expression: CheckedExpression?, _ bases: [TableBasis]) -> [[Inline]] {
    var values: [[Inline]] = []
    if case .figure(let figure) = cell {
      var definitions = figure.definitions.map(definition)
      if definitions.isEmpty, let expression { definitions = [formula(expression)] }
      values += definitions.map { [.text($0)] }
      var sources: [String] = []
      for basis in bases where !sources.contains(basis.words) { sources.append(basis.words) }
      values += sources.map { [.text(oneLine($0))] }
      values.append([.text("unit: "), .unit(figure.figure.quantity.unit == .none ? "none" : figure.figure.quantity.unit.words)])
      if !figure.subjects.isEmpty {
        let scopes = figure.scopes.isEmpty ? [] : [Inline.text(", \(figure.scopes.joined(separator: ", "))")]
        values.append([.text("population: ")] + names(figure.subjects) + scopes)
      }
      if let status = figure.figure.status, status != .actual { values.append([.text(status.word)]) }
      if let time = figure.time { values.append([.text("time: \(time.words)")]) }
      if !figure.holes.isEmpty { values.append([.text("takes in \(figure.holes.joined(separator: ", "))")]) }
      return values
    }
    if let expression { values.append([.text(formula(expression))]) }
    return values + [[.absent(cell.isSeveral ? "claims of several times, which are not one figure" : "no figure")]]
  }

  private func definition(_ id: PropertyID) -> String {
    let property = casebook[id]
    let words = property.definition ?? property.documentation ?? property.title
    return "counts: \(property.name), \(oneLine(words))"
  }

  /// What was worked out, with the formula of a measure.
  private func formula(_ expression: CheckedExpression) -> String {
    switch expression.node {
    case .defined(_, let entry, _):
      let help = entry.documentation.filter { !$0.hasPrefix("example:") }.joined(separator: " ")
      switch entry.body {
      case .measure(_, let body), .filter(_, let body):
        return "worked out: \(evaluator.spelled(body))" + (help.isEmpty ? "" : ", \(oneLine(help))")
      case .comparison, .report, .hypotheses: return "worked out"
      }
    case .qualified(let inner, _): return formula(inner)
    case .property(_, let property): return definition(property)
    default: return "worked out: \(evaluator.spelled(expression))"
    }
  }

  private func remarks(_ candidate: CheckTable.Candidate, because: String?) -> [[Inline]] {
    let lead: [Inline] = [.property(candidate.label), .text(": ")]
    var lines: [[Inline]] = []
    if let finding = candidate.finding {
      if finding.mark == .notComparable {
        let obstacles = finding.obstacles.filter { if case .definitions = $0 { false } else { true } }
        lines.append(lead + [.text("not comparable, because " + obstacles.map { words($0) }.joined(separator: "; and "))])
        if case .units(let one, let other)? = obstacles.first, other.counting(like: one) != nil {
          lines.append(lead + [.text("counts something else, so the distance is one of numbers, not of things")])
        } else if let help = obstacles.compactMap({ self.help($0) }).first {
          lines.append(lead + [.text(help)])
        }
      } else if because != nil {
        let obstacles = finding.obstacles.filter { if case .definitions = $0 { false } else { true } }
        if !obstacles.isEmpty {
          lines.append(lead + [.text("set side by side although " + obstacles.map { words($0) }.joined(separator: "; and "))])
        }
      }
      if finding.equal.restsOnSoftBound { lines.append(lead + [.text("* rests on \(policyWords(finding.equal))")]) }
      if candidate.sharesOrigin, finding.mark == .same || finding.mark == .sameAsPrinted {
        lines.append(lead + [.text("has the same origin, so that the two agree confirms nothing")])
      }
    }
    if case .figure(let figure) = candidate.value {
      let said = figure.bases.map(\.words)
      lines += figure.remarks.filter { !said.contains($0) }.map { lead + [.text($0)] }
    }
    return lines
  }

  /// The files of data that a value was taken from.
  func bases(_ value: Value) -> [TableBasis] {
    switch value {
    case .figure(let figure): figure.bases
    case .change(let change): change.figureValue.bases
    default: []
    }
  }

  private func gap(_ value: Value) -> [Inline]? {
    switch value {
    case .missing(let missing): return missing.first.map { explanation($0) }
    case .answer(let answer) where answer.answer.claims.isEmpty: return explanation(.noClaim(answer), named: .none)
    default: return nil
    }
  }
}
