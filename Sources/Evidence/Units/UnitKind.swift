/// A declared unit, fitted to those that it is declared by. Units are products of powers of these.
final class UnitKind: Sendable {
  /// The name by which others are declared by it.
  let id: String
  /// As printed after 1.
  let singular: String
  /// As printed after any other number.
  let plural: String
  /// Printed in place of the words.
  let symbol: String?
  /// The unit at the root of everything that this one converts to; empty for pure numbers.
  let dimension: String
  /// How many of the root one of these is.
  let factor: Double
  /// The unit at the root of its scale: units of one scale merge in a product, as days and weeks do. A narrower sort of a counted thing
  /// is a scale of its own.
  let scale: String
  /// The wider sort of things that these belong to.
  let wider: UnitKind?
  /// Whether its numbers are whole.
  let isCount: Bool
  /// Whether its symbol stands before the number.
  let isCurrency: Bool
  /// How many wider sorts stand above it.
  let depth: Int

  /// A unit at the root of its own scale, unless others are given.
  init(
    id: String, singular: String, plural: String, symbol: String? = nil, dimension: String, factor: Double = 1,
    scale: String? = nil,
    wider: UnitKind? = nil, isCount: Bool = false, isCurrency: Bool = false
  ) {
    self.id = id
    self.singular = singular
    self.plural = plural
    self.symbol = symbol
    self.dimension = dimension
    self.factor = factor
    self.scale = scale ?? id
    self.wider = wider
    self.isCount = isCount
    self.isCurrency = isCurrency
    depth = wider.map { $0.depth + 1 } ?? 0
  }

  /// Whether it is only a scale for plain numbers.
  var isPure: Bool { dimension.isEmpty }

  /// Whether these are among the things that another unit counts.
  func isSort(of other: UnitKind) -> Bool {
    var current: UnitKind? = self
    while let kind = current {
      if kind.id == other.id { return true }
      current = kind.wider
    }
    return false
  }

  /// The widest sort of things that these belong to.
  var widest: UnitKind {
    var current = self
    while let next = current.wider { current = next }
    return current
  }

  /// A hundredth, which needs no declaration.
  static let percent = UnitKind(id: "percent", singular: "percent", plural: "percent", symbol: "%", dimension: "", factor: 0.01)
  /// What two percentages lie apart.
  static let percentagePoints = UnitKind(
    id: "percentage_points", singular: "percentage point", plural: "percentage points", dimension: "percentage_points")
}
