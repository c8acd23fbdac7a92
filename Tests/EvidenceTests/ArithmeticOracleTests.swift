import Testing

@testable import Evidence

/// Arithmetic on bounds against all pairs of values: every result lies within, and the range is as small as it can be.
@Suite struct ArithmeticOracleTests {
  enum Operation: String, CaseIterable, Sendable {
    case add, subtract, multiply, divide, ratio, share, change

    func apply(_ one: Quantity, _ other: Quantity) throws(ArithmeticError) -> Quantity {
      switch self {
      case .add: try Quantity.add(one, other)
      case .subtract: try Quantity.subtract(one, other)
      case .multiply: try Quantity.multiply(one, other)
      case .divide: try Quantity.divide(one, other)
      case .ratio: try Quantity.ratio(one, other)
      case .share: try Quantity.share(of: one, in: other)
      case .change: try Quantity.change(from: other, to: one)
      }
    }

    func apply(_ one: Double, _ other: Double) -> Double? {
      switch self {
      case .add: one + other
      case .subtract: one - other
      case .multiply: one * other
      case .divide, .ratio: other == 0 ? nil : one / other
      case .share: other == 0 ? nil : one / other * 100
      case .change: other == 0 ? nil : (one / other - 1) * 100
      }
    }
  }

  private static func results(_ operation: Operation, _ one: Bounds, _ other: Bounds) -> [Double] {
    let others = Worlds.values(other)
    return Worlds.values(one).flatMap { value in others.compactMap { operation.apply(value, $0) } }
  }

  /// Whether a value lies within, as closely as binary arithmetic can tell.
  private static func holds(_ bounds: Bounds, _ value: Double) -> Bool {
    let slack = 1e-9 * max(1, value.magnitude)
    return bounds.low - slack <= value && value <= bounds.high + slack
  }

  @Test(arguments: Operation.allCases) func boundsHoldEveryWorldAndNoMore(_ operation: Operation) throws {
    var generator = SeededGenerator(seed: 2)
    var checked = 0
    for _ in 0..<1_500 {
      let one = Worlds.quantity(&generator)
      let other = Worlds.quantity(&generator)
      guard let result = try? operation.apply(one, other) else {
        #expect(other.isExact && other.low == 0, "only a divisor that is surely zero is refused: \(one) \(operation) \(other)")
        continue
      }
      checked += 1
      let results = Self.results(operation, one.bounds, other.bounds)
      let outside = results.first { !Self.holds(result.bounds, $0) }
      #expect(outside == nil, "\(one.bounds) \(operation) \(other.bounds) in \(result.bounds)")
      let hardOutside = Self.results(operation, one.hardBounds, other.hardBounds).first { !Self.holds(result.hardBounds, $0) }
      #expect(hardOutside == nil, "without soft bounds, \(one) \(operation) \(other) in \(result)")
      try Self.checkTightness(result.bounds, results, "\(one.bounds) \(operation) \(other.bounds) is \(result.bounds)")
      if let first = one.best, let second = other.best, let best = operation.apply(first, second) {
        #expect(result.best.map { ($0 - best).magnitude <= 1e-9 * max(1, best.magnitude) } ?? false)
      } else {
        #expect(result.best == nil)
      }
    }
    #expect(checked > 1_000)
  }

  /// The sample comes within a thousandth of every end and beyond a thousand where there is none.
  private static func checkTightness(_ bounds: Bounds, _ results: [Double], _ words: String) throws {
    let least = try #require(results.min())
    let greatest = try #require(results.max())
    if bounds.low.isFinite {
      #expect(least - bounds.low <= 0.001, "low end of \(words)")
    } else {
      #expect(least < -1_000, "low end of \(words)")
    }
    if bounds.high.isFinite {
      #expect(bounds.high - greatest <= 0.001, "high end of \(words)")
    } else {
      #expect(greatest > 1_000, "high end of \(words)")
    }
    let scale = 1e-9
    if bounds.low.isFinite, bounds.lowIsOpen { #expect(least > bounds.low, "open low end of \(words)") }
    if bounds.low.isFinite, !bounds.lowIsOpen { #expect((least - bounds.low).magnitude <= scale, "closed low end of \(words)") }
    if bounds.high.isFinite, bounds.highIsOpen { #expect(greatest < bounds.high, "open high end of \(words)") }
    if bounds.high.isFinite, !bounds.highIsOpen {
      #expect((greatest - bounds.high).magnitude <= scale, "closed high end of \(words)")
    }
  }

  /// An end is soft only if some soft end of an operand has to do with it.
  @Test(arguments: Operation.allCases) func softnessComesFromOperands(_ operation: Operation) throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let one = Quantity(Worlds.bounds(&generator), unit: .none, precision: .unlimited)
      let other = Quantity(Worlds.bounds(&generator), unit: .none, precision: .unlimited)
      guard let result = try? operation.apply(one, other) else { continue }
      #expect(!result.isSoft)
    }
  }

  @Test func hullIsTheSmallestThatHoldsAll() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1_000 {
      let quantities = (0..<3).map { _ in Worlds.quantity(&generator) }
      let hull = try #require(Quantity.hull(quantities))
      for quantity in quantities {
        #expect(hull.bounds.contains(quantity.bounds))
        #expect(hull.hardBounds.contains(quantity.hardBounds))
      }
      #expect(quantities.contains { $0.low == hull.low && $0.lowIsOpen == hull.lowIsOpen })
      #expect(quantities.contains { $0.high == hull.high && $0.highIsOpen == hull.highIsOpen })
    }
  }

  @Test func negatingTwiceChangesNothing() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let quantity = Worlds.quantity(&generator)
      #expect(quantity.negated().negated() == quantity)
    }
  }
}
