/// One figure for the rows of a group. Missing cells are left out and counted.
public struct Aggregate: Sendable {
  /// What is worked out.
  public enum Function: Sendable, Hashable {
    /// The rows; with a value, those where it is not missing.
    case count
    case sum, mean, median, min, max
    /// From 0 to 1; between two values it is interpolated.
    case quantile(Double)
    /// In the order of the rows.
    case first, last
    /// How many different values there are.
    case distinct
  }

  /// The column that it becomes.
  public var name: String
  public var function: Function
  /// Only `count` does without.
  public var value: TableExpression?
  /// Only the rows that it holds for.
  public var condition: TableExpression?

  /// `name` is that of the column that it becomes.
  public init(_ name: String, _ function: Function, _ value: TableExpression? = nil, where condition: TableExpression? = nil) {
    self.name = name
    self.function = function
    self.value = value
    self.condition = condition
  }
}
