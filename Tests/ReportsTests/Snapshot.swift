import Glibc
import Testing

/// Compares a rendering with the file of that name in Snapshots. With `UPDATE_SNAPSHOTS=1` in the environment the file is rewritten
/// instead, for a reader to review.
func expectSnapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let path = snapshotFolder + name
  if let flag = getenv("UPDATE_SNAPSHOTS"), String(cString: flag) == "1" {
    #expect(write(text, to: path), "cannot write \(path)", sourceLocation: sourceLocation)
    return
  }
  guard let expected = read(path) else {
    Issue.record("no snapshot \(name): run with UPDATE_SNAPSHOTS=1 and review it", sourceLocation: sourceLocation)
    return
  }
  if text == expected { return }
  let pairs = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = pairs.first { $0 != $1 }
  Issue.record(
    "\(name) differs: \(difference.map { "got \($0.0.debugDescription), expected \($0.1.debugDescription)" } ?? "one is longer")",
    sourceLocation: sourceLocation)
}

private let snapshotFolder: String = {
  let here = #filePath
  let end = here.lastIndex(of: "/") ?? here.startIndex
  return here[..<end] + "/Snapshots/"
}()

private func read(_ path: String) -> String? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to path: String) -> Bool {
  guard let file = fopen(path, "wb") else { return false }
  defer { fclose(file) }
  let bytes = Array(text.utf8)
  return fwrite(bytes, 1, bytes.count, file) == bytes.count
}
