import Casebook
import Diagnostics
import Evidence
import Names
import Syntax
import Tables

/// Pipelines over tables: every verb says what the columns are after it.
extension Checker {
  mutating func check(
    rows source: CheckedExpression, _ shape: TableShape, through verbs: some Sequence<PipelineVerb>, at range: SourceRange
  )
    -> CheckedExpression
  {
    var shape = shape
    var steps: [CheckedRowStep] = []
    var type: StaticType?
    for verb in verbs {
      if let type {
        report(
          Diagnostic(
            .wrongType, "this pipeline has come to \(type.description), and nothing can follow", at: verb.range, "",
            notes: ["`count` and `describe` stand at the end of a pipeline"]))
        return invalid(at: range)
      }
      let before = diagnostics.count
      if let step = check(verb, &shape) { steps.append(step) }
      if diagnostics.dropFirst(before).contains(where: { $0.severity == .error }) { return invalid(at: range) }
      switch verb.kind {
      case .count: type = .quantity(QuantityType(unit: Unit.none, isBare: true))
      case .describe: type = .table
      default: break
      }
    }
    return CheckedExpression(.rows(source, steps), type: type ?? .rows(shape), at: range)
  }

  /// Entities as rows of a table with a column that names them, and the columns that were selected of them.
  mutating func check(
    entities collection: CheckedExpression, _ kind: KindID?, selecting columns: [SelectedColumn]?,
    through verbs: some Sequence<PipelineVerb>, at range: SourceRange
  ) -> CheckedExpression {
    let name = kind.map { casebook[$0].name } ?? "entity"
    let shape = TableShape(
      name: kind.map { casebook[$0].plural } ?? "entities", columns: [ColumnShape(name, .entity(kind))], subject: name)
    let rows = CheckedExpression(.entityRows(collection, column: name), type: .rows(shape), at: collection.range)
    guard let columns else { return check(rows: rows, shape, through: verbs, at: range) }
    var wide = shape
    var selected = [
      CheckedColumn(label: name, value: CheckedExpression(.column(name), type: .entity(kind), at: collection.range))
    ]
    for column in columns {
      let value = check(column.value, Context(subject: nil, shape: shape))
      if value.isInvalid { return invalid(at: range) }
      let label = label(column.value, column.label)
      selected.append(CheckedColumn(label: label, value: value))
      wide.set(columnShape(label, of: value, in: shape))
    }
    let table = CheckedExpression(.rows(rows, [.select(selected)]), type: .rows(wide), at: collection.range)
    return check(rows: table, wide, through: verbs, at: range)
  }

  /// An expression that must be a table; a collection is one with a column of its members.
  private mutating func checkRows(_ expression: Expression) -> CheckedExpression {
    if case .pipeline(let source, let verbs) = expression.node {
      return rows(check(source, through: verbs, asRows: true, at: expression.range, .plain))
    }
    return rows(check(expression, .plain))
  }

  /// A collection as a table with a column of its members; any other value as it is.
  mutating func rows(_ value: CheckedExpression) -> CheckedExpression {
    switch value.type {
    case .entities(let kind): check(entities: value, kind, selecting: nil, through: [], at: value.range)
    case .claimRows(let kind): check(claims: value, kind, through: [], at: value.range)
    case .table:
      reportInvalid(
        Diagnostic(
          .wrongType, "this table was made to be shown, and has no columns to go on with", at: value.range,
          "cells of a collection",
          notes: ["put the pipeline itself in its place: `join (institutions | select personnel) by institution`"]),
        at: value.range)
    default: value
    }
  }

