/// A part of a document that stands on lines of its own.
public indirect enum Block: Hashable, Sendable {
  /// A heading and what stands under it.
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
  /// A line across, between two trains of thought.
  case rule
}
