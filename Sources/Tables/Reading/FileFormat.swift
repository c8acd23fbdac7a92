/// How a file of data is laid out.
public enum FileFormat: String, Sendable, CaseIterable {
  /// Rows of cells with one character between them: CSV, TSV and their kin.
  case delimited
  /// One JSON object to a line.
  case jsonLines
  /// A JSON array of objects.
  case json
  /// The properties of a GeoJSON file's features.
  case geoJSON
  /// What `TableSnapshot` writes.
  case snapshot
}
