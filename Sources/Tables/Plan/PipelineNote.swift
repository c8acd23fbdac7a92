/// Something that belongs below a result.
public enum PipelineNote: Sendable, Hashable {
  /// Rows that a filter left out because these columns are missing.
  case leftOut(rows: Int, missing: [String])
  /// Of a column of the result that has gaps: how many cells have a value.
  case coverage(column: String, filled: Int, rows: Int)
  /// Cells that an aggregate left out because they are missing.
  case cellsLeftOut(column: String, cells: Int)
  /// Empty cells of an unpivot.
  case emptyCells(column: String, cells: Int)
  /// Rows after the cut that may belong before it.
  case tiesThatMightEnter(rows: Int)
  /// Rows that have no place in an order, since they lack what it goes by.
  case placeless(rows: Int)
  /// Rows of this key stand in several groups as possible ones, so that the groups don't add up to the whole.
  case notAdditive(key: String)
  /// A text that no cell of the column has, and the nearest that one has.
  case noSuchCell(column: String, text: String, nearest: String?)
  /// A year of a column of months that has some of them only: which, from 1.
  case incompleteYear(year: Int, months: [Int])
  /// Rows of these years that lack months which other rows of their year have.
  case unevenMonths(years: [Int], rows: Int)
  /// A comparison between years of which one is incomplete: made over these months of both.
  case sameMonths(column: String, years: [Int], months: [Int])
  /// A year set beside another one of which other months are there.
  case unlikeMonths(column: String, years: [Int])
  /// Cells of a window that are empty since there are too few rows before.
  case emptyWindows(column: String, cells: Int)
  /// A window that runs over rows of several values of a column.
  case windowOver(column: String, several: String)
  /// Rows of a window by rows that look back further than from one time to the next.
  case windowGaps(column: String, rows: Int)
  case joined(JoinReport)
  /// Rows dropped since what they belong to has not every period.
  case unbalanced(rows: Int)
  /// Rows of years that have not all months.
  case partialYears(years: [Int], rows: Int)
  /// A sum of a column that nobody has said the sort of and whose name speaks of a rate.
  case looksLikeRate(column: String)
  /// Whole numbers whose sum no whole number can hold; it is given as a real number.
  case roundedSum(column: String)
}
