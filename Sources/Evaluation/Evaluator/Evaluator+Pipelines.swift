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
      name: casebook[kind].plural, kind: kind, rows: members.map { EntityTable.Row(entity: $0, band: .certain) }, ambient: frame.ambient)
  }

  func pipeline(_ source: CheckedExpression, _ verbs: [CheckedVerb], at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
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
      case .take(let count): try places(.first(count), of: &table, at: range)
      case .skip(let count): try places(.after(count), of: &table, at: range)
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
        name: casebook[entity].name, kind: casebook[entity].kind, rows: [EntityTable.Row(entity: entity, band: .certain)],
        ambient: frame.ambient)
    case .answer(let answer) where casebook[answer.query.property].value.namesEntities:
      let rows = entities(in: answer).map { entity in
        let claims = answer.answer.claims.filter {
          if case .entities(let named) = casebook[$0].value { named.contains(entity) && casebook[$0].mode != .denied } else { false }
        }
        let isCertain = claims.contains { !answer.answer.marks(of: $0).contains(.possiblyThen) }
        return EntityTable.Row(entity: entity, band: isCertain ? .certain : .possible)
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
    var missing: [EntityID] = []
    var soft = 0
    for var row in table.rows {
      let judgement = try judge(condition, in: frame.about(.entity(row.entity)))
      if judgement.cannotTell {
        missing.append(row.entity)
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
      table.leftOut.append(EntityTable.LeftOut(words: "\(spelled(condition)) cannot be told", entities: missing))
    }
    if soft > 0 { table.remarks.append("whether \(soft) of them belong rests on \(aboutPolicy)") }
  }

  // MARK: select

  private func select(_ columns: [CheckedColumn], of table: inout EntityTable, in frame: Frame) throws(Diagnostic) {
    table.columns = columns.map { EntityTable.Column(label: $0.label) }
    var found = [Int](repeating: 0, count: columns.count)
    for index in table.rows.indices {
      let inner = frame.about(.entity(table.rows[index].entity))
      var cells: [Value] = []
      for (number, column) in columns.enumerated() {
        let cell = try evaluate(column.value, in: inner)
        if !isEmpty(cell) { found[number] += 1 }
        cells.append(cell)
      }
      table.rows[index].cells = cells
    }
    let all = table.rows.count
    for (column, count) in zip(columns, found) where count < all {
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

  private func sort(_ keys: [(key: CheckedExpression, descending: Bool)], _ table: inout EntityTable, in frame: Frame) throws(Diagnostic) {
    for index in table.rows.indices {
      let inner = frame.about(.entity(table.rows[index].entity))
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

  enum Places {
    case first(Int)
    case after(Int)
  }

  /// Keeps the rows whose place is, surely or perhaps, among those wanted.
  ///
  /// A row's place lies between one more than the rows that surely stand before it and one more than those that perhaps do. It surely
  /// belongs to the first n where even the latter is no more than n, perhaps where the former is.
  private func places(_ wanted: Places, of table: inout EntityTable, at range: SourceRange) throws(Diagnostic) {
    let places = try places(of: table, at: range)
    var kept: [EntityTable.Row] = []
    var ties: [EntityID] = []
    for (row, place) in zip(table.rows, places) {
      let surely: Bool
      let perhaps: Bool
      switch wanted {
      case .first(let count):
        surely = place.upperBound <= count
        perhaps = place.lowerBound <= count
        if place.lowerBound > count, let last = kept.last, table.isSorted,
          case .level = SortKey.standing(row.keys, before: last.keys)
        {
          ties.append(row.entity)
        }
      case .after(let count):
        surely = place.lowerBound > count
        perhaps = place.upperBound > count
      }
      guard perhaps else { continue }
      var row = row
      if !surely { row.band = .possible }
      kept.append(row)
    }
    table.rows = kept
    if case .first(let count) = wanted {
      let sure = table.certain.count
      let others = table.possible.count
      if others > 0, sure < count, others > count - sure {
        table.remarks.append("the first \(count): \(sure) surely, and \(others) that may take the other \(count - sure)")
      }
    }
    if !ties.isEmpty {
      table.remarks.append("level with the last one taken: \(ties.map { casebook[$0].title }.joined(separator: ", "))")
    }
  }

  /// Between which places each row stands, counted from 1. Level rows stand in their order.
  private func places(of table: EntityTable, at range: SourceRange) throws(Diagnostic) -> [ClosedRange<Int>] {
    var places: [ClosedRange<Int>] = []
    for (index, row) in table.rows.enumerated() {
      var surely = 0
      var perhaps = 0
      for (otherIndex, other) in table.rows.enumerated() where otherIndex != index {
        let standing = table.isSorted ? SortKey.standing(other.keys, before: row.keys) : .level
        switch standing {
        case .surelyBefore: if other.band == .certain { surely += 1 }
        case .level: if otherIndex < index, other.band == .certain { surely += 1 }
        case .perhapsBefore, .perhapsAfter, .surelyAfter: break
        }
        switch standing {
        case .surelyBefore, .perhapsBefore, .perhapsAfter: perhaps += 1
        case .level: if otherIndex < index { perhaps += 1 }
        case .surelyAfter: break
        }
      }
      places.append(1 + surely...1 + perhaps)
      try meter.add(rows: 1 + table.rows.count / 64, at: range) { host.isInterrupted }
    }
    return places
  }

  /// The ranks of rows: from one more than those that are surely greater to one more than those that perhaps are. Level rows share one.
  func ranks(of table: EntityTable) -> [ClosedRange<Int>] {
    table.rows.indices.map { index in
      var surely = 0
      var perhaps = 0
      for other in table.rows.indices where other != index {
        switch SortKey.standing(table.rows[other].keys, before: table.rows[index].keys) {
        case .surelyBefore:
          perhaps += 1
          if table.rows[other].band == .certain { surely += 1 }
        case .perhapsBefore, .perhapsAfter: perhaps += 1
        case .level, .surelyAfter: break
        }
      }
      return 1 + surely...1 + perhaps
    }
  }
}
