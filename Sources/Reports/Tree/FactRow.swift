/// One row of a card: what is said, and the values said of it. Each value stands on a line of its own.
public struct FactRow: Hashable, Sendable {
  public var label: [Inline]
  public var values: [[Inline]]

  public init(label: [Inline], values: [[Inline]]) {
    self.label = label
    self.values = values
  }

  /// A row with one value.
  public init(_ label: String, _ value: [Inline]) {
    self.init(label: [.property(label)], values: [value])
  }
}
