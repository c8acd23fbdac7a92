extension Unit {
  /// As the language writes it after a number, by the names under which its units are declared: `people`,
  /// `homicides per 100_000 people`. Empty for a bare number; nil for what has no such form, such as a product.
  public var written: String? {
    if self == .none { return "" }
    let above = factors.filter { $0.power > 0 }
    let below = factors.filter { $0.power < 0 }
    guard above.count <= 1, below.count <= 1, factors.allSatisfy({ $0.power.magnitude == 1 }) else { return nil }
    guard let divisor = below.first else { return perCount == 1 ? above.first.map(\.kind.id) : nil }
    let count = perCount == 1 ? "" : NumberText.exact(perCount) + " "
    let numerator = above.first.map { $0.kind.id + " " } ?? ""
    return "\(numerator)per \(count)\(divisor.kind.id)"
  }
}
