/// What was found out about one column.
public struct ColumnProfile: Sendable {
  public var name: String
  public var type: ColumnType
  /// Why it has that type, where that isn't plain: `leading zeros`, `told`.
  public var reason: String
  /// Cells looked at, missing ones included.
  public var cellCount: Int
  /// Missing ones among them.
  public var missingCount: Int
  /// The least and greatest cell as written; nil where all are missing, and for text.
  public var least: String?
  public var greatest: String?
  /// Different cells, where they are fewer than 1,000.
  public var distinctCount: Int?
  /// Up to five different cells, as written.
  public var examples: [String]
  /// Marks that were read as missing, most frequent first.
  public var missingMarks: [CountedText]
  /// Cells that look like marks of the missing but were kept: 9999, -1, `NA` in a column of text.
  public var missingCandidates: [CountedText]
  /// Cells that don't fit the type; they are missing cells, and listed.
  public var oddCells: OddCells
  /// Further remarks: `day before month, as in 31/01/2020`.
  public var remarks: [String]

  public struct CountedText: Sendable, Hashable {
    public var text: String
    public var count: Int
  }
}

/// Cells of a column that are not what the column is. Each was read as missing.
public struct OddCells: Sendable, Hashable {
  public var count: Int = 0
  /// The first ten, by line.
  public var first: [OddCell] = []

  /// One of them.
  public struct OddCell: Sendable, Hashable {
    /// From 1.
    public var line: Int
    /// As written, cut at 200 bytes.
    public var text: String
  }

  static let listedCount = 10

  /// Adds one; only the first by line are kept.
  mutating func add(line: Int, text: String) {
    count += 1
    guard first.count < Self.listedCount || line < first[first.count - 1].line else { return }
    let place = first.firstIndex { $0.line > line } ?? first.count
    first.insert(OddCell(line: line, text: text), at: place)
    if first.count > Self.listedCount { first.removeLast() }
  }

  /// Takes those of another up.
  mutating func merge(_ other: OddCells) {
    let rest = other.count - other.first.count
    for cell in other.first { add(line: cell.line, text: cell.text) }
    count += rest
  }
}
