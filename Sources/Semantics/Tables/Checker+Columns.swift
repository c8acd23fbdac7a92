import Casebook
import Diagnostics
import Evidence
import Names
import Syntax
import Tables

/// Names and functions where a table's columns are known.
extension Checker {
  /// The column of that name, where there is a table with one.
  func column(named name: Identifier, at range: SourceRange, _ context: Context) -> CheckedExpression? {
    guard let column = context.shape?.column(named: name.text) else { return nil }
    return CheckedExpression(.column(column.name), type: column.type, at: range)
  }

  /// A name that is no column: an entity by its id, or something that a table with columns yet unknown may have.
  mutating func checkNameBesideColumns(_ name: Identifier, at range: SourceRange, _ shape: TableShape) -> CheckedExpression {
    if case .exact(let entity) = casebook.match(name.text) { return expression(for: entity, at: range) }
    if shape.isOpen { return CheckedExpression(.column(name.text), type: .unknown, at: range) }
    return reportInvalid(unknownColumn(name.text, of: shape, at: range), at: range)
  }

  /// A loaded table by its name.
  func table(named folded: String, at range: SourceRange) -> CheckedExpression? {
    guard let shape = scope.table(named: folded) else { return nil }
    return CheckedExpression(.table(folded), type: shape.isOpen && shape.columns.isEmpty ? .unknown : .rows(shape), at: range)
  }

  /// A column of a table of one row: a figure, a text.
  mutating func checkCell(_ name: Identifier, of rows: CheckedExpression, _ shape: TableShape, at range: SourceRange)
    -> CheckedExpression
  {
    guard let column = column(name, of: shape) else { return invalid(at: range) }
    return CheckedExpression(.cell(rows, column: column.name), type: column.type, at: range)
  }

  // MARK: Calls

  /// A call of a function of columns; nil where the name is none, or is better taken as one of the language's own functions.
  mutating func checkColumnCall(_ name: Identifier, _ arguments: [Argument], at range: SourceRange, _ context: Context)
    -> CheckedExpression?
  {
    let folded = foldName(name.text)
    guard let shape = context.shape else { return checkTableFigure(folded, arguments, at: range, context) }
    if folded == "change", arguments.count == 1 || (arguments.count == 2 && Self.isExtent(arguments[1].value)) {
      return checkWindow(.previous, isChange: true, arguments, at: range, context)
    }
    guard let function = TableFunction(rawValue: folded) else { return nil }
    guard function.arity.contains(arguments.count) else { return reportInvalid(wrongArguments(function, at: range), at: range) }
    switch function.role {
    case .aggregate:
      // Several columns of one row have a least and a greatest too.
      if (function == .min || function == .max) && (arguments.count > 1 || !context.takesAggregates) {
        return checkCellFunction(function, arguments, isOfOneRow: true, at: range, context)
      }
      guard context.takesAggregates else {
        return reportInvalid(
          Diagnostic(
            .wrongColumn, "\(function.rawValue) is a figure of many rows, and there is one here", at: range, "",
            notes: ["`group by … (n = \(function.rawValue)(…))` gives it for each group; `running` and `rolling` for rows"]),
          at: range)
      }
      return checkAggregate(function, arguments, at: range, shape, takesWithin: context.isInWindow)
    case .window: return checkWindow(function, isChange: false, arguments, at: range, context)
    case .cell: return checkCellFunction(function, arguments, isOfOneRow: false, at: range, context)
    }
  }

  /// Whether an argument says how far back: `12 months`, or so many rows.
  private static func isExtent(_ expression: Expression) -> Bool {
    guard case .quantity(let literal) = expression.node else { return false }
    guard let unit = literal.unit?.numerator else { return literal.unit == nil }
    return ["month", "months", "year", "years", "row", "rows"].contains(foldName(unit.text))
  }

  private mutating func checkAggregate(
    _ function: TableFunction, _ arguments: [Argument], at range: SourceRange, _ shape: TableShape, takesWithin: Bool = false
  )
    -> CheckedExpression
  {
    let inner = Context(subject: nil, shape: shape)
    var condition: CheckedExpression?
    var values: [CheckedExpression] = []
    var within: [String] = []
    if refuseRest(of: arguments, takesWhere: true, takesWithin: takesWithin) { return invalid(at: range) }
    for argument in arguments {
      values.append(check(argument.value, inner))
      if let wanted = argument.condition { condition = checkCondition(wanted, inner) }
      for name in argument.within {
        guard let found = column(name, of: shape) else { return invalid(at: range) }
        within.append(found.name)
      }
    }
    if values.contains(where: \.isInvalid) || condition?.isInvalid == true { return invalid(at: range) }
    // `count(Modalidad = "x")` counts the rows for which that holds.
    if function == .count, let value = values.first, value.type == .verdict, condition == nil {
      condition = value
      values = []
    }
    guard let type = resultType(of: function, values, at: range) else { return invalid(at: range) }
    return CheckedExpression(
      .columnCall(CheckedColumnCall(function, values, condition: condition, within: within)), type: type, at: range)
  }

