import Synchronization

/// All files that one session has read. A range can be turned into text, line and column through it.
public final class SourceMap: Sendable {
  private let files = Mutex<[SourceFile]>([])

  public init() {}

  /// Registers a text. `name` is what messages will call it.
  public func add(name: String, bytes: [UInt8]) -> SourceFile {
    files.withLock { files in
      let file = SourceFile(id: SourceFileID(UInt32(files.count)), name: name, bytes: bytes)
      files.append(file)
      return file
    }
  }

  /// Registers a text given as a string.
  public func add(name: String, text: String) -> SourceFile {
    add(name: name, bytes: Array(text.utf8))
  }

  public subscript(id: SourceFileID) -> SourceFile? {
    files.withLock { files in
      Int(id.value) < files.count ? files[Int(id.value)] : nil
    }
  }

  /// The text of a range; empty where the file is unknown.
  public func text(_ range: SourceRange) -> String {
    self[range.file]?.text(range.offsets) ?? ""
  }
}
