/// Columns into rows: a row for each of the columns.
public struct TableUnpivot: Sendable {
  /// What says which column a row was.
  public enum Key: Sendable {
    /// The names of the columns, as text.
    case names(String)
    /// Twelve columns, January first, and the column that has their year: a date column of months, in calendar order.
    /// The column of the year stays.
    case months(year: String, name: String)
  }

  public var columns: [String]
  public var key: Key
  /// The name of the column of values.
  public var value: String
  public var sort: SortOfQuantity?
  /// Whether rows with an empty cell are kept; they are counted either way.
  public var keepsEmptyCells: Bool

  /// `value` is the name of the column of values.
  public init(
    _ columns: [String], key: Key, value: String, sort: SortOfQuantity? = nil, keepsEmptyCells: Bool = false
  ) {
    self.columns = columns
    self.key = key
    self.value = value
    self.sort = sort
    self.keepsEmptyCells = keepsEmptyCells
  }
}
