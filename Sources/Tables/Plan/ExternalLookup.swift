/// A question to the host, such as a property of the casebook: asked for a table of keys, every combination once, it answers with one
/// cell for each.
public struct ExternalLookup: Sendable {
  /// What it is called in messages.
  public var name: String
  /// What it answers with; its `type` must be that of the column that `answer` gives.
  public var result: ColumnDescription
  /// One column for each key, all of the same length, with their descriptions: text and entities by the dictionary of the key.
  public var answer: @Sendable (_ keys: [Column], _ descriptions: [ColumnDescription]) throws -> Column

  /// `answer` is never called by two workers at once.
  public init(
    name: String, result: ColumnDescription,
    answer: @escaping @Sendable (_ keys: [Column], _ descriptions: [ColumnDescription]) throws -> Column
  ) {
    self.name = name
    self.result = result
    self.answer = answer
  }
}
