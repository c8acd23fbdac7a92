/// One claim as cells.
public struct ClaimRow: Hashable, Sendable {
  /// What a column holds, and the bytes of the file where it stands.
  public struct Cell: Hashable, Sendable {
    public var text: String
    public var range: Range<Int>
  }

  /// Cells with something in them.
  public var cells: [ClaimColumn: Cell]
  /// Its row in the file, counted from 1 with the headings.
  public var number: Int
  /// Its bytes in the file.
  public var range: Range<Int>

  /// The text of a column; empty where there is none.
  public subscript(column: ClaimColumn) -> String { cells[column]?.text ?? "" }

  /// The texts of all columns, in their order: rows are the same claim if these are equal.
  public var texts: [String] { ClaimColumn.allCases.map { self[$0] } }
}
