import Evidence

extension Binder {
  /// And, or.
  func connected(
    _ left: Bound, _ right: Bound, _ word: String, _ combine: @escaping @Sendable (UInt8, UInt8) -> UInt8
  ) throws -> Bound {
    try Self.requireTruth(left, word)
    try Self.requireTruth(right, word)
    return Bound(
      ColumnDescription("", .boolean), mayBeMaybe: left.mayBeMaybe || right.mayBeMaybe, slots: left.slots.union(right.slots)
    ) {
      let one = Self.truths(try left.evaluate($0))
      let other = Self.truths(try right.evaluate($0))
      return .boolean(one.indices.map { combine(one[$0], other[$0]) })
    }
  }

  /// Not, surely, perhaps. `settles` says that no maybe comes out.
  func mapped(_ operand: Bound, _ word: String, settles: Bool = false, _ change: @escaping @Sendable (UInt8) -> UInt8) throws
    -> Bound
  {
    try Self.requireTruth(operand, word)
    return Bound(ColumnDescription("", .boolean), mayBeMaybe: operand.mayBeMaybe && !settles, slots: operand.slots) {
      .boolean(Self.truths(try operand.evaluate($0)).map(change))
    }
  }

  /// Whether a cell is empty; never missing itself.
  func isMissing(_ operand: Bound) -> Bound {
    Bound(ColumnDescription("", .boolean), slots: operand.slots) {
      .boolean(try operand.evaluate($0).missing().map { Truth.of($0) })
    }
  }

  /// The truths of a condition, whose column may be one of missing cells.
  static func truths(_ column: Column) -> [UInt8] {
    if case .boolean(let cells) = column { return cells }
    return [UInt8](repeating: Truth.missing, count: column.count)
  }

  /// Whether a value lies in a range, both ends included.
  func between(_ operand: Bound, _ low: Bound, _ high: Bound) throws -> Bound {
    let from = try comparing(.greaterOrEqual, operand, low)
    let to = try comparing(.lessOrEqual, operand, high)
    var bound = try connected(from, to, "between", Truth.and)
    if let range = Self.range(operand, low, high) {
      bound.select = { try Self.selectRange(try operand.evaluate($0), range) }
    }
    return bound
  }

  /// The ends of a range of constants of a plain column.
  private static func range(_ operand: Bound, _ low: Bound, _ high: Bound) -> (Double, Double)? {
    guard operand.type == .integer || operand.type == .real || operand.type == .date else { return nil }
    switch (low.constant, high.constant) {
    case (.number(let from), .number(let to)): return (from, to)
    case (.date(let from), .date(let to)): return (Double(from), Double(to))
    default: return nil
    }
  }

  private static func selectRange(_ column: Column, _ range: (Double, Double)) throws -> RowSelection {
    let (low, high) = range
    switch column {
    case .integer32(let cells), .date(let cells):
      // Whole numbers are compared as whole numbers; an end beyond their range leaves none or all.
      guard low <= 2_147_483_647, high >= -2_147_483_648, low <= high else {
        return RowSelection(count: cells.count, isMissing: { cells[$0] == .min }, test: { _ in false })
      }
      let from = Int32(max(low.rounded(.up), -2_147_483_647))
      let to = Int32(max(min(high.rounded(.down), 2_147_483_647), -2_147_483_648))
      return RowSelection(cells, missing: .min) {
        Truth.bit($0 >= from) & Truth.bit($0 <= to) & Truth.bit($0 != .min)
      }
    case .integer64(let cells):
      return RowSelection(count: cells.count, isMissing: { cells[$0] == .min }) {
        Double(cells[$0]) >= low && Double(cells[$0]) <= high
      }
    default:
      let cells = column.reals()
      return RowSelection(count: cells.count, isMissing: { cells[$0].isNaN }) { cells[$0] >= low && cells[$0] <= high }
    }
  }
}
