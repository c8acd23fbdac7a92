/// A part of a document that stands on lines of its own.
public indirect enum Block: Hashable, Sendable {
  case section(title: [Inline], blocks: [Block])
  case paragraph([Inline])
  case table(TableBlock)
  /// A list with bullets.
  case list([[Inline]])
  /// The rows of an entity's card: a label, then one value or several.
  case facts([FactRow])
  /// A derivation, a part-whole tree, a path.
  case tree(Tree)
  case remark(kind: RemarkKind, [Inline])
  /// Lines shown as they are, in a fixed-width face.
  case code(String)
  case rule
}

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
