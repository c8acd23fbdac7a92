/// A quantity with its unit, with no more digits than its sources support: `about 17.6 homicides per 100,000 people`,
/// `more than 300 groups`, `12–14 people`, `$2,200,000,000`.
public func display(_ quantity: Quantity, style: DisplayStyle = .plain) -> String {
  QuantityText(quantity, style).whole { quantity.unit.suffix(isOne: $0) }
}

/// The bounds of a quantity with its unit, starred where they come from a policy: `2.7–3.3 %*`.
public func displayRange(_ quantity: Quantity, style: DisplayStyle = .plain) -> String {
  QuantityText(quantity, style).range { quantity.unit.suffix(isOne: $0) }
}

/// One number of a quantity without its unit, rounded as it would be within it; `∞` where nothing bounds it.
public func displayBound(_ quantity: Quantity, _ value: Double, style: DisplayStyle = .plain) -> String {
  let text = QuantityText(quantity, style)
  if value == quantity.best { return text.best(value).text }
  return text.end(value, value == quantity.low ? .down : value == quantity.high ? .up : .nearest)
}

/// A ratio as a factor of growth: `about 7.5-fold`.
public func displayFold(_ quantity: Quantity, style: DisplayStyle = .plain) -> String {
  let text = QuantityText(quantity, style).whole { _ in "" }
  if text.hasSuffix("*") { return "\(text.dropLast())-fold*" }
  return text.hasSuffix(")") || !(text.last?.isNumber ?? false) ? text : "\(text)-fold"
}

/// A ratio as a multiple: `about 7.5 times`.
public func displayTimes(_ quantity: Quantity, style: DisplayStyle = .plain) -> String {
  let text = QuantityText(quantity, style).whole { _ in "" }
  if text.hasSuffix("*") { return "\(text.dropLast()) times*" }
  return text.last?.isLetter ?? true ? text : "\(text) times"
}

/// A change in words: `up about 27.5 %`, `down 40–58 %`, `unchanged`.
public func displayChange(_ quantity: Quantity, style: DisplayStyle = .plain) -> String {
  if let best = quantity.best {
    if best == 0, quantity.isExact { return "unchanged" }
    let size = best < 0 ? quantity.negated() : quantity
    return (best < 0 ? "down " : "up ") + display(size, style: style)
  }
  if quantity.low >= 0 { return "up " + display(quantity, style: style) }
  if quantity.high <= 0 { return "down " + display(quantity.negated(), style: style) }
  guard quantity.low.isFinite, quantity.high.isFinite else { return "changed by \(display(quantity, style: style))" }
  let text = QuantityText(quantity, style)
  let down = QuantityText.joined(text.end(-quantity.low, .up), quantity.unit.suffix(isOne: false))
  let up = QuantityText.joined(text.end(quantity.high, .up), quantity.unit.suffix(isOne: false))
  return "between \(down) down and \(up) up\(quantity.isSoft ? "*" : "")"
}

extension Quantity {
  /// A year or a range of years, without thousands set apart: `2018`, `2016–2018`.
  public var displayAsYear: String {
    if isExact { return NumberText.shortest(low) }
    return "\(NumberText.shortest(low))–\(NumberText.shortest(high))"
  }

  /// The best figure alone, or the quantity itself where there is none.
  public var atBest: Quantity { bestAlone ?? self }
}
