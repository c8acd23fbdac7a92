/// How much a remark matters to the reader.
public enum RemarkKind: Hashable, Sendable, CaseIterable {
  /// Good to know.
  case note
  /// The figures must be read with this in mind.
  case caution
  /// Something could not be answered.
  case error

  /// The word before the remark, the same in every renderer.
  public var word: String {
    switch self {
    case .note: "note"
    case .caution: "caution"
    case .error: "error"
    }
  }
}
