public import Evidence

/// A figure for programs: its bounds at full precision, its unit and where it stands.
public struct ValueExport: Hashable, Sendable {
  /// `-Double.infinity` where the figure has no lower bound.
  public var low: Double
  /// Only a number that a source printed; nil for a range.
  public var best: Double?
  /// `Double.infinity` where the figure has no upper bound.
  public var high: Double
  public var unit: String
  /// `actual`, `planned` and so on; empty where it has none.
  public var status: String
  /// The short form of the source, or several joined by `; `.
  public var source: String
  public var locator: String

  public init(
    low: Double, best: Double?, high: Double, unit: String = "", status: String = "", source: String = "", locator: String = ""
  ) {
    self.low = low
    self.best = best
    self.high = high
    self.unit = unit
    self.status = status
    self.source = source
    self.locator = locator
  }

  /// A quantity with where it stands. Several sources, or places in them, are joined by `; `, each named once.
  public init(_ quantity: Quantity, status: Status? = nil, citations: [Citation] = []) {
    self.init(
      low: quantity.low, best: quantity.best, high: quantity.high,
      unit: quantity.unit == .none ? "" : quantity.unit.words, status: status?.word ?? "",
      source: ValueExport.joined(citations.map(\.source.shortForm)), locator: ValueExport.joined(citations.compactMap(\.locator)))
  }

  private static func joined(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.joined(separator: "; ")
  }
}
