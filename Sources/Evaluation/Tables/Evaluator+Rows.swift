import Casebook
import Diagnostics
import Evidence
import Names
import Semantics
import Tables

/// A pipeline while it is put together: where its rows come from and what is done with them.
struct RowPlan {
  var name: String
  var pipeline: Pipeline
  /// The files that it rests on, each once.
  var origins: [LoadedTable] = []
  /// What was derived, and why.
  var reasons: [String] = []
  /// The time, status and sources that entities are asked for, where rows are of entities.
  var ambient = Ambient.none

  mutating func add(_ origins: [LoadedTable]) {
    for origin in origins where !self.origins.contains(where: { $0 === origin }) { self.origins.append(origin) }
  }
}

/// Pipelines over rows: from checked verbs to the steps of a plan.
extension Evaluator {
  /// What a pipeline over rows comes to: a table, or the number of its rows.
  func rows(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Value {
    let outer = askedTables
    askedTables = []
    defer { askedTables = outer }
    var plan = try plan(expression, in: frame)
    plan.add(askedTables.sorted { $0.load.name < $1.load.name })
    if case .rows(_, let steps) = expression.node, case .describe? = steps.last {
      return .document(try description(of: plan, expression))
    }
    guard case .rows(let shape) = expression.type else {
      let result = try run(plan.pipeline, at: expression.range)
      return .figure(countFigure(result, of: plan.name))
    }
    return .table(
      TableValue(
        name: plan.name, shape: shape, pipeline: plan.pipeline, origins: plan.origins, reasons: plan.reasons,
        ambient: plan.ambient))
  }

  /// A collection as rows of one column.
  func collectionRows(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Value {
    let plan = try plan(expression, in: frame)
    let shape = TableShape(name: plan.name, columns: [])
    return .table(
      TableValue(
        name: plan.name, shape: shape, pipeline: plan.pipeline, origins: plan.origins, reasons: plan.reasons,
        ambient: plan.ambient))
  }

  /// How many rows there are; rows that only may belong widen the range.
  private func countFigure(_ result: PipelineResult, of name: String) -> FigureValue {
    let count = result.table.firstNumber.flatMap { Int(exactly: $0) } ?? 0
    var quantity = Quantity(count: count)
    if let cell = RowReader(result.table).cell(0, 0), let found = cell.0.quantity(cell.1) { quantity = found }
    return FigureValue(
      Figure(quantity, lineage: .literal("rows of \(name)", quantity)),
      remarks: result.notes.flatMap { PipelineWords.sentences($0) })
  }

  /// How many rows a table has.
  func countFigure(_ table: TableValue, at range: SourceRange) throws(Diagnostic) -> FigureValue {
    var counting = table.source
    counting.steps.append(.count)
    return countFigure(try run(counting, at: range), of: table.name)
  }

  func plan(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> RowPlan {
    try meter.enter(at: expression.range)
    defer { meter.leave() }
    switch expression.node {
    case .table(let name):
      guard let table = tables[name] else {
        throw Diagnostic(.unknownName, "no table is called \(name)", at: expression.range, "not loaded")
      }
      do {
        return RowPlan(name: table.load.shape.name, pipeline: try table.source(execution()), origins: [table])
      } catch {
        throw diagnostic(error, at: expression.range)
      }
    case .rows(let source, let steps):
      var plan = try plan(source, in: frame)
      let inner = frame.with(plan.ambient)
      for step in steps { try add(step, to: &plan, in: inner) }
      return plan
    case .entityRows(let collection, let column):
      return try entityRows(try table(try evaluate(collection, in: frame), at: collection.range, in: frame), column)
    case .claimRows(let collection, let rows):
      return try claimRows(try table(try evaluate(collection, in: frame), at: collection.range, in: frame), rows, at: collection)
    case .qualified(let inner, let qualifiers):
      var plan = try plan(inner, in: frame)
      guard case .rows(let shape) = inner.type, let time = shape.timeColumns.first else {
        throw Diagnostic(
          .wrongTableStep, "this table has no column of dates", at: inner.range, "",
          notes: ["`time COLUMN` in the block of its `load` makes one"])
      }
      for qualifier in qualifiers {
        guard case .during(let wanted) = qualifier else {
          throw Diagnostic(.wrongTableStep, "a table is narrowed with `in` and a time", at: expression.range)
        }
        let span = try span(wanted, in: frame)
        plan.pipeline.steps.append(
          .filter(.between(.column(time.name), .date(Self.day(span.start.earliest)), .date(Self.day(span.end.latest)))))
      }
      return plan
    default:
      guard case .table(let value) = try evaluate(expression, in: frame) else {
        throw Diagnostic(.wrongType, "a table is needed here", at: expression.range)
      }
      return RowPlan(
        name: value.name, pipeline: value.source, origins: value.origins, reasons: value.reasons, ambient: value.ambient)
    }
  }

  /// Entities as rows. Those that only may belong are possible rows from the start.
  private func entityRows(_ table: EntityTable, _ column: String) throws(Diagnostic) -> RowPlan {
    let dictionary = TextDictionary()
    let rows = table.rows.compactMap { row in row.entity.map { (entity: $0, band: row.band) } }
    let codes = rows.map { dictionary.code(of: casebook[$0.entity].name) }
    var schema = Schema([ColumnDescription(column, .entity, dictionary: dictionary)])
    // What was left out of the collection is left out of whatever is made of it.
    let said = leftOutLines(table) + table.remarks
    guard rows.contains(where: { $0.band == .possible }) else {
      return RowPlan(
        name: table.name, pipeline: Pipeline(Table(schema: schema, chunks: [[.entity(codes)]])), reasons: said,
        ambient: table.ambient)
    }
    let belongs = "\(column) belongs"
    schema.columns.append(ColumnDescription(belongs, .boolean))
    let cells = rows.map { UInt8($0.band == .certain ? 1 : 3) }
    return RowPlan(
      name: table.name,
      pipeline: Pipeline(
        Table(schema: schema, chunks: [[.entity(codes), .boolean(cells)]]), [.filter(.column(belongs)), .drop([belongs])]),
      reasons: said, ambient: table.ambient)
  }

  // MARK: Steps

  private func add(_ step: CheckedRowStep, to plan: inout RowPlan, in frame: Frame) throws(Diagnostic) {
    let scope = ColumnFrame(frame: frame)
    switch step {
    case .filter(let condition): plan.pipeline.steps.append(.filter(try lower(condition, scope)))
    case .select(let columns): plan.pipeline.steps.append(.select(try named(columns, scope)))
    case .derive(let columns):
      plan.pipeline.steps.append(.derive(try named(columns, scope)))
      note(columns, in: &plan)
    case .drop(let names): plan.pipeline.steps.append(.drop(names))
    case .rename(let pairs): plan.pipeline.steps.append(.rename(pairs))
    case .sort(let keys): plan.pipeline.steps.append(.sort(try sortKeys(keys, scope)))
    case .take(let count): plan.pipeline.steps.append(.take(count))
    case .skip(let count): plan.pipeline.steps.append(.skip(count))
    case .top(let count, let keys, let within):
      plan.pipeline.steps.append(.top(count, by: try sortKeys(keys, scope), within: within.map { .column($0) }))
    case .group(let keys, let figures): try group(keys, figures, in: &plan, scope)
    case .join(let kind, let other, let keys, let expectsAllMatched):
      let right = try self.plan(other, in: frame)
      plan.pipeline.steps.append(
        .join(
          TableJoin(
            kind, right.pipeline, named: right.name, on: keys.map { (.column($0.left), .column($0.right)) },
            expectsAllMatched: expectsAllMatched)))
      plan.add(right.origins)
    case .pivot(let key, let cells): plan.pipeline.steps.append(.pivot(key: key, cells: cells))
    case .unpivot(let columns, let key, let value):
      plan.pipeline.steps.append(.unpivot(TableUnpivot(columns, key: .names(key), value: value)))
    case .union(let other):
      let more = try self.plan(other, in: frame)
      plan.pipeline.steps.append(.union(more.pipeline))
      plan.add(more.origins)
    case .distinct(let columns):
      if !columns.isEmpty { plan.pipeline.steps.append(.select(columns.map { NamedExpression(column: $0) })) }
      plan.pipeline.steps.append(.distinct)
    case .count: plan.pipeline.steps.append(.count)
    // What the table holds is described when it is shown.
    case .describe: break
    case .sample(let count, let seed): plan.pipeline.steps.append(.sample(count, seed: seed))
    case .balanced(let over, let within):
      plan.pipeline.steps.append(.balanced(over: .column(over), within: within.map { .column($0) }))
    case .wholeYears(let column): plan.pipeline.steps.append(.wholeYears(column))
    }
  }

  private func note(_ columns: [CheckedColumn], in plan: inout RowPlan) {
    for column in columns {
      if let because = column.because { plan.reasons.append("\(column.label): \(because)") }
    }
  }

  private func named(_ columns: [CheckedColumn], _ scope: ColumnFrame) throws(Diagnostic) -> [NamedExpression] {
    var named: [NamedExpression] = []
    for column in columns { named.append(NamedExpression(column.label, try lower(column.value, scope))) }
    return named
  }

  private func sortKeys(_ keys: [(key: CheckedExpression, descending: Bool)], _ scope: ColumnFrame) throws(Diagnostic)
    -> [Tables.SortKey]
  {
    var lowered: [Tables.SortKey] = []
    for (key, descending) in keys { lowered.append(Tables.SortKey(try lower(key, scope), descending: descending)) }
    return lowered
  }

  // MARK: Groups

  /// A figure that is an aggregate is worked out with the groups; one that is made of several is worked out from them afterwards.
  private func group(_ keys: [CheckedColumn], _ figures: [CheckedColumn], in plan: inout RowPlan, _ scope: ColumnFrame)
    throws(Diagnostic)
  {
    var aggregates: [Aggregate] = []
    var formulas: [NamedExpression] = []
    for figure in figures {
      if case .columnCall(let call) = figure.value.node, call.isAggregate {
        aggregates.append(try aggregate(figure.label, call, at: figure.value, scope))
        formulas.append(NamedExpression(column: figure.label))
        continue
      }
      let before = aggregates.count
      let rest = try withoutAggregates(figure.value, of: figure.label, into: &aggregates, scope)
      formulas.append(NamedExpression(figure.label, try lower(rest, scope)))
      if aggregates.count == before {
        formulas[formulas.count - 1] = NamedExpression(figure.label, try lower(figure.value, scope))
      }
    }
    plan.pipeline.steps.append(.group(by: try named(keys, scope), aggregates))
    if aggregates.map(\.name) != figures.map(\.label) {
      plan.pipeline.steps.append(.select(keys.map { NamedExpression(column: $0.label) } + formulas))
    }
    note(figures, in: &plan)
  }

  /// The expression with a column in the place of each aggregate within.
  private func withoutAggregates(
    _ expression: CheckedExpression, of name: String, into aggregates: inout [Aggregate], _ scope: ColumnFrame
  ) throws(Diagnostic) -> CheckedExpression {
    var result = expression
    switch expression.node {
    case .columnCall(var call):
      if call.isAggregate {
        let column = "\(name) \(aggregates.count + 1)"
        aggregates.append(try aggregate(column, call, at: expression, scope))
        result.node = .column(column)
        return result
      }
      for index in call.arguments.indices {
        call.arguments[index] = try withoutAggregates(call.arguments[index], of: name, into: &aggregates, scope)
      }
      result.node = .columnCall(call)
    case .call(let builtin, var arguments):
      for index in arguments.indices {
        arguments[index] = try withoutAggregates(arguments[index], of: name, into: &aggregates, scope)
      }
      result.node = .call(builtin, arguments)
    case .arithmetic(let sign, let left, let right):
      result.node = .arithmetic(
        sign, try withoutAggregates(left, of: name, into: &aggregates, scope),
        try withoutAggregates(right, of: name, into: &aggregates, scope))
    case .comparison(let sign, let left, let right):
      result.node = .comparison(
        sign, try withoutAggregates(left, of: name, into: &aggregates, scope),
        try withoutAggregates(right, of: name, into: &aggregates, scope))
    case .conditional(let condition, let then, let otherwise):
      result.node = .conditional(
        condition: try withoutAggregates(condition, of: name, into: &aggregates, scope),
        then: try withoutAggregates(then, of: name, into: &aggregates, scope),
        otherwise: try withoutAggregates(otherwise, of: name, into: &aggregates, scope))
    case .negate(let inner): result.node = .negate(try withoutAggregates(inner, of: name, into: &aggregates, scope))
    case .inUnit(let inner, let unit):
      result.node = .inUnit(try withoutAggregates(inner, of: name, into: &aggregates, scope), unit)
    case .adoptUnit(let inner, let unit):
      result.node = .adoptUnit(try withoutAggregates(inner, of: name, into: &aggregates, scope), unit)
    case .isMissing(let inner, let negated):
      result.node = .isMissing(try withoutAggregates(inner, of: name, into: &aggregates, scope), negated: negated)
    default: break
    }
    return result
  }

  // MARK: One cell

  /// The one cell of a column of a table of one row.
  func cell(_ rows: CheckedExpression, _ column: String, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
    guard case .table(let table) = try evaluate(rows, in: frame) else { throw notForColumns(rows) }
    let result = try result(of: table, at: rows.range)
    guard result.table.rowCount == 1, result.isPossible.isEmpty else {
      throw Diagnostic(
        .wrongTableStep, "one row is needed here, and the table has \(result.table.rowCount)", at: rows.range, "",
        notes: ["`where` or `take 1` leave one"])
    }
    guard let index = result.table.schema.columns.firstIndex(where: { foldName($0.name) == foldName(column) }),
      let (reader, row) = RowReader(result.table).cell(0, index)
    else { return .missing([]) }
    if let quantity = reader.quantity(row) {
      return .figure(
        FigureValue(Figure(quantity, lineage: .literal("\(column) of \(table.name)", quantity)), remarks: origins(of: table)))
    }
    if let date = reader.day(row) {
      let isDay = reader.description.resolution == .day
      return .time(
        TimeSpan(
          year: date.year, month: reader.description.resolution == .year ? nil : date.month, day: isDay ? date.day : nil))
    }
    guard let text = reader.text(row) else { return .missing([]) }
    if case .entity = reader.column, let entity = casebook.entity(named: text) { return .entity(entity) }
    return .text(RichText(text))
  }

  /// What a table came to; worked out once.
  func result(of table: TableValue, at range: SourceRange) throws(Diagnostic) -> PipelineResult {
    do {
      return try table.run(execution())
    } catch {
      throw diagnostic(error, at: range)
    }
  }
}
