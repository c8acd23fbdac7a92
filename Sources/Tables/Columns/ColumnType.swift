/// What the cells of a column are.
public enum ColumnType: String, Sendable, CaseIterable {
  /// Whole numbers of at most 64 bits.
  case integer
  case real
  /// By dictionary.
  case text
  /// Days since 1970-01-01; the column's `resolution` says whether a cell stands for a day, a month or a year.
  case date
  case boolean
  /// Low, best and high, for values that are not exact.
  case quantity
  /// Something of the casebook, by dictionary: a place, a group.
  case entity
}
