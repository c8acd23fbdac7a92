import Casebook
import Diagnostics
import Evidence
import Semantics
import Tables

/// Measures over files, and properties that files provide: worked out for all entities in one pass, and kept with the table.
extension Evaluator {
  /// The figure of a table for the entity that the measure speaks of, in the time that is asked for.
  func tableFigure(_ figure: CheckedTableFigure, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
    guard let table = tables[figure.table] else {
      throw Diagnostic(.unknownName, "no table is called \(figure.table)", at: range, "not loaded")
    }
    guard let subject = frame.subject else { return .missing([]) }
    let entity = try entity(subject, at: range)
    // Files hold what is, not what was planned or aimed at.
    if let status = frame.ambient.status, status != .actual {
      return .missing([.noRow(table.load.shape.name, entity, nil, ["it holds what is, and nothing \(status.word)"])])
    }
    if case .over = frame.ambient.time { throw noSeries(of: table, at: range) }
    var span = try spanAsked(frame.ambient)
    if case .asOf(let limit) = frame.ambient.time, figure.time != nil {
      span = TimeSpan(checkedYear: min(limit.end.latest.date.year, Self.lastYear))
    }
    var year = span.flatMap { Self.wholeYear($0) }
    let days = year == nil ? span.map { Self.day($0.start.earliest)...Self.day($0.end.latest) } : nil
    if days != nil, figure.time == nil {
      throw Diagnostic(
        .timeNeeded, "\(table.load.shape.name) has no column of dates", at: range, "",
        notes: ["`time COLUMN` in the block of its `load` makes one"])
    }
    let names = Self.names(in: figure.call)
    let scope = Frame(variables: variables.merging(frame.variables) { $1 })
    var key = TableFigureKey(
      measure: figure.range, values: names.map { name in scope.variables[name].map { "\(name) = \(words($0))" } ?? name },
      days: nil)
    // Whatever is asked for no time would be added up over all of it, beside figures of one year.
    if figure.time != nil, span == nil {
      if table.figures[key] == nil {
        table.figures[key] = try work(out: figure, of: table, byYear: true, days: nil, at: range, in: scope)
      }
      let years = table.figures[key]?.years ?? []
      if let first = years.first, let last = years.last, first != last { throw timeNeeded(table, first, last, at: range) }
    }
    key.days = days ?? (year == nil ? 0...0 : nil)
    if table.figures[key] == nil {
      table.figures[key] = try work(out: figure, of: table, byYear: year != nil, days: days, at: range, in: scope)
    }
    let adds = figure.call.function == .sum || figure.call.function == .count
    var found = table.figures[key]?.figure(
      TableFigures.Key(entity: casebook[entity].name, year: year), adds: adds, in: casebook)
    if case .asOf = frame.ambient.time, let limit = year, found == nil {
      // The latest year before that has a figure.
      for earlier in table.figures[key]?.years.reversed() ?? [] where earlier < limit && found == nil {
        found = table.figures[key]?.figure(
          TableFigures.Key(entity: casebook[entity].name, year: earlier), adds: adds, in: casebook)
        if found != nil { (year, span) = (earlier, TimeSpan(checkedYear: earlier)) }
      }
    }
    guard let found else {
      var near = table.figures[key]?.remarks ?? []
      if !adds,
        let parts = table.figures[key]?.partCount(
          of: TableFigures.Key(entity: casebook[entity].name, year: year), in: casebook), parts > 0
      {
        near.append("\(parts) of its parts have rows, but a \(figure.call.function.rawValue) of them is none of the whole")
      }
      return .missing([.noRow(table.load.shape.name, entity, span, near)])
    }
    var basis = TableBasis(
      table: table.load.shape.name,
      counts: written(counts(figure.call, found.quantity.unit), in: scope) + otherSubjects(figure, in: table),
      origin: origin(of: table),
      entity: entity, time: span, holes: found.holes, parts: found.parts)
    var remarks = [basis.words]
    if let year,
      let hole = table.figures[key]?.monthsHole(
        of: TableFigures.Key(entity: casebook[entity].name, year: year), isSum: found.parts != nil, in: casebook)
    {
      basis.holes.append(hole)
      remarks.append("\(hole) of \(year)")
    }
    if case .asOf = frame.ambient.time, let year { remarks.append("the latest that \(table.load.shape.name) has is of \(year)") }
    if let stated = frame.ambient.statedBy {
      remarks.append("when \(table.load.shape.name) was stated isn't known, so it may be later than \(stated.words)")
    }
    if days != nil, let span, let holes = monthsMissing(in: span, of: table.figures[key]) {
      basis.holes.append(holes)
      remarks.append(holes)
    }
    // What was added up over places lacks the rows that have none.
    if found.parts != nil, let left = table.figures[key]?.values[TableFigures.Key(entity: TableFigures.nobody, year: year)],
      left.high > 0
    {
      remarks.append("\(display(left)) of rows without a \(figure.subject) are not in it")
    }
    remarks += table.figures[key]?.remarks ?? []
    basis.isSum = adds
    let lineage = Lineage.literal("\(table.load.shape.name), \(casebook[entity].title)", found.quantity)
    var value = FigureValue(Figure(found.quantity, status: .actual, lineage: lineage), remarks: remarks)
    value.bases = [basis]
    heard.add(value.bases)
    return .figure(value)
  }

