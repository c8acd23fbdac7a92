/// A unit of measure as it is declared, before it is fitted to the others.
public struct UnitDefinition: Hashable, Sendable {
  /// What the unit measures, and how it stands to other units.
  public enum Dimension: Hashable, Sendable {
    /// Things of a sort, which are a dimension of their own: people, ports. `isA` names a wider sort that they belong to.
    case counted(isA: String?)
    /// A measured dimension of its own: kilograms, days.
    case measured
    /// So many of another unit: a week is 7 days.
    case scaled(of: String, factor: Double)
    /// A pure number on a scale: a percent is 0.01.
    case ratio(scale: Double)
    /// The distance between two values of a ratio; it doesn't mix with the ratio itself.
    case difference(of: String)
    /// Money, which never turns into other money by itself.
    case currency
  }

  /// The name by which other declarations and quantities know it.
  public var id: String
  /// As printed after 1.
  public var singular: String
  /// As printed after any other number.
  public var plural: String
  /// Printed in place of the words; a currency's stands before the number.
  public var symbol: String?
  /// Other ways to write it.
  public var aliases: [String]
  /// What it measures.
  public var dimension: Dimension

  /// The plural is the identifier, and the singular the plural, unless they are given.
  public init(
    id: String, singular: String? = nil, plural: String? = nil, symbol: String? = nil, aliases: [String] = [],
    dimension: Dimension
  ) {
    self.id = id
    self.plural = plural ?? id
    self.singular = singular ?? plural ?? id
    self.symbol = symbol
    self.aliases = aliases
    self.dimension = dimension
  }

  /// Every name that it is found by, the plural first.
  var names: [String] { [plural, id, singular] + aliases + (symbol.map { [$0] } ?? []) }
}
