/// How a table is written for others to read.
public enum TableFormat: String, Sendable, CaseIterable {
  case csv
  /// With tabs between cells.
  case tsv
  /// One JSON object to a line.
  case jsonLines
  /// A table of Markdown.
  case markdown

  /// The format that a file's name asks for by its ending.
  public init?(path: String) {
    let endings: [(String, TableFormat)] = [
      (".csv", .csv), (".tsv", .tsv), (".tab", .tsv), (".jsonl", .jsonLines), (".ndjson", .jsonLines), (".md", .markdown),
    ]
    guard let found = endings.first(where: { path.lowercased().hasSuffix($0.0) }) else { return nil }
    self = found.1
  }
}
