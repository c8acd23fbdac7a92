/// How much one statement may take. What goes beyond is stopped with a message, never with a crash.
public struct Budget: Sendable, Hashable {
  /// Expressions evaluated.
  public var steps: Int
  /// Expressions within expressions, through definitions and derivations.
  public var depth: Int
  /// Rows that pipelines pass on, all steps together.
  public var rows: Int
  /// Bytes of text in the result.
  public var bytes: Int

  public init(steps: Int = 20_000_000, depth: Int = 1_000, rows: Int = 5_000_000, bytes: Int = 64_000_000) {
    self.steps = steps
    self.depth = depth
    self.rows = rows
    self.bytes = bytes
  }
}
