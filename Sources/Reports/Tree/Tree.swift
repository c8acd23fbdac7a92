/// A tree as its rows in reading order, each with its depth: a derivation of ten thousand steps is no deeper to walk, or to free,
/// than one of three.
public struct Tree: Hashable, Sendable {
  /// The first row is at depth 0, and none is more than one deeper than the row before it.
  public private(set) var rows: [TreeRow] = []

  public init() {}

  /// A node over its children.
  public init(_ content: [Inline], children: [Tree] = []) {
    append(content, depth: 0)
    for child in children { append(child, depth: 1) }
  }

  /// Adds a row. A depth that would leave a gap in the tree is drawn in to the nearest that does not.
  public mutating func append(_ content: [Inline], depth: Int) {
    let deepest = rows.last.map { $0.depth + 1 } ?? 0
    rows.append(TreeRow(depth: min(max(0, depth), deepest), content: content))
  }

  /// Adds another tree with its root at `depth`.
  public mutating func append(_ tree: Tree, depth: Int) {
    let base = max(0, depth)
    for row in tree.rows {
      let (sum, overflow) = base.addingReportingOverflow(row.depth)
      append(row.content, depth: overflow ? Int.max : sum)
    }
  }
}
