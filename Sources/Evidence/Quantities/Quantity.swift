/// A number as far as it is known: its bounds, the best figure that a source printed, its unit and how many digits count.
///
/// `low` is never above `high`, none is ever NaN, and `best` lies between them. An infinite end says that nothing bounds it.
/// A soft end comes from a policy, not from a source.
public struct Quantity: Hashable, Sendable {
  /// The possible values.
  let bounds: Bounds
  /// Whether the lower end comes from a policy.
  public let lowIsSoft: Bool
  /// Whether the upper end comes from a policy.
  public let highIsSoft: Bool
  /// The figure that a source printed, or what follows from such figures; never a midpoint.
  public let best: Double?
  /// What it is counted or measured in.
  public let unit: Unit
  /// How many of its digits count.
  public let precision: Precision

  /// The least possible value; minus infinity where nothing bounds it.
  public var low: Double { bounds.low }
  /// The greatest possible value; infinity where nothing bounds it.
  public var high: Double { bounds.high }
  /// Whether the lower end itself is excluded, as in `more than 2.5`.
  public var lowIsOpen: Bool { bounds.lowIsOpen }
  /// Whether the upper end itself is excluded.
  public var highIsOpen: Bool { bounds.highIsOpen }
  /// Whether only one value is possible.
  public var isExact: Bool { bounds.isPoint }
  /// Whether an end comes from a policy.
  public var isSoft: Bool { lowIsSoft || highIsSoft }

  /// From bounds that are in order; a best figure outside of them is brought to the nearer end.
  init(_ bounds: Bounds, lowIsSoft: Bool = false, highIsSoft: Bool = false, best: Double? = nil, unit: Unit, precision: Precision)
  {
    self.bounds = bounds
    self.lowIsSoft = lowIsSoft && bounds.low.isFinite
    self.highIsSoft = highIsSoft && bounds.high.isFinite
    self.best = best.map { Swift.min(Swift.max($0.withoutNegativeZero, bounds.low), bounds.high) }
    self.unit = unit
    self.precision = precision
  }

  /// Takes any three numbers. Published triples may be out of order; then the range is widened to hold all of them, and `best` is kept.
  /// NaN as an end means that nothing bounds it, as `best` that there is none.
  public init(
    low: Double, high: Double, lowIsOpen: Bool = false, highIsOpen: Bool = false, lowIsSoft: Bool = false,
    highIsSoft: Bool = false,
    best: Double? = nil, unit: Unit = .none, precision: Precision = .unlimited
  ) {
    let best = best.flatMap { $0.isFinite ? $0 : nil }
    var bounds = Bounds(low, high, lowIsOpen: lowIsOpen, highIsOpen: highIsOpen)
    if let best, !bounds.contains(best) { bounds = bounds.hull(Bounds(best)) }
    self.init(bounds, lowIsSoft: lowIsSoft, highIsSoft: highIsSoft, best: best, unit: unit, precision: precision)
  }

  /// One value, known exactly. What is not finite is taken for not known at all.
  public init(exactly value: Double, unit: Unit = .none, precision: Precision? = nil) {
    let known: Double? = value.isFinite ? value : nil
    let whole = known.map { $0.isExactInteger } ?? false
    self.init(
      known.map { Bounds($0) } ?? .everything, best: known, unit: unit,
      precision: precision ?? (whole ? .exact(value) : .unlimited))
  }

  /// How many there are of something that was counted here.
  public init(count: Int, unit: Unit = .none) { self.init(exactly: Double(count), unit: unit) }

  /// The same, where some may or may not count.
  public init(count: ClosedRange<Int>, unit: Unit = .none) {
    let (low, high) = (Double(count.lowerBound), Double(count.upperBound))
    self.init(Bounds(low, high), best: low == high ? low : nil, unit: unit, precision: .exact(high))
  }

  /// The bounds that are left without those that come from policies.
  var hardBounds: Bounds {
    guard isSoft else { return bounds }
    return Bounds(
      lowIsSoft ? -.infinity : low, highIsSoft ? .infinity : high, lowIsOpen: lowIsOpen, highIsOpen: highIsOpen)
  }

  /// A number that stands for its size when digits are counted.
  var typicalValue: Double? {
    if let best { return best }
    let ends = [low, high].filter(\.isFinite)
    return ends.max { $0.magnitude < $1.magnitude }
  }

  /// Whether a value is possible.
  public func contains(_ value: Double) -> Bool { bounds.contains(value) }

  // MARK: Parts and variants

  /// The lower bound as a figure of its own; nil where nothing bounds it.
  public var lowBound: Quantity? { bound(low, isSoft: lowIsSoft) }
  /// The upper bound as a figure of its own; nil where nothing bounds it.
  public var highBound: Quantity? { bound(high, isSoft: highIsSoft) }
  /// The best figure by itself, without bounds; nil where no source printed one.
  public var bestAlone: Quantity? { best.map { Quantity(Bounds($0), best: $0, unit: unit, precision: precision) } }

  private func bound(_ value: Double, isSoft: Bool) -> Quantity? {
    guard value.isFinite else { return nil }
    return Quantity(
      Bounds(value), lowIsSoft: isSoft, highIsSoft: isSoft, best: value, unit: unit, precision: precision.converted(value: value))
  }

  /// With another best figure, to which the bounds are widened if need be.
  public func with(best: Double?) -> Quantity {
    Quantity(
      low: low, high: high, lowIsOpen: lowIsOpen, highIsOpen: highIsOpen, lowIsSoft: lowIsSoft, highIsSoft: highIsSoft,
      best: best,
      unit: unit, precision: precision)
  }

  /// The same number, given a unit that it was written without.
  public func adopting(_ unit: Unit) -> Quantity {
    Quantity(bounds, lowIsSoft: lowIsSoft, highIsSoft: highIsSoft, best: best, unit: unit, precision: precision)
  }

  /// The same quantity in another unit. Throws `unitMismatch` if that measures something else, or only a narrower sort of things.
  public func converted(to unit: Unit) throws(ArithmeticError) -> Quantity {
    if unit == self.unit { return self }
    guard self.unit.conversion(to: unit) != nil else { throw .unitMismatch(self.unit, unit) }
    return try given(in: unit)
  }

  /// The same in a unit that is known to be compatible.
  func given(in unit: Unit) throws(ArithmeticError) -> Quantity {
    if unit == self.unit { return self }
    guard let factor = self.unit.factor(to: unit) else { throw .overflow }
    return try scaled(by: factor, to: unit)
  }

  /// Every value times a factor above zero that is exact by definition.
  func scaled(by factor: Double, to unit: Unit) throws(ArithmeticError) -> Quantity {
    if factor == 1 { return adopting(unit) }
    let bounds = try bounds.times(Bounds(factor))
    let best = best.map { $0 * factor }
    if let best, !best.isFinite { throw .overflow }
    return Quantity(
      bounds, lowIsSoft: lowIsSoft, highIsSoft: highIsSoft, best: best, unit: unit,
      precision: precision.converted(value: best ?? bounds.typicalValue))
  }
}

extension Bounds {
  /// The larger of the ends that there are.
  var typicalValue: Double? { [low, high].filter(\.isFinite).max { $0.magnitude < $1.magnitude } }
}
