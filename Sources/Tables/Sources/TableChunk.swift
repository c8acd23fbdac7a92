/// Some rows of a table, next to one another. A chunk of a file decodes a column when it is asked for.
public protocol TableChunk {
  var rowCount: Int { get }

  /// The cells of a column of the source's schema, of all rows, or only of those whose numbers are given (rising).
  func column(_ index: Int, rows: [Int32]?) throws -> Column

  /// Whether cells are there without being read.
  var isInMemory: Bool { get }
}

extension TableChunk {
  public var isInMemory: Bool { false }
}

/// How tables are cut.
public enum Chunks {
  /// What fits a core's second-level cache with a few columns.
  public static let maximumRowCount = 65_536
  /// Rows that are worked on at once: a quarter of the most, of which the columns and what is made of them stay in a core's cache. Grouping
  /// 30 million cells took 0.55 s by the most rows and 0.29 s so. Tables are cut so too, that a chunk is handed over without a copy.
  static let pieceRowCount = maximumRowCount / 4
}
