public import Evidence

/// A formula over the cells of a row. Names of columns are compared folded, as all names are.
///
/// A comparison with a missing cell is missing, and `where` leaves its row out and counts it. A comparison with an uncertain value may
/// be a maybe. Dates are days since 1970-01-01.
public indirect enum TableExpression: Sendable {
  case column(String)
  case number(Double)
  case text(String)
  case date(Int32)
  case boolean(Bool)
  case missing
  /// A value that may lie anywhere from `low` to `high`; `best` is NaN where no source printed one.
  case quantity(low: Double, best: Double, high: Double)
  /// Three numbers of a row as one value between bounds, widened where they are out of order; missing where an end is.
  case range(low: TableExpression, best: TableExpression, high: TableExpression)

  case arithmetic(ArithmeticOperator, TableExpression, TableExpression)
  case comparison(ComparisonOperator, TableExpression, TableExpression)
  case and(TableExpression, TableExpression)
  case or(TableExpression, TableExpression)
  case not(TableExpression)
  /// Whether it is a yes, and whether it is no no: plain booleans.
  case surely(TableExpression)
  case perhaps(TableExpression)

  case isMissing(TableExpression)
  case oneOf(TableExpression, [TableExpression])
  /// From the second to the third, both included.
  case between(TableExpression, TableExpression, TableExpression)
  case textTest(TextTest, TableExpression, TableExpression)

  case conditional(TableExpression, then: TableExpression, otherwise: TableExpression)
  /// The first that is not missing.
  case fallback([TableExpression])
  /// Each text by another; those that the table doesn't name stay, or become `otherwise` where there is one.
  case recode(TableExpression, [String: String], otherwise: String?)

  case textFunction(TextFunction, [TableExpression])
  case numberFunction(NumberFunction, [TableExpression])
  case dateFunction(DateFunction, [TableExpression])

  /// What part of the second the first is; 0.25 for a quarter.
  case share(TableExpression, TableExpression)
  /// By what part the second differs from the first: second ÷ first − 1.
  case change(TableExpression, TableExpression)
  /// How many times the second the first is.
  case ratio(TableExpression, TableExpression)

  /// The same figure in another unit, converted where the units allow it; a bare number is taken to be in it already.
  case given(TableExpression, in: Unit)

  /// Answered by the host, once for each combination of keys.
  case external([TableExpression], ExternalLookup)
  /// Over the rows of the whole table; only in `derive` and `where`.
  case window(WindowFunction)
}
