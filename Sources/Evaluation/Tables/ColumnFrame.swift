import Semantics

/// What names stand for where an expression is made into one over columns.
struct ColumnFrame {
  var frame: Frame
  /// The time of which properties are asked, where it stands in a column.
  var time: CheckedExpression?
}
