import Evidence
import Tables

/// Runs pipelines over plain values in the plainest way: row by row, cell by cell.
struct RowInterpreter {
  private(set) var columns: [ColumnDescription]
  private(set) var rows: [[Cell]]

  init(_ table: SmallTable) { (columns, rows) = (table.columns, table.rows) }

  func run(_ steps: [PipelineStep]) -> RowInterpreter {
    var result = self
    for step in steps { result.apply(step) }
    return result
  }

  private mutating func apply(_ step: PipelineStep) {
    switch step {
    case .filter(let condition): rows = rows.filter { value(condition, $0) == .boolean(true) }
    case .select(let named):
      rows = rows.map { row in named.map { value($0.expression, row) } }
      columns = named.map { ColumnDescription($0.name, .real) }
    case .derive(let named):
      for column in named {
        let cells = rows.map { value(column.expression, $0) }
        if let index = columns.firstIndex(where: { $0.name == column.name }) {
          for row in rows.indices { rows[row][index] = cells[row] }
        } else {
          columns.append(ColumnDescription(column.name, .real))
          for row in rows.indices { rows[row].append(cells[row]) }
        }
      }
    case .sort(let keys):
      let descending = keys.map(\.descending)
      rows = Self.sorted(rows, descending) { row in keys.map { value($0.expression, row) } }
    case .take(let count): rows = Array(rows.prefix(count))
    case .skip(let count): rows = Array(rows.dropFirst(count))
    case .distinct:
      var seen: Set<[Cell]> = []
      rows = rows.filter { seen.insert($0).inserted }
    case .count: (columns, rows) = ([ColumnDescription("count", .integer)], [[.number(Double(rows.count))]])
    case .group(let keys, let aggregates): group(keys, aggregates)
    default: break
    }
  }

  /// Rows in the order of keys, with what is missing last; those that are even stay as they were.
  private static func sorted<Row>(_ rows: [Row], _ descending: [Bool], by keys: (Row) -> [Cell]) -> [Row] {
    let keyed = rows.enumerated().map { (offset: $0.offset, row: $0.element, keys: keys($0.element)) }
    return keyed.sorted { one, other in
      for (index, (left, right)) in zip(one.keys, other.keys).enumerated() where left != right {
        if left == .missing { return false }
        if right == .missing { return true }
        return isLess(left, right) != descending[index]
      }
      return one.offset < other.offset
    }.map(\.row)
  }

  private mutating func group(_ keys: [NamedExpression], _ aggregates: [Aggregate]) {
    var order: [[Cell]] = []
    var members: [[Cell]: [[Cell]]] = [:]
    for row in rows {
      let key = keys.map { value($0.expression, row) }
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(row)
    }
    if keys.isEmpty, order.isEmpty { order = [[]] }
    order = Self.sorted(order, keys.map { _ in false }) { $0 }
    let old = self
    rows = order.map { key in key + aggregates.map { old.figure($0, members[key] ?? []) } }
    columns = keys.map { ColumnDescription($0.name, .real) } + aggregates.map { ColumnDescription($0.name, .real) }
  }

  private func figure(_ aggregate: Aggregate, _ rows: [[Cell]]) -> Cell {
    let chosen = rows.filter { row in aggregate.condition.map { value($0, row) == .boolean(true) } ?? true }
    let cells = chosen.map { row in aggregate.value.map { value($0, row) } ?? .number(1) }.filter { $0 != .missing }
    let numbers = cells.compactMap(\.number).sorted()
    switch aggregate.function {
    case .count: return .number(Double(cells.count))
    case .distinct: return .number(Double(Set(cells).count))
    case _ where cells.isEmpty: return .missing
    case .sum: return .number(numbers.reduce(0, +))
    case .mean: return .number(numbers.reduce(0, +) / Double(numbers.count))
    case .median: return Self.quantile(0.5, numbers)
    case .quantile(let part): return Self.quantile(part, numbers)
    case .min: return .number(numbers[0])
    case .max: return .number(numbers[numbers.count - 1])
    case .first: return cells[0]
    case .last: return cells[cells.count - 1]
    }
  }

  private static func quantile(_ part: Double, _ sorted: [Double]) -> Cell {
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return .number(sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below)))
  }

  // MARK: Formulas

  private func value(_ expression: TableExpression, _ row: [Cell]) -> Cell {
    switch expression {
    case .column(let name): return columns.firstIndex { $0.name == name }.map { row[$0] } ?? .missing
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .date(let day): return .date(day)
    case .arithmetic(let sign, let left, let right):
      guard let one = value(left, row).number, let other = value(right, row).number else { return .missing }
      let result: Double =
        switch sign {
        case .plus: one + other
        case .minus: one - other
        case .times: one * other
        default: one / other
        }
      return result.isFinite ? .number(result) : .missing
    case .comparison(let sign, let left, let right): return Self.compare(sign, value(left, row), value(right, row))
    case .between(let operand, let low, let high):
      return value(.and(.comparison(.greaterOrEqual, operand, low), .comparison(.lessOrEqual, operand, high)), row)
    case .oneOf(let operand, let choices):
      let cell = value(operand, row)
      return cell == .missing ? .missing : .boolean(choices.contains { value($0, row) == cell })
    case .and(let left, let right):
      let cells = [value(left, row), value(right, row)]
      return cells.contains(.boolean(false)) ? .boolean(false) : cells.contains(.missing) ? .missing : .boolean(true)
    case .or(let left, let right):
      let cells = [value(left, row), value(right, row)]
      return cells.contains(.boolean(true)) ? .boolean(true) : cells.contains(.missing) ? .missing : .boolean(false)
    case .not(let operand): if case .boolean(let holds) = value(operand, row) { return .boolean(!holds) } else { return .missing }
    case .isMissing(let operand): return .boolean(value(operand, row) == .missing)
    case .fallback(let choices): return choices.map { value($0, row) }.first { $0 != .missing } ?? .missing
    case .dateFunction(.month, let arguments):
      guard case .date(let day) = value(arguments[0], row) else { return .missing }
      return .number(Double(Self.month(of: day)))
    default: return .missing
    }
  }

  /// By going through the months from 1970.
  private static func month(of day: Int32) -> Int {
    var (rest, year, month) = (Int(day), 1970, 1)
    while rest >= Day.length(ofMonth: month, year: year) {
      rest -= Day.length(ofMonth: month, year: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return month
  }

  private static func compare(_ sign: ComparisonOperator, _ left: Cell, _ right: Cell) -> Cell {
    if left == .missing || right == .missing { return .missing }
    let (isLess, isEqual) = (Self.isLess(left, right), left == right)
    switch sign {
    case .less: return .boolean(isLess)
    case .lessOrEqual: return .boolean(isLess || isEqual)
    case .equal: return .boolean(isEqual)
    case .notEqual: return .boolean(!isEqual)
    case .greater: return .boolean(!isLess && !isEqual)
    case .greaterOrEqual: return .boolean(!isLess)
    }
  }

  private static func isLess(_ left: Cell, _ right: Cell) -> Bool {
    switch (left, right) {
    case (.number(let one), .number(let other)): one < other
    case (.date(let one), .date(let other)): one < other
    case (.text(let one), .text(let other)): (plain(one), one) < (plain(other), other)
    default: false
    }
  }

  private static func plain(_ text: String) -> String { text.replacing("Á", with: "A").lowercased() }
}
