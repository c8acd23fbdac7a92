import Casebook
import Diagnostics
import Evidence
import Semantics
import Tables

/// Lets a pipeline ask the evaluator. Workers take turns at asking, and the evaluator waits for the pipeline meanwhile, so that it is never
/// used by two threads at once.
private struct Asking: @unchecked Sendable {
  let ask: (_ keys: [CellReader], _ count: Int) throws -> Column
}

/// Questions to the casebook from within a table.
extension Evaluator {
  /// Expressions within expressions, for questions that may be asked on a worker's small stack.
  private static let depthOnWorkers = 60

  /// Qualifiers whose time stands in a column are kept apart from those that hold for all rows.
  func lower(_ inner: CheckedExpression, qualifiedBy qualifiers: [CheckedQualifier], _ scope: ColumnFrame) throws(Diagnostic)
    -> TableExpression
  {
    var scope = scope
    var fixed: [CheckedQualifier] = []
    for qualifier in qualifiers {
      if case .during(let time) = qualifier, time.readsColumns { scope.time = time } else { fixed.append(qualifier) }
    }
    for qualifier in fixed where qualifier.time?.readsColumns == true {
      throw Diagnostic(
        .wrongTableStep, "a time in a column follows `in`", at: inner.range, "", notes: ["as in: place.population in year"])
    }
    scope.frame = scope.frame.with(try ambient(fixed, in: scope.frame))
    return try lower(inner, scope)
  }

  func lower(_ property: PropertyID, of subject: CheckedExpression, at expression: CheckedExpression, _ scope: ColumnFrame)
    throws(Diagnostic) -> TableExpression
  {
    let (frame, range) = (scope.frame, expression.range)
    for table in tables.values where table.load.provided.contains(where: { $0.property == property }) {
      if !askedTables.contains(where: { $0 === table }) { askedTables.append(table) }
    }
    // What must not be summed of claims must not be summed as a column either.
    var sort: SortOfQuantity?
    if case .quantity(_, let kind) = casebook[property].value, kind == .rate || kind == .share || kind == .index {
      sort = SortOfQuantity(rawValue: kind.rawValue)
    }
    return try lookup(casebook[property].name, of: subject, at: expression, scope, sort: sort) {
      evaluator, entity, ambient throws(Diagnostic) in
      guard evaluator.casebook.allows(property, of: evaluator.casebook[entity].kind) else { return nil }
      return try evaluator.answerOrProvided(property, of: entity, under: ambient.within(frame.ambient), at: range)
    }
  }

  func lower(
    _ entry: DefinitionEntry, of subject: CheckedExpression, _ arguments: [CheckedExpression?], at expression: CheckedExpression,
    _ scope: ColumnFrame
  ) throws(Diagnostic) -> TableExpression {
    for argument in arguments.compactMap(\.self) where argument.readsColumns { throw notForColumns(argument) }
    let kind: KindID
    let body: CheckedExpression
    switch entry.body {
    case .measure(let wanted, let formula), .filter(let wanted, let formula): (kind, body) = (wanted, formula)
    case .comparison, .report, .hypotheses: throw notForColumns(expression)
    }
    let variables = try bind(arguments, to: entry, at: expression.range, in: scope.frame)
    let parameters = Set(entry.parameters.map(\.name))
    let outer = scope.frame.ambient
    for name in body.tablesAsked.sorted() {
      if let table = tables[name], !askedTables.contains(where: { $0 === table }) { askedTables.append(table) }
    }
    return try lookup(entry.name, of: subject, at: expression, scope) { evaluator, entity, ambient throws(Diagnostic) in
      guard evaluator.casebook.is(evaluator.casebook[entity].kind, a: kind) else { return nil }
      let frame = Frame(
        variables: variables, subject: .entity(entity), ambient: ambient.within(outer), parameters: parameters)
      return try evaluator.evaluate(body, in: frame)
    }
  }

