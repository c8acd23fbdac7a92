/// How the numbers of a column add up.
public enum SortOfQuantity: String, Sendable, CaseIterable {
  /// Adds over places and time.
  case count
  /// Adds over places, never over time.
  case stock
  /// Never summed: recomputed from its parts.
  case rate, share, index
  /// No arithmetic at all.
  case code
}
