import Synchronization

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

/// What the workers of one scan have read together.
final class ReadingCounter: Sendable {
  private let rows = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let allBytes: Int

  /// Nothing of so many bytes yet.
  init(of allBytes: Int) { self.allBytes = allBytes }

  /// Adds a block, and tells how far all of them are.
  func add(rows: Int, bytes: Int, telling execution: Execution) {
    let bytes = self.bytes.add(bytes, ordering: .relaxed).newValue
    let rows = self.rows.add(rows, ordering: .relaxed).newValue
    execution.progress?(ReadingProgress(rows: rows, bytes: bytes, allBytes: allBytes))
  }
}
