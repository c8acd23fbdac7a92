import Casebook
import Diagnostics
import Evidence
import Names
import Semantics
import Tables

/// Claims as rows of a table.
extension Evaluator {
  /// A tie to several entities is a row for each of them.
  private struct ClaimRow {
    var claim: ClaimID
    var object: EntityID?
    var band: EntityTable.Band
  }

  /// The rows of a collection of claims, with only these columns made. What the rows rest on is said under whatever becomes of them.
  func claimRows(_ table: EntityTable, _ wanted: ClaimRows, at collection: CheckedExpression) throws(Diagnostic) -> RowPlan {
    let kind = wanted.collection
    let rows = claimRows(of: table, kind)
    let (cells, overflow) = rows.count.multipliedReportingOverflow(by: max(1, wanted.columns.count))
    try meter.add(rows: overflow ? Int.max : cells, at: statementRange) { host.isInterrupted }
    var schema = Schema([])
    var chunk: [Column] = []
    for column in wanted.columns {
      let made = try self.column(column, of: rows, kind)
      if column == .value, wanted.measuresValues {
        if made.description.type == .text { try checkForFigures(rows, at: collection) }
        if made.description.type == .quantity, !wanted.columns.contains(.status) { try checkForStatus(rows, at: collection) }
      }
      schema.columns.append(made.description)
      chunk.append(made.column)
    }
    var steps: [PipelineStep] = []
    if rows.contains(where: { $0.band == .possible }) {
      let belongs = "\(kind.singular) belongs"
      schema.columns.append(ColumnDescription(belongs, .boolean))
      chunk.append(.boolean(rows.map { $0.band == .certain ? 1 : 3 }))
      steps = [.filter(.column(belongs)), .drop([belongs])]
    }
    return RowPlan(
      name: table.name, pipeline: Pipeline(Table(schema: schema, chunks: [chunk]), steps),
      reasons: foundation(of: rows, in: table, kind) + leftOutLines(table) + table.remarks)
  }

