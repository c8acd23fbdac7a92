/// A number with the words by which its source says how sure it is, before a policy gives "about" a width.
public enum HedgedNumber: Hashable, Sendable {
  /// `40,000`
  case exact(Number)
  /// `about 15,000`
  case about(Number)
  /// `some 220,000`, which means about.
  case some(Number)
  /// `more than 300`
  case moreThan(Number)
  /// `at least 300`
  case atLeast(Number)
  /// `at most 12`
  case atMost(Number)
  /// `fewer than 12`
  case fewerThan(Number)
  /// `up to 1,000`
  case upTo(Number)
  /// `as many as 90 percent`
  case asManyAs(Number)
  /// `12 to 14`
  case range(Number, Number)
  /// `15,000 ± 1,000`
  case plusMinus(Number, Number)
  /// `21 of 103`
  case portion(Number, of: Number)
  /// The least value of a quantity that varied.
  case lowPoint(Number)
  /// The greatest value of a quantity that varied.
  case peak(Number)
  /// It exists, and its size is unknown.
  case unquantified

  /// Which extreme of a varying quantity it is, if it is one.
  public var extreme: Extreme? {
    switch self {
    case .lowPoint: .lowPoint
    case .peak: .peak
    default: nil
    }
  }

  /// A low point or peak as the number that it was when it was reached, not as a bound on any moment.
  public var atExtreme: HedgedNumber? {
    switch self {
    case .lowPoint(let number), .peak(let number): .exact(number)
    default: nil
    }
  }

  /// How many there are in all, where it is so many out of them: 103 of `21 of 103`.
  public var whole: Number? {
    if case .portion(_, let whole) = self { return whole }
    return nil
  }

  /// The bounds that the words give, with the best figure where one is printed.
  ///
  /// `isCount` says that the number counts things, so that more than 300 is 301 at least; nil leaves that to the unit. A low point or a peak bounds an arbitrary
  /// moment of its time: 2,000 or more, 9,000 or less.
  public func quantity(unit: Unit, isCount: Bool? = nil, policies: Policies) -> Quantity {
    let isCount = isCount ?? unit.isCount
    func exact(_ number: Number) -> Precision {
      number.isWhole && (isCount || unit == .none)
        ? .exact(number.value) : .printed(number, isHedged: false)
    }
    func made(_ bounds: Bounds, soft: Bool = false, best: Double? = nil, _ precision: Precision) -> Quantity {
      Quantity(bounds, lowIsSoft: soft, highIsSoft: soft, best: best, unit: unit, precision: precision)
    }
    switch self {
    case .exact(let number), .portion(let number, _):
      return Quantity(exactly: number.value, unit: unit, precision: exact(number))
    case .about(let number), .some(let number):
      guard number.value.isFinite else { return made(.everything, exact(number)) }
      let width = number.value.magnitude * policies.aboutWidth
      return made(
        Bounds(number.value - width, number.value + width), soft: true, best: number.value, .printed(number, isHedged: true))
    case .moreThan(let number):
      let next = number.value.rounded(.down) + 1
      let isNext = isCount && next.isExactInteger
      return made(Bounds(isNext ? next : number.value, .infinity, lowIsOpen: !isNext), exact(number))
    case .atLeast(let number), .lowPoint(let number):
      return made(Bounds(number.value, .infinity), exact(number))
    case .atMost(let number), .upTo(let number), .asManyAs(let number), .peak(let number):
      return made(Self.upwards(to: number.value, isOpen: false), exact(number))
    case .fewerThan(let number):
      let previous = number.value.rounded(.up) - 1
      let isPrevious = isCount && previous.isExactInteger && previous >= 0
      return made(isPrevious ? Bounds(0, previous) : Self.upwards(to: number.value, isOpen: true), exact(number))
    case .range(let one, let other):
      let bounds = Bounds(one.value, other.value)
      let precision = Precision.ofRange(exact(one), exact(other), value: bounds.typicalValue)
      return made(bounds, best: bounds.isPoint ? bounds.low : nil, precision)
    case .plusMinus(let number, let width):
      guard number.value.isFinite else { return made(.everything, exact(number)) }
      let precision = width.value == 0 ? exact(number) : Precision.printed(number, isHedged: true)
      return made(
        Bounds(number.value - width.value.magnitude, number.value + width.value.magnitude), best: number.value, precision)
    case .unquantified: return made(Bounds(0, .infinity), .unlimited)
    }
  }

  /// From zero up to a number, or without a lower bound where that is below zero.
  private static func upwards(to value: Double, isOpen: Bool) -> Bounds {
    let reachesZero = isOpen ? value > 0 : value >= 0
    return Bounds(reachesZero ? 0 : -.infinity, value, highIsOpen: isOpen)
  }
}