  /// Later than any year that a file is of.
  private static let lastYear = 9_999

  /// The names that a figure of a table takes from outside it.
  private static func names(in call: CheckedColumnCall) -> [String] {
    Set((call.arguments + [call.condition].compactMap(\.self)).flatMap(\.variableNames)).sorted()
  }

  /// `, by side_a and not by side_b` where several columns hold entities of one kind: rows are counted for those of the first only.
  private func otherSubjects(_ figure: CheckedTableFigure, in table: LoadedTable) -> String {
    let columns = table.load.shape.columns
    guard let own = columns.first(where: { $0.name == figure.subject }), case .entity(let kind?) = own.type else { return "" }
    let others = columns.filter { $0.name != own.name && $0.type == .entity(kind) }.map(\.name)
    return others.isEmpty ? "" : ", by \(own.name) and not by \(others.joined(separator: " or "))"
  }

  /// What a figure of a table counts: `sum of case files where Modalidad = "Con arma de fuego"`.
  private func counts(_ call: CheckedColumnCall, _ unit: Unit) -> String {
    let what = unit == .none ? call.arguments.first.map { spelled($0) } ?? "rows" : unit.words
    let how = call.function == .sum || call.function == .count ? what : "\(call.function.rawValue) of \(what)"
    return how + (call.condition.map { " where \(spelled($0))" } ?? "")
  }

