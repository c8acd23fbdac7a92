import Glibc

/// What went wrong in making a file or a folder.
struct WritingError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  /// The failure that `errno` tells of.
  init(path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  var description: String { "cannot write \(path): \(reason)" }
}

/// A file's lines, gathered in memory and written at once.
struct TextFile {
  private var text = ""

  /// Adds a line.
  mutating func line(_ line: String = "") {
    text += line
    text += "\n"
  }

  /// Writes the file, over the one that may be there.
  func write(to path: String) throws(WritingError) {
    guard let file = fopen(path, "w") else { throw WritingError(path: path) }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw WritingError(path: path) }
  }

  /// Makes a folder, unless it is there.
  static func makeFolder(_ path: String) throws(WritingError) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw WritingError(path: path) }
  }
}
