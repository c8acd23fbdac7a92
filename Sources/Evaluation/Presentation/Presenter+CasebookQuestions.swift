import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// How many hits, claims or entries a table shows at most; the rest is counted under it.
  static let rowLimit = 60
  private static let timelineLimit = 200

  func blocks(_ answer: CasebookAnswer) throws(Diagnostic) -> [Block] {
    switch answer {
    case .hits(let wanted, let hits): [hitTable(hits, wanted)]
    case .path(let start, let goal, let ties): [path(from: start, to: goal, ties)]
    case .conflicts(let sets, let tensions, let listed): conflicts(sets, tensions, listed)
    case .sources(let entity, let claims):
      [.paragraph([.text("what claims about "), name(entity), .text(" rest on")]), sources(claims)]
    case .timeline(let entity, let entries, let undated): timeline(of: entity, entries, undated)
    case .audit(let audit): self.audit(audit)
    case .who(let words, let found, let near): [who(words, found, near)]
    case .changed(let changes): self.changes(changes)
    case .tree(let root, let property, let branches): [tree(of: root, by: property, branches)]
    }
  }

  // MARK: search

  private func hitTable(_ hits: [SearchHit], _ wanted: String) -> Block {
    guard !hits.isEmpty else {
      return .remark(kind: .note, [.text("no text holds “\(wanted)”; accents and case make no difference")])
    }
    let rows = hits.prefix(Self.rowLimit).map { hit in
      let noted = hit.claim.map { mark([$0]) } ?? []
      let property = hit.claim.map { casebook[casebook[$0].property].title } ?? "Name"
      let snippet = hit.snippet()
      let text: [Inline] = [.text(Self.blanks(snippet.before)), .strong([.text(Self.blanks(snippet.found))])]
      return TableBlock.Row(cells: [
        TableBlock.Cell([name(hit.entity)]), TableBlock.Cell(property),
        TableBlock.Cell(text + [.text(Self.blanks(snippet.after))] + noted),
      ])
    }
    return table(["of", "what", "text"], rows, all: hits.count, "hits")
  }

  /// A part of a text with blanks in place of its line ends.
  private static func blanks(_ text: String) -> String { String(text.map { $0.isWhitespace ? " " : $0 }) }

  // MARK: path

  private func path(from start: EntityID, to goal: EntityID, _ ties: [Tie]?) -> Block {
    guard let ties else {
      return .remark(kind: .note, [.text("no claims tie ")] + [name(start), .text(" to "), name(goal)])
    }
    guard !ties.isEmpty else { return .remark(kind: .note, [name(start), .text(" is the same as "), name(goal)]) }
    var tree = Tree([name(start)])
    for (depth, tie) in ties.enumerated() {
      let property = casebook[tie.property]
      let words =
        tie.isForward ? property.phrase ?? property.title : property.inversePhrase ?? "is named under \(property.title) by"
      tree.append(
        [.keyword(words), .text(" "), name(tie.other), .text(evaluator.timePhrase(tie.claim))] + mark([tie.claim]),
        depth: depth + 1)
    }
    return .tree(tree)
  }

  // MARK: conflicts

  private func conflicts(_ sets: [ClaimSet], _ tensions: [ClaimID], _ listed: [EntityID]) -> [Block] {
    var blocks: [Block] = []
    if !sets.isEmpty {
      let rows = sets.prefix(Self.rowLimit).map { set in
        let first = casebook[set.claims[0]]
        var said: [Inline] = []
        for (index, claim) in set.claims.enumerated() { said += (index > 0 ? [.text("; ")] : []) + inlines(claim: claim) }
        return TableBlock.Row(cells: [
          TableBlock.Cell([name(first.entity)]), TableBlock.Cell(casebook[first.property].title),
          TableBlock.Cell([.keyword(Self.words(set.agreement))]), TableBlock.Cell(said),
        ])
      }
      blocks.append(
        table(
          ["of", "what", "claims", "said"], rows, all: sets.count, "sets of claims", more: "`conflicts of` one thing lists fewer")
      )
    }
    if !tensions.isEmpty { blocks.append(tensionTable(tensions)) }
    for entity in listed { blocks += [.facts(disagreement(entity))] }
    if blocks.isEmpty { blocks = [.remark(kind: .note, [.text("no claims disagree here, and no disagreement is listed")])] }
    return blocks
  }

  /// What is set against what, and why.
  private func tensionTable(_ claims: [ClaimID]) -> Block {
    let rows = claims.prefix(Self.rowLimit).map { claim in
      TableBlock.Row(cells: [
        TableBlock.Cell([name(casebook[claim].entity)]), TableBlock.Cell(value(claim: claim)),
        TableBlock.Cell(
          [.text((casebook[claim].details?.caveats ?? []).map(oneLine).joined(separator: " "))] + citationMark(claim)),
      ])
    }
    return table(
      ["this", "pulls against", "because"], rows, all: claims.count, "tensions", more: "`conflicts of` one thing lists fewer")
  }

  /// A listed disagreement: what it is about, its sides with their places, and what is made of it.
  private func disagreement(_ entity: EntityID) -> [FactRow] {
    var rows = [FactRow(label: [.text("disagreement")], values: [[name(entity)]])]
    var values: [(property: PropertyID, said: [[Inline]])] = []
    for claim in casebook.claims(of: entity) {
      let property = casebook[claim].property
      if let index = values.firstIndex(where: { $0.property == property }) {
        values[index].said.append(inlines(claim: claim))
      } else {
        values.append((property, [inlines(claim: claim)]))
      }
    }
    rows += values.map { FactRow(label: [.property(casebook[$0.property].title)], values: $0.said) }
    return rows
  }

  private static func words(_ agreement: Agreement) -> String {
    switch agreement {
    case .single: "alone"
    case .agree: "agree"
    case .differ: "differ"
    case .conflict: "conflict"
    case .notComparable: "not comparable"
    }
  }

  // MARK: timeline

  private func timeline(of entity: EntityID, _ entries: [TimelineEntry], _ undated: [TimelineEntry]) -> [Block] {
    guard !entries.isEmpty || !undated.isEmpty else {
      return [.remark(kind: .note, [.text("no event or dated claim of "), name(entity), .text(" falls into this time")])]
    }
    var blocks: [Block] = []
    if !entries.isEmpty {
      // What only possibly falls into the time stands after what surely does, each in order.
      let rows = (entries.filter { !$0.isPossible } + entries.filter(\.isPossible)).prefix(Self.timelineLimit).map { entry in
        TableBlock.Row(
          cells: [TableBlock.Cell(entry.time?.words ?? "")] + cells(entry.subject),
          band: entry.isPossible ? .possible : .certain)
      }
      blocks.append(
        table(["time", "of", "what"], rows, all: entries.count, "entries", more: "a time leaves fewer: `timeline … in 2016`"))
    }
    if !undated.isEmpty {
      blocks.append(
        .section(
          title: [.text("Without a date")],
          blocks: [.list(undated.prefix(Self.rowLimit).map { cells($0.subject)[1].content })]))
    }
    return blocks
  }

  private func cells(_ subject: TimelineEntry.Subject) -> [TableBlock.Cell] {
    switch subject {
    case .event(let event):
      let dates = casebook.property(named: "time").map { casebook.claims(of: event, property: $0) } ?? []
      return [TableBlock.Cell("event"), TableBlock.Cell([name(event)] + mark(dates))]
    case .claim(let claim):
      let property = casebook[casebook[claim].property].title
      return [
        TableBlock.Cell([name(casebook[claim].entity)]),
        TableBlock.Cell([.property(property), .text(": ")] + value(claim: claim) + mark(sources(of: claim))),
      ]
    }
  }

  // MARK: audit

  private func audit(_ audit: SourceAudit) -> [Block] {
    let counts: [(String, [ClaimID])] = [
      ("it cites something for them", audit.cited), ("it cites nothing for them: they rest on its author alone", audit.uncited),
      ("some of what it cites is anonymous", audit.anonymous),
      ("all that they rest on is older than what they speak of", audit.older),
    ]
    var blocks: [Block] = [
      .table(
        TableBlock(
          columns: [
            TableBlock.Column("claims from \(casebook[audit.source].shortForm)"), TableBlock.Column("number", isNumeric: true),
          ],
          rows: counts.map { TableBlock.Row(cells: [TableBlock.Cell($0.0), TableBlock.Cell("\($0.1.count)")]) }))
    ]
    let figures = audit.uncited.filter { casebook[casebook[$0].property].value.isQuantity }
    blocks += claimTable(figures, headed: "Figures without a note")
    blocks += claimTable(audit.anonymous, headed: "On anonymous words")
    blocks += claimTable(audit.older, headed: "Older than what they speak of")
    return blocks
  }

  private func claimTable(_ claims: [ClaimID], headed title: String) -> [Block] {
    guard !claims.isEmpty else { return [] }
    let rows = claims.prefix(Self.rowLimit).map { claim in
      TableBlock.Row(cells: [
        TableBlock.Cell([name(casebook[claim].entity)]), TableBlock.Cell(casebook[casebook[claim].property].title),
        TableBlock.Cell(inlines(claim: claim)),
      ])
    }
    return [
      .section(
        title: [.text(title)],
        blocks: [
          table(["of", "what", "said"], rows, all: claims.count, "claims", more: "`claims | where source = …` has them all")
        ])
    ]
  }

  /// `more` says how to get at those that are not shown.
  func table(_ titles: [String], _ rows: [TableBlock.Row], all: Int, _ things: String, more: String? = nil) -> Block {
    let rest = more.map { "; " + $0 } ?? ""
    let footers: [[Inline]] = all > rows.count ? [[.text("\(rows.count) of \(all) \(things) are shown\(rest)")]] : []
    return .table(TableBlock(columns: titles.map { TableBlock.Column($0) }, rows: rows, footers: footers))
  }
}
