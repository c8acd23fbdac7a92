/// A table: columns, rows in the order in which they are to be read, and the sentences that belong under it.
public struct TableBlock: Hashable, Sendable {
  /// Empty where the table needs none.
  public var caption: [Inline]
  public var columns: [Column]
  public var rows: [Row]
  /// What was left out, coverage, policies: one line each.
  public var footers: [[Inline]]

  public init(caption: [Inline] = [], columns: [Column], rows: [Row], footers: [[Inline]] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.footers = footers
  }

  /// One column's heading and how its cells stand.
  public struct Column: Hashable, Sendable {
    public var title: [Inline]
    /// The column's name in CSV and JSON.
    public var name: String
    public var alignment: Alignment
    /// Whether the cells are figures: they are right-aligned, on the decimal point where they are simple.
    public var isNumeric: Bool

    /// `name` is the title's text, and the alignment follows `isNumeric`, unless given.
    public init(title: [Inline], name: String? = nil, alignment: Alignment? = nil, isNumeric: Bool = false) {
      self.title = title
      self.name = name ?? plainText(title)
      self.alignment = alignment ?? (isNumeric ? .trailing : .leading)
      self.isNumeric = isNumeric
    }

    /// A column headed by a plain text.
    public init(_ title: String, isNumeric: Bool = false) {
      self.init(title: [.text(title)], name: title, isNumeric: isNumeric)
    }
  }

  /// Where a cell's text stands in its column.
  public enum Alignment: Hashable, Sendable {
    case leading, center, trailing
  }

  /// One row. Missing cells at its end are empty; cells beyond the last column are ignored by no renderer: they get unnamed columns.
  public struct Row: Hashable, Sendable {
    public var cells: [Cell]
    public var band: Band
    /// A short word or sign that sets the row apart (`unranked`, `incomplete`); nil for most rows.
    public var mark: String?

    public init(cells: [Cell], band: Band = .certain, mark: String? = nil) {
      self.cells = cells
      self.band = band
      self.mark = mark
    }
  }

  /// Whether a row surely belongs to the answer or only perhaps.
  public enum Band: Hashable, Sendable {
    case certain, possible
  }

  /// What stands where a row and a column meet.
  public struct Cell: Hashable, Sendable {
    public var content: [Inline]

    public init(_ content: [Inline]) {
      self.content = content
    }

    /// A cell of plain text.
    public init(_ text: String) {
      self.content = [.text(text)]
    }
  }
}
