/// A formula whose columns have been found and whose types are known.
struct Bound: Sendable {
  /// Type, unit, sort and dictionary of what it gives; the name is that of a column that stands alone.
  var description: ColumnDescription
  /// Whether a boolean may be a maybe.
  var mayBeMaybe = false
  /// Where it is the same for all rows.
  var constant: Constant?
  /// The columns that it reads.
  var slots: Set<Int>
  /// One cell for each row.
  var evaluate: @Sendable (Batch) throws -> Column
  /// A condition's rows in one loop, where there is a shorter way than by `evaluate`.
  var select: (@Sendable (Batch) throws -> RowSelection)?

  /// The column whose cells it gives as they are, where it does no more.
  var referredSlot: Int?
  /// Of the condition that a column holds a text: the column, and the text's code, which is asked for after its cells are there.
  var textEquality: (slot: Int, code: @Sendable () -> UInt32)?

  init(
    _ description: ColumnDescription, mayBeMaybe: Bool = false, constant: Constant? = nil, slots: Set<Int>,
    select: (@Sendable (Batch) throws -> RowSelection)? = nil, evaluate: @escaping @Sendable (Batch) throws -> Column
  ) {
    self.description = description
    self.mayBeMaybe = mayBeMaybe
    self.constant = constant
    self.slots = slots
    self.select = select
    self.evaluate = evaluate
  }

  /// What its cells are.
  var type: ColumnType { description.type }

  /// Whether it is a number that may be compared and added up.
  var isNumber: Bool { type == .integer || type == .real || type == .quantity }

  /// Whether its cells are codes of a dictionary.
  var isText: Bool { type == .text || type == .entity }
}