  /// What a verb does, with the columns changed to those after it. Nil where something is wrong, which has been reported.
  private mutating func check(_ verb: PipelineVerb, _ shape: inout TableShape) -> CheckedRowStep? {
    let context = Context(subject: nil, shape: shape)
    switch verb.kind {
    case .where(let condition): return .filter(checkCondition(condition, context))
    case .select(let columns): return select(columns, &shape)
    case .derive(let columns): return derive(columns, &shape)
    case .drop(let columns):
      let dropped = names(columns, of: shape)
      shape.columns.removeAll { column in dropped.contains { foldName($0) == column.folded } }
      shape.settle()
      return .drop(dropped)
    case .rename(let renames): return rename(renames, &shape)
    case .sort(let keys): return .sort(sortKeys(keys, context))
    case .take(let number): return .take(wholeNumber(number))
    case .skip(let number): return .skip(wholeNumber(number))
    case .top(let number, let keys, let within):
      return .top(wholeNumber(number), by: sortKeys(keys, context), within: within.compactMap { column($0, of: shape)?.name })
    case .group(let keys, let figures): return group(keys, figures, &shape)
    case .join(let join): return check(join, &shape)
    case .pivot(let key, let cells):
      guard let keyColumn = column(key, of: shape), let cellColumn = column(cells, of: shape) else { return nil }
      shape.columns.removeAll { $0.folded == keyColumn.folded || $0.folded == cellColumn.folded }
      shape.settle()
      // Which columns come of it is known only when the cells are.
      shape.isOpen = true
      return .pivot(key: keyColumn.name, cells: cellColumn.name)
    case .unpivot(let columns, let key, let value): return unpivot(columns, key, value, &shape)
    case .union(let other):
      let rows = checkRows(other)
      guard case .rows(let more) = rows.type else {
        if rows.type != .unknown { report(wrongType(rows, wanted: "a table", notes: [])) }
        return nil
      }
      for column in more.columns where shape.column(named: column.name) == nil { shape.set(column) }
      shape.isOpen = shape.isOpen || more.isOpen
      return .union(rows)
    case .distinct(let columns):
      let kept = names(columns, of: shape)
      if !kept.isEmpty { shape.columns = kept.compactMap { shape.column(named: $0) } }
      shape.settle()
      return .distinct(kept)
    case .count: return .count
    case .describe: return .describe
    case .sample(let number, let seed):
      return .sample(wholeNumber(number), seed: UInt64(clamping: seed.map { wholeNumber($0) } ?? 1))
    case .balanced(let over):
      guard let column = column(over, of: shape) else { return nil }
      let within = shape.columns.filter { Self.isKey($0) && $0.folded != column.folded }
      guard !within.isEmpty || shape.isOpen else {
        report(
          Diagnostic(
            .wrongColumn, "nothing says what must have every \(column.name)", at: verb.range, "",
            notes: ["a column of places, groups or texts does"]))
        return nil
      }
      return .balanced(over: column.name, within: within.map(\.name))
    case .wholeYears:
      guard let time = shape.timeColumns.first else {
        report(Diagnostic(.wrongColumn, "`whole years` needs a column of dates", at: verb.range, "there is none"))
        return nil
      }
      return .wholeYears(time.name)
    }
  }

  /// Whether a column says what a row is about, rather than how much.
  private static func isKey(_ column: ColumnShape) -> Bool {
    switch column.type {
    case .entity, .text: true
    default: column.sort == .code
    }
  }

  // MARK: Columns

  private mutating func select(_ columns: [SelectedColumn], _ shape: inout TableShape) -> CheckedRowStep? {
    let context = Context(subject: nil, shape: shape)
    var selected: [CheckedColumn] = []
    var narrow = shape
    narrow.columns = []
    for column in columns {
      if let range = range(column.value, of: shape) {
        for inner in range {
          selected.append(
            CheckedColumn(
              label: inner.name, value: CheckedExpression(.column(inner.name), type: inner.type, at: column.value.range)))
          narrow.set(inner)
        }
        continue
      }
      let value = check(column.value, context)
      if value.isInvalid { return nil }
      let label = column.label == nil ? columnName(of: column.value) : self.label(column.value, column.label)
      selected.append(CheckedColumn(label: label, value: value))
      narrow.set(columnShape(label, of: value, in: shape))
    }
    narrow.settle()
    shape = narrow
    return .select(selected)
  }

