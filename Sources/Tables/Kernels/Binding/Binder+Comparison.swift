import Evidence

extension Binder {
  /// A comparison; a text that stands in it is remembered.
  mutating func comparison(_ sign: ComparisonOperator, _ left: Bound, _ right: Bound) throws -> Bound {
    if let text = Self.text(right), left.isText, !sign.isOrdering { note(text, comparedWith: left) }
    if let text = Self.text(left), right.isText, !sign.isOrdering { note(text, comparedWith: right) }
    return try comparing(sign, left, right)
  }

  /// A comparison, without remembering its text.
  func comparing(_ sign: ComparisonOperator, _ left: Bound, _ right: Bound) throws -> Bound {
    let slots = left.slots.union(right.slots)
    let description = ColumnDescription("", .boolean)
    if left.constant == .missing || right.constant == .missing {
      return Bound(description, slots: slots) { .missing(.boolean, count: $0.rowCount) }
    }
    if left.isText, right.isText { return try comparingText(sign, left, right) }
    if left.constant != nil, right.constant == nil { return try comparing(sign.mirrored, right, left) }
    if left.isNumber, right.isNumber {
      let right = try converted(right, toMeet: left)
      if left.type == .quantity || right.type == .quantity {
        var bound = Bound(description, mayBeMaybe: true, slots: slots) {
          .boolean(Self.compareQuantities(sign, try left.evaluate($0).quantities(), try right.evaluate($0).quantities()))
        }
        if case .number(let value)? = right.constant {
          bound.select = { [evaluate = bound.evaluate] in
            try Self.select(sign, try left.evaluate($0).quantities(), value)
              ?? RowSelection(truths: Self.truths(try evaluate($0)))
          }
        }
        return bound
      }
      return plain(sign, left, right, slots)
    }
    guard left.type == right.type, left.type == .date || left.type == .boolean else {
      var notes: [String] = []
      if left.isText, right.isNumber { notes = ["\(Self.naming(left)) holds text; write the value between quotes"] }
      throw TableError.wrongStep(
        "\(Self.naming(left)) is \(Self.word(left.type)) and cannot be compared with \(Self.word(right.type))", notes: notes)
    }
    return plain(sign, left, right, slots)
  }

  private static func text(_ bound: Bound) -> String? { if case .text(let text)? = bound.constant { text } else { nil } }

  // MARK: Plain numbers, dates and booleans

  private func plain(_ sign: ComparisonOperator, _ left: Bound, _ right: Bound, _ slots: Set<Int>) -> Bound {
    var bound = Bound(
      ColumnDescription("", .boolean), mayBeMaybe: left.mayBeMaybe || right.mayBeMaybe, slots: slots
    ) {
      .boolean(Self.comparePlain(sign, try left.evaluate($0), try right.evaluate($0)))
    }
    let constant: Double? =
      switch right.constant {
      case .number(let value): value
      case .date(let day): Double(day)
      default: nil
      }
    if let constant, left.type != .boolean {
      bound.evaluate = { .boolean(Self.comparePlain(sign, try left.evaluate($0), constant)) }
      bound.select = { Self.selectPlain(sign, try left.evaluate($0), constant) }
    }
    return bound
  }

