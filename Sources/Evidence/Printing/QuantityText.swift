/// How a quantity's numbers are rounded and put into words.
///
/// The best figure ends where its `Precision` does, and, if there are bounds, at the second digit of half their width. Bounds end at the
/// same place, rounded outwards, so that a printed range is never narrower than the real one; a bound that ends one place later is given
/// in full (6.75–8.25 about 7.5). A figure that lost digits, or rests on "about", is printed with that word.
struct QuantityText {
  /// What is printed.
  let quantity: Quantity
  /// With which signs.
  let style: DisplayStyle

  /// A quantity to be printed in a style.
  init(_ quantity: Quantity, _ style: DisplayStyle) {
    self.quantity = quantity
    self.style = style
  }

  // MARK: Numbers

  /// The place at which the bounds let digits end: that of the second digit of half their width; nil where they let any.
  private var placeOfWidth: Int? {
    guard !quantity.isExact, quantity.low.isFinite, quantity.high.isFinite else { return nil }
    // Halved first, since the whole width may be too large a number.
    let half = quantity.high / 2 - quantity.low / 2
    return half.decimalExponent.map { 1 - $0 }
  }

  /// A number at the place where the best figure's digits end, and whether it lost any by that.
  func best(_ value: Double) -> (text: String, isRounded: Bool) {
    let precision = quantity.precision
    if precision.isExactCount, value.isExactInteger { return (NumberText.grouped(value), false) }
    if precision.isAsPrinted, let decimals = precision.decimals {
      return (NumberText.fixed(value, decimals: Swift.max(0, decimals)), false)
    }
    let digits = DecimalDigits(value).withoutNoise()
    guard let place = least(precision.decimals, placeOfWidth) else { return (digits.text(), false) }
    let rounded = digits.rounded(toPlace: place)
    let isRounded = rounded.digits != digits.digits || rounded.exponent != digits.exponent
    return (rounded.text(decimals: precision.keepsZeros ? place : 0), isRounded)
  }

  private func least(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return Swift.min(one, other)
  }

  /// An end of the range, rounded away from the other.
  func end(_ value: Double, _ direction: DecimalDigits.Direction) -> String {
    let precision = quantity.precision
    if value.isInfinite { return (value < 0 ? "-" : "") + style.infinity }
    if precision.isExactCount, value.isExactInteger { return NumberText.grouped(value) }
    let digits = DecimalDigits(value).withoutNoise()
    var ofDigits = precision.decimals
    if let known = ofDigits, let count = precision.significantDigits, let exponent = value.decimalExponent {
      ofDigits = Swift.max(known, count - 1 - exponent)
    }
    guard let place = least(ofDigits, placeOfWidth) else { return digits.text() }
    let isShort = digits.digits.isEmpty || digits.digits.count - 1 - digits.exponent <= place + 1
    let rounded = isShort ? digits : digits.rounded(toPlace: place, direction)
    return rounded.text(decimals: precision.keepsZeros ? precision.decimals ?? 0 : 0)
  }

  // MARK: Words

  /// The best figure, with its bounds where they are a source's own; otherwise the range.
  func whole(_ suffix: (Bool) -> String) -> String {
    guard let best = quantity.best ?? (quantity.isExact ? quantity.low : nil) else { return range(suffix) }
    let (text, isRounded) = self.best(best)
    let number = prefixed(text)
    if quantity.isSoft { return Self.joined("about \(number)", suffix(text == "1")) }
    if quantity.isExact { return Self.joined(isRounded ? "about \(number)" : number, suffix(text == "1")) }
    let below = best - quantity.low
    let above = quantity.high - best
    let width = DecimalDigits(above).withoutNoise()
    if !isRounded, above.isFinite, Bounds.order(below, above) == 0,
      placeOfWidth.map({ width.decimals <= Swift.max(0, $0) }) ?? false
    {
      return Self.joined("\(number) \(style.plusMinus) \(prefixed(width.text()))", suffix(false))
    }
    let range = QuantityText(quantity.with(best: nil), style).range { _ in "" }
    return Self.joined("\(isRounded ? "about \(number)" : number) (\(range))", suffix(text == "1"))
  }

  /// The bounds, starred where they come from a policy.
  func range(_ suffix: (Bool) -> String) -> String {
    if quantity.isExact {
      let (text, isRounded) = best(quantity.low)
      return Self.joined(isRounded ? "about \(prefixed(text))" : prefixed(text), suffix(text == "1")) + star
    }
    switch (quantity.low.isFinite, quantity.high.isFinite) {
    case (true, true): return finiteRange(suffix)
    case (true, false): return from(quantity.low, suffix)
    case (false, true): return upTo(quantity.high, quantity.highIsOpen ? "less than" : "at most", suffix)
    case (false, false): return "unknown"
    }
  }

  private var star: String { quantity.isSoft ? "*" : "" }

  private func finiteRange(_ suffix: (Bool) -> String) -> String {
    if quantity.low == 0, !quantity.lowIsSoft, quantity.best == nil {
      return upTo(quantity.high, quantity.highIsOpen ? "less than" : "up to", suffix)
    }
    let low = end(quantity.low, .down)
    let high = end(quantity.high, .up)
    if quantity.lowIsOpen || quantity.highIsOpen {
      let first = (quantity.lowIsOpen ? "more than " : "at least ") + prefixed(low)
      let second = (quantity.highIsOpen ? "less than " : "at most ") + prefixed(high)
      return Self.joined("\(first) and \(second)", suffix(false)) + star
    }
    let dash = quantity.low < 0 ? " to " : style.rangeDash
    return Self.joined(prefixed(low) + dash + (quantity.low < 0 ? prefixed(high) : high), suffix(false)) + star
  }

  private func from(_ low: Double, _ suffix: (Bool) -> String) -> String {
    if low == 0, !quantity.lowIsOpen { return "unquantified" }
    if quantity.lowIsOpen { return bound("more than", end(low, .down), suffix) }
    // More than 300 things are 301 or more; of the two the rounder number was printed.
    if quantity.precision.isExactCount, Self.zeros(low - 1) > Self.zeros(low) {
      return bound("more than", NumberText.grouped(low - 1), suffix)
    }
    return bound("at least", end(low, .down), suffix)
  }

  private func upTo(_ high: Double, _ words: String, _ suffix: (Bool) -> String) -> String {
    if quantity.precision.isExactCount, !quantity.highIsOpen, Self.zeros(high + 1) > Self.zeros(high) {
      return bound("fewer than", NumberText.grouped(high + 1), suffix)
    }
    return bound(words, end(high, .up), suffix)
  }

  private func bound(_ words: String, _ number: String, _ suffix: (Bool) -> String) -> String {
    Self.joined("\(words) \(prefixed(number))", suffix(number == "1")) + star
  }

  /// How many zeros a whole number ends in.
  private static func zeros(_ value: Double) -> Int {
    guard value.isExactInteger, value != 0 else { return 0 }
    let digits = DecimalDigits(value)
    return Swift.max(0, digits.exponent + 1 - digits.digits.count)
  }

  private func prefixed(_ number: String) -> String {
    guard let prefix = quantity.unit.prefix else { return number }
    return number.hasPrefix("-") ? "-\(prefix)\(number.dropFirst())" : prefix + number
  }

  /// Words and what follows them, if anything does.
  static func joined(_ words: String, _ suffix: String) -> String { suffix.isEmpty ? words : "\(words) \(suffix)" }
}
