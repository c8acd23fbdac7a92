/// A figure for each row that looks at other rows: all of them, or those that agree on `within`.
public struct WindowFunction: Sendable {
  /// What is worked out.
  public enum Function: Sendable, Hashable {
    /// The value so many rows, or periods, before.
    case previous(Extent)
    /// By what part it differs from the value so long before: now ÷ then − 1.
    case change(Extent)
    /// An aggregate of this row and those before it; empty where there are too few.
    case rolling(Aggregate.Function, Extent)
    /// An aggregate of this row and all before it.
    case running(Aggregate.Function)
    /// The place from the greatest down, 1 for the first; equal ones share it. A range where values overlap.
    case rank
    /// The part that it is of the sum.
    case shareOfTotal
  }

  /// How far a window reaches.
  public enum Extent: Sendable, Hashable {
    case rows(Int)
    /// By the time of the row, which `over` gives.
    case months(Int)
  }

  public var function: Function
  public var value: TableExpression
  public var within: [TableExpression]
  /// What the rows are ordered by: a date, or a whole number that is a year. Nil is the only date column that there is or, for windows
  /// of rows, the order of the rows.
  public var over: TableExpression?
  /// A column of which it is said where the window runs over rows with different values of it, such as several places.
  public var apart: String?

  /// Over all rows, in the order of the only date column, unless said.
  public init(_ function: Function, _ value: TableExpression, within: [TableExpression] = [], over: TableExpression? = nil) {
    self.function = function
    self.value = value
    self.within = within
    self.over = over
  }
}
