import Analysis
import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

extension Presenter {
  /// Competing hypotheses: what they are, the matrix, and what follows from it.
  func hypotheses(_ table: HypothesesTable) throws(Diagnostic) -> [Block] {
    var blocks: [Block] = [.paragraph([.strong([.text(table.title)])])]
    blocks.append(.facts(table.alternatives.map { FactRow($0.id, [.text(oneLine($0.title))]) }))
    blocks.append(.table(try matrix(table)))
    blocks.append(.list(outcome(table)))
    let reasons = table.items.filter { $0.because != nil }.map { item -> [Inline] in
      evidence(item) + [.text(": "), .text(oneLine(item.because ?? ""))]
    }
    if !reasons.isEmpty { blocks.append(.section(title: [.text("Reasons")], blocks: [.list(reasons)])) }
    let unsaid = table.items.filter(\.claims.isEmpty).map { item -> [Inline] in
      evidence(item) + [.text(": "), .absent("no claim"), .text(" says it")]
    }
    if !unsaid.isEmpty { blocks.append(.section(title: [.text("Gaps")], blocks: [.list(unsaid)])) }
    return blocks
  }

  /// One row for each item, and the weighted inconsistency below.
  private func matrix(_ table: HypothesesTable) throws(Diagnostic) -> TableBlock {
    var columns = [TableBlock.Column("evidence")]
    columns += table.alternatives.map { TableBlock.Column($0.id) }
    columns.append(TableBlock.Column("tells apart"))
    var rows: [TableBlock.Row] = []
    for (index, item) in table.items.enumerated() {
      var cells = [TableBlock.Cell(evidence(item) + mark(item.claims))]
      for rating in table.matrix.items[index] {
        cells.append(TableBlock.Cell([rating.map { .keyword($0.rawValue) } ?? .absent("–")]))
      }
      cells.append(TableBlock.Cell([.text(words(table.matrix.diagnosticity[index]))]))
      try evaluator.charge(cells)
      rows.append(TableBlock.Row(cells: cells))
    }
    var sums = [TableBlock.Cell([.strong([.text("inconsistency")])])]
    sums += table.matrix.inconsistency.map { TableBlock.Cell([.text(Self.words($0))]) }
    sums.append(TableBlock.Cell([]))
    rows.append(TableBlock.Row(cells: sums))
    let legend = ConsistencyRating.allCases.map { "\($0.rawValue) \($0.words)" }.joined(separator: ", ")
    return TableBlock(
      columns: columns, rows: rows,
      footers: [
        [.text(legend + "; – not rated")], [.text("inconsistency counts I as 1 and II as 2; a blank could be anything up to 2")],
      ])
  }

  private func evidence(_ item: HypothesesTable.Item) -> [Inline] {
    if case .entity(let entity) = item.value { return [name(entity)] }
    return [.property(item.label)]
  }

  private func words(_ diagnosticity: HypothesisMatrix.Diagnosticity) -> String {
    switch diagnosticity {
    case .none: "no"
    case .spread(let steps): "by \(steps) of 4 steps"
    case .cannotTell: "cannot tell"
    }
  }

  /// What follows, in sentences: fewest is least refuted, and no more.
  private func outcome(_ table: HypothesesTable) -> [[Inline]] {
    let matrix = table.matrix
    var lines: [[Inline]] = []
    let share = matrix.cells == 0 ? 0 : matrix.rated * 100 / matrix.cells
    lines.append([.text("\(matrix.rated) of \(matrix.cells) cells are rated (\(share) %)")])
    let ids = { (indices: [Int]) in indices.map { table.alternatives[$0].id }.joined(separator: ", ") }
    if matrix.inconsistency.allSatisfy({ $0.lowerBound == 0 }) {
      lines.append([.text("no rating speaks against any of them, so the matrix refutes none")])
    } else {
      let least = matrix.leastByRatings
      var line = "least refuted by these ratings: \(ids(least)); that does not make \(least.count == 1 ? "it" : "them") true"
      if matrix.leastRefuted != least {
        line += "; with the blanks filled it might be any of \(ids(matrix.leastRefuted))"
      }
      lines.append([.text(line)])
    }
    for linchpin in matrix.linchpins {
      let names = linchpin.leastRefuted.isEmpty ? "none" : ids(linchpin.leastRefuted)
      lines.append([.text("without ")] + evidence(table.items[linchpin.item]) + [.text(" least refuted would be \(names)")])
    }
    for (index, diagnosticity) in matrix.diagnosticity.enumerated() where diagnosticity == .none {
      lines.append(evidence(table.items[index]) + [.text(" is rated alike throughout, so it tells none from another")])
    }
    switch table.origins.count {
    case 0: break
    case 1:
      let sources = table.origins[0].sources.map { casebook[$0].shortForm }.joined(separator: ", ")
      lines.append([.text("all of the evidence has one origin, \(sources): the matrix is as wide as that one view")])
    default: lines.append([.text("the evidence has \(table.origins.count) independent origins")])
    }
    lines.append([.text("the ratings are whoever's who wrote the matrix, and no source's")])
    return lines
  }
}