  /// The columns that `first..last` means; nil for any other expression.
  private mutating func range(_ expression: Expression, of shape: TableShape) -> [ColumnShape]? {
    guard case .span(let first?, let last?) = expression.node, let low = name(of: first), let high = name(of: last),
      let start = column(low, of: shape), let end = column(high, of: shape)
    else { return nil }
    if let columns = columns(from: start, to: end, of: shape) { return columns }
    // Columns that only the cells tell: years are those from the one to the other.
    if shape.isOpen, let first = Int(start.name), let last = Int(end.name), first <= last, last - first < 1_000 {
      return (first...last).map { ColumnShape(String($0), .unknown) }
    }
    report(
      Diagnostic(
        .wrongColumn, "the column \(end.name) stands before \(start.name)", at: expression.range, "",
        notes: ["write \(end.name)..\(start.name)"]))
    return []
  }

  /// The name of a column that an expression is; a year is one after a pivot.
  private func name(of expression: Expression) -> Identifier? {
    switch expression.node {
    case .name(let name): return name
    case .quantity, .time: return Identifier(spelled(expression), at: expression.range)
    default: return nil
    }
  }

  /// The names of columns in a list; reports what is none.
  private mutating func names(_ columns: [SelectedColumn], of shape: TableShape) -> [String] {
    var names: [String] = []
    for column in columns {
      if let range = range(column.value, of: shape) {
        names += range.map(\.name)
      } else if case .time(let literal) = column.value.node, case .interval(let first?, let last?) = literal.shape, shape.isOpen,
        first.month == nil, last.month == nil, first.year <= last.year
      {
        names += (first.year...last.year).map { String($0) }
      } else if let name = name(of: column.value) {
        if let found = self.column(name, of: shape) { names.append(found.name) }
      } else {
        report(
          Diagnostic(
            .wrongColumn, "the name of a column is needed here", at: column.value.range, "an expression",
            notes: ["`derive` gives an expression a name"]))
      }
    }
    return names
  }

  private mutating func derive(_ columns: [NamedColumn], _ shape: inout TableShape) -> CheckedRowStep? {
    var derived: [CheckedColumn] = []
    let context = Context(subject: nil, shape: shape, takesWindows: true)
    var wide = shape
    for column in columns {
      let value = check(column.value, context)
      if value.isInvalid { return nil }
      let name = column.name?.text ?? spelled(column.value)
      derived.append(CheckedColumn(label: name, value: value, because: column.because))
      wide.set(columnShape(name, of: value, in: shape))
    }
    shape = wide
    return .derive(derived)
  }

  private mutating func rename(_ renames: [RenamedColumn], _ shape: inout TableShape) -> CheckedRowStep? {
    var pairs: [(from: String, to: String)] = []
    for rename in renames {
      guard let column = column(rename.from, of: shape) else { return nil }
      pairs.append((column.name, rename.to.text))
      if let index = shape.columns.firstIndex(where: { $0.folded == column.folded }) {
        shape.columns[index] = ColumnShape(rename.to.text, column.type, sort: column.sort)
      }
      if let subject = shape.subject, foldName(subject) == column.folded { shape.subject = rename.to.text }
    }
    return .rename(pairs)
  }

  private mutating func sortKeys(_ keys: [Syntax.SortKey], _ context: Context) -> [(key: CheckedExpression, descending: Bool)] {
    keys.map { (check($0.value, context), $0.isDescending) }
  }

  /// What a column is called that was given no name: `year(time)` is `year`.
  func columnName(of expression: Expression) -> String {
    switch expression.node {
    case .name(let name): return name.text
    case .call(let callee, let arguments):
      guard case .name(let function) = callee.node, arguments.count == 1, case .name = arguments[0].value.node else { break }
      let folded = foldName(function.text)
      if ["year", "month", "day", "quarter", "weekday"].contains(folded) { return function.text }
    default: break
    }
    return spelled(expression)
  }

  /// What the cells of a column are that an expression gives.
  func columnShape(_ name: String, of value: CheckedExpression, in shape: TableShape) -> ColumnShape {
    var type = value.type
    if case .claims(let property) = type {
      switch casebook[property].value {
      case .entity(let kind): type = .entity(kind)
      case .time: type = .time
      case .truth: type = .verdict
      default: type = .text
      }
    }
    // A number as it was written says nothing about its unit.
    if case .quantity(let quantity) = type, quantity.isBare { type = .quantity(.any) }
    return ColumnShape(name, type, sort: sort(of: value, in: shape))
  }

