/// What was found out about a file before it is read, and what was done about it.
public struct FileProfile: Sendable {
  public var name: String
  public var format: FileFormat
  public var byteCount: Int?
  /// Nil where only samples of a large file were looked at.
  public var rowCount: Int?
  /// Whether every row was looked at; the counts and ranges of columns are those of samples otherwise.
  public var isWhole: Bool
  /// How many rows the counts and ranges rest on.
  public var examinedRows: Int
  /// One for each setting, in the order of `Setting`.
  public var findings: [Finding]
  /// Rows above and below the data, in the order of the file.
  public var droppedLines: [DroppedLine]
  public var columns: [ColumnProfile]
  public var repairs: [TextRepair]
  public var raggedRows: RaggedRowReport
  /// GeoJSON: geometries that were left out.
  public var geometryCount: Int

  /// What was found out about one setting.
  public struct Finding: Sendable, Hashable {
    public var setting: Setting
    /// In words, such as `comma` or `1 row`.
    public var value: String
    /// Why, such as `10 cells in each of 31 rows`; empty where it was told.
    public var reason: String
    public var isTold: Bool
  }

  /// What can be found out and be told.
  public enum Setting: String, Sendable, CaseIterable {
    case encoding, lineEnds = "line ends", delimiter, quoting, titleRows = "title rows", headerRows = "header rows"
    case footRows = "foot rows", decimalMark = "decimal mark", thousandsSeparator = "thousands separator"
  }

  /// A row that is no data.
  public struct DroppedLine: Sendable, Hashable {
    /// From 1.
    public var line: Int
    public var text: String
    public var place: Place
    public enum Place: String, Sendable { case title, foot, blank }
  }

  /// Rows with more or fewer cells than there are columns.
  public struct RaggedRowReport: Sendable, Hashable {
    public var count = 0
    /// The first ten.
    public var first: [RaggedRow] = []

    mutating func add(line: Int, cellCount: Int) {
      count += 1
      let place = first.firstIndex { $0.line > line } ?? first.count
      guard place < OddCells.listedCount else { return }
      first.insert(RaggedRow(line: line, cellCount: cellCount), at: place)
      if first.count > OddCells.listedCount { first.removeLast() }
    }

    mutating func merge(_ other: RaggedRowReport) {
      let rest = other.count - other.first.count
      for row in other.first { add(line: row.line, cellCount: row.cellCount) }
      count += rest
    }
  }

  public struct RaggedRow: Sendable, Hashable {
    /// From 1.
    public var line: Int
    public var cellCount: Int
  }

  /// Text that shows a wrong decoding: by someone before, or in bytes that the encoding doesn't allow.
  public struct TextRepair: Sendable, Hashable {
    /// What it is, such as `UTF-8 that was read as Windows-1252`.
    public var what: String
    public var count: Int
    /// From 1; nil where it isn't known.
    public var firstLine: Int?
    public var example: String
    /// What the example was meant to be, where that can be worked out.
    public var meant: String?
  }
}
