import Synchronization

/// A text that was read: a script, a file of a casebook, one entry at the prompt.
///
/// Offsets everywhere are byte offsets into `bytes` (UTF-8). Lines and columns are found on demand.
public final class SourceFile: Sendable {
  public let id: SourceFileID
  /// What messages call it: a path as the user gave it, `input` for an entry at the prompt.
  public let name: String
  public let bytes: [UInt8]
  private let lines = Mutex<LineTable?>(nil)

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

  /// Where the lines begin; found when it is first asked for, then kept.
  public var lineTable: LineTable {
    lines.withLock { lines in
      if let known = lines { return known }
      let table = LineTable(bytes)
      lines = table
      return table
    }
  }

  /// The line and column of an offset.
  public func position(at offset: Int) -> SourcePosition {
    let table = lineTable
    let offset = min(max(0, offset), bytes.count)
    let line = table.line(at: offset)
    var column = 1
    // Every code point has one byte that is no continuation.
    for byte in bytes[table.range(ofLine: line).lowerBound..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line, column: column)
  }
}

/// The number by which a `SourceMap` knows a file.
public struct SourceFileID: Hashable, Sendable, Comparable {
  public let value: UInt32
  public init(_ value: UInt32) { self.value = value }
  public static func < (left: SourceFileID, right: SourceFileID) -> Bool { left.value < right.value }
}