  private func sort(of value: CheckedExpression, in shape: TableShape) -> SortOfQuantity? {
    switch value.node {
    case .column(let name): return shape.column(named: name)?.sort
    case .columnCall(let call):
      switch call.function {
      case .sum, .first, .last, .min, .max, .rolling, .running, .previous:
        return call.arguments.first.flatMap { sort(of: $0, in: shape) }
      case .count, .distinct: return .count
      default: return nil
      }
    default: return nil
    }
  }

  // MARK: Groups, joins, shapes

  private mutating func group(_ keys: [NamedColumn], _ figures: [NamedColumn], _ shape: inout TableShape) -> CheckedRowStep? {
    let context = Context(subject: nil, shape: shape)
    var narrow = shape
    narrow.columns = []
    var checkedKeys: [CheckedColumn] = []
    for key in keys {
      let value = check(key.value, context)
      if value.isInvalid { return nil }
      let name = key.name?.text ?? columnName(of: key.value)
      checkedKeys.append(CheckedColumn(label: name, value: value))
      narrow.set(columnShape(name, of: value, in: shape))
    }
    var aggregates = context
    aggregates.takesAggregates = true
    var checkedFigures: [CheckedColumn] = []
    for figure in figures {
      let value = check(figure.value, aggregates)
      if value.isInvalid { return nil }
      if !value.isMadeOfAggregates {
        report(
          Diagnostic(
            .wrongColumn, "a group has many rows, and this gives a figure for each of them", at: value.range, "not one figure",
            notes: ["sum(n), mean(n), count(), first(name) and the like give one for the group"]))
        return nil
      }
      let name = figure.name?.text ?? spelled(figure.value)
      checkedFigures.append(CheckedColumn(label: name, value: value, because: figure.because))
      narrow.set(columnShape(name, of: value, in: shape))
    }
    narrow.settle()
    narrow.isOpen = false
    narrow.isOfClaims = shape.isOfClaims
    shape = narrow
    return .group(by: checkedKeys, checkedFigures)
  }

  private mutating func check(_ join: JoinVerb, _ shape: inout TableShape) -> CheckedRowStep? {
    let other = checkRows(join.other)
    guard case .rows(let more) = other.type else {
      if other.type != .unknown {
        report(wrongType(other, wanted: "a table", notes: ["`load` gives a file a name; a pipeline stands in brackets"]))
      }
      return nil
    }
    var keys: [(left: String, right: String)] = []
    for key in join.keys {
      guard let left = column(key.left, of: shape), let right = column(key.right, of: more) else { return nil }
      keys.append((left.name, right.name))
    }
    let kind: TableJoin.Kind =
      switch join.kind {
      case .inner: .inner
      case .left: .left
      case .anti: .anti
      }
    if kind != .anti {
      let rightKeys = keys.map { foldName($0.right) }
      for column in more.columns where !rightKeys.contains(column.folded) {
        let isTaken = shape.column(named: column.name) != nil
        shape.set(isTaken ? ColumnShape("\(more.name)_\(column.name)", column.type, sort: column.sort) : column)
      }
      shape.isOpen = shape.isOpen || more.isOpen
    }
    return .join(kind, other, keys: keys, expectsAllMatched: join.expectsAllMatched)
  }

  private mutating func unpivot(_ columns: [SelectedColumn], _ key: Identifier, _ value: Identifier, _ shape: inout TableShape)
    -> CheckedRowStep?
  {
    let names = names(columns, of: shape)
    guard let first = names.first else { return nil }
    let cells = shape.column(named: first)
    shape.columns.removeAll { column in names.contains { foldName($0) == column.folded } }
    shape.settle()
    shape.set(ColumnShape(key.text, .text))
    shape.set(ColumnShape(value.text, cells?.type ?? .unknown, sort: cells?.sort))
    return .unpivot(names, key: key.text, value: value.text)
  }
}
