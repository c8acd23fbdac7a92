/// What rows are ordered by. Missing values come last, either way.
public struct SortKey: Sendable {
  public var expression: TableExpression
  public var descending: Bool

  /// Ascending, unless said.
  public init(_ expression: TableExpression, descending: Bool = false) {
    self.expression = expression
    self.descending = descending
  }
}
