import Glibc

/// A file that is written a part at a time, so that it can be larger than memory.
struct StreamedFile {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var bytes: [UInt8] = []

  /// Makes the file, over the one that may be there.
  init(_ path: String) throws(WritingError) {
    guard let file = fopen(path, "w") else { throw WritingError(path: path) }
    (self.path, self.file) = (path, file)
  }

  /// Adds text, which is written with the next `flush`.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes what was added.
  mutating func flush() throws(WritingError) {
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw WritingError(path: path) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and ends the file.
  mutating func close() throws(WritingError) {
    try flush()
    guard fclose(file) == 0 else { throw WritingError(path: path) }
  }
}