  @inline(__always)
  private static func holds<Value: Comparable>(_ sign: ComparisonOperator, _ left: Value, _ right: Value) -> Bool {
    switch sign {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .equal: left == right
    case .notEqual: left != right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private static func comparePlain(_ sign: ComparisonOperator, _ left: Column, _ right: Column) -> [UInt8] {
    if let one = left.wholes(), let other = right.wholes() {
      if case .boolean = left { return compareTruths(sign, one, other) }
      return one.indices.map { one[$0] == .min || other[$0] == .min ? Truth.missing : Truth.of(holds(sign, one[$0], other[$0])) }
    }
    let (one, other) = (left.reals(), right.reals())
    return one.indices.map { one[$0].isNaN || other[$0].isNaN ? Truth.missing : Truth.of(holds(sign, one[$0], other[$0])) }
  }

  /// No before yes; with a maybe the answer is one.
  private static func compareTruths(_ sign: ComparisonOperator, _ left: [Int64], _ right: [Int64]) -> [UInt8] {
    left.indices.map {
      if left[$0] == .min || right[$0] == .min { return Truth.missing }
      if left[$0] > 1 || right[$0] > 1 { return Truth.maybe }
      return Truth.of(holds(sign, left[$0], right[$0]))
    }
  }

  private static func comparePlain(_ sign: ComparisonOperator, _ column: Column, _ constant: Double) -> [UInt8] {
    switch column {
    case .integer32(let cells), .date(let cells):
      return cells.map { $0 == .min ? Truth.missing : Truth.of(holds(sign, Double($0), constant)) }
    case .integer64(let cells):
      if let whole = Int64(exactly: constant) {
        return cells.map { $0 == .min ? Truth.missing : Truth.of(holds(sign, $0, whole)) }
      }
      return cells.map { $0 == .min ? Truth.missing : Truth.of(holds(sign, Double($0), constant)) }
    default:
      return column.reals().map { $0.isNaN ? Truth.missing : Truth.of(holds(sign, $0, constant)) }
    }
  }

  private static func selectPlain(_ sign: ComparisonOperator, _ column: Column, _ constant: Double) -> RowSelection {
    switch column {
    case .integer32(let cells), .date(let cells):
      if let whole = Int32(exactly: constant) { return select(sign, cells, whole, missing: .min) }
      return RowSelection(truths: comparePlain(sign, column, constant))
    case .integer64(let cells):
      if let whole = Int64(exactly: constant) { return select(sign, cells, whole, missing: .min) }
      return RowSelection(truths: comparePlain(sign, column, constant))
    case .real(let cells):
      // A loop for each sign, so that none is chosen row by row.
      switch sign {
      case .less: return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] < constant }
      case .lessOrEqual: return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] <= constant }
      case .equal: return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] == constant }
      case .notEqual: return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] != constant }
      case .greater: return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] > constant }
      case .greaterOrEqual: return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] >= constant }
      }
    default:
      return RowSelection(truths: comparePlain(sign, column, constant))
    }
  }

  @inline(__always)
  private static func select<Cell: FixedWidthInteger>(
    _ sign: ComparisonOperator, _ cells: [Cell], _ constant: Cell, missing: Cell
  ) -> RowSelection {
    switch sign {
    case .less: RowSelection(cells, missing: missing) { Truth.bit($0 < constant) & Truth.bit($0 != missing) }
    case .lessOrEqual: RowSelection(cells, missing: missing) { Truth.bit($0 <= constant) & Truth.bit($0 != missing) }
    case .equal: RowSelection(cells, missing: missing) { Truth.bit($0 == constant) & Truth.bit($0 != missing) }
    case .notEqual: RowSelection(cells, missing: missing) { Truth.bit($0 != constant) & Truth.bit($0 != missing) }
    case .greater: RowSelection(cells, missing: missing) { Truth.bit($0 > constant) & Truth.bit($0 != missing) }
    case .greaterOrEqual: RowSelection(cells, missing: missing) { Truth.bit($0 >= constant) & Truth.bit($0 != missing) }
    }
  }

  // MARK: Uncertain numbers

  /// The rows for which a comparison with a number may hold, in one loop without a branch, which a processor would guess wrongly as often
  /// as not; nil where an end is excluded or ends are out of order, and the cells must be looked at one by one.
  private static func select(_ sign: ComparisonOperator, _ cells: QuantityColumn, _ value: Double) -> RowSelection? {
    guard cells.ends.isEmpty, cells.low.count == cells.high.count else { return nil }
    switch sign {
    case .greater: return select(cells, some: { $1 > value }, all: { low, _ in low > value })
    case .greaterOrEqual: return select(cells, some: { $1 >= value }, all: { low, _ in low >= value })
    case .less: return select(cells, some: { low, _ in low < value }, all: { $1 < value })
    case .lessOrEqual: return select(cells, some: { low, _ in low <= value }, all: { $1 <= value })
    case .equal, .notEqual: return nil
    }
  }

  /// Of tests of the lower and the upper end: whether it holds for some of the values between, and whether for all.
  @inline(__always)
  private static func select(
    _ cells: QuantityColumn, some: (Double, Double) -> Bool, all: (Double, Double) -> Bool
  ) -> RowSelection? {
    let count = cells.count
    var (kept, absent, inverted, maybes) = (0, 0, 0, 0)
    var possible: [UInt8] = []
    let rows = [Int32](unsafeUninitializedCapacity: count) { rows, filled in
      possible = [UInt8](unsafeUninitializedCapacity: count) { possible, filledToo in
        cells.low.withUnsafeBufferPointer { lows in
          cells.high.withUnsafeBufferPointer { highs in
            // Each row is written and counted only where it may hold.
            for row in 0..<count {
              let (low, high) = (lows[row], highs[row])
              let isMaybe = 1 &- Truth.bit(all(low, high))
              rows[kept] = Int32(truncatingIfNeeded: row)
              possible[kept] = UInt8(truncatingIfNeeded: isMaybe)
              let isKept = Truth.bit(low <= high) & Truth.bit(some(low, high))
              kept &+= isKept
              maybes &+= isKept & isMaybe
            }
            // In a loop of their own, which vectors can do.
            for row in 0..<count {
              absent &+= 1 &- Truth.bit(lows[row] <= highs[row])
              inverted &+= Truth.bit(lows[row] > highs[row])
            }
          }
        }
        filledToo = kept
      }
      filled = kept
    }
    guard inverted == 0 else { return nil }
    return RowSelection(rows: rows, possible: maybes > 0 ? possible : nil, missing: absent)
  }

  /// Yes where it holds for all values that both may have, no where for none. An end that is excluded is not one of them.
  static func compareQuantities(_ sign: ComparisonOperator, _ left: QuantityColumn, _ right: QuantityColumn) -> [UInt8] {
    left.low.indices.map { row in
      if left.low[row].isNaN || right.low[row].isNaN { return Truth.missing }
      let one = QuantityRange(left, row)
      let other = QuantityRange(right, row)
      switch sign {
      case .greater: return one.isAbove(other)
      case .less: return other.isAbove(one)
      case .greaterOrEqual: return Truth.not(other.isAbove(one))
      case .lessOrEqual: return Truth.not(one.isAbove(other))
      case .equal: return one.equals(other)
      case .notEqual: return Truth.not(one.equals(other))
      }
    }
  }
}
