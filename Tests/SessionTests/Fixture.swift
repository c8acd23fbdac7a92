import Glibc

@testable import Session

/// Files that tests read, found from where this file lies.
enum Fixture {
  struct Malformed: Error { var line: Int }

  /// The folder Tests/.
  static var tests: String { Files.folder(of: Files.folder(of: #filePath)) }

  /// Whether expected output is to be written anew.
  static var updatesSnapshots: Bool { getenv("UPDATE_SNAPSHOTS").map { String(cString: $0) == "1" } ?? false }

  /// The rows of a table in Tests/Fixtures, without its heading.
  static func rows(_ name: String, columns: Int) throws -> [[String]] {
    let text = String(decoding: try Files.readNamed(tests + "/Fixtures/" + name), as: UTF8.self)
    return try text.split(separator: "\n").enumerated().dropFirst().map { number, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns else { throw Malformed(line: number + 1) }
      return cells
    }
  }
}