  private mutating func resultType(of function: TableFunction, _ values: [CheckedExpression], at range: SourceRange)
    -> StaticType?
  {
    switch function {
    case .count, .distinct: return .quantity(QuantityType(unit: Unit.none, isBare: true))
    case .first, .last, .min, .max: return values.first?.type
    default:
      guard let value = values.first else { return nil }
      switch value.type {
      case .quantity(let type): return .quantity(QuantityType(unit: type.isBare ? nil : type.unit, status: type.status))
      case .unknown: return .unknown
      default:
        report(wrongType(value, wanted: "a number", notes: [function.signature]))
        return nil
      }
    }
  }

  /// Reports a `where` or a `within` in the brackets of what takes none; passed over it would answer another question.
  mutating func refuseRest(of arguments: [Argument], takesWhere: Bool = false, takesWithin: Bool = false) -> Bool {
    if !takesWhere, let condition = arguments.lazy.compactMap(\.condition).first {
      report(
        Diagnostic(
          .wrongArguments, "these brackets take no `where`", at: condition.range, "",
          notes: ["figures of columns take it, as in sum(n where year > 2000); `| where …` chooses rows before"]))
      return true
    }
    if !takesWithin, let name = arguments.lazy.compactMap(\.within.first).first {
      report(
        Diagnostic(
          .wrongArguments, "these brackets take no `within`", at: name.range, "",
          notes: ["windows take it, as in previous(n within place); `group by place` gives figures for each"]))
      return true
    }
    return false
  }

  // MARK: Windows

  private static let monthNames: Set<String> = ["month", "mes"]

  /// Whether a column says of whom or what a row is.
  private static func tellsApart(_ column: ColumnShape) -> Bool {
    switch column.type {
    case .entity, .text: true
    default: false
    }
  }

  private mutating func checkWindow(
    _ function: TableFunction, isChange: Bool, _ arguments: [Argument], at range: SourceRange, _ context: Context
  ) -> CheckedExpression {
    guard let shape = context.shape, context.takesWindows else {
      return reportInvalid(
        Diagnostic(
          .wrongColumn, "\(isChange ? "change" : function.rawValue) looks at other rows, which only `derive` lets it do",
          at: range, "",
          notes: ["derive it as a column first, then use the column"]), at: range)
    }
    guard let first = arguments.first else { return reportInvalid(wrongArguments(function, at: range), at: range) }
    var inner = context
    inner.takesAggregates = function == .rolling || function == .running
    inner.takesWindows = false
    inner.isInWindow = true
    let value = check(first.value, inner)
    if refuseRest(of: arguments, takesWithin: true) || value.isInvalid { return invalid(at: range) }
    var within: [String] = []
    for argument in arguments {
      for name in argument.within {
        guard let found = column(name, of: shape) else { return invalid(at: range) }
        within.append(found.name)
      }
    }
    if inner.takesAggregates {
      guard case .columnCall(let aggregate) = value.node, aggregate.function.role == .aggregate, !aggregate.isOfOneRow else {
        return reportInvalid(wrongArguments(function, at: range), at: range)
      }
      if within.isEmpty { within = aggregate.within }
    }
    var extent = WindowFunction.Extent.rows(1)
    if arguments.count > 1 {
      guard let found = Self.extent(arguments[1].value) else {
        return reportInvalid(wrongArguments(function, at: range), at: range)
      }
      extent = found
    }
    let type: StaticType
    switch function {
    case .rank: type = .quantity(QuantityType(unit: Unit.none, isBare: true))
    case .shareOfTotal: type = .quantity(QuantityType(unit: Unit.percent))
    default: type = isChange ? .quantity(QuantityType(unit: Unit.percent)) : value.type
    }
    var call = CheckedColumnCall(function, [value], within: within, extent: extent)
    call.isChange = isChange
    call.over = (shape.timeColumns.first ?? shape.columns.first { Self.yearNames.contains($0.folded) })?.name
    if case .months = extent, shape.timeColumns.isEmpty, shape.columns.contains(where: { Self.monthNames.contains($0.folded) }) {
      return reportInvalid(
        Diagnostic(
          .wrongColumn, "months are counted along a column of dates, and this table has years and months apart", at: range, "",
          notes: ["`derive month = date(year(time), month(time), 1)` before `group by month` makes one"]), at: range)
    }
    let looksBack = function != .rank && function != .shareOfTotal
    if looksBack, within.isEmpty, call.over != nil { call.across = shape.columns.first { Self.tellsApart($0) }?.name }
    return CheckedExpression(.columnCall(call), type: type, at: range)
  }

  /// What columns of years are called.
  private static let yearNames: Set<String> = ["year", "ano", "anio", "n_year"]

  /// How far back `12 months`, `1 year`, `3 rows` or a bare number reaches.
  private static func extent(_ expression: Expression) -> WindowFunction.Extent? {
    guard case .quantity(let literal) = expression.node, literal.hedge == nil, literal.join == nil,
      let count = Int(exactly: literal.number.value), count > 0, count <= 1_000_000
    else { return nil }
    guard let unit = literal.unit else { return .rows(count) }
    switch unit.numerator.map({ foldName($0.text) }) {
    case "month", "months": return .months(count)
    case "year", "years": return .months(count * 12)
    case "row", "rows": return .rows(count)
    default: return nil
    }
  }

