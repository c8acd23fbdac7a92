import Glibc

/// A table of cases beside the tests: tab-separated columns, `#` starts a remark, empty lines don't count.
struct Corpus: Sendable {
  struct Row: Sendable, CustomStringConvertible {
    var line: Int
    var columns: [String]
    var description: String { "line \(line): \(columns.joined(separator: " | "))" }
    subscript(index: Int) -> String { index < columns.count ? columns[index] : "" }
  }

  /// An empty list where the file can't be read; every corpus test asks for a minimum of rows.
  static func rows(_ name: String, beside path: String = #filePath) -> [Row] {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard let file = fopen("\(folder)/Corpus/\(name)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    var rows: [Row] = []
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      rows.append(Row(line: index + 1, columns: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)))
    }
    return rows
  }
}
