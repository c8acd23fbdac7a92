/// A stretch of one file, in bytes. Small, so that every token, node and claim can carry one.
public struct SourceRange: Hashable, Sendable {
  public var file: SourceFileID
  public var start: UInt32
  public var end: UInt32

  public init(file: SourceFileID, start: Int, end: Int) {
    self.file = file
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: Swift.max(start, end))
  }

  public var offsets: Range<Int> { Int(start)..<Int(end) }

  /// The smallest range that holds both; both must lie in one file, otherwise the first is returned.
  public func union(_ other: SourceRange) -> SourceRange {
    guard file == other.file else { return self }
    return SourceRange(file: file, start: Int(Swift.min(start, other.start)), end: Int(Swift.max(end, other.end)))
  }
}
