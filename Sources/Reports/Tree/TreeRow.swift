/// One row of a tree.
public struct TreeRow: Hashable, Sendable {
  /// 0 for a root.
  public let depth: Int
  public let content: [Inline]
}
