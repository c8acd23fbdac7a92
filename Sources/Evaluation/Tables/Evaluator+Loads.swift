import Casebook
import Diagnostics
import Evidence
import Glibc
import Names
import Semantics
import Tables

extension Evaluator {
  /// How pipelines run: on all cores, stopped where the user wants it.
  func execution() -> Execution {
    let interruption = Interruption { [host] in host.isInterrupted }
    let telling = Telling { [host] in host.progress(rows: $0.rows, bytes: $0.bytes, of: $0.allBytes) }
    return Execution(
      workerCount: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), isCancelled: { interruption.isWanted },
      progress: { if interruption.isAtHome { telling.tell($0) } })
  }

  /// Puts a file under its name: what its block says is made into steps, and codes and names are matched with the casebook.
  func load(_ load: CheckedLoad, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> LoadedTable {
    let (source, sorts) = relabelled(load)
    var steps: [PipelineStep] = []
    var matches: [MatchReport] = []
    var (disordered, spread) = (0, 0)
    for step in load.steps {
      switch step {
      case .match(let column, let from, let kind):
        let values = try distinctTexts(of: from, in: Pipeline(source, steps), at: range)
        let (codes, report) = match(values, from, with: kind, keepsUnmatched: false)
        matches.append(report)
        steps.append(.derive([NamedExpression(column, .external([.column(from)], entityLookup(codes, named: column)))]))
      case .entities(let columns, let kind):
        for column in columns {
          let values = try distinctTexts(of: column, in: Pipeline(source, steps), at: range)
          let (codes, report) = match(values, column, with: kind, keepsUnmatched: true)
          matches.append(report)
          steps.append(.derive([NamedExpression(column, .external([.column(column)], entityLookup(codes, named: column)))]))
        }
      case .months(let columns, let year, let name, let time):
        steps.append(
          .unpivot(TableUnpivot(columns, key: .months(year: year, name: time), value: name, sort: sorts[foldName(name)]?.sort)))
        steps.append(.drop([year]))
      case .time(let value, let end):
        if let end, value.type == .time, end.type == .time {
          spread = try rowsOverMonths(value, end, in: Pipeline(source, steps), at: range, in: frame)
        }
        var lowered = try lower(value, ColumnFrame(frame: frame))
        if value.type != .time { lowered = .dateFunction(.fromParts, [lowered]) }
        steps.append(.derive([NamedExpression("time", lowered)]))
      case .filter(let condition): steps.append(.filter(try lower(condition, ColumnFrame(frame: frame))))
      case .derive(let column):
        if case .columnCall(let call) = column.value.node, call.function == .range {
          disordered += try disorderedRows(call, in: Pipeline(source, steps), at: range, in: frame)
        }
        steps.append(.derive([NamedExpression(column.label, try lower(column.value, ColumnFrame(frame: frame)))]))
      case .sort(let column, _, let unit):
        // What a column of the file counts stands in its schema already.
        let isInFile = source.schema.columns.contains { foldName($0.name) == foldName(column) }
        if !isInFile, unit != .none { steps.append(.derive([NamedExpression(column, .given(.column(column), in: unit))])) }
      }
      if host.isInterrupted { throw Meter.interrupted(at: range) }
    }
    return LoadedTable(
      load: load, pipeline: Pipeline(source, steps), matches: matches, disorderedRows: disordered, rowsOverMonths: spread)
  }

  /// The file with the sorts and units that the block gives its columns; the same by column for columns that are made of others.
  private func relabelled(_ load: CheckedLoad) -> (any TableSource, [String: (sort: SortOfQuantity, unit: Unit)]) {
    var sorts: [String: (sort: SortOfQuantity, unit: Unit)] = [:]
    for case .sort(let column, let sort, let unit) in load.steps { sorts[foldName(column)] = (sort, unit) }
    // What the twelve columns of months are together, each of them is.
    for case .months(let columns, _, let name, _) in load.steps {
      if let sort = sorts[foldName(name)] { for column in columns { sorts[foldName(column)] = sort } }
    }
    guard !sorts.isEmpty else { return (load.file.source, sorts) }
    var schema = load.file.source.schema
    for index in schema.columns.indices {
      guard let (sort, unit) = sorts[foldName(schema.columns[index].name)] else { continue }
      schema.columns[index].sort = sort
      if unit != .none { schema.columns[index].unit = unit }
    }
    return (RelabelledSource(load.file.source, schema: schema), sorts)
  }

  /// How many rows begin in one month and end in another.
  private func rowsOverMonths(
    _ start: CheckedExpression, _ end: CheckedExpression, in pipeline: Pipeline, at range: SourceRange, in frame: Frame
  ) throws(Diagnostic) -> Int {
    let scope = ColumnFrame(frame: frame)
    let months = [try lower(start, scope), try lower(end, scope)].map { TableExpression.dateFunction(.startOfMonth, [$0]) }
    return try countRows(of: pipeline, where: .comparison(.notEqual, months[0], months[1]), at: range)
  }

  private func disorderedRows(_ call: CheckedColumnCall, in pipeline: Pipeline, at range: SourceRange, in frame: Frame)
    throws(Diagnostic) -> Int
  {
    guard call.arguments.count == 3 else { return 0 }
    var parts: [TableExpression] = []
    for argument in call.arguments { parts.append(try lower(argument, ColumnFrame(frame: frame))) }
    let isDisordered = TableExpression.or(
      .comparison(.greater, parts[0], parts[1]),
      .or(.comparison(.greater, parts[1], parts[2]), .comparison(.greater, parts[0], parts[2])))
    return try countRows(of: pipeline, where: isDisordered, at: range)
  }

  private func countRows(of pipeline: Pipeline, where condition: TableExpression, at range: SourceRange) throws(Diagnostic) -> Int
  {
    var counting = pipeline
    counting.steps += [.filter(condition), .count]
    return Int(try run(counting, at: range).table.firstNumber ?? 0)
  }

  /// Runs a pipeline; what goes wrong is said at a place of the text.
  func run(_ pipeline: Pipeline, at range: SourceRange) throws(Diagnostic) -> PipelineResult {
    do {
      return try pipeline.run(execution())
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  func diagnostic(_ error: any Error, at range: SourceRange) -> Diagnostic {
    if let diagnostic = error as? Diagnostic { return diagnostic }
    guard let error = error as? TableError else {
      return Diagnostic(.wrongTableStep, "the table could not be worked out", at: range)
    }
    switch error {
    case .cancelled: return Meter.interrupted(at: range)
    case .unreadable(let message, let line, let column, let notes):
      let place = line.map { "line \($0)" + (column.map { ", column \($0)" } ?? "") }
      return Diagnostic(.cannotRead, message + (place.map { " (\($0))" } ?? ""), at: range, "", notes: notes)
    case .wrongStep(let message, let notes): return Diagnostic(.wrongTableStep, message, at: range, "", notes: notes)
    case .tooLarge(let message): return Meter.exceeded(message, at: range)
    }
  }
}
