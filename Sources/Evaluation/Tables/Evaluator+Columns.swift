import Casebook
import Diagnostics
import Evidence
import Semantics
import Tables

/// Checked expressions as formulas over columns.
extension Evaluator {
  /// What reads no column is worked out once, here; the rest becomes a formula that the kernels work out for all rows.
  func lower(_ expression: CheckedExpression, _ scope: ColumnFrame) throws(Diagnostic) -> TableExpression {
    guard expression.readsColumns else { return try constant(try evaluate(expression, in: scope.frame), at: expression) }
    try meter.enter(at: expression.range)
    defer { meter.leave() }
    switch expression.node {
    case .column(let name): return .column(name)
    case .columnCall(let call): return try lower(call, at: expression, scope)
    case .negate(let inner): return .numberFunction(.negated, [try lower(inner, scope)])
    case .arithmetic(let sign, let left, let right):
      return .arithmetic(Self.sign(sign), try lower(left, scope), try lower(right, scope))
    case .inUnit(let inner, let unit), .adoptUnit(let inner, let unit): return .given(try lower(inner, scope), in: unit)
    case .comparison(let sign, let left, let right): return try lower(sign, left, right, scope)
    case .textTest(let test, let value, let part):
      let tests: [Semantics.TextTest: Tables.TextTest] = [.contains: .contains, .startsWith: .startsWith, .endsWith: .endsWith]
      return .textTest(tests[test] ?? .contains, try lower(asText: value, scope), try lower(asText: part, scope))
    case .and(let left, let right): return .and(try lower(left, scope), try lower(right, scope))
    case .or(let left, let right): return .or(try lower(left, scope), try lower(right, scope))
    case .not(let inner): return .not(try lower(inner, scope))
    case .surely(let inner): return .surely(try lower(inner, scope))
    case .perhaps(let inner): return .perhaps(try lower(inner, scope))
    case .isMissing(let inner, let negated):
      let test = TableExpression.isMissing(try lower(inner, scope))
      return negated ? .not(test) : test
    case .between(let value, let low, let high):
      return .and(try lower(.greaterOrEqual, value, low, scope), try lower(.lessOrEqual, value, high, scope))
    case .oneOf(let value, let choices): return try lower(value, oneOf: choices, scope)
    case .conditional(let condition, let then, let otherwise):
      return .conditional(try lower(condition, scope), then: try lower(then, scope), otherwise: try lower(otherwise, scope))
    case .call(let builtin, let arguments): return try lower(builtin, arguments, at: expression, scope)
    case .qualified(let inner, let qualifiers): return try lower(inner, qualifiedBy: qualifiers, scope)
    case .property(let subject, let property): return try lower(property, of: subject, at: expression, scope)
    case .defined(let subject, let entry, let arguments): return try lower(entry, of: subject, arguments, at: expression, scope)
    case .text(let segments):
      var parts: [TableExpression] = []
      for segment in segments {
        switch segment {
        case .literal(let text): parts.append(.text(text))
        case .expression(let inner): parts.append(try lower(inner, scope))
        }
      }
      return .textFunction(.concat, parts)
    default: throw notForColumns(expression)
    }
  }

  func notForColumns(_ expression: CheckedExpression) -> Diagnostic {
    Diagnostic(
      .wrongTableStep, "this cannot be worked out for the rows of a table", at: expression.range, expression.type.description,
      notes: ["`help tables` lists what can"])
  }

  private static func sign(_ sign: Semantics.ArithmeticOperator) -> Tables.ArithmeticOperator {
    switch sign {
    case .add: .plus
    case .subtract: .minus
    case .multiply: .times
    case .divide: .over
    }
  }

  // MARK: Constants

  /// A value as a literal of the kernels.
  func constant(_ value: Value, at expression: CheckedExpression) throws(Diagnostic) -> TableExpression {
    switch value {
    case .text(let text): return .text(plain(text))
    case .entity(let entity): return .text(casebook[entity].name)
    case .verdict(let judgement):
      if judgement.cannotTell || judgement.verdict.truth == .maybe { return .missing }
      return .boolean(judgement.verdict.truth == .yes)
    case .time(let span):
      guard let day = span.startBounds.flatMap({ Int32(exactly: $0.lowerBound) }) else { return .missing }
      return .date(day)
    case .missing: return .missing
    default:
      guard case .found(let figure) = try figure(value, at: expression.range) else { return .missing }
      let quantity = figure.quantity
      let bare: TableExpression =
        quantity.isExact
        ? .number(quantity.low) : .quantity(low: quantity.low, best: quantity.best ?? .nan, high: quantity.high)
      return quantity.unit == .none ? bare : .given(bare, in: quantity.unit)
    }
  }

  // MARK: Comparisons

  private func lower(
    _ sign: ComparisonOperator, _ left: CheckedExpression, _ right: CheckedExpression, _ scope: ColumnFrame
  ) throws(Diagnostic) -> TableExpression {
    if !left.readsColumns, right.readsColumns { return try lower(sign.mirrored, right, left, scope) }
    if left.type == .time, !right.readsColumns { return try lower(sign, date: left, right, scope) }
    if case .entity = left.type, !right.readsColumns {
      return .comparison(sign, try lower(left, scope), .text(try entityName(right, scope)))
    }
    return .comparison(sign, try lower(left, scope), try lower(right, scope))
  }