  private func timeNeeded(_ table: LoadedTable, _ first: Int, _ last: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .timeNeeded, "\(table.load.shape.name) has rows of \(first) to \(last)", at: range, "of which time?",
      notes: ["`in \(last)`, or `in \(first)..\(last)` for all of it"])
  }

  private func noSeries(of table: LoadedTable, at range: SourceRange) -> Diagnostic {
    let name = table.load.shape.name
    return Diagnostic(
      .timeNeeded, "a figure of \(name) is one for all of a time, and `over` asks for a series", at: range, "",
      notes: ["`in` gives the one figure; `\(name) | group by year(time) (…)` gives one for each year"])
  }

  /// `rows of 24 of 84 months`, where the rows of a time that was asked for are of fewer months than it has.
  private func monthsMissing(in span: TimeSpan, of figures: TableFigures?) -> String? {
    let found = figures?.monthsByYear.values.reduce(0, +) ?? 0
    guard found > 0 else { return nil }
    let (start, end) = (span.start.earliest.date, span.end.latest.date)
    let (years, overflow) = (end.year - start.year).multipliedReportingOverflow(by: 12)
    let all = years + end.month - start.month + 1
    guard !overflow, found < all, all < 12_000 else { return nil }
    return "rows of \(found) of \(all) months"
  }

  private func spanAsked(_ ambient: Ambient) throws(Diagnostic) -> TimeSpan? {
    switch ambient.time {
    case .during(let span), .over(let span): return span
    default: return nil
    }
  }

  /// The year that a time is the whole of.
  static func wholeYear(_ span: TimeSpan) -> Int? {
    guard span.start.isExact, span.end.isExact else { return nil }
    let (start, end) = (span.start.earliest.date, span.end.earliest.date)
    guard start.year == end.year, start.month == 1, start.day == 1, end.month == 12, end.day == 31 else { return nil }
    return start.year
  }

  private func work(
    out figure: CheckedTableFigure, of table: LoadedTable, byYear: Bool, days: ClosedRange<Int32>?, at range: SourceRange,
    in frame: Frame
  ) throws(Diagnostic) -> TableFigures {
    let scope = ColumnFrame(frame: frame)
    var pipeline = try source(of: table, at: range)
    var keys = [NamedExpression(column: figure.subject)]
    if let time = figure.time {
      if let days { pipeline.steps.append(.filter(.between(.column(time.name), .date(days.lowerBound), .date(days.upperBound)))) }
      if byYear { keys.append(NamedExpression("year", .dateFunction(.year, [.column(time.name)]))) }
    } else if byYear {
      throw Diagnostic(
        .timeNeeded, "\(table.load.shape.name) has no column of dates", at: range, "",
        notes: ["`time COLUMN` in the block of its `load` makes one"])
    }
    var figures = TableFigures()
    if byYear || days != nil, let time = figure.time {
      var counted = pipeline
      if let condition = figure.call.condition { counted.steps.append(.filter(try lower(condition, scope))) }
      if let value = figure.call.arguments.first { counted.steps.append(.filter(.not(.isMissing(try lower(value, scope))))) }
      try readMonths(of: time.name, by: figure.subject, in: counted, into: &figures, at: range)
    }
    pipeline.steps.append(.group(by: keys, [try aggregate("figure", figure.call, at: body(of: figure), scope)]))
    let result = try run(pipeline, at: range)
    try read(result.table, byYear: byYear, into: &figures)
    for case .noSuchCell(let column, let text, let nearest) in result.notes {
      figures.remarks += PipelineWords.sentences(.noSuchCell(column: column, text: text, nearest: nearest))
    }
    return figures
  }

  private func body(of figure: CheckedTableFigure) -> CheckedExpression {
    CheckedExpression(.columnCall(figure.call), type: .unknown, at: figure.range)
  }

  private func source(of table: LoadedTable, at range: SourceRange) throws(Diagnostic) -> Pipeline {
    do {
      return try table.source(execution())
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  /// Which months each year has, of a column of months, in all and for each entity; nothing for other columns.
  private func readMonths(
    of time: String, by subject: String, in pipeline: Pipeline, into figures: inout TableFigures, at range: SourceRange
  ) throws(Diagnostic) {
    var months = pipeline
    months.steps += [.select([NamedExpression(column: time), NamedExpression(column: subject)]), .distinct]
    let table = try run(months, at: range).table
    guard table.schema.columns.first?.resolution == .month else { return }
    let reader = RowReader(table)
    var all: Set<Int> = []
    for row in 0..<reader.rowCount {
      guard let (cells, index) = reader.cell(row, 0), let date = cells.day(index) else { continue }
      if all.insert(date.year * 12 + date.month).inserted { figures.monthsByYear[date.year, default: 0] += 1 }
      guard let (entities, place) = reader.cell(row, 1), let entity = entities.text(place) else { continue }
      figures.months[TableFigures.Key(entity: entity, year: date.year), default: 0] += 1
    }
  }

  /// Reads entity, year where there is one, and figure.
  private func read(_ table: Table, byYear: Bool, into figures: inout TableFigures) throws(Diagnostic) {
    let reader = RowReader(table)
    for row in 0..<reader.rowCount {
      guard let (entities, index) = reader.cell(row, 0) else { continue }
      let entity = entities.text(index) ?? TableFigures.nobody
      var year: Int?
      if byYear {
        guard let (years, place) = reader.cell(row, 1) else { continue }
        year = years.day(place)?.year ?? years.number(place).flatMap { Int(exactly: $0) }
        if year == nil { continue }
      }
      guard let (cells, place) = reader.cell(row, byYear ? 2 : 1), let quantity = cells.quantity(place) else { continue }
      let key = TableFigures.Key(entity: entity, year: year)
      if figures.values.updateValue(quantity, forKey: key) != nil { figures.repeated.insert(key) }
    }
  }

  // MARK: Properties that files provide

  /// What claims say of a property, or, where none answers, what a table that provides it says.
  func answerOrProvided(_ property: PropertyID, of entity: EntityID, under ambient: Ambient, at range: SourceRange)
    throws(Diagnostic)
    -> Value
  {
    let answer = ask(property, of: entity, under: ambient)
    guard answer.answer.claims.isEmpty, !providers.isEmpty, ambient.status ?? .actual == .actual else { return .answer(answer) }
    return try provided(property, of: entity, under: ambient, at: range) ?? .answer(answer)
  }

  private func provided(_ property: PropertyID, of entity: EntityID, under ambient: Ambient, at range: SourceRange)
    throws(Diagnostic)
    -> Value?
  {
    for name in providers {
      guard let table = tables[name] else { continue }
      for (index, provided) in table.load.provided.enumerated() where provided.property == property {
        if case .over = ambient.time, provided.time != nil { throw noSeries(of: table, at: range) }
        var year = try spanAsked(ambient).flatMap { Self.wholeYear($0) }
        if case .asOf(let limit) = ambient.time {
          if table.provided[index] == nil { table.provided[index] = try work(out: provided, of: table, at: range) }
          let latest = limit.end.latest.date.year
          year = table.provided[index]?.years.last { $0 <= latest }
        }
        if provided.time != nil, year == nil { continue }
        if table.provided[index] == nil { table.provided[index] = try work(out: provided, of: table, at: range) }
        let key = TableFigures.Key(entity: casebook[entity].name, year: provided.time == nil ? nil : year)
        if table.provided[index]?.repeated.contains(key) == true {
          throw Diagnostic(
            .wrongTableStep,
            "\(table.load.shape.name) has several rows for \(casebook[entity].title)" + (year.map { " in \($0)" } ?? ""),
            at: range,
            casebook[property].name, notes: ["`keep` in the block of its `load` chooses among them"])
        }
        guard let found = table.provided[index]?.figure(key, adds: addsOverPlaces(property), in: casebook) else { continue }
        let lineage = Lineage.literal("\(casebook[property].name) from \(table.load.shape.name)", found.quantity)
        let basis = TableBasis(
          table: table.load.shape.name,
          counts: found.quantity.unit == .none ? casebook[property].name : found.quantity.unit.words,
          origin: origin(of: table), entity: entity,
          time: provided.time == nil ? nil : year.flatMap { TimeSpan(checkedYear: $0) },
          holes: found.holes, parts: found.parts)
        var value = FigureValue(Figure(found.quantity, status: .actual, lineage: lineage), remarks: [basis.words])
        value.bases = [basis]
        heard.add(value.bases)
        return .figure(value)
      }
    }
    return nil
  }

  /// Whether the figures of places make that of a place that holds them.
  private func addsOverPlaces(_ property: PropertyID) -> Bool {
    guard case .quantity(_, let sort) = casebook[property].value else { return false }
    return sort == .count || sort == .stock
  }

  private func work(out provided: ProvidedProperty, of table: LoadedTable, at range: SourceRange) throws(Diagnostic)
    -> TableFigures
  {
    var unit = Unit.none
    if case .quantity(let wanted, _) = casebook[provided.property].value { unit = wanted }
    var value = try lower(provided.value, ColumnFrame(frame: Frame(variables: variables)))
    if unit != .none { value = .given(value, in: unit) }
    var pipeline = try source(of: table, at: range)
    var columns = [NamedExpression(column: provided.subject)]
    if let time = provided.time { columns.append(NamedExpression("year", .dateFunction(.year, [.column(time.name)]))) }
    pipeline.steps.append(.select(columns + [NamedExpression("figure", value)]))
    var figures = TableFigures()
    try read(try run(pipeline, at: range).table, byYear: provided.time != nil, into: &figures)
    return figures
  }

  // MARK: Where tables come from

  /// The files behind a table: source, when it was retrieved, which file.
  func origins(of table: TableValue) -> [String] { table.origins.flatMap { origins(of: $0) } }

  func origins(of table: LoadedTable) -> [String] { ["\(table.load.shape.name): \(origin(of: table))"] }

  /// The same without the name of the table.
  private func origin(of table: LoadedTable) -> String {
    let load = table.load
    var words: String
    switch load.source {
    case .known(let source): words = casebook[source].title.isEmpty ? casebook[source].id : casebook[source].title
    case .title(let title): words = title
    case nil: return load.path
    }
    if let retrieved = load.retrieved { words += ", retrieved \(retrieved.words)" }
    words += " (\(load.path))"
    if let licence = licence(of: load) { words += ", \(licence)" }
    return words
  }

  /// The terms on which a file may be used: what its block says, or else the casebook of its source.
  private func licence(of load: CheckedLoad) -> String? {
    if let licence = load.licence { return licence }
    guard case .known(let source) = load.source, let property = casebook.property(named: "licence"),
      let entity = casebook.entity(of: source), let claim = casebook.claims(of: entity, property: property).first,
      case .text(let texts) = casebook[claim].value
    else { return nil }
    return texts.first
  }
}
