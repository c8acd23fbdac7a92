/// What someone says of a file of data. What is nil is found out from the file itself.
public struct ReadingOptions: Sendable, Hashable {
  public var format: FileFormat?
  /// Between cells, one byte below 128.
  public var delimiter: UInt8?
  public var quoting: Quoting?
  /// Rows that name the columns: none, one, or two that are joined.
  public var headerRows: Int?
  /// Rows above the header, such as a title.
  public var titleRows: Int?
  /// Rows below the data, such as notes.
  public var footRows: Int?
  public var encoding: TextEncoding?
  public var decimalComma: Bool?
  public var thousandsSeparator: ThousandsSeparator?
  /// What stands for a missing cell in every column; the empty cell always does.
  public var missingMarks: [String]?
  /// What stands for a missing cell in single columns besides, by the column's name.
  public var missingMarksOfColumns: [String: [String]]
  /// Columns that have a type whatever their cells look like, by name.
  public var typesOfColumns: [String: ColumnType]
  /// Whether 3/4 is the third of April (true) or the fourth of March.
  public var dayFirst: Bool?
  public var raggedRows: RaggedRows

  public init(format: FileFormat? = nil) {
    self.format = format
    missingMarksOfColumns = [:]
    typesOfColumns = [:]
    raggedRows = .keep
  }

  /// Whether cells may stand within marks, so that they can hold delimiters and line breaks.
  public enum Quoting: Sendable, Hashable {
    case none
    /// A byte below 128; two of them within a cell stand for one.
    case marks(UInt8)
  }

  /// What groups the digits of a whole number by three.
  public enum ThousandsSeparator: Sendable, Hashable {
    case none
    case byte(UInt8)
  }

  /// What is done with a row that has more or fewer cells than there are columns.
  public enum RaggedRows: String, Sendable, CaseIterable {
    /// Absent cells are missing, surplus ones are left out; both are reported.
    case keep
    /// The first one is an error.
    case refuse
  }
}
