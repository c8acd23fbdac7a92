extension Unit {
  /// Powers beyond this have no use; they are held there, and arithmetic that gets there reports an overflow.
  static let largestPower = 64

  /// The unit of a product. Units of one scale merge (days × weeks are square days), a ratio disappears into what it is multiplied with
  /// (percent × people are people), and equal units cancel.
  public func times(_ other: Unit) -> Unit { combined(with: other, sign: 1) }

  /// The unit of a quotient, by the same rules.
  public func over(_ other: Unit) -> Unit { combined(with: other, sign: -1) }

  /// This, given for so many of another unit: `homicides`, 100,000, `people`. A count that is not a positive number is taken for 1.
  public func per(_ count: Double, _ other: Unit) -> Unit {
    let quotient = over(other)
    guard let product = quotient.product, count.isFinite, count > 0 else { return quotient }
    return Unit(UnitProduct(product.factors, perCount: count))
  }

  /// Whether quantities in the two can be compared and added: both come down to the same powers of the same roots. A narrower sort of
  /// things is compatible with the wider, and with another sort of the wider, since all of them are things of the wider sort.
  public func isCompatible(with other: Unit) -> Bool {
    product === other.product || product?.dimension ?? [:] == other.product?.dimension ?? [:]
  }

  /// How many of another unit one of these is; nil if the two measure different things. Prisoners convert to people; people don't
  /// convert to prisoners.
  public func conversion(to other: Unit) -> Double? {
    if self == other { return 1 }
    guard isCompatible(with: other), other.covers(self) else { return nil }
    return factor(to: other)
  }

  /// The unit in which two quantities meet to be added, subtracted or compared: the left one's, if both can be given in it, otherwise
  /// the right one's, otherwise the wider sort that both belong to. Nil where they measure different things.
  public func meeting(_ other: Unit) -> Unit? {
    if self == other { return self }
    guard isCompatible(with: other) else { return nil }
    if covers(other) { return self }
    if other.covers(self) { return other }
    return Unit(UnitProduct(factors.map { UnitFactor(kind: $0.kind.widest, power: $0.power) }, perCount: perCount))
  }

  /// The unit of a difference. Two percentages lie percentage points apart; a percentage and percentage points make a percentage.
  public func difference(from other: Unit) -> Unit? {
    if self == .percent, other == .percent { return .percentagePoints }
    return sum(with: other)
  }

  /// The unit of a sum.
  public func sum(with other: Unit) -> Unit? {
    switch (self, other) {
    case (.percent, .percentagePoints), (.percentagePoints, .percent): .percent
    default: meeting(other)
    }
  }

  // MARK: Units that lack a part

  /// A bare number, or `per 100,000 people` without what is counted, with the rest taken from what it meets; nil if it lacks nothing or
  /// the two are divided by different things.
  public func completed(by other: Unit) -> Unit? {
    if self == .none { return other }
    guard isBareRate(of: other) else { return nil }
    return other.numerator.per(perCount, denominator)
  }

  /// Whether this is `per 100,000 people`, and the other is something per people.
  public func isBareRate(of other: Unit) -> Bool {
    guard !factors.isEmpty, numerator == .none, other.numerator != .none else { return false }
    return denominator.isCompatible(with: other.denominator)
  }

  /// The same, given for as many of what it is divided by as another: `homicides per person` like `per 100,000 people`. Nil where the
  /// two are divided by different things.
  public func rescaled(likeDenominatorOf other: Unit) -> Unit? {
    guard denominator != .none, denominator.isCompatible(with: other.denominator) else { return nil }
    return numerator.per(other.perCount, other.denominator)
  }

  /// The same with what it counts taken for what another unit counts: `case files per 100,000 people` like `homicides per person`. Nil
  /// where either counts nothing, or where they are given for unlike things. Only for saying how far two numbers lie apart.
  public func counting(like other: Unit) -> Unit? {
    guard numerator.isCount, other.numerator.isCount, denominator.isCompatible(with: other.denominator) else { return nil }
    return denominator == .none ? other.numerator : other.numerator.per(perCount, denominator)
  }

  /// What stands above the line.
  public var numerator: Unit { part { $0.power > 0 ? $0 : nil } }

  /// What stands below the line, as a unit of its own.
  public var denominator: Unit { part { $0.power < 0 ? UnitFactor(kind: $0.kind, power: -$0.power) : nil } }

  private func part(_ choose: (UnitFactor) -> UnitFactor?) -> Unit {
    let chosen = factors.compactMap(choose)
    return chosen.isEmpty ? .none : Unit(UnitProduct(chosen, perCount: 1))
  }

  // MARK: Within the module

  /// How many of another unit of the same dimension one of these is, without regard to sorts of things.
  func factor(to other: Unit) -> Double? {
    let factor = scale / other.scale
    return factor.isFinite && factor > 0 ? factor : nil
  }

  /// Whether a power is at the limit, so that the unit may be no longer what it should be.
  var isTooHigh: Bool { factors.contains { $0.power.magnitude >= Self.largestPower } }

  /// Whether everything that is counted in another unit is of the sort that this one counts.
  private func covers(_ other: Unit) -> Bool {
    factors.allSatisfy { mine in
      guard mine.kind.wider != nil else { return true }
      let theirs = other.factors.filter { $0.kind.dimension == mine.kind.dimension && ($0.power > 0) == (mine.power > 0) }
      return !theirs.isEmpty && theirs.allSatisfy { $0.kind.isSort(of: mine.kind) }
    }
  }

  private func combined(with other: Unit, sign: Int) -> Unit {
    if other == .none { return self }
    if self == .none, sign > 0 { return other }
    var result = factors
    for factor in other.factors {
      let power = factor.power * sign
      let limits = -Self.largestPower...Self.largestPower
      if let place = result.firstIndex(where: { $0.kind.id == factor.kind.id || $0.kind.scale == factor.kind.scale }) {
        result[place].power = result[place].power.adding(power, heldWithin: limits)
      } else {
        result.append(UnitFactor(kind: factor.kind, power: power))
      }
    }
    result.removeAll { $0.power == 0 }
    let hasThings = result.contains { $0.power > 0 && !$0.kind.isPure }
    result = result.compactMap { factor in
      guard factor.kind.isPure else { return factor }
      // A ratio is a number: it is no thing to be counted by, and has no powers.
      return hasThings || factor.power < 0 ? nil : UnitFactor(kind: factor.kind, power: 1)
    }
    guard !result.isEmpty else { return .none }
    let below = Unit(UnitProduct(result, perCount: 1)).denominator
    var perCount = 1.0
    if self.perCount != 1, below == denominator { perCount = self.perCount }
    if sign > 0, other.perCount != 1, below == other.denominator { perCount = perCount == 1 ? other.perCount : 1 }
    return Unit(UnitProduct(result, perCount: perCount))
  }
}
