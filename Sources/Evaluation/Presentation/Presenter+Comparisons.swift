import Analysis
import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// A comparison: the table of cells, what follows from each measure, and what is missing.
  func comparison(_ table: ComparedTable) throws(Diagnostic) -> [Block] {
    if table.subjects.isEmpty || table.measures.isEmpty { return nothingCompared(table) }
    let namesSubjects = table.measures.contains { $0.subject != nil } && table.subjects.count > 1
    var columns = [TableBlock.Column("measure")]
    if namesSubjects { columns.append(TableBlock.Column("of")) }
    for column in table.columns { columns.append(TableBlock.Column(title: [heading(column)])) }
    columns.append(TableBlock.Column("finding"))
    var rows: [TableBlock.Row] = []
    var findings: [[Inline]] = []
    var gaps: [[Inline]] = []
    var cautions: [String] = []
    var said: Set<String> = []
    for measure in table.measures {
      var cells = [TableBlock.Cell([.property(measure.label)])]
      if namesSubjects { cells.append(TableBlock.Cell(measure.subject.map { [name($0)] } ?? [])) }
      for (index, value) in measure.values.enumerated() {
        var content = try inlines(value)
        if let rank = rank(index, measure) { content.append(.text(" (\(rank))")) }
        if let substitute = measure.substitutes[index] {
          gaps.append(lead(measure, table.columns[index]) + standIn(substitute))
          if substitute.status == nil || substitute.status == .actual {
            content += [.text(" ("), .property(casebook[substitute.property].name), .text(")")]
          }
        }
        cells.append(TableBlock.Cell(content))
        if let gap = gap(value, measure, table.columns[index]) { gaps.append(gap) }
        for caution in cautionsOn(value) where !cautions.contains(caution) { cautions.append(caution) }
      }
      findings += sources(measure, &said)
      cells.append(TableBlock.Cell(mark(measure.finding)))
      try evaluator.charge(cells)
      rows.append(TableBlock.Row(cells: cells))
      findings += lines(measure, table)
    }
    var caption: [Inline] = []
    if table.measures.contains(where: { $0.subject != nil }), table.subjects.count == 1 { caption = [name(table.subjects[0])] }
    var blocks: [Block] = [.table(TableBlock(caption: caption, columns: columns, rows: rows, footers: []))]
    if !findings.isEmpty { blocks.append(.list(findings)) }
    if let because = table.because { blocks.append(.remark(kind: .note, [.text("set side by side because \(because)")])) }
    blocks += table.remarks.map { .remark(kind: .note, [.text($0)]) }
    blocks += cautions.map { .remark(kind: .caution, [.text($0)]) }
    if !gaps.isEmpty { blocks.append(.section(title: [.text("Gaps")], blocks: [.list(gaps)])) }
    return blocks
  }

  /// A comparison that has nothing to set side by side says so.
  private func nothingCompared(_ table: ComparedTable) -> [Block] {
    let words: [Inline] =
      table.subjects.isEmpty
      ? [.absent("nothing to compare: no subject is in the casebook")]
      : [.absent("nothing to compare: "), .text("no property is said of ")] + names(table.subjects) + [.text(" alike")]
    return [
      .paragraph(words), .remark(kind: .note, [.text("`describe` says what can be asked of each; `on` names what is compared")]),
    ]
  }

  private func heading(_ column: ComparedColumn) -> Inline {
    switch column {
    case .entity(let entity): name(entity)
    case .words(let words): .text(words)
    }
  }

  /// What was answered in place of what was asked.
  private func standIn(_ query: Query) -> [Inline] {
    if let status = query.status, status != .actual {
      return [.absent("no claim"), .text("; \(status.article) figure stands in its place")]
    }
    return [
      .absent("no claim"), .text("; "), .property(casebook[query.property].name),
      .text(", which is counted in another way, stands in its place"),
    ]
  }

  private func rank(_ index: Int, _ measure: ComparedMeasure) -> String? {
    guard index < measure.finding.ranks.count, let rank = measure.finding.ranks[index] else { return nil }
    return "rank " + Self.words(rank)
  }

  /// `differs`, starred where it rests on a policy.
  private func mark(_ finding: MeasureFinding) -> [Inline] {
    let isStarred = finding.verdict.restsOnSoftBound && (finding.mark == .differs || finding.mark == .same)
    return [.keyword(finding.mark.rawValue)] + (isStarred ? [.softMark] : [])
  }

  private func cautionsOn(_ value: Value) -> [String] {
    let claims: [ClaimID]
    switch value {
    case .answer(let answer): claims = casebook[answer.query.property].value.isQuantity ? answer.answer.claims : []
    case .figure(let figure): claims = self.claims(of: figure)
    default: claims = []
    }
    return claims.compactMap { evaluator.caution(on: $0) }
  }

  /// An empty cell, for the list of gaps, with what is nearest.
  private func gap(_ value: Value, _ measure: ComparedMeasure, _ column: ComparedColumn) -> [Inline]? {
    switch value {
    case .missing(let missing): return missing.first.map { lead(measure, column) + explanation($0) }
    case .answer(let answer) where answer.answer.claims.isEmpty:
      return lead(measure, column) + explanation(.noClaim(answer), named: .none)
    default: return nil
    }
  }

  /// `personnel, National Gendarmerie, planned: `
  private func lead(_ measure: ComparedMeasure, _ column: ComparedColumn) -> [Inline] {
    var line: [Inline] = [.property(measure.label), .text(", ")]
    if let subject = measure.subject { line += [name(subject), .text(", ")] }
    return line + [heading(column), .text(": ")]
  }

  /// What the publishers of a measure's figures count, each once for all cells.
  private func sources(_ measure: ComparedMeasure, _ said: inout Set<String>) -> [[Inline]] {
    var lines: [[Inline]] = []
    for basis in measure.values.flatMap({ bases($0) }) where said.insert("\(measure.label): \(basis.words)").inserted {
      lines.append([.property(measure.label), .text(": \(basis.words)")])
    }
    return lines
  }

  // MARK: Findings

  /// What follows from one measure, in sentences.
  private func lines(_ measure: ComparedMeasure, _ table: ComparedTable) -> [[Inline]] {
    var lead: [Inline] = [.property(measure.label)]
    if let subject = measure.subject, table.subjects.count > 1 { lead += [.text(" of "), name(subject)] }
    lead.append(.text(": "))
    var lines: [[Inline]] = []
    if let pair = measure.finding.pair { lines.append(lead + sentence(pair, table)) }
    for words in Set(measure.values.flatMap(\.setAside)).sorted() { lines.append(lead + [.text(words)]) }
    if measure.finding.mark == .notComparable, !measure.finding.obstacles.isEmpty {
      lines.append(lead + [.text("not comparable, because " + measure.finding.obstacles.map(words).joined(separator: "; and "))])
      if let help = measure.finding.obstacles.compactMap({ self.help($0) }).first { lines.append(lead + [.text(help)]) }
    } else if !measure.finding.obstacles.isEmpty {
      lines.append(
        lead + [.text("set side by side although " + measure.finding.obstacles.map(words).joined(separator: "; and "))])
    }
    if measure.cells.contains(where: \.isSeveral) {
      lines.append(lead + [.text("claims of several times are not one figure; `as of` a time takes the latest of each origin")])
    }
    if measure.isOneClaim {
      lines.append(lead + [.text("what is said holds for both times at once, so it says nothing of a change")])
    }
    let isSoft = measure.finding.verdict.restsOnSoftBound || measure.finding.pair.map { $0.isSoft } ?? false
    if isSoft { lines.append(lead + [.text("* rests on \(policyWords(measure.finding.verdict))")]) }
    return lines
  }

  private func sentence(_ pair: PairFinding, _ table: ComparedTable) -> [Inline] {
    let first = heading(table.columns[pair.first])
    let second = heading(table.columns[pair.second])
    if let share = pair.share {
      return [second, .text(" is "), figure(share), .text(" of "), first] + bounds(share)
        + (pair.difference.map { [.text("; ")] + distance($0) } ?? [])
    }
    if pair.changeIsOpen {
      return [.text("from "), first, .text(" to "), second, .text(" by how much, and which way, can't be told")]
    }
    if let change = pair.change {
      var line: [Inline] = [
        .text("from "), .text(pair.fromExtreme.map { "the \($0.words) in " } ?? ""), first, .text(" to "), second, .text(" "),
        .value(displayChange(change.quantity), exact: nil),
      ]
      if let ratio = pair.ratio { line += [.text(", "), .value(displayFold(ratio.quantity), exact: nil)] + bounds(ratio) }
      return line
    }
    var line: [Inline] =
      [second, .text(" \(holds(table.columns[pair.second])) more: ")] + inlines(Judgement(pair.secondHoldsMore))
    guard pair.secondHoldsMore.truth == .yes else {
      // The ranges overlap or are the same: how far they lie apart would say nothing.
      return line + [.text("; "), first, .text(" \(holds(table.columns[pair.first])) more: ")]
        + inlines(Judgement(pair.firstHoldsMore))
    }
    if let difference = pair.difference { line += [.text("; ")] + distance(difference) + bounds(difference) }
    if let ratio = pair.ratio { line += [.text("; "), .value(displayTimes(ratio.quantity), exact: nil)] + bounds(ratio) }
    return line
  }

  /// The verb after a name: `State prisons hold`, `Mexico holds`. What is named in the plural ends its head word in s.
  private func holds(_ column: ComparedColumn) -> String {
    guard case .entity(let entity) = column else { return "holds" }
    let words = casebook[entity].title.split(separator: " ").prefix { !["of", "in", "for", "at"].contains($0) }
    // A name of one word is that of one thing: Honduras, Aguascalientes.
    guard words.count > 1, let head = words.last?.lowercased(), head.hasSuffix("s") else { return "holds" }
    return head.hasSuffix("ss") || head.hasSuffix("us") || head.hasSuffix("is") ? "holds" : "hold"
  }

  /// `about 38,800 people less`, `135 prisons more`; a difference that may have either sign is given as it is.
  func distance(_ difference: Figure) -> [Inline] {
    if difference.quantity.low >= 0 { return [figure(difference), .text(" more")] }
    if difference.quantity.high <= 0 { return [figure(difference.negated()), .text(" less")] }
    return [.text("difference "), figure(difference)]
  }

  private func figure(_ figure: Figure) -> Inline {
    .value(display(figure.quantity), exact: export(FigureValue(figure)))
  }

  func bounds(_ figure: Figure) -> [Inline] {
    // Without a best figure the words are the bounds.
    figure.quantity.isSoft && figure.quantity.best != nil
      ? [.text(" ("), .value(displayRange(figure.quantity), exact: nil), .text(")")] : []
  }

  /// What stands in the way, in a clause.
  func words(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .units(let one, let other): "\(one.words) and \(other.words) are unlike units"
    case .definitions(let one, let other):
      "\(propertyNames(one)) and \(propertyNames(other)) are counted in unlike ways"
    case .statuses(let one, let other): "one is \(one.article) figure and the other \(other.article) one"
    case .scopes(let one, let other): "one holds \(scopeWords(one)), the other \(scopeWords(other))"
    case .yearsApart(let years): "their times lie \(years) years apart"
    case .holes(let one, let other): "one takes in \(holeWords(one)), the other \(holeWords(other))"
    case .populations(let one, let other): "one is of \(titles(one)) and the other of \(titles(other))"
    }
  }

  private func propertyNames(_ properties: [PropertyID]) -> String {
    properties.map { casebook[$0].name }.joined(separator: ", ")
  }

  private func titles(_ entities: [EntityID]) -> String { entities.map { casebook[$0].title }.joined(separator: ", ") }

  private func holeWords(_ holes: [String]) -> String { holes.isEmpty ? "all of it" : holes.joined(separator: ", ") }

  private func scopeWords(_ scopes: [String]) -> String { scopes.isEmpty ? "for the whole" : scopes.joined(separator: ", ") }

  /// What would make two figures comparable.
  func help(_ obstacle: Obstacle) -> String? {
    switch obstacle {
    case .units: "a ratio to something that both are measured by would make them comparable, such as `per` a unit they share"
    case .definitions:
      "claims of one property for both would make them comparable; or say `because \"…\"` to set them side by side as they are"
    case .statuses: "`across planned vs actual` sets unlike statuses side by side; or say `because \"…\"`"
    case .scopes: "claims of one scope would make them comparable; or say `because \"…\"` to set them side by side as they are"
    case .yearsApart: "claims of one time would make them comparable, for example `in` a year; or say `because \"…\"`"
    case .holes:
      "the same months or places on both sides would make them comparable, for example `across 2023-01..2023-11 vs 2024-01..2024-11`"
    case .populations: "claims of one population would make them comparable; or say `because \"…\"`"
    }
  }
}

extension PairFinding {
  /// Whether one of its figures rests on a soft bound.
  var isSoft: Bool { [share, change, ratio, difference].contains { $0?.quantity.isSoft ?? false } }
}
