extension Binder {
  /// Arithmetic on bounds: the smallest range that holds every result. `best` only where both have one.
  static func quantityArithmetic(_ sign: ArithmeticOperator, _ left: QuantityColumn, _ right: QuantityColumn) -> QuantityColumn {
    let count = left.count
    var result = QuantityColumn(
      low: [Double](repeating: .nan, count: count), best: [Double](repeating: .nan, count: count),
      high: [Double](repeating: .nan, count: count))
    let hasEnds = !left.ends.isEmpty || !right.ends.isEmpty
    if hasEnds { result.ends = [UInt8](repeating: 0, count: count) }
    for row in 0..<count where !left.low[row].isNaN && !right.low[row].isNaN {
      let (one, other) = (QuantityRange(left, row), QuantityRange(right, row))
      guard let range = combine(sign, one, other) else { continue }
      result.low[row] = range.low
      result.high[row] = range.high
      result.best[row] = best(sign, left.best[row], right.best[row], within: range)
      if hasEnds { result.ends[row] = range.ends }
    }
    return result
  }

  /// Three columns of numbers as one of values between bounds.
  func range(_ low: Bound, _ best: Bound, _ high: Bound) throws -> Bound {
    let parts = [low, best, high]
    for part in parts { try Self.requireNumber(part, "range") }
    return Bound(ColumnDescription("", .quantity), slots: parts.reduce(into: []) { $0.formUnion($1.slots) }) {
      var cells = QuantityColumn(
        low: try low.evaluate($0).quantities().low, best: try best.evaluate($0).reals(),
        high: try high.evaluate($0).quantities().high)
      for row in cells.low.indices {
        var (low, best, high) = (cells.low[row], cells.best[row], cells.high[row])
        if low.isNaN || high.isNaN { (low, best, high) = (.nan, .nan, .nan) }
        if low > high { (low, high) = (high, low) }
        cells.low[row] = best < low ? best : low
        cells.high[row] = best > high ? best : high
        cells.best[row] = best.isFinite ? best : .nan
      }
      return .quantity(cells)
    }
  }

  /// Nil where nothing comes of it: a division by zero.
  private static func combine(_ sign: ArithmeticOperator, _ left: QuantityRange, _ right: QuantityRange) -> QuantityRange? {
    switch sign {
    case .plus: return sum(left, right)
    case .minus:
      // The other one turned round: its upper end, with its marks, becomes the lower.
      let ends = (right.ends & 5) << 1 | (right.ends & 10) >> 1
      return sum(left, QuantityRange(low: -right.high, high: -right.low, ends: ends))
    case .times: return corners(left, right, *)
    default:
      if right.low == 0, right.high == 0 { return nil }
      if right.low < 0, right.high > 0 { return QuantityRange(low: -.infinity, high: .infinity) }
      return corners(left, right) { dividend, divisor in
        if dividend == 0 { return 0 }
        // A divisor that comes as near to zero as one likes, from the side on which the others are.
        if divisor == 0 { return (dividend > 0) == (right.high > 0) ? .infinity : -.infinity }
        return dividend / divisor
      }
    }
  }

  private static func sum(_ left: QuantityRange, _ right: QuantityRange) -> QuantityRange {
    let (low, high) = (left.low + right.low, left.high + right.high)
    return QuantityRange(low: low.isNaN ? -.infinity : low, high: high.isNaN ? .infinity : high, ends: left.ends | right.ends)
  }

  /// The range of the results of the ends. An excluded end is taken in, which only widens it; an end by policy marks both.
  private static func corners(
    _ left: QuantityRange, _ right: QuantityRange, _ apply: (Double, Double) -> Double
  ) -> QuantityRange {
    var range = QuantityRange(low: .infinity, high: -.infinity, ends: (left.ends | right.ends) & 3 == 0 ? 0 : 3)
    for one in [left.low, left.high] {
      for other in [right.low, right.high] {
        // 0 · ∞ and ∞ ÷ ∞ come to no more than the corners beside them.
        let value = apply(one, other)
        let held = value.isNaN ? 0 : value
        range.low = Swift.min(range.low, held)
        range.high = Swift.max(range.high, held)
      }
    }
    return range
  }

  private static func best(_ sign: ArithmeticOperator, _ left: Double, _ right: Double, within range: QuantityRange) -> Double {
    let value =
      switch sign {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      default: left / right
      }
    // Rounding may carry it past an end.
    return value.isFinite ? Swift.min(Swift.max(value, range.low), range.high) : .nan
  }

  /// A function of one number on bounds. All of these rise or fall throughout, but for the absolute value.
  static func apply(
    _ function: NumberFunction, _ cells: QuantityColumn, _ apply: (Double) -> Double
  ) -> QuantityColumn {
    var result = cells
    // Marks of ends stay only where ends stay what they are.
    result.ends = cells.ends.isEmpty ? [] : cells.ends.map { $0 & 3 == 0 ? 0 : 3 }
    for row in cells.low.indices where !cells.low[row].isNaN {
      let range = QuantityRange(cells, row)
      var (low, high) = (apply(range.low), apply(range.high))
      switch function {
      case .absolute: (low, high) = (range.low <= 0 && range.high >= 0 ? 0 : Swift.min(low, high), Swift.max(low, high))
      case .negated: (low, high) = (high, low)
      case .log, .log10, .log2: (low, high) = (range.low <= 0 ? -.infinity : low, high)
      case .squareRoot: low = range.low < 0 ? 0 : low
      default: break
      }
      // The function may not be defined for any of its values.
      let isDefined = !high.isNaN && !low.isNaN
      result.low[row] = isDefined ? low : .nan
      result.high[row] = isDefined ? high : .nan
      result.best[row] = isDefined ? finite(apply(cells.best[row])) : .nan
    }
    return result
  }
}