  // MARK: Cells

  private mutating func checkCellFunction(
    _ function: TableFunction, _ arguments: [Argument], isOfOneRow: Bool, at range: SourceRange, _ context: Context
  ) -> CheckedExpression {
    var values = arguments.map { check($0.value, context) }
    if refuseRest(of: arguments) || values.contains(where: \.isInvalid) { return invalid(at: range) }
    let type: StaticType
    switch function {
    case .month, .day, .quarter, .weekday:
      guard values[0].type == .time || values[0].type == .unknown else {
        return reportInvalid(wrongType(values[0], wanted: "a date", notes: []), at: range)
      }
      type = .quantity(QuantityType(unit: Unit.none, isBare: true))
    case .date: type = .time
    case .lower, .upper, .trim, .substring, .replace, .recode:
      switch values[0].type {
      case .text, .entity, .unknown: type = .text
      default: return reportInvalid(wrongType(values[0], wanted: "a text", notes: [function.signature]), at: range)
      }
    case .concat, .text: type = .text
    case .length: type = .quantity(QuantityType(unit: Unit.none, isBare: true))
    case .number: type = .quantity(.any)
    case .fallback, .min, .max:
      var found = values[0].type
      var first = values[0]
      for index in values.indices.dropFirst() {
        found = unify(&first, &values[index], verb: "taken for one another", at: range)
      }
      values[0] = first
      if found == .unknown, values.contains(where: { $0.type != .unknown }), values.count > 1 { return invalid(at: range) }
      type = found
    default:
      for value in values {
        switch value.type {
        case .quantity, .unknown: continue
        default: return reportInvalid(wrongType(value, wanted: "a number", notes: [function.signature]), at: range)
        }
      }
      type = function == .range || function == .round || function == .abs ? values[0].type : .quantity(.any)
    }
    var call = CheckedColumnCall(function, values)
    call.isOfOneRow = isOfOneRow
    return CheckedExpression(.columnCall(call), type: type, at: range)
  }

  // MARK: Figures of tables, for measures

  /// `sum(files.n where …)` in the body of a measure: the figure of the rows about the entity that the measure speaks of.
  private mutating func checkTableFigure(_ folded: String, _ arguments: [Argument], at range: SourceRange, _ context: Context)
    -> CheckedExpression?
  {
    guard let function = TableFunction(rawValue: folded), function.role == .aggregate, let first = arguments.first else {
      return nil
    }
    if function == .count, arguments.count == 1, case .name(let name) = first.value.node, context.hasSubject,
      let shape = scope.table(named: foldName(name.text))
    {
      // `count(files where …)` counts rows.
      let rows = first.condition.map { [Argument(name: nil, value: $0)] } ?? []
      return checkTableFigure(function, rows, of: foldName(name.text), shape, at: range, context)
    }
    guard let tableName = Self.tableName(in: first.value), let shape = scope.table(named: tableName) else { return nil }
    guard function.arity.contains(arguments.count) else { return reportInvalid(wrongArguments(function, at: range), at: range) }
    guard context.hasSubject else {
      return reportInvalid(
        Diagnostic(
          .wrongType, "a figure of a table stands in a measure, which says for what it is", at: range, "",
          notes: ["measure homicides for place = sum(files.n)", "or a pipeline: files | group (n = sum(n))"]), at: range)
    }
    var plain = arguments
    plain[0].value = Self.withoutTable(first.value)
    return checkTableFigure(function, plain, of: tableName, shape, at: range, context)
  }

  private mutating func checkTableFigure(
    _ function: TableFunction, _ arguments: [Argument], of tableName: String, _ shape: TableShape, at range: SourceRange,
    _ context: Context
  ) -> CheckedExpression? {
    guard let subject = subjectColumn(for: context.subject, of: shape) else {
      if shape.isOpen { return invalid(at: range) }
      return reportInvalid(
        Diagnostic(
          .wrongColumn, "no column of \(shape.name) says which entity a row is about", at: range, "",
          notes: ["`place by COLUMN` in the block of its `load` makes one"]), at: range)
    }
    let value = checkAggregate(function, arguments, at: range, shape)
    guard case .columnCall(let call) = value.node else { return invalid(at: range) }
    return CheckedExpression(
      .tableFigure(
        CheckedTableFigure(table: tableName, call: call, subject: subject.name, time: shape.timeColumns.first, range: range)),
      type: value.type, at: range)
  }

  /// `files` in `files.n`.
  private static func tableName(in expression: Expression) -> String? {
    guard case .member(let base, _) = expression.node, case .name(let name) = base.node else { return nil }
    return foldName(name.text)
  }

  private static func withoutTable(_ expression: Expression) -> Expression {
    guard case .member(_, let name) = expression.node else { return expression }
    return Expression(.name(name), at: expression.range)
  }
}
