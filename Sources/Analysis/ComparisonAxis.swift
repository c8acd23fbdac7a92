public import Evidence

/// What the cells of one measure differ in by design, so that it stands in no one's way.
public enum ComparisonAxis: Hashable, Sendable {
  case subjects
  /// In the order of the cells.
  case statuses([Status])
  case times
  case sources
}
