/// A text that was read: a script, a file of a casebook, one entry at the prompt.
///
/// Offsets everywhere are byte offsets into `bytes` (UTF-8). Lines and columns are found on demand.
public final class SourceFile: Sendable {
  /// What messages call it: a path as the user gave it, `input` for an entry at the prompt.
  public let name: String
  public let bytes: [UInt8]
  /// Offsets at which lines begin, found when first asked for by `SourceFile.lineTable`.
  public let id: SourceFileID

  init(id: SourceFileID, name: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.bytes = bytes
  }

  /// The text of a range, with anything that is not UTF-8 replaced.
  public func text(_ range: Range<Int>) -> String {
    let whole = 0..<bytes.count
    let clamped = range.clamped(to: whole)
    return String(decoding: bytes[clamped], as: UTF8.self)
  }
}

/// The number by which a `SourceMap` knows a file.
public struct SourceFileID: Hashable, Sendable, Comparable {
  public let value: UInt32
  public init(_ value: UInt32) { self.value = value }
  public static func < (left: SourceFileID, right: SourceFileID) -> Bool { left.value < right.value }
}

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
