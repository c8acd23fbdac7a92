import Evidence
public import Tables
import Names

/// The columns of a table as far as they are known before anything is evaluated.
public struct TableShape: Hashable, Sendable {
  /// What the table is called: `files`.
  public var name: String
  public var columns: [ColumnShape]
  /// The column that says which entity a row is about, so that a bare property is asked of it.
  public var subject: String?
  /// There may be more columns, which only the cells tell.
  public var isOpen: Bool
  /// Whether each row is a claim, so that the names of properties, statuses and kinds stand for themselves.
  public var isOfClaims = false

  public init(name: String, columns: [ColumnShape], subject: String? = nil, isOpen: Bool = false) {
    self.name = name
    self.columns = columns
    self.subject = subject
    self.isOpen = isOpen
  }

  /// The column of that name; case and accents don't matter.
  public func column(named name: String) -> ColumnShape? {
    let folded = foldName(name)
    return columns.first { $0.folded == folded }
  }

  /// The columns of dates.
  public var timeColumns: [ColumnShape] { columns.filter { $0.type == .time } }

  /// Puts a column in, in the place of one of its name.
  mutating func set(_ column: ColumnShape) {
    if let index = columns.firstIndex(where: { $0.folded == column.folded }) {
      columns[index] = column
    } else {
      columns.append(column)
    }
  }

  /// Forgets the entity that rows are about where its column is gone.
  mutating func settle() {
    if let name = subject, column(named: name) == nil { subject = nil }
  }
}

/// One column: what its cells are.
public struct ColumnShape: Hashable, Sendable {
  public var name: String
  /// Its name as names are compared.
  public let folded: String
  public var type: StaticType
  /// Of numbers; nil where nobody has said it.
  public var sort: SortOfQuantity?

  public init(_ name: String, _ type: StaticType, sort: SortOfQuantity? = nil) {
    self.name = name
    folded = foldName(name)
    self.type = type
    self.sort = sort
  }

  /// A column of a file, as its reader found it.
  init(_ column: ColumnDescription) {
    let type: StaticType
    switch column.type {
    case .integer, .real, .quantity: type = .quantity(QuantityType(unit: column.unit == .none ? nil : column.unit))
    case .text: type = .text
    case .date: type = .time
    case .boolean: type = .verdict
    case .entity: type = .entity(nil)
    }
    self.init(column.name, type, sort: column.sort)
  }
}
