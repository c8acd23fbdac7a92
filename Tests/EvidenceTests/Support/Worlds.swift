@testable import Evidence

/// Possible values of a range, for checking answers against all of them: its ends, or a point just within an open one; steps of a half;
/// and, where nothing bounds it, very large values.
enum Worlds {
  static let nearness = 0x1p-20
  static let far = 0x1p20

  static func values(_ bounds: Bounds) -> [Double] {
    var values: [Double] = []
    let low = bounds.low.isFinite ? bounds.low : -far
    let high = bounds.high.isFinite ? bounds.high : far
    values.append(bounds.lowIsOpen && bounds.low.isFinite ? low + nearness : low)
    if !bounds.isPoint { values.append(bounds.highIsOpen && bounds.high.isFinite ? high - nearness : high) }
    for step in -12...12 {
      let value = Double(step) / 2
      if bounds.contains(value) { values.append(value) }
    }
    // Divisors that come near to zero.
    for near in [-nearness, nearness] where bounds.contains(near) { values.append(near) }
    return values
  }

  /// A range with ends between −4 and 4, sometimes a point, open or without an end.
  static func bounds(_ generator: inout SeededGenerator) -> Bounds {
    let first = Double(Int.random(in: -4...4, using: &generator))
    let second = Int.random(in: 0..<4, using: &generator) == 0 ? first : Double(Int.random(in: -4...4, using: &generator))
    var low = min(first, second)
    var high = max(first, second)
    if Int.random(in: 0..<10, using: &generator) == 0 { low = -.infinity }
    if Int.random(in: 0..<10, using: &generator) == 0 { high = .infinity }
    return Bounds(low, high, lowIsOpen: Bool.random(using: &generator), highIsOpen: Bool.random(using: &generator))
  }

  /// A quantity in such a range, with any ends soft and a best figure or none.
  static func quantity(_ generator: inout SeededGenerator, unit: Unit = .none) -> Quantity {
    let bounds = bounds(&generator)
    let mayHaveBest = Bool.random(using: &generator)
    let candidates = values(bounds)
    return Quantity(
      bounds, lowIsSoft: Int.random(in: 0..<3, using: &generator) == 0, highIsSoft: Int.random(in: 0..<3, using: &generator) == 0,
      best: mayHaveBest ? candidates.randomElement(using: &generator) : nil, unit: unit, precision: .unlimited)
  }
}