  /// A date is held against the first and the last day of a time: it is in 2017 from the first to the last day of that year.
  private func lower(_ sign: ComparisonOperator, date: CheckedExpression, _ time: CheckedExpression, _ scope: ColumnFrame)
    throws(Diagnostic) -> TableExpression
  {
    let column = try lower(date, scope)
    let span = try span(time, in: scope.frame)
    let first = TableExpression.date(Self.day(span.start.earliest))
    let last = TableExpression.date(Self.day(span.end.latest))
    switch sign {
    case .equal: return .between(column, first, last)
    case .notEqual: return .not(.between(column, first, last))
    case .less: return .comparison(.less, column, first)
    case .lessOrEqual: return .comparison(.lessOrEqual, column, last)
    case .greater: return .comparison(.greater, column, last)
    case .greaterOrEqual: return .comparison(.greaterOrEqual, column, first)
    }
  }

  /// A day of a column of dates; the ends of time are the outermost that one can hold.
  static func day(_ day: Day) -> Int32 { Int32(clamping: min(max(day.number, Int(Int32.min) + 1), Int(Int32.max))) }

  /// The id of the entity that a value names; a text that names none stands for itself.
  private func entityName(_ expression: CheckedExpression, _ scope: ColumnFrame) throws(Diagnostic) -> String {
    let value = try evaluate(expression, in: scope.frame)
    guard case .text(let text) = value else { return casebook[try entity(value, at: expression.range)].name }
    let written = plain(text)
    switch casebook.match(written) {
    case .exact(let entity), .one(let entity, _): return casebook[entity].name
    case .ambiguous, .none: return written
    }
  }

  private func lower(_ value: CheckedExpression, oneOf choices: [CheckedExpression], _ scope: ColumnFrame) throws(Diagnostic)
    -> TableExpression
  {
    let isPlain: Bool
    switch value.type {
    case .time, .entity: isPlain = false
    default: isPlain = true
    }
    if isPlain {
      var lowered: [TableExpression] = []
      for choice in choices { lowered.append(try lower(choice, scope)) }
      return .oneOf(try lower(value, scope), lowered)
    }
    var test = TableExpression.boolean(false)
    for (index, choice) in choices.enumerated() {
      let one = try lower(.equal, value, choice, scope)
      test = index == 0 ? one : .or(test, one)
    }
    return test
  }

  // MARK: Functions

  private func lower(_ builtin: Builtin, _ arguments: [CheckedExpression], at expression: CheckedExpression, _ scope: ColumnFrame)
    throws(Diagnostic) -> TableExpression
  {
    switch (builtin, arguments.count) {
    case (.share, 2): return Self.percent(.share(try lower(arguments[0], scope), try lower(arguments[1], scope)))
    case (.ratio, 2): return .ratio(try lower(arguments[0], scope), try lower(arguments[1], scope))
    case (.change, 2): return Self.percent(.change(try lower(arguments[0], scope), try lower(arguments[1], scope)))
    case (.difference, 2): return .arithmetic(.minus, try lower(arguments[0], scope), try lower(arguments[1], scope))
    case (.year, 1): return .dateFunction(.year, [try lower(arguments[0], scope)])
    case (.name, 1), (.title, 1), (.kind, 1):
      return .external([try lower(arguments[0], scope)], labelLookup(builtin))
    default: throw notForColumns(expression)
    }
  }

  private func lower(_ call: CheckedColumnCall, at expression: CheckedExpression, _ scope: ColumnFrame) throws(Diagnostic)
    -> TableExpression
  {
    if call.function.role == .window {
      let window = TableExpression.window(try window(call, at: expression, scope))
      return call.isChange || call.function == .shareOfTotal ? Self.percent(window) : window
    }
    if call.isAggregate { throw notForColumns(expression) }
    var values: [TableExpression] = []
    for argument in call.arguments {
      values.append(call.function.takesText ? try lower(asText: argument, scope) : try lower(argument, scope))
    }
    switch call.function {
    case .month: return .dateFunction(.month, values)
    case .day: return .dateFunction(.day, values)
    case .quarter: return .dateFunction(.quarter, values)
    case .weekday: return .dateFunction(.weekday, values)
    case .date: return .dateFunction(.fromParts, values)
    case .lower: return .textFunction(.lower, values)
    case .upper: return .textFunction(.upper, values)
    case .trim: return .textFunction(.trim, values)
    case .length: return .textFunction(.length, values)
    case .substring: return .textFunction(.substring, values)
    case .replace: return .textFunction(.replace, values)
    case .concat: return .textFunction(.concat, values)
    case .text: return .textFunction(.text, values)
    case .number: return .textFunction(.number, values)
    case .round: return .numberFunction(.round, values)
    case .floor: return .numberFunction(.floor, values)
    case .ceiling: return .numberFunction(.ceiling, values)
    case .abs: return .numberFunction(.absolute, values)
    case .log: return .numberFunction(.log, values)
    case .log10: return .numberFunction(.log10, values)
    case .log2: return .numberFunction(.log2, values)
    case .exp: return .numberFunction(.exponential, values)
    case .sqrt: return .numberFunction(.squareRoot, values)
    case .min: return .numberFunction(.smaller, values)
    case .max: return .numberFunction(.greater, values)
    case .fallback: return .fallback(values)
    case .range:
      guard values.count == 3 else { throw notForColumns(expression) }
      return .range(low: values[0], best: values[1], high: values[2])
    case .recode: return try recode(call, values, scope)
    default: throw notForColumns(expression)
    }
  }

