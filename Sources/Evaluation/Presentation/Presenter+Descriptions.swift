import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

extension Presenter {
  /// What may be asked of a kind's entities: one row a property, with how many entities have a claim of it.
  func describe(_ kind: KindID) throws(Diagnostic) -> [Block] {
    let record = casebook[kind]
    let entities = casebook.entities(of: kind)
    var heading: [Inline] = [.strong([.keyword(record.plural)]), .text(" · \(entities.count) entities")]
    if let parent = record.parent { heading += [.text(" · each is one of "), .keyword(casebook[parent].plural)] }
    var blocks: [Block] = [.paragraph(heading)]
    if let documentation = record.documentation { blocks.append(.paragraph([.text(oneLine(documentation))])) }
    let narrower = casebook.kinds.filter { $0.parent == kind }
    if !narrower.isEmpty {
      blocks.append(.paragraph([.text("among them: " + narrower.map(\.plural).joined(separator: ", "))]))
    }
    blocks.append(
      .table(try properties(of: entities, whichHave: casebook.properties.filter { casebook.allows($0.id, of: kind) }, kind)))
    return blocks
  }

  /// One row a property, those with claims first.
  private func properties(of entities: [EntityID], whichHave properties: [Property], _ kind: KindID) throws(Diagnostic)
    -> TableBlock
  {
    var rows: [(count: Int, row: TableBlock.Row)] = []
    for property in properties {
      var count = 0
      var times: [TimeSpan] = []
      for entity in entities {
        var claims = casebook.claims(of: entity, property: property.id)
        if claims.isEmpty, property.inverse != nil { claims = evaluator.ask(property.id, of: entity, under: .none).answer.claims }
        if !claims.isEmpty { count += 1 }
        times += claims.compactMap { casebook.time(of: casebook[$0]) }
      }
      let cells = [
        TableBlock.Cell([.property(property.name)]), TableBlock.Cell(typeWords(property)),
        TableBlock.Cell(sortWords(property)), TableBlock.Cell("\(count)"), TableBlock.Cell(period(times)),
      ]
      try evaluator.charge(cells)
      rows.append((count, TableBlock.Row(cells: cells)))
    }
    let columns = [
      TableBlock.Column("property"), TableBlock.Column("value"), TableBlock.Column("sort"),
      TableBlock.Column("have it", isNumeric: true),
      TableBlock.Column("period"),
    ]
    let ordered = rows.filter { $0.count > 0 }.map(\.row) + rows.filter { $0.count == 0 }.map(\.row)
    let empty = rows.count { $0.count == 0 }
    let footer = empty > 0 ? [[Inline.text("\(empty) of \(rows.count) properties have no claim yet")]] : []
    return TableBlock(columns: columns, rows: ordered, footers: footer)
  }

  /// `quantity in people`, `an organisation`, `texts`
  func typeWords(_ property: Property) -> String {
    let words: String
    switch property.value {
    case .quantity(let unit, _): words = unit == .none ? "quantity" : "quantity in \(unit.words)"
    case .text: words = "text"
    case .time: words = "time"
    case .entity(let kind): words = kind.map { casebook[$0].name } ?? "entity"
    case .truth: words = "yes or no"
    case .word: words = "word"
    }
    return property.allowsMany ? words + ", several" : words
  }

  private func sortWords(_ property: Property) -> String {
    if case .quantity(_, let sort) = property.value { return sort.rawValue }
    return ""
  }

