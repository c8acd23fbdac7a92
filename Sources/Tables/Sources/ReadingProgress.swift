/// How far a file has been read.
public struct ReadingProgress: Sendable {
  /// Rows and bytes that are done.
  public var rows: Int
  public var bytes: Int
  /// Bytes that there are.
  public var allBytes: Int

  public init(rows: Int, bytes: Int, allBytes: Int) {
    self.rows = rows
    self.bytes = bytes
    self.allBytes = allBytes
  }
}
