/// One verb of a pipeline.
public enum PipelineStep: Sendable {
  /// Keeps the rows that it holds for, and those that it may hold for as possible ones.
  case filter(TableExpression)
  /// These columns, in this order.
  case select([NamedExpression])
  /// All columns, and these; one of the same name is replaced.
  case derive([NamedExpression])
  case rename([(from: String, to: String)])
  case drop([String])
  case sort([SortKey])
  case take(Int)
  case skip(Int)
  /// The first so many of the order, for each combination of `within`.
  case top(Int, by: [SortKey], within: [TableExpression])
  case group(by: [NamedExpression], [Aggregate])
  case join(TableJoin)
  /// A column for each value of `key`, with the value of `cells` (summed where several rows meet); a row for each combination of the
  /// remaining columns.
  case pivot(key: String, cells: String)
  case unpivot(TableUnpivot)
  /// The rows of another table after these; columns are matched by name, and what one lacks is missing.
  case union(Pipeline)
  /// Rows that are the same in all columns, once.
  case distinct
  /// One row with the number of rows.
  case count
  /// So many rows, in their order; the same for the same seed.
  case sample(Int, seed: UInt64)
  /// Only what has every value of `over`: rows are kept where their combination of `within` has all that occur.
  case balanced(over: TableExpression, within: [TableExpression])
  /// Drops the years of a date column that have not all twelve months.
  case wholeYears(String)
}
