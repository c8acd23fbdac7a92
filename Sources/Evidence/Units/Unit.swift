/// What a quantity is counted or measured in: a product of declared units in whole powers, given for so many of what it is divided by
/// (`homicides per 100,000 people`).
///
/// One machine word; the factors are shared. Two units are equal if they have the same factors and the same scale, whatever table they
/// came from.
public struct Unit: Hashable, Sendable {
  /// Nil for a bare number.
  let product: UnitProduct?

  /// Of factors that are known to be in order.
  init(_ product: UnitProduct?) { self.product = product }

  /// One declared unit.
  init(_ kind: UnitKind) { product = UnitProduct([UnitFactor(kind: kind, power: 1)], perCount: 1) }

  /// A bare number.
  public static let none = Unit(nil)
  /// A hundredth, as a unit of shares.
  public static let percent = Unit(UnitKind.percent)
  /// What two percentages lie apart.
  public static let percentagePoints = Unit(UnitKind.percentagePoints)

  /// Whether its numbers are whole by nature: things that are counted, not divided by anything.
  public var isCount: Bool {
    guard let product, product.factors.count == 1 else { return false }
    return product.factors[0].power == 1 && product.factors[0].kind.isCount
  }

  /// So many of what it is divided by: 100,000 in `per 100,000 people`, otherwise 1.
  public var perCount: Double { product?.perCount ?? 1 }

  /// Numerators first.
  var factors: [UnitFactor] { product?.factors ?? [] }

  /// The value of one of these in the units at the roots of its factors.
  var scale: Double { product?.scale ?? 1 }

  /// Equal by factors and scale, whatever table they came from.
  public static func == (left: Unit, right: Unit) -> Bool {
    if left.product === right.product { return true }
    guard let one = left.product, let other = right.product else { return false }
    return one.perCount == other.perCount && one.factors == other.factors
  }

  /// By factors and scale.
  public func hash(into hasher: inout Hasher) {
    guard let product else { return }
    hasher.combine(product.factors)
    hasher.combine(product.perCount)
  }
}

/// A declared unit in a whole power.
struct UnitFactor: Hashable, Sendable {
  /// The declared unit.
  var kind: UnitKind
  /// Never zero; below zero in a denominator.
  var power: Int

  static func == (left: UnitFactor, right: UnitFactor) -> Bool {
    left.power == right.power && (left.kind === right.kind || left.kind.id == right.kind.id)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind.id)
    hasher.combine(power)
  }
}

/// The factors of a unit, shared by all quantities in it.
final class UnitProduct: Sendable {
  /// Numerators first, then by identifier, so that equal products are alike.
  let factors: [UnitFactor]
  /// So many of what it is divided by.
  let perCount: Double
  /// The powers of the units at the roots, by their identifiers; pure numbers have none.
  let dimension: [String: Int]
  /// The value of one in the units at the roots.
  let scale: Double

  /// From factors in any order, each unit once.
  init(_ factors: [UnitFactor], perCount: Double) {
    self.factors = factors.sorted { ($0.power > 0 ? 0 : 1, $0.kind.id) < ($1.power > 0 ? 0 : 1, $1.kind.id) }
    self.perCount = perCount
    var dimension: [String: Int] = [:]
    var scale = 1.0
    for factor in factors {
      scale *= factor.kind.factor.raised(to: factor.power)
      if !factor.kind.isPure { dimension[factor.kind.dimension, default: 0] += factor.power }
    }
    self.dimension = dimension.filter { $0.value != 0 }
    self.scale = scale / perCount
  }
}
