/// Some rows of a table, next to one another. A chunk of a file decodes a column when it is asked for.
public protocol TableChunk {
  var rowCount: Int { get }

  /// The cells of a column of the source's schema, of all rows, or only of those whose numbers are given (rising).
  func column(_ index: Int, rows: [Int32]?) throws -> Column
}

/// How tables are cut.
public enum Chunks {
  /// What fits a core's second-level cache with a few columns.
  public static let maximumRowCount = 65_536
}
