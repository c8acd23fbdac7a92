/// How far a thing said has come about. A status is a type: figures of unlike status neither add nor subtract.
public enum Status: String, Hashable, Sendable, CaseIterable {
  case actual, planned, target, authorised, projected

  /// As it is printed: `planned`.
  public var word: String { rawValue }

  /// With its article, to stand before a noun: `a planned`, `an actual`.
  public var article: String {
    switch self {
    case .actual, .authorised: "an \(rawValue)"
    case .planned, .target, .projected: "a \(rawValue)"
    }
  }
}
