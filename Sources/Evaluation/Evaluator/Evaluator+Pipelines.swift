import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// Every entity of a kind, with the qualifiers that then hold for each property asked of them.
  func collection(_ kind: KindID, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> EntityTable {
    let members = casebook.entities(of: kind)
    try meter.add(rows: members.count, at: range) { host.isInterrupted }
    return EntityTable(
      name: casebook[kind].plural, kind: kind, rows: members.map { EntityTable.Row($0) },
      ambient: frame.ambient)
  }

  func pipeline(_ source: CheckedExpression, _ verbs: [CheckedVerb], at range: SourceRange, in frame: Frame) throws(Diagnostic)
    -> Value
  {
    let value = try evaluate(source, in: frame)
    if case .missing = value { return value }
    var table = try table(value, at: source.range, in: frame)
    for verb in verbs {
      let inner = frame.with(table.ambient)
      try meter.add(rows: table.rows.count, at: range) { host.isInterrupted }
      switch verb {
      case .where(let condition): try keep(condition, of: &table, in: inner)
      case .select(let columns): try select(columns, of: &table, in: inner)
      case .sort(let keys): try sort(keys, &table, in: inner)
      case .take(let count): try keep(.first(count), of: &table, at: range)
      case .skip(let count): try keep(.after(count), of: &table, at: range)
      case .count: return .figure(countFigure(table))
      }
    }
    return .entities(table)
  }

  /// The rows that a value is: a collection, or the entities that a property names.
  func table(_ value: Value, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> EntityTable {
    switch value {
    case .entities(let table): return table
    case .entity(let entity):
      return EntityTable(
        name: casebook[entity].name, kind: casebook[entity].kind, rows: [EntityTable.Row(entity)],
        ambient: frame.ambient)
    case .answer(let answer) where casebook[answer.query.property].value.namesEntities:
      let rows = entities(in: answer).map { entity in
        let claims = answer.answer.claims.filter {
          entities(of: $0, seenFrom: answer.query.entity).contains(entity) && casebook[$0].mode != .denied
        }
        let isCertain = claims.contains { !answer.answer.marks(of: $0).contains(.possiblyThen) }
        return EntityTable.Row(entity, band: isCertain ? .certain : .possible)
      }
      return EntityTable(name: casebook[answer.query.property].name, rows: rows, ambient: frame.ambient)
    default:
      throw Diagnostic(.wrongType, "a collection of entities is needed here", at: range, "this is \(value.description)")
    }
  }

  // MARK: where

  /// Keeps the rows that surely or perhaps belong, each in its band; those of which it can't be told are counted, never dropped silently.
  private func keep(_ condition: CheckedExpression, of table: inout EntityTable, in frame: Frame) throws(Diagnostic) {
    var kept: [EntityTable.Row] = []
    var missing: [RowSubject] = []
    var soft = 0
    for var row in table.rows {
      let judgement = try judge(condition, in: frame.about(row.subject.value))
      if judgement.cannotTell {
        missing.append(row.subject)
        continue
      }
      switch judgement.verdict.truth {
      case .no:
        if judgement.verdict.restsOnSoftBound { soft += 1 }
        continue
      case .maybe: row.band = .possible
      case .yes: if judgement.verdict.restsOnSoftBound { soft += 1 }
      }
      kept.append(row)
    }
    table.rows = kept
    if !missing.isEmpty {
      table.leftOut.append(EntityTable.LeftOut(words: "\(spelled(condition)) cannot be told", rows: missing))
    }
    if soft > 0 { table.remarks.append("for \(soft) of them the verdict rests on \(aboutPolicy)") }
  }

  // MARK: select

  private func select(_ columns: [CheckedColumn], of table: inout EntityTable, in frame: Frame) throws(Diagnostic) {
    table.columns = columns.map { EntityTable.Column(label: $0.label) }
    var found = [Int](repeating: 0, count: columns.count)
    for index in table.rows.indices {
      let inner = frame.about(table.rows[index].subject.value)
      var cells: [Value] = []
      for (number, column) in columns.enumerated() {
        let cell = try evaluate(column.value, in: inner)
        if !isEmpty(cell) { found[number] += 1 }
        cells.append(cell)
      }
      table.rows[index].cells = cells
    }
    let all = table.rows.count
    // What few claims have, such as a scope, is no gap where they have none.
    for (column, count) in zip(columns, found) where count < all && table.claims == nil {
      table.remarks.append("\(column.label): \(count) of \(all) \(table.name) have a claim")
    }
  }

  /// Whether a cell has nothing to show.
  func isEmpty(_ value: Value) -> Bool {
    switch value {
    case .missing: true
    case .answer(let answer): answer.answer.claims.isEmpty
    case .entities(let table): table.rows.isEmpty
    default: false
    }
  }

  // MARK: sort

  private func sort(_ keys: [(key: CheckedExpression, descending: Bool)], _ table: inout EntityTable, in frame: Frame)
    throws(Diagnostic)
  {
    for index in table.rows.indices {
      let inner = frame.about(table.rows[index].subject.value)
      var found: [SortKey] = []
      for (key, descending) in keys {
        found.append(SortKey(try content(of: try evaluate(key, in: inner), at: key.range), isDescending: descending))
      }
      table.rows[index].keys = found
    }
    table.rows = table.rows.enumerated().sorted { left, right in
      SortKey.precedes(left.element.keys, right.element.keys) ?? (left.offset < right.offset)
    }.map(\.element)
    let missing = table.rows.filter { row in row.keys.contains { if case .missing = $0.content { true } else { false } } }
    if !missing.isEmpty {
      table.remarks.append("\(missing.count) of \(table.rows.count) \(table.name) stand last: nothing to sort by")
    }
  }

  private func content(of value: Value, at range: SourceRange) throws(Diagnostic) -> SortKey.Content {
    switch value {
    case .text(let text): return .letters(plain(text))
    case .claim(let claim): return .letters(words(RowSubject.claim(claim)))
    case .entities(let table): return table.rows.isEmpty ? .missing : .letters(words(value))
    case .entity(let entity): return .letters(casebook[entity].title)
    case .time(let span): return Self.content(of: span)
    case .missing: return .missing
    case .answer(let answer) where !casebook[answer.query.property].value.isQuantity:
      guard let claim = answer.answer.claims.first else { return .missing }
      switch casebook[claim].value {
      case .time(let span): return Self.content(of: span)
      case .text(let texts): return .letters(texts.joined(separator: ", "))
      case .word(let word): return .letters(word)
      case .entities(let entities): return .letters(entities.map { casebook[$0].title }.joined(separator: ", "))
      case .truth(let truth): return .letters(truth ? "yes" : "no")
      case .none, .unknown, .number, .derived: return .missing
      }
    case .verdict(let judgement):
      let rank = Double(judgement.verdict.truth.rawValue)
      return judgement.cannotTell ? .missing : .bounds(low: rank, high: rank, point: rank)
    default:
      switch try figure(value, at: range) {
      case .missing: return .missing
      case .found(let figure):
        let quantity = figure.quantity
        let point = quantity.best ?? (quantity.low.isFinite ? quantity.low : quantity.high)
        return .bounds(low: quantity.low, high: quantity.high, point: point)
      }
    }
  }

  private static func content(of span: TimeSpan) -> SortKey.Content {
    guard let days = span.startBounds else { return .missing }
    return .bounds(low: days.lowerBound, high: days.upperBound, point: days.lowerBound)
  }

  // MARK: take, skip

  private func keep(_ wanted: EntityTable.Places, of table: inout EntityTable, at range: SourceRange) throws(Diagnostic) {
    // Every row is held against every other, unless only one order is possible.
    let others = table.hasPlainOrder ? 1 : table.rows.count
    let (pairs, overflow) = table.rows.count.multipliedReportingOverflow(by: others)
    try meter.add(rows: overflow ? Int.max : pairs / 64, at: range) { host.isInterrupted }
    let ties = table.keep(wanted)
    if case .first(let count) = wanted {
      let sure = table.certain.count
      let others = table.possible.count
      if others > 0, sure < count, others > count - sure {
        table.remarks.append("the first \(count): \(sure) surely, and \(others) that may take the other \(count - sure)")
      }
    }
    if !ties.isEmpty {
      table.remarks.append("level with the last one taken: \(ties.map { words($0) }.joined(separator: ", "))")
    }
  }
}
