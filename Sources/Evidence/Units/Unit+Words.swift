extension Unit {
  /// As printed after a number other than 1: `homicides per 100,000 people`; `plain numbers` where there is none.
  public var words: String { self == .none ? "plain numbers" : phrase(isOne: false) }

  /// The words after a number: `prisoner per prison` after 1, `prisoners per prison` after any other. Empty for a bare number.
  public func phrase(isOne: Bool) -> String {
    let above = factors.filter { $0.power > 0 }
    let below = factors.filter { $0.power < 0 }
    var words: [String] = []
    if !above.isEmpty { words.append(Self.product(above, isOne: isOne)) }
    if !below.isEmpty {
      let count = perCount == 1 ? "" : NumberText.grouped(perCount) + " "
      let first = Self.word(below[0], isOne: perCount == 1)
      words.append("per \(count)\(first)")
      for factor in below.dropFirst() { words.append("per \(Self.word(factor, isOne: true))") }
    }
    return words.joined(separator: " ")
  }

  /// Several units above the line are joined as in `person-days`.
  private static func product(_ factors: [UnitFactor], isOne: Bool) -> String {
    var words = factors.dropLast().map { word($0, isOne: true) }
    if let last = factors.last { words.append(word(last, isOne: isOne)) }
    return words.joined(separator: "-")
  }

  private static func word(_ factor: UnitFactor, isOne: Bool) -> String {
    let word = isOne ? factor.kind.singular : factor.kind.plural
    switch factor.power.magnitude {
    case 1: return word
    case 2: return "square \(word)"
    case 3: return "cubic \(word)"
    default: return "\(word)^\(factor.power.magnitude)"
    }
  }

  /// The currency sign that stands before a number.
  var prefix: String? {
    guard let first = factors.first, first.power == 1, first.kind.isCurrency, factors.filter({ $0.power > 0 }).count == 1 else {
      return nil
    }
    return first.kind.symbol
  }

  /// What stands after a number, sign or words, with what it is divided by.
  func suffix(isOne: Bool) -> String {
    guard let first = factors.first, first.power == 1, let symbol = first.kind.symbol, factors.filter({ $0.power > 0 }).count == 1
    else {
      return phrase(isOne: isOne)
    }
    let rest = Unit(UnitProduct(Array(factors.dropFirst()), perCount: perCount)).phrase(isOne: isOne)
    if first.kind.isCurrency { return rest }
    return rest.isEmpty ? symbol : "\(symbol) \(rest)"
  }
}
