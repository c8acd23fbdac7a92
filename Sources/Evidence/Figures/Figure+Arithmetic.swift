/// Arithmetic in which status is a type: sums and differences need one status, ratios may set unlike ones against each other and remember
/// it. A figure without a status goes with any. All throw what arithmetic on their quantities throws.
extension Figure {
  /// Throws `statusMismatch` for figures of unlike status.
  public static func add(_ left: Figure, _ right: Figure) throws(ArithmeticError) -> Figure {
    try checkStatus(left, right)
    return made(.add, left, right, try Quantity.add(left.quantity, right.quantity))
  }

  /// Throws `statusMismatch` for figures of unlike status; `difference` sets those against each other.
  public static func subtract(_ left: Figure, _ right: Figure) throws(ArithmeticError) -> Figure {
    try checkStatus(left, right)
    return made(.subtract, left, right, try Quantity.subtract(left.quantity, right.quantity))
  }

  /// The product. Unlike statuses are remembered in `mixedStatuses`.
  public static func multiply(_ left: Figure, _ right: Figure) throws(ArithmeticError) -> Figure {
    made(.multiply, left, right, try Quantity.multiply(left.quantity, right.quantity))
  }

  /// The quotient. Unlike statuses are remembered in `mixedStatuses`.
  public static func divide(_ left: Figure, _ right: Figure) throws(ArithmeticError) -> Figure {
    made(.divide, left, right, try Quantity.divide(left.quantity, right.quantity))
  }

  /// The same with the other sign; no longer a low point or a peak.
  public func negated() -> Figure {
    let quantity = quantity.negated()
    return Figure(quantity, status: status, mixedStatuses: mixedStatuses, lineage: Lineage(.negate, lineage, result: quantity))
  }

  /// In another unit. A low point stays one.
  public func converted(to unit: Unit) throws(ArithmeticError) -> Figure {
    let quantity = try quantity.converted(to: unit)
    return Figure(
      quantity, status: status, extreme: extreme, mixedStatuses: mixedStatuses,
      lineage: Lineage(.convert, lineage, result: quantity))
  }

  // MARK: Setting figures against each other

  /// How many times the second the first is.
  public static func ratio(_ left: Figure, _ right: Figure) throws(ArithmeticError) -> Figure {
    made(.ratio, left, right, try Quantity.ratio(left.quantity, right.quantity))
  }

  /// What part of a whole it is, in percent.
  public static func share(of part: Figure, in whole: Figure) throws(ArithmeticError) -> Figure {
    made(.share, part, whole, try Quantity.share(of: part.quantity, in: whole.quantity))
  }

  /// By what part of the earlier figure the later one differs from it, in percent.
  public static func change(from earlier: Figure, to later: Figure) throws(ArithmeticError) -> Figure {
    made(.change, earlier, later, try Quantity.change(from: earlier.quantity, to: later.quantity))
  }

  /// How much more the first is than the second, whatever their statuses.
  public static func difference(_ left: Figure, _ right: Figure) throws(ArithmeticError) -> Figure {
    made(.difference, left, right, try Quantity.subtract(left.quantity, right.quantity))
  }

  /// The smallest range that holds all of them, of the status that they share; nil for none and for figures that measure different things.
  public static func hull(_ figures: [Figure]) -> Figure? {
    guard let first = figures.first, let quantity = Quantity.hull(figures.map(\.quantity)) else { return nil }
    let lineage = Lineage.hull(figures.map(\.lineage), quantity)
    let whole = figures.dropFirst().reduce(first) { made(.hull, $0, $1, quantity, lineage) }
    return Figure(quantity, status: whole.status, mixedStatuses: whole.mixedStatuses, lineage: lineage)
  }

  // MARK: Status

  private static func checkStatus(_ left: Figure, _ right: Figure) throws(ArithmeticError) {
    if let one = left.status, let other = right.status, one != other { throw .statusMismatch(one, other) }
  }

  private static func made(
    _ operation: Lineage.Operation, _ left: Figure, _ right: Figure, _ quantity: Quantity, _ lineage: Lineage? = nil
  ) -> Figure {
    var mixed = Set(left.mixedStatuses).union(right.mixedStatuses)
    var status = left.status ?? right.status
    if let one = left.status, let other = right.status, one != other {
      mixed.formUnion([one, other])
      status = nil
    }
    if !mixed.isEmpty {
      mixed.formUnion([left.status, right.status].compactMap { $0 })
      status = nil
    }
    return Figure(
      quantity, status: status, mixedStatuses: mixed.isEmpty ? [] : Status.allCases.filter(mixed.contains),
      lineage: lineage ?? Lineage(operation, left.lineage, right.lineage, result: quantity))
  }
}
