extension HedgedNumber {
  /// As its source says it, without a unit: `more than 300`, `about 15,000`, `12–14`, `21 of 103`.
  public var words: String { words(.plain) }

  /// The same in a style.
  public func words(_ style: DisplayStyle) -> String {
    switch self {
    case .exact(let number): number.text()
    case .about(let number): "about \(number.text())"
    case .some(let number): "some \(number.text())"
    case .moreThan(let number): "more than \(number.text())"
    case .atLeast(let number): "at least \(number.text())"
    case .atMost(let number): "at most \(number.text())"
    case .fewerThan(let number): "fewer than \(number.text())"
    case .upTo(let number): "up to \(number.text())"
    case .asManyAs(let number): "as many as \(number.text())"
    case .range(let one, let other): "\(one.text())\(style.rangeDash)\(other.text())"
    case .plusMinus(let number, let width): "\(number.text()) \(style.plusMinus) \(width.text())"
    case .portion(let number, let whole): "\(number.text()) of \(whole.text())"
    case .lowPoint(let number): "low point \(number.text())"
    case .peak(let number): "peak \(number.text())"
    case .unquantified: "unquantified"
    }
  }

  /// The same with its unit: `about 15,000 people`, `more than $2,200,000,000`, `1 prisoner per prison`, `21 of 103 ports`.
  public func phrase(unit: Unit, style: DisplayStyle = .plain) -> String {
    if case .unquantified = self { return words(style) }
    var words = words(style)
    if let prefix = unit.prefix, let place = words.firstIndex(where: { $0.isNumber || $0 == "-" }) {
      words.insert(contentsOf: prefix, at: place)
    }
    return QuantityText.joined(words, unit.suffix(isOne: isOne))
  }

  /// Whether the noun after it stands in the singular.
  private var isOne: Bool {
    switch self {
    case .range, .plusMinus, .unquantified: false
    case .portion(_, let whole): whole.value == 1
    case .exact(let number), .about(let number), .some(let number), .moreThan(let number), .atLeast(let number),
      .atMost(let number),
      .fewerThan(let number), .upTo(let number), .asManyAs(let number), .lowPoint(let number), .peak(let number):
      number.value == 1 && number.decimals == 0
    }
  }
}
