/// A quantity that knows what it is and where it came from: whether it is actual or planned, whether it is a low point or a peak, and
/// the claims that it rests on.
public struct Figure: Sendable {
  /// The number as far as it is known.
  public var quantity: Quantity
  /// Nil where it makes no difference: a number written in a question, or the ratio of unlike figures.
  public var status: Status?
  /// Which extreme of a varying quantity it stands for.
  public var extreme: Extreme?
  /// The statuses that were set against each other to make it, in the order of `Status`; empty unless they were unlike.
  public var mixedStatuses: [Status]
  /// How it came about.
  public var lineage: Lineage

  /// A figure that is neither a low point nor a peak, and of no status, unless that is said.
  public init(
    _ quantity: Quantity, status: Status? = nil, extreme: Extreme? = nil, mixedStatuses: [Status] = [], lineage: Lineage
  ) {
    self.quantity = quantity
    self.status = status
    self.extreme = extreme
    self.mixedStatuses = mixedStatuses
    self.lineage = lineage
  }

  /// What a claim says, under a policy. A low point or a peak stands for what it says of an arbitrary moment; see `atExtreme`.
  public init(
    claim: UInt32, _ number: HedgedNumber, unit: Unit, isCount: Bool, status: Status?, policies: Policies
  ) {
    let quantity = number.quantity(unit: unit, isCount: isCount, policies: policies)
    self.init(quantity, status: status, extreme: number.extreme, lineage: .claim(claim, quantity))
  }

  /// A low point or a peak as the value that the quantity had when it was reached, not as a bound on an arbitrary moment: what a change
  /// from the low point starts at. Nil for a figure that is none, or that is one in bounds only.
  public var atExtreme: Figure? {
    let value: Double
    switch extreme {
    case .lowPoint: value = quantity.low
    case .peak: value = quantity.high
    case nil: return nil
    }
    guard value.isFinite else { return nil }
    var figure = self
    figure.quantity = Quantity(Bounds(value), best: value, unit: quantity.unit, precision: quantity.precision)
    return figure
  }

  // MARK: Parts and variants

  /// The lower bound by itself; nil where nothing bounds it.
  public var lowBound: Figure? { quantity.lowBound.map { with($0, .low) } }
  /// The upper bound by itself; nil where nothing bounds it.
  public var highBound: Figure? { quantity.highBound.map { with($0, .high) } }
  /// The best figure by itself; nil where no source printed one.
  public var bestAlone: Figure? { quantity.bestAlone.map { with($0, .best) } }

  /// With another best figure.
  public func with(best: Double?) -> Figure {
    var figure = self
    figure.quantity = quantity.with(best: best)
    return figure
  }

  /// Given the unit that it was written without.
  public func adopting(_ unit: Unit) -> Figure {
    var figure = self
    figure.quantity = quantity.adopting(unit)
    return figure
  }

  private func with(_ quantity: Quantity, _ operation: Lineage.Operation) -> Figure {
    Figure(quantity, status: status, mixedStatuses: mixedStatuses, lineage: Lineage(operation, lineage, result: quantity))
  }
}
