/// How a source says a thing. It changes no bound; it is printed with the claim.
public enum Mode: String, Hashable, Sendable, CaseIterable {
  case stated, reported, alleged, estimated, denied

  /// As it is printed: `reported`.
  public var word: String { rawValue }

  /// As it is written beside a claim: `reportedly`; nil where a thing is simply stated.
  public var adverb: String? {
    switch self {
    case .stated: nil
    case .reported: "reportedly"
    case .alleged: "allegedly"
    case .estimated: "estimated"
    case .denied: "denied"
    }
  }
}