  private func claimRows(of table: EntityTable, _ kind: ClaimCollection) -> [ClaimRow] {
    var rows: [ClaimRow] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard case .claim(let claim) = row.subject else { continue }
      if kind == .relations, case .entities(let objects) = casebook[claim].value {
        // Of another's tie to several, only the row that names whom the collection is about.
        let named = table.about.map { about in casebook[claim].entity == about ? objects : objects.filter { $0 == about } }
        rows += (named ?? objects).map { ClaimRow(claim: claim, object: $0, band: row.band) }
      } else {
        rows.append(ClaimRow(claim: claim, object: nil, band: row.band))
      }
    }
    return rows
  }

  /// How many claims there were before they went through the verbs, and whose they are, most first.
  private func foundation(of rows: [ClaimRow], in table: EntityTable, _ kind: ClaimCollection) -> [String] {
    var counts: [SourceID: Int] = [:]
    var several = 0
    var unsourced = 0
    for row in table.rows {
      guard case .claim(let claim) = row.subject else { continue }
      let sources = casebook.sourceIDs(of: casebook[claim])
      if sources.count > 1 { several += 1 }
      if sources.isEmpty { unsourced += 1 }
      for source in sources { counts[source, default: 0] += 1 }
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let count = PipelineWords.count(table.rows.count, kind.singular)
    guard !ordered.isEmpty else { return table.rows.isEmpty ? [] : ["from \(count), none with a source"] }
    let shown = ordered.prefix(3).map { "\(casebook[$0.key].shortForm) (\(PipelineWords.number($0.value)))" }
    let others = ordered.count - shown.count
    var lines = [
      "from \(count): " + shown.joined(separator: ", ") + (others > 0 ? " and \(PipelineWords.count(others, "more source"))" : "")
    ]
    if unsourced > 0 { lines[0] += "; \(PipelineWords.number(unsourced)) without a source, such as names" }
    if several > 0 {
      lines.append("\(PipelineWords.count(several, kind.singular)) from several sources: the first stands in source")
    }
    if rows.count > table.rows.count {
      lines.append("\(PipelineWords.number(rows.count)) rows, since a tie to several has one for each")
    }
    return lines
  }

  /// Figures beside values of another sort, or in units that don't go together, have no order. In words they would get a wrong one.
  private func checkForFigures(_ rows: [ClaimRow], at collection: CheckedExpression) throws(Diagnostic) {
    var sorts: [String] = []
    var hasFigures = false
    for row in rows {
      let sort: String
      switch casebook[row.claim].value {
      case .number(_, let unit):
        hasFigures = true
        sort = unit == .none ? "numbers" : unit.words
      case .derived:
        guard case .found(let figure)? = try? figure(of: row.claim, at: statementRange) else { continue }
        hasFigures = true
        sort = figure.quantity.unit == .none ? "numbers" : figure.quantity.unit.words
      case .text, .word: sort = "words"
      case .entities: sort = "entities"
      case .time: sort = "times"
      case .truth: sort = "yes or no"
      case .none, .unknown: continue
      }
      if !sorts.contains(sort) { sorts.append(sort) }
    }
    guard hasFigures else { return }
    throw Diagnostic(
      .wrongTableStep, "the values of these claims are of several sorts, which have no common order", at: collection.range,
      PipelineWords.names(sorts, of: sorts.count),
      notes: ["keep those of one sort first, as in: claims | where property = personnel and value > 0 people | …"])
  }

  /// What is planned and what is there give no figure together, unless the verbs look at the status.
  private func checkForStatus(_ rows: [ClaimRow], at collection: CheckedExpression) throws(Diagnostic) {
    let statuses = rows.map { casebook[$0.claim].status }.eachOnce
    guard statuses.count > 1 else { return }
    throw Diagnostic(
      .wrongTableStep, "figures of different status are neither added up nor put in one order", at: collection.range,
      statuses.map(\.word).joined(separator: ", "),
      notes: ["keep one of them, as in: claims as \(statuses[0].word) | …; or group by status too"])
  }

  // MARK: Columns

  private func column(_ column: ClaimColumn, of rows: [ClaimRow], _ kind: ClaimCollection) throws(Diagnostic)
    -> (description: ColumnDescription, column: Column)
  {
    var cells = AnswerColumn(description(of: column, rows, kind))
    for row in rows { try add(column, of: row, to: &cells) }
    return (cells.description, cells.column)
  }

  private func add(_ column: ClaimColumn, of row: ClaimRow, to cells: inout AnswerColumn) throws(Diagnostic) {
    let claim = casebook[row.claim]
    switch column {
    case .source:
      // What was not declared as an entity has only its name.
      guard let source = casebook.sourceIDs(of: claim).first else { return cells.addMissing() }
      cells.add(text: casebook.entity(of: source).map { casebook[$0].name } ?? casebook[source].id)
    case .supportedBy: add((claim.details?.supportedBy ?? []).map(\.source).eachOnce, to: &cells)
    case .via: add(claim.details?.via ?? [], to: &cells)
    case .value:
      if let object = row.object { return cells.add(text: casebook[object].name) }
      switch cells.description.type {
      case .text: cells.add(text: valueWords(row.claim))
      case .entity:
        guard case .entities(let objects) = claim.value, let first = objects.first else { return cells.addMissing() }
        cells.add(text: casebook[first].name)
      default: try add(value(of: .value, of: row.claim), to: &cells, at: statementRange)
      }
    default: try add(value(of: column, of: row.claim), to: &cells, at: statementRange)
    }
  }

  private func add(_ sources: [SourceID], to cells: inout AnswerColumn) {
    if sources.isEmpty { return cells.addMissing() }
    cells.add(text: sources.map { casebook[$0].shortForm }.joined(separator: "; "))
  }

  private func value(of column: ClaimColumn, of claim: ClaimID) throws(Diagnostic) -> Value {
    try value(of: column, at: statementRange, in: Frame().about(.claim(claim)))
  }

  private func description(of column: ClaimColumn, _ rows: [ClaimRow], _ kind: ClaimCollection) -> ColumnDescription {
    let name = column.name(in: kind)
    func coded(_ type: ColumnType) -> ColumnDescription { ColumnDescription(name, type, dictionary: TextDictionary()) }
    switch column {
    case .entity, .source: return coded(.entity)
    case .value: return valueDescription(name, rows)
    case .preferred: return ColumnDescription(name, .boolean)
    case .time:
      return ColumnDescription(name, .date, resolution: resolution(of: rows.map { casebook.time(of: casebook[$0.claim]) }))
    case .published:
      let dates = rows.map { casebook.citations(of: casebook[$0.claim]).first?.source.published }
      return ColumnDescription(name, .date, resolution: resolution(of: dates))
    default: return coded(.text)
    }
  }

  /// Dates are printed as closely as all of them are known.
  func resolution(of spans: [TimeSpan?]) -> DateResolution {
    var coarsest = DateResolution.day
    for span in spans {
      guard let start = span?.edtf.split(separator: "/").first else { continue }
      switch start.dropFirst().count(where: { $0 == "-" }) {
      case 0: return .year
      case 1: coarsest = .month
      default: continue
      }
    }
    return coarsest
  }

  /// Where all values are of one sort, figures in units that go together, entities or times, that is what their column holds; else words.
  private func valueDescription(_ name: String, _ rows: [ClaimRow]) -> ColumnDescription {
    let words = ColumnDescription(name, .text, dictionary: TextDictionary())
    var found: ColumnDescription?
    for row in rows {
      let next: ColumnDescription
      switch casebook[row.claim].value {
      case .number(_, let unit): next = ColumnDescription(name, .quantity, unit: unit)
      case .derived:
        // A rule that fails is reported where it is asked for.
        guard case .found(let figure)? = try? figure(of: row.claim, at: statementRange) else { continue }
        next = ColumnDescription(name, .quantity, unit: figure.quantity.unit)
      case .entities(let objects) where row.object != nil || objects.count == 1:
        next = ColumnDescription(name, .entity, dictionary: TextDictionary())
      case .time: next = ColumnDescription(name, .date)
      case .unknown, .none: continue
      default: return words
      }
      guard let known = found else {
        found = next
        continue
      }
      guard known.type == next.type, known.unit.isCompatible(with: next.unit) else { return words }
    }
    guard var found else { return words }
    if found.type == .date {
      found.resolution = resolution(
        of: rows.map { row in if case .time(let span) = casebook[row.claim].value { span } else { nil } })
    }
    return found
  }
}