  /// From the earliest to the latest of some times: `2012–2018`, `since 2012` where one of them goes on.
  private func period(_ times: [TimeSpan]) -> String {
    let first = times.map(\.start.earliest).filter(\.isFinite).min()?.date.year
    let last = times.map(\.end.latest).filter(\.isFinite).max()?.date.year
    guard let first else { return last.map { "until \($0)" } ?? "" }
    guard let last, !times.contains(where: \.endIsOpen) else { return "since \(first)" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// What a property means, and where it is used.
  func describe(_ id: PropertyID) -> [Block] {
    let property = casebook[id]
    var rows = [FactRow("value", [.text(typeWords(property))])]
    if case .quantity(_, let sort) = property.value { rows.append(FactRow("sort", [.text("\(sort.rawValue): \(sort.words)")])) }
    rows.append(
      FactRow(
        "of",
        [.text(property.domain.isEmpty ? "any entity" : property.domain.map { casebook[$0].plural }.joined(separator: ", "))]))
    if let phrase = property.phrase { rows.append(FactRow("reads", [.text("A \(phrase) B")])) }
    if let inverse = property.inversePhrase { rows.append(FactRow("the other way", [.text("B \(inverse) A")])) }
    if property.isTransitive {
      rows.append(FactRow("transitive", [.text("what holds from A to B and from B to C holds from A to C")]))
    }
    if let definition = property.definition { rows.append(FactRow("counts", [.text(oneLine(definition))])) }
    if !property.seeAlso.isEmpty {
      rows.append(FactRow("see also", [.text(property.seeAlso.map { casebook[$0].name }.joined(separator: ", "))]))
    }
    var owners: [EntityID] = []
    var times: [TimeSpan] = []
    for claim in casebook.allClaims() where casebook[claim].property == id {
      if !owners.contains(casebook[claim].entity) { owners.append(casebook[claim].entity) }
      if let time = casebook.time(of: casebook[claim]) { times.append(time) }
    }
    rows.append(FactRow("have it", [.text("\(owners.count)" + (owners.isEmpty ? "" : ": "))] + names(Array(owners.prefix(6)))))
    if !period(times).isEmpty { rows.append(FactRow("period", [.text(period(times))])) }
    var blocks: [Block] = [.paragraph([.strong([.property(property.name)]), .text(" · \(property.title)")])]
    if let documentation = property.documentation { blocks.append(.paragraph([.text(oneLine(documentation))])) }
    return blocks + [.facts(rows)]
  }

  /// A definition as it was written, with its help.
  func describe(_ entry: DefinitionEntry) -> [Block] {
    var blocks: [Block] = [.paragraph([.strong([.code(entry.name)]), .text(" · a \(entry.category)")])]
    let help = entry.documentation.filter { !$0.hasPrefix("example:") }
    if !help.isEmpty { blocks.append(.paragraph([.text(oneLine(help.joined(separator: " ")))])) }
    let examples = entry.documentation.compactMap { line in
      line.hasPrefix("example:") ? oneLine(String(line.dropFirst("example:".count))) : nil
    }
    let text = evaluator.sourceMap.text(entry.range)
    if !text.isEmpty { blocks.append(.code(text)) }
    if !examples.isEmpty { blocks.append(.list(examples.map { [.code($0)] })) }
    return blocks
  }

  /// What a value is: an entity's properties, a collection's columns, a figure's bounds.
  func describe(_ value: Value, _ written: String) throws(Diagnostic) -> [Block] {
    switch value {
    case .entity(let entity):
      let kind = casebook[entity].kind
      let heading: [Inline] = [name(entity), .text(" · \(casebook[kind].name) · "), .code(casebook[entity].name)]
      let properties = casebook.properties.filter { casebook.allows($0.id, of: kind) }
      let blocks: [Block] = [.paragraph(heading), .table(try self.properties(of: [entity], whichHave: properties, kind))]
      guard let partOf = casebook.property(named: "part_of") else { return blocks }
      let parts = try evaluator.tree(of: entity, by: partOf, at: evaluator.statementRange)
      return blocks + (parts.isEmpty ? [] : [tree(of: entity, by: partOf, parts)])
    case .entities(let table):
      if let collection = table.claims, table.columns.isEmpty { return try describe(collection, table) }
      if let kind = table.kind, table.columns.isEmpty { return try describe(kind) }
      let columns = table.columns.enumerated().map { index, column -> [Inline] in
        let found = table.rows.count { index < $0.cells.count && !evaluator.isEmpty($0.cells[index]) }
        return [.property(column.label), .text(": \(found) of \(table.rows.count) rows have a value")]
      }
      return [.paragraph([.code(written), .text(": \(table.rows.count) rows")]), .list(columns)]
    case .answer(let answer): return describe(answer.query.property) + (try blocks(value))
    case .figure(let figure):
      let quantity = figure.quantity
      var rows = [
        FactRow("low", [.value(displayBound(quantity, quantity.low), exact: nil)]),
        FactRow("best", quantity.best.map { [.value(displayBound(quantity, $0), exact: nil)] } ?? [.absent("none printed")]),
        FactRow("high", [.value(displayBound(quantity, quantity.high), exact: nil)]),
        FactRow("unit", [.text(quantity.unit == .none ? "none" : quantity.unit.words)]),
      ]
      if let status = figure.figure.status { rows.append(FactRow("status", [.text(status.word)])) }
      return [.paragraph([.code(written), .text(" is "), .value(evaluator.text(figure), exact: export(figure))]), .facts(rows)]
    default:
      return [.paragraph([.code(written), .text(" is \(value.description)")])] + (try blocks(value))
    }
  }

  // MARK: Gaps and sources

  /// What was asked for and no claim answers.
  func gaps(_ missing: [Missing]) -> Block {
    var list = GapList()
    list.add(missing)
    guard !list.gaps.isEmpty else { return .paragraph([.text("no gaps: every question so far found a claim")]) }
    return .list(
      list.gaps.map { gap -> [Inline] in
        guard case .noClaim(let answer) = gap else { return explanation(gap) }
        return [
          name(answer.query.entity), .text(", "), .property(casebook[answer.query.property].title.lowercased()), .text(": "),
        ] + explanation(gap, named: .none)
      })
  }
}