  /// An expression as the text that is shown of it: an entity is what it is called, and not its id.
  private func lower(asText expression: CheckedExpression, _ scope: ColumnFrame) throws(Diagnostic) -> TableExpression {
    let lowered = try lower(expression, scope)
    guard expression.readsColumns, case .entity = expression.type else { return lowered }
    return .external([lowered], labelLookup(.title))
  }

  /// `recode(sex, "M", "men", "F", "women")`; a last text without a partner is for all others.
  private func recode(_ call: CheckedColumnCall, _ values: [TableExpression], _ scope: ColumnFrame) throws(Diagnostic)
    -> TableExpression
  {
    var texts: [String] = []
    for argument in call.arguments.dropFirst() {
      guard !argument.readsColumns, case .text(let text) = try evaluate(argument, in: scope.frame) else {
        throw Diagnostic(.wrongArguments, "recode takes texts", at: argument.range, "", notes: [call.function.signature])
      }
      texts.append(plain(text))
    }
    var table: [String: String] = [:]
    for index in stride(from: 0, to: texts.count - 1, by: 2) { table[texts[index]] = texts[index + 1] }
    return .recode(values[0], table, otherwise: texts.count % 2 == 1 ? texts.last : nil)
  }

  // MARK: Windows and aggregates

  private func window(_ call: CheckedColumnCall, at expression: CheckedExpression, _ scope: ColumnFrame) throws(Diagnostic)
    -> WindowFunction
  {
    guard let first = call.arguments.first else { throw notForColumns(expression) }
    let extent = call.extent ?? .rows(1)
    let within = call.within.map { TableExpression.column($0) }
    let over = call.over.map { TableExpression.column($0) }
    switch call.function {
    case .rank: return WindowFunction(.rank, try lower(first, scope), within: within)
    case .shareOfTotal: return WindowFunction(.shareOfTotal, try lower(first, scope), within: within)
    case .rolling, .running:
      guard case .columnCall(let inner) = first.node else { throw notForColumns(expression) }
      let aggregate = try aggregate("", inner, at: first, scope)
      var value = aggregate.value ?? .number(1)
      if let condition = aggregate.condition { value = .conditional(condition, then: value, otherwise: .missing) }
      let function: WindowFunction.Function =
        call.function == .rolling ? .rolling(aggregate.function, extent) : .running(aggregate.function)
      var window = WindowFunction(function, value, within: within, over: over)
      window.apart = call.across
      return window
    default:
      var window = WindowFunction(
        call.isChange ? .change(extent) : .previous(extent), try lower(first, scope), within: within, over: over)
      window.apart = call.across
      return window
    }
  }

  /// One figure for the rows of a group.
  func aggregate(_ name: String, _ call: CheckedColumnCall, at expression: CheckedExpression, _ scope: ColumnFrame)
    throws(Diagnostic) -> Aggregate
  {
    let function: Aggregate.Function
    switch call.function {
    case .sum: function = .sum
    case .mean: function = .mean
    case .median: function = .median
    case .min: function = .min
    case .max: function = .max
    case .first: function = .first
    case .last: function = .last
    case .distinct: function = .distinct
    case .count: function = .count
    case .quantile:
      guard call.arguments.count == 2,
        case .found(let part) = try figure(try evaluate(call.arguments[1], in: scope.frame), at: call.arguments[1].range),
        part.quantity.isExact, let share = Self.share(part.quantity), (0...1).contains(share)
      else {
        throw Diagnostic(
          .wrongArguments, "the part is a number from 0 to 1, or a percentage", at: expression.range, "",
          notes: [call.function.signature])
      }
      function = .quantile(share)
    default: throw notForColumns(expression)
    }
    var value: TableExpression?
    if let first = call.arguments.first { value = try lower(first, scope) }
    var condition: TableExpression?
    if let wanted = call.condition { condition = try lower(wanted, scope) }
    return Aggregate(name, function, value, where: condition)
  }

  /// A part of one, as so many of a hundred.
  private static func percent(_ part: TableExpression) -> TableExpression { .given(part, in: .percent) }

  /// A part as a number: 90 % is 0.9.
  private static func share(_ quantity: Quantity) -> Double? {
    if quantity.unit == .none { return quantity.low }
    return quantity.unit == .percent ? quantity.low / 100 : nil
  }
}
