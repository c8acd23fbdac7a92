public import Evidence

/// What is known of a column besides its cells.
public struct ColumnDescription: Sendable {
  public var name: String
  public var type: ColumnType
  /// Of numbers; nil where nobody has said it.
  public var sort: SortOfQuantity?
  public var unit: Unit
  /// Of dates: what a cell stands for.
  public var resolution: DateResolution
  /// Of text and entities.
  public var dictionary: TextDictionary?

  public init(
    _ name: String, _ type: ColumnType, sort: SortOfQuantity? = nil, unit: Unit = .none, resolution: DateResolution = .day,
    dictionary: TextDictionary? = nil
  ) {
    self.name = name
    self.type = type
    self.sort = sort
    self.unit = unit
    self.resolution = resolution
    self.dictionary = dictionary
  }
}

/// The columns of a table, in order; no two names fold to the same.
public struct Schema: Sendable {
  public var columns: [ColumnDescription]
  public init(_ columns: [ColumnDescription]) { self.columns = columns }
}
