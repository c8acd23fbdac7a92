/// A range of numbers, each end its own or not (open). The arithmetic gives the smallest range that holds every result.
///
/// Ends carry the rounding of binary arithmetic, some 10⁻¹⁶ of their size; `compare` allows for it.
struct Bounds: Hashable, Sendable {
  /// The lower end; minus infinity where there is none.
  var low: Double
  /// The upper end; infinity where there is none.
  var high: Double
  /// Whether the lower end itself is excluded.
  var lowIsOpen: Bool
  /// Whether the upper end itself is excluded.
  var highIsOpen: Bool

  /// Mends what is no range: ends in the wrong order are swapped, what is no number is unbounded, an infinite end is open, and a single
  /// point is closed.
  init(_ low: Double, _ high: Double, lowIsOpen: Bool = false, highIsOpen: Bool = false) {
    var (low, high) = (low.isNaN ? -.infinity : low.withoutNegativeZero, high.isNaN ? .infinity : high.withoutNegativeZero)
    var (lowIsOpen, highIsOpen) = (lowIsOpen, highIsOpen)
    if low > high {
      swap(&low, &high)
      swap(&lowIsOpen, &highIsOpen)
    }
    self.low = low == .infinity ? .greatestFiniteMagnitude : low
    self.high = high == -.infinity ? -.greatestFiniteMagnitude : high
    self.lowIsOpen = self.low == -.infinity || (lowIsOpen && self.low < self.high)
    self.highIsOpen = self.high == .infinity || (highIsOpen && self.low < self.high)
  }

  /// A single value.
  init(_ point: Double) { self.init(point, point) }

  /// Nothing is known.
  static let everything = Bounds(-.infinity, .infinity)

  /// Whether there is only one value.
  var isPoint: Bool { low == high }

  /// Whether a value lies within.
  func contains(_ value: Double) -> Bool {
    (lowIsOpen ? low < value : low <= value) && (highIsOpen ? value < high : value <= high)
  }

  /// Whether all values of another range lie within.
  func contains(_ other: Bounds) -> Bool {
    let startsWithin = low < other.low || (low == other.low && (!lowIsOpen || other.lowIsOpen))
    let endsWithin = other.high < high || (high == other.high && (!highIsOpen || other.highIsOpen))
    return startsWithin && endsWithin
  }

  /// The smallest range that holds both.
  func hull(_ other: Bounds) -> Bounds {
    let low = Swift.min(low, other.low)
    let high = Swift.max(high, other.high)
    return Bounds(
      low, high, lowIsOpen: !(self.low == low && !lowIsOpen) && !(other.low == low && !other.lowIsOpen),
      highIsOpen: !(self.high == high && !highIsOpen) && !(other.high == high && !other.highIsOpen))
  }

  // MARK: Arithmetic

  /// The same with the other sign.
  var negated: Bounds { Bounds(-high, -low, lowIsOpen: highIsOpen, highIsOpen: lowIsOpen) }

  /// Throws if even the nearer end is out of range.
  func plus(_ other: Bounds) throws(ArithmeticError) -> Bounds {
    let low = low + other.low
    let high = high + other.high
    guard low < .infinity, high > -.infinity else { throw .overflow }
    return Bounds(low, high, lowIsOpen: lowIsOpen || other.lowIsOpen, highIsOpen: highIsOpen || other.highIsOpen)
  }

  /// Every product. Throws if even the nearer end is out of range, or if a product is too small to be told from zero.
  func times(_ other: Bounds) throws(ArithmeticError) -> Bounds {
    var corners = Corners()
    for mine in ends {
      for theirs in other.ends {
        if mine.value == 0 || theirs.value == 0 {
          // Zero times anything is zero, however large; it is reached if a zero is.
          corners.add(0, isOpen: !(mine.value == 0 && !mine.isOpen) && !(theirs.value == 0 && !theirs.isOpen))
        } else {
          let product = mine.value * theirs.value
          guard product != 0 else { throw .overflow }
          corners.add(product, isOpen: mine.isOpen || theirs.isOpen)
        }
      }
    }
    return try corners.bounds()
  }

  /// The quotients by every divisor but zero. Throws if zero is the only one.
  func over(_ other: Bounds) throws(ArithmeticError) -> Bounds {
    if other.isPoint, other.low == 0 { throw .divisionByZero }
    if isPoint, low == 0 { return self }
    if other.low < 0, other.high > 0 { return .everything }
    var corners = Corners()
    for mine in ends {
      for theirs in other.ends {
        if mine.value == 0 {
          corners.add(0, isOpen: mine.isOpen)
        } else if theirs.value == 0 {
          // A divisor that comes as near to zero as one likes, from the side on which the others are.
          let isPositive = (mine.value > 0) == (other.high > 0)
          corners.add(isPositive ? .infinity : -.infinity, isOpen: true)
        } else if theirs.value.isInfinite {
          // ∞ ÷ ∞ comes to no more than the corners beside it.
          if mine.value.isFinite { corners.add(0, isOpen: true) }
        } else {
          let quotient = mine.value / theirs.value
          guard quotient != 0 else { throw .overflow }
          corners.add(quotient, isOpen: mine.isOpen || theirs.isOpen)
        }
      }
    }
    return try corners.bounds()
  }

  private var ends: [End] { [End(value: low, isOpen: lowIsOpen), End(value: high, isOpen: highIsOpen)] }
}

/// One end of a range.
private struct End {
  var value: Double
  var isOpen: Bool
}

/// The smallest range that holds some points, of which open ones are only come near to.
private struct Corners {
  private var low = End(value: .infinity, isOpen: true)
  private var high = End(value: -.infinity, isOpen: true)

  /// Widens the range to a point.
  mutating func add(_ value: Double, isOpen: Bool) {
    if value < low.value || (value == low.value && low.isOpen) { low = End(value: value, isOpen: isOpen) }
    if value > high.value || (value == high.value && high.isOpen) { high = End(value: value, isOpen: isOpen) }
  }

  /// Throws if even the nearer end is out of range.
  func bounds() throws(ArithmeticError) -> Bounds {
    guard low.value < .infinity, high.value > -.infinity else { throw .overflow }
    return Bounds(low.value, high.value, lowIsOpen: low.isOpen, highIsOpen: high.isOpen)
  }
}
