/// Where in the files that were read a thing stands: a file's number and a stretch of its bytes.
///
/// The casebook does not read files; it hands this back so that a message can show the line.
public struct TextRange: Hashable, Comparable, Sendable {
  /// The file's number.
  public var file: UInt32
  /// The first byte.
  public var start: UInt32
  /// The byte after the last.
  public var end: UInt32

  /// An end before the start is moved to it.
  public init(file: UInt32, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The order in which a reader meets things: by file, then by position.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
