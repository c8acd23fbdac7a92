import Evidence

/// Finds the columns of formulas and their types, and makes of each the loop that works it out.
///
/// A formula is worked out operator by operator over all rows of a batch, so that each loop knows its types; the commonest conditions,
/// those that compare a column with a constant, have a loop that gives the rows at once.
struct Binder {
  /// Whose columns the formulas may name.
  let segment: Segment
  /// The columns that the windows of the formulas were worked out to, in the order in which they are met.
  private let windowColumns: [Segment.Visible]
  /// Windows that are still to be worked out; what stands for them has only their type.
  private(set) var windows: [WindowFunction] = []
  /// Texts that are compared with columns, for a word about those that no cell has.
  private(set) var literals: [(column: String, text: String, dictionary: TextDictionary)] = []
  private var depth = 0
  private var nextWindow = 0

  /// `windowColumns` hold the windows that were worked out before.
  init(_ segment: Segment, windowColumns: [Segment.Visible] = []) {
    self.segment = segment
    self.windowColumns = windowColumns
  }

  /// How deep a formula may be nested.
  private static let deepest = 100

  /// Finds columns and types. Throws `wrongStep` where they don't fit.
  mutating func bind(_ expression: TableExpression) throws -> Bound {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw TableError.wrongStep("a formula is nested too deeply") }
    switch expression {
    case .column(let name): return reference(try segment.column(named: name))
    case .number, .text, .date, .boolean, .missing, .quantity: return Self.literal(expression)
    case .range(let low, let best, let high): return try range(try bind(low), try bind(best), try bind(high))
    case .arithmetic(let sign, let left, let right): return try arithmetic(sign, try bind(left), try bind(right))
    case .comparison(let sign, let left, let right): return try comparison(sign, try bind(left), try bind(right))
    case .and(let left, let right): return try connected(try bind(left), try bind(right), "and", Truth.and)
    case .or(let left, let right): return try connected(try bind(left), try bind(right), "or", Truth.or)
    case .not(let operand): return try mapped(try bind(operand), "not", Truth.not)
    case .surely(let operand):
      return try mapped(try bind(operand), "surely", settles: true) { $0 == Truth.maybe ? Truth.no : $0 }
    case .perhaps(let operand):
      return try mapped(try bind(operand), "perhaps", settles: true) { $0 == Truth.maybe ? Truth.yes : $0 }
    case .isMissing(let operand): return isMissing(try bind(operand))
    case .oneOf(let operand, let choices): return try oneOf(try bind(operand), try bindAll(choices))
    case .between(let operand, let low, let high): return try between(try bind(operand), try bind(low), try bind(high))
    case .textTest(let test, let operand, let part): return try textTest(test, try bind(operand), try bind(part))
    case .conditional(let condition, let then, let otherwise):
      return try conditional(try bind(condition), try bind(then), try bind(otherwise))
    case .fallback(let choices): return try fallback(try bindAll(choices))
    case .recode(let operand, let table, let otherwise): return try recode(try bind(operand), table, otherwise)
    case .textFunction(let function, let arguments): return try textFunction(function, try bindAll(arguments))
    case .numberFunction(let function, let arguments): return try numberFunction(function, try bindAll(arguments))
    case .dateFunction(let function, let arguments): return try dateFunction(function, try bindAll(arguments))
    case .share(let part, let whole): return try share(try bind(part), try bind(whole))
    case .change(let earlier, let later): return try change(try bind(earlier), try bind(later))
    case .ratio(let left, let right): return try arithmetic(.over, try bind(left), try bind(right))
    case .given(let operand, let unit): return try given(try bind(operand), in: unit)
    case .external(let keys, let lookup): return external(try bindAll(keys), lookup)
    case .window(let window):
      nextWindow += 1
      if windowColumns.indices.contains(nextWindow - 1) { return reference(windowColumns[nextWindow - 1]) }
      windows.append(window)
      var inner = Binder(segment)
      let value = try inner.bind(window.value)
      guard inner.windows.isEmpty else {
        throw TableError.wrongStep("a window stands inside another; derive a column for it first")
      }
      let description = try WindowKernel.description(window, of: value)
      return Bound(description, mayBeMaybe: value.mayBeMaybe, slots: []) { .missing(description.type, count: $0.rowCount) }
    }
  }

  /// Several formulas, in order.
  mutating func bindAll(_ expressions: [TableExpression]) throws -> [Bound] {
    var all: [Bound] = []
    for expression in expressions { all.append(try bind(expression)) }
    return all
  }

  /// A formula that must be a condition.
  mutating func condition(_ expression: TableExpression) throws -> Bound {
    let bound = try bind(expression)
    try Self.requireTruth(bound, "a condition")
    return bound
  }

  /// Remembers a text that a column is compared with.
  mutating func note(_ text: String, comparedWith column: Bound) {
    if let dictionary = column.description.dictionary, !column.description.name.isEmpty {
      literals.append((column.description.name, text, dictionary))
    }
  }

  /// A column of the segment.
  func reference(_ column: Segment.Visible) -> Bound {
    let slot = column.slot
    var mayBeMaybe = false
    if case .derived(let bound) = segment.slots[slot] { mayBeMaybe = bound.mayBeMaybe }
    // A column that was stored may hold maybes of a step before.
    if column.description.type == .boolean, case .source = segment.slots[slot] { mayBeMaybe = segment.holdsMaybes }
    var bound = Bound(column.description, mayBeMaybe: mayBeMaybe, slots: [slot]) { try $0.column(slot) }
    bound.referredSlot = slot
    return bound
  }

  private static func literal(_ expression: TableExpression) -> Bound {
    switch expression {
    case .number(let value):
      if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 {
        return Bound(ColumnDescription("", .integer), constant: .number(value), slots: []) {
          .integer64([Int64](repeating: whole, count: $0.rowCount))
        }
      }
      return Bound(ColumnDescription("", .real), constant: .number(value), slots: []) {
        .real([Double](repeating: value, count: $0.rowCount))
      }
    case .text(let text):
      let dictionary = TextDictionary()
      let code = dictionary.code(of: text)
      return Bound(ColumnDescription("", .text, dictionary: dictionary), constant: .text(text), slots: []) {
        .text([UInt32](repeating: code, count: $0.rowCount))
      }
    case .date(let day):
      return Bound(ColumnDescription("", .date), constant: .date(day), slots: []) {
        .date([Int32](repeating: day, count: $0.rowCount))
      }
    case .boolean(let value):
      return Bound(ColumnDescription("", .boolean), constant: .boolean(value), slots: []) {
        .boolean([UInt8](repeating: Truth.of(value), count: $0.rowCount))
      }
    case .quantity(let low, let best, let high):
      let (low, high) = low <= high ? (low, high) : (high, low)
      return Bound(ColumnDescription("", .quantity), constant: .quantity(low: low, best: best, high: high), slots: []) {
        .quantity(
          QuantityColumn(
            low: [Double](repeating: low, count: $0.rowCount), best: [Double](repeating: best, count: $0.rowCount),
            high: [Double](repeating: high, count: $0.rowCount)))
      }
    default:
      return Bound(ColumnDescription("", .real), constant: .missing, slots: []) { .missing(.real, count: $0.rowCount) }
    }
  }

  // MARK: What operators demand

  /// Throws `wrongStep` unless a formula is a condition.
  static func requireTruth(_ bound: Bound, _ what: String) throws {
    guard bound.type == .boolean || bound.constant == .missing else {
      throw TableError.wrongStep("\(what) must be yes or no, and \(naming(bound)) is \(word(bound.type))")
    }
  }

  /// Throws `wrongStep` unless a formula is a number that may be reckoned with.
  static func requireNumber(_ bound: Bound, _ what: String) throws {
    guard bound.isNumber || bound.constant == .missing else {
      throw TableError.wrongStep("\(what) needs a number, and \(naming(bound)) is \(word(bound.type))")
    }
    guard bound.description.sort != .code else {
      throw TableError.wrongStep(
        "\(what) is asked of \(naming(bound)), which is a code", notes: ["codes are compared and grouped by, not reckoned with"])
    }
  }

  /// Throws `wrongStep` unless a formula is text.
  static func requireText(_ bound: Bound, _ what: String) throws {
    guard bound.isText || bound.constant == .missing else {
      throw TableError.wrongStep("\(what) needs text, and \(naming(bound)) is \(word(bound.type))")
    }
  }

  /// The column's name, or words for a formula.
  static func naming(_ bound: Bound) -> String { bound.description.name.isEmpty ? "the formula" : bound.description.name }

  /// `a whole number`
  static func word(_ type: ColumnType) -> String {
    switch type {
    case .integer: "a whole number"
    case .real: "a number"
    case .text: "text"
    case .date: "a date"
    case .boolean: "yes or no"
    case .quantity: "a number with bounds"
    case .entity: "something of the casebook"
    }
  }
}
