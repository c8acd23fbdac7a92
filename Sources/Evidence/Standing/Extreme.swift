/// Which end of a quantity that varied over a time a claim is about.
public enum Extreme: String, Hashable, Sendable, CaseIterable {
  /// The least value that it had.
  case lowPoint
  /// The greatest value that it had.
  case peak

  /// As it is written: `low point`.
  public var words: String {
    switch self {
    case .lowPoint: "low point"
    case .peak: "peak"
    }
  }
}