  /// A question that is asked once for each entity, or each entity and time.
  private func lookup(
    _ name: String, of subject: CheckedExpression, at expression: CheckedExpression, _ scope: ColumnFrame,
    sort: SortOfQuantity? = nil, _ answer: @escaping (Evaluator, EntityID, Ambient) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> TableExpression {
    var keys = [try lower(subject, scope)]
    if let time = scope.time { keys.append(try lower(time, ColumnFrame(frame: scope.frame))) }
    var result = answerColumn(name, expression.type)
    result.sort = sort
    let asking = Asking { [self] readers, count in
      let outer = meter
      meter = Meter(
        Budget(steps: budget.steps, depth: min(budget.depth, Self.depthOnWorkers), rows: budget.rows, bytes: budget.bytes))
      defer { meter = outer }
      var cells = AnswerColumn(result)
      for row in 0..<count {
        var ambient = Ambient.none
        if readers.count > 1 {
          guard let span = Self.span(of: readers[1], row) else {
            cells.addMissing()
            continue
          }
          ambient.time = .during(span)
        }
        guard let id = readers[0].text(row), let entity = casebook.entity(named: id),
          let value = try answer(self, entity, ambient)
        else {
          cells.addMissing()
          continue
        }
        try add(value, to: &cells, at: expression.range)
      }
      return cells.column
    }
    return .external(
      keys,
      ExternalLookup(name: name, result: result) { keys, descriptions in
        try asking.ask(zip(keys, descriptions).map { CellReader($0, $1) }, keys.first?.count ?? 0)
      })
  }

  /// The time that a cell is: a date of its column's length, or a year.
  private static func span(of reader: CellReader, _ row: Int) -> TimeSpan? {
    if let date = reader.day(row) {
      switch reader.description.resolution {
      case .year: return TimeSpan(checkedYear: date.year)
      case .month: return TimeSpan(checkedYear: date.year, month: date.month)
      case .day: return TimeSpan(checkedYear: date.year, month: date.month, day: date.day)
      }
    }
    return reader.number(row).flatMap { Int(exactly: $0) }.flatMap { TimeSpan(checkedYear: $0) }
  }

  /// What the answers to a question become.
  private func answerColumn(_ name: String, _ type: StaticType) -> ColumnDescription {
    switch type {
    case .quantity(let quantity): return ColumnDescription(name, .quantity, unit: quantity.unit ?? .none)
    case .verdict: return ColumnDescription(name, .boolean)
    case .time: return ColumnDescription(name, .date)
    case .entity, .entities: return ColumnDescription(name, .entity, dictionary: TextDictionary())
    case .claims(let property):
      switch casebook[property].value {
      case .time:
        let spans = casebook.claims(withProperty: property).map { id in
          if case .time(let span) = casebook[id].value { span } else { TimeSpan?.none }
        }
        return ColumnDescription(name, .date, resolution: resolution(of: spans))
      case .truth: return ColumnDescription(name, .boolean)
      case .entity: return ColumnDescription(name, .entity, dictionary: TextDictionary())
      default: return ColumnDescription(name, .text, dictionary: TextDictionary())
      }
    default: return ColumnDescription(name, .text, dictionary: TextDictionary())
    }
  }

  func add(_ value: Value, to cells: inout AnswerColumn, at range: SourceRange) throws(Diagnostic) {
    if isEmpty(value) { return cells.addMissing() }
    switch cells.description.type {
    case .quantity:
      guard case .found(let figure) = try figure(value, at: range) else { return cells.addMissing() }
      let unit = cells.description.unit
      guard unit != .none, unit != figure.quantity.unit else { return cells.add(figure.quantity) }
      do throws(ArithmeticError) { cells.add(try figure.figure.converted(to: unit).quantity) } catch { cells.addMissing() }
    case .boolean:
      guard case .verdict(let judgement) = value, !judgement.cannotTell else { return cells.addMissing() }
      cells.add(truth: judgement.verdict.truth == .yes ? 1 : judgement.verdict.truth == .no ? 0 : 3)
    case .date:
      // A claim may say that the time is unknown.
      guard let day = (try? span(of: value, at: range))?.startBounds.flatMap({ Int32(exactly: $0.lowerBound) }) else {
        return cells.addMissing()
      }
      cells.add(day: day)
    case .entity:
      guard case .answer(let answer) = value else { return cells.add(text: casebook[try entity(value, at: range)].name) }
      let named = entities(in: answer)
      if let first = named.first, named.count == 1 { cells.add(text: casebook[first].name) } else { cells.addMissing() }
    default:
      // Cells that say the same are to be one in a group, whoever says it.
      guard case .answer(let answer) = value else { return cells.add(text: words(value)) }
      cells.add(text: answer.answer.claims.map { valueWords($0) }.eachOnce.joined(separator: "; "))
    }
  }

  // MARK: Other questions

  /// What an entity is called.
  func labelLookup(_ builtin: Builtin) -> ExternalLookup {
    let result = ColumnDescription(builtin.rawValue, .text, dictionary: TextDictionary())
    let asking = Asking { [casebook] readers, count in
      var cells = AnswerColumn(result)
      for row in 0..<count {
        guard let id = readers[0].text(row) else {
          cells.addMissing()
          continue
        }
        guard let entity = casebook.entity(named: id) else {
          cells.add(text: id)
          continue
        }
        switch builtin {
        case .title: cells.add(text: casebook[entity].title)
        case .kind: cells.add(text: casebook[casebook[entity].kind].name)
        default: cells.add(text: casebook[entity].name)
        }
      }
      return cells.column
    }
    return ExternalLookup(name: builtin.rawValue, result: result) { keys, descriptions in
      try asking.ask(zip(keys, descriptions).map { CellReader($0, $1) }, keys.first?.count ?? 0)
    }
  }
}

/// A column while its cells are added one by one.
struct AnswerColumn {
  let description: ColumnDescription
  private var quantities = QuantityColumn(low: [], best: [], high: [])
  private var codes: [UInt32] = []
  private var days: [Int32] = []
  private var truths: [UInt8] = []

  init(_ description: ColumnDescription) { self.description = description }

  mutating func add(_ quantity: Quantity) {
    quantities.low.append(quantity.low)
    quantities.best.append(quantity.best ?? .nan)
    quantities.high.append(quantity.high)
    quantities.ends.append(
      (quantity.lowIsSoft ? 1 : 0) | (quantity.highIsSoft ? 2 : 0) | (quantity.lowIsOpen ? 4 : 0) | (quantity.highIsOpen ? 8 : 0))
  }

  mutating func add(text: String) { codes.append(description.dictionary?.code(of: text) ?? 0) }
  mutating func add(day: Int32) { days.append(day) }
  mutating func add(truth: UInt8) { truths.append(truth) }

  mutating func addMissing() {
    switch description.type {
    case .quantity:
      quantities.low.append(.nan)
      quantities.best.append(.nan)
      quantities.high.append(.nan)
      quantities.ends.append(0)
    case .date: days.append(.min)
    case .boolean: truths.append(2)
    default: codes.append(0)
    }
  }

  var column: Column {
    switch description.type {
    case .quantity: .quantity(quantities.withoutEmptyEnds)
    case .date: .date(days)
    case .boolean: .boolean(truths)
    case .entity: .entity(codes)
    default: .text(codes)
    }
  }
}
