import Glibc

/// A stored text that output is compared with. With `UPDATE_SNAPSHOTS=1` in the environment it is rewritten instead, for a reader to
/// review.
public struct Snapshot {
  private let path: String
  private let name: String

  /// - Parameters:
  ///   - name: the file in the folder Snapshots beside the test.
  ///   - file: where the test lies.
  public init(_ name: String, beside file: String = #filePath) {
    let end = file.lastIndex(of: "/") ?? file.startIndex
    path = file[..<end] + "/Snapshots/" + name
    self.name = name
  }

  /// What is different between a text and the stored one, in one sentence; nil where nothing is.
  public func difference(from text: String) -> String? {
    if let flag = getenv("UPDATE_SNAPSHOTS"), String(cString: flag) == "1" {
      return TextFile.write(Array(text.utf8), to: path) ? nil : "cannot write \(path)"
    }
    guard let bytes = TextFile.read(path) else { return "no snapshot \(name): run with UPDATE_SNAPSHOTS=1 and review it" }
    let expected = String(decoding: bytes, as: UTF8.self)
    if text == expected { return nil }
    let pairs = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    guard let first = pairs.first(where: { $0 != $1 }) else { return "\(name) differs: one is longer" }
    return "\(name) differs: got \(first.0.debugDescription), expected \(first.1.debugDescription)"
  }
}
