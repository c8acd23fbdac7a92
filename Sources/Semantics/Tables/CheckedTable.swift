public import Casebook
public import Diagnostics
public import Evidence
public import Tables

/// A call of a function of columns.
public struct CheckedColumnCall: Sendable {
  public var function: TableFunction
  public var arguments: [CheckedExpression]
  /// Only the rows that it holds for; of aggregates.
  public var condition: CheckedExpression?
  /// Columns for whose combinations a window starts anew.
  public var within: [String]
  /// How far back a window reaches.
  public var extent: WindowFunction.Extent?
  /// The column that says when a row is, for windows that reach back over time.
  public var over: String?
  /// A column that tells rows of one time apart, such as their place, where a window runs over all of them.
  public var across: String?
  /// The change from what `previous` gives.
  public var isChange = false
  /// The least or greatest of several columns of a row.
  public var isOfOneRow = false
  public init(
    _ function: TableFunction, _ arguments: [CheckedExpression], condition: CheckedExpression? = nil, within: [String] = [],
    extent: WindowFunction.Extent? = nil
  ) {
    self.function = function
    self.arguments = arguments
    self.condition = condition
    self.within = within
    self.extent = extent
  }
}

/// A figure of a table for the entity that a measure speaks of: `sum(files.n where …)`.
public struct CheckedTableFigure: Sendable {
  /// The folded name of the table.
  public var table: String
  public var call: CheckedColumnCall
  /// The column that says which entity a row is about.
  public var subject: String
  /// The column that says when; nil where the table has none.
  public var time: ColumnShape?
  /// Tells figures apart, so that each is worked out once.
  public var range: SourceRange
  public init(table: String, call: CheckedColumnCall, subject: String, time: ColumnShape?, range: SourceRange) {
    self.table = table
    self.call = call
    self.subject = subject
    self.time = time
    self.range = range
  }
}

/// Two vintages of figures, to be set side by side.
public struct CheckedRevisions: Sendable {
  public var older: CheckedExpression
  public var newer: CheckedExpression
  public var keys: [String]
  public var values: [String]
  public init(older: CheckedExpression, newer: CheckedExpression, keys: [String], values: [String]) {
    self.older = older
    self.newer = newer
    self.keys = keys
    self.values = values
  }
}

/// Claims as rows of a table.
public struct ClaimRows: Sendable {
  public var collection: ClaimCollection
  /// The columns that are made.
  public var columns: [ClaimColumn]
  /// Whether values are counted with or put in an order, so that they must be of one sort.
  public var measuresValues: Bool
  public init(_ collection: ClaimCollection, _ columns: [ClaimColumn], measuresValues: Bool = false) {
    self.collection = collection
    self.columns = columns
    self.measuresValues = measuresValues
  }
}

/// A verb over the columns of a table.
public enum CheckedRowStep: Sendable {
  case filter(CheckedExpression)
  case select([CheckedColumn])
  case derive([CheckedColumn])
  case drop([String])
  case rename([(from: String, to: String)])
  case sort([(key: CheckedExpression, descending: Bool)])
  case take(Int)
  case skip(Int)
  case top(Int, by: [(key: CheckedExpression, descending: Bool)], within: [String])
  case group(by: [CheckedColumn], [CheckedColumn])
  case join(TableJoin.Kind, CheckedExpression, keys: [(left: String, right: String)], expectsAllMatched: Bool)
  case pivot(key: String, cells: String)
  case unpivot([String], key: String, value: String)
  case union(CheckedExpression)
  case distinct([String])
  case count
  case describe
  case sample(Int, seed: UInt64)
  case balanced(over: String, within: [String])
  case wholeYears(String)
}

/// A file of data and what is done with its columns before anyone asks.
public struct CheckedLoad: Sendable {
  public enum Step: Sendable {
    /// A column of entities, found by the codes or names in another one.
    case match(column: String, from: String, kind: KindID)
    /// Columns of names become columns of entities where the names are known.
    case entities([String], kind: KindID)
    case months([String], year: String, name: String, time: String)
    /// A date column under the name `time`, and when it ends, where that is said.
    case time(CheckedExpression, until: CheckedExpression?)
    case filter(CheckedExpression)
    case derive(CheckedColumn)
    case sort(column: String, SortOfQuantity, Unit)
  }
  /// As it was written, folded.
  public var name: String
  public var path: String
  public var file: OpenedFile
  public var steps: [Step]
  public var shape: TableShape
  public var source: SourceOfData?
  public var licence: String?
  public var retrieved: TimeSpan?
  public var provided: [ProvidedProperty]

  public init(name: String, path: String, file: OpenedFile, shape: TableShape) {
    self.name = name
    self.path = path
    self.file = file
    self.shape = shape
    steps = []
    provided = []
  }
}

/// Whose figures a file has.
public enum SourceOfData: Sendable {
  /// A source of the casebook.
  case known(SourceID)
  /// One that no casebook has, by what the block calls it.
  case title(String)
}

/// A property that a table answers for: `provides place.population = people`.
public struct ProvidedProperty: Sendable {
  public var property: PropertyID
  public var value: CheckedExpression
  public var subject: String
  /// Nil where the table says the same for all times.
  public var time: ColumnShape?
  public init(property: PropertyID, value: CheckedExpression, subject: String, time: ColumnShape?) {
    self.property = property
    self.value = value
    self.subject = subject
    self.time = time
  }
}
