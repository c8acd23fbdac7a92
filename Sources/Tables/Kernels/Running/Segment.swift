import Names

/// A stretch of a pipeline through which chunks stream: a source, the columns that may be asked for, and what is done with each chunk in
/// turn. Formulas are pure, so that a derived column is worked out only when it is asked for, and only for the rows that are left.
struct Segment: Sendable {
  /// Where a column comes from. Slots are never renumbered; `select` and `rename` change only what is visible.
  enum Slot: Sendable {
    case source(Int)
    case derived(Bound)
    /// Of the other table of the join that has this number.
    case joined(Int, column: Int)
    /// The key and the value of the unpivot.
    case unpivotKey
    case unpivotValue
  }

  /// What is done with each chunk.
  enum Operation: Sendable {
    case filter(Bound, missing: [String])
    case join(HashJoin, number: Int)
    case unpivot(Unpivoter)
    /// Leaves out rows whose cell is empty, as the unpivot does that they come from.
    case dropEmpty(slot: Int, name: String)

    /// The slots that it reads.
    var slots: Set<Int> {
      switch self {
      case .filter(let condition, _): condition.slots
      case .join(let join, _): join.leftKeys.reduce(into: []) { $0.formUnion($1.slots) }
      case .unpivot(let unpivoter): Set(unpivoter.valueSlots + (unpivoter.yearSlot.map { [$0] } ?? []))
      case .dropEmpty(let slot, _): [slot]
      }
    }
  }

  /// A column that later steps can name.
  struct Visible: Sendable {
    var description: ColumnDescription
    var slot: Int
    /// Which of the sums by month of `periods` it is, if it is one.
    var part: Int?
  }

  let source: any TableSource
  private(set) var slots: [Slot]
  var operations: [Operation] = []
  var visible: [Visible]
  /// Columns of a table in memory that no step can name: whether a row is only possible, its range of ranks, whether it is even with the
  /// row before it.
  var bandSlot: Int?
  var rankSlots: (low: Int, high: Int)?
  var tieSlot: Int?
  /// Sums by month of a group by years, and the column that has each row's place among them.
  var periods: PeriodParts?
  var periodSlot: Int?
  /// Texts that were compared with columns of the source.
  var literals: [(column: String, text: String, dictionary: TextDictionary)] = []
  /// Whether there may be rows that are only possible.
  var hasBand = false
  var joins: [HashJoin] = []
  /// Whether boolean columns of the source may hold maybes.
  var holdsMaybes = false
  /// Of an unpivot of months: the slot of the month, and the column of its year.
  var unpivotedYear: (key: Int, year: Visible)?

  /// How many joins there are.
  var joinCount: Int { joins.count }

  /// The slots of the key and the value of the unpivot; nil where there is none, or where rows are repeated by a join after it.
  var unpivotSlots: Set<Int>? {
    guard let index = operations.firstIndex(where: { if case .unpivot = $0 { true } else { false } }),
      case .unpivot(let unpivoter) = operations[index],
      !operations[index...].contains(where: { if case .join = $0 { true } else { false } })
    else { return nil }
    return [unpivoter.keySlot, unpivoter.valueSlot]
  }

  /// The numbers of the joins that parts of an unpivot go through.
  var joinsAfterUnpivot: Set<Int> {
    guard let index = operations.firstIndex(where: { if case .unpivot = $0 { true } else { false } }) else { return [] }
    return operations[index...].reduce(into: []) { joins, operation in
      if case .join(_, let number) = operation { joins.insert(number) }
    }
  }

  /// Whether a chunk becomes several batches.
  var hasUnpivot: Bool { operations.contains { if case .unpivot = $0 { true } else { false } } }

  /// A column of the other table of a join, for rows of that table.
  func joinedColumn(_ join: Int, _ column: Int, rows: [Int32]) -> Column { joins[join].column(column, rows: rows) }

  /// All columns of a source.
  init(_ source: any TableSource) {
    self.source = source
    slots = source.schema.columns.indices.map { .source($0) }
    visible = source.schema.columns.enumerated().map { Visible(description: $1, slot: $0) }
    // A file has no maybes; a table that was made in memory may.
    if let table = source as? Table {
      holdsMaybes = table.chunks.contains { chunk in
        chunk.contains { if case .boolean(let cells) = $0 { cells.contains(Truth.maybe) } else { false } }
      }
    }
  }

  /// A whole table of the step before, with what is known of its rows.
  init(_ rows: Rows, chunkRowCount: Int = Chunks.maximumRowCount) {
    var descriptions = rows.descriptions
    var columns = rows.columns
    func hidden(_ column: Column, _ type: ColumnType) -> Int {
      descriptions.append(ColumnDescription("", type))
      columns.append(column)
      return columns.count - 1
    }
    let shown = rows.descriptions.count
    let band = rows.isPossible.map { hidden(.boolean($0), .boolean) }
    let ranks = rows.ranks.map { (hidden(.integer32($0.low), .integer), hidden(.integer32($0.high), .integer)) }
    let tie = rows.ties.map { hidden(.boolean($0), .boolean) }
    let period = rows.periodRows.map { hidden(.integer32($0), .integer) }
    // A table without columns has its rows counted by one that nobody sees.
    if columns.isEmpty { _ = hidden(.boolean([UInt8](repeating: Truth.yes, count: rows.rowCount)), .boolean) }
    self.init(Table(schema: Schema(descriptions), cutting: columns, rowCount: rows.rowCount))
    visible = (0..<shown).map {
      Visible(description: descriptions[$0], slot: $0, part: rows.parts.isEmpty ? nil : rows.parts[$0])
    }
    (bandSlot, rankSlots, tieSlot, periodSlot) = (band, ranks.map { (low: $0.0, high: $0.1) }, tie, period)
    periods = rows.periods
    hasBand = band != nil
    holdsMaybes = rows.holdsMaybes
  }

  /// Adds a column and returns its slot.
  mutating func add(_ slot: Slot) -> Int {
    slots.append(slot)
    return slots.count - 1
  }

  /// Adds a filter: at the end, or before an unpivot, of whose parts it would ask the same each time, and before what leaves out the empty
  /// cells of one. Not past another filter, so that each counts what is missing of the rows that the ones before it left.
  mutating func add(filter condition: Bound) {
    let operation = Operation.filter(condition, missing: names(of: condition.slots))
    if case .unpivot? = operations.last, let slots = unpivotSlots, closure(of: condition.slots).isDisjoint(with: slots) {
      operations.insert(operation, at: operations.count - 1)
    } else if case .dropEmpty(let slot, _)? = operations.last, !closure(of: condition.slots).contains(slot) {
      operations.insert(operation, at: operations.count - 1)
    } else {
      operations.append(operation)
    }
  }

  /// Lets the empty cells of an unpivot stay, so that each later question counts those that it leaves out; the name of their column. Nil
  /// where there is none that can be seen, or later steps look at it.
  mutating func keepEmptyCells() -> String? {
    guard let index = operations.firstIndex(where: { if case .unpivot = $0 { true } else { false } }),
      case .unpivot(var unpivoter) = operations[index], !unpivoter.keepsEmptyCells,
      // Its values may have been given a unit since.
      let column = visible.first(where: {
        foldName($0.description.name) == foldName(unpivoter.valueName) && closure(of: [$0.slot]).contains(unpivoter.valueSlot)
      }),
      !operations[(index + 1)...].contains(where: { closure(of: $0.slots).contains(unpivoter.valueSlot) })
    else { return nil }
    unpivoter.keepsEmptyCells = true
    operations[index] = .unpivot(unpivoter)
    return column.description.name
  }

  /// The place of a visible column, if there is one of that name.
  func index(of name: String) -> Int? {
    if let exact = visible.firstIndex(where: { $0.description.name == name }) { return exact }
    let folded = foldName(name)
    return visible.firstIndex { foldName($0.description.name) == folded }
  }

  /// The visible column of a name. Throws `wrongStep` with the nearest one where there is none.
  func column(named name: String) throws -> Visible {
    if let index = index(of: name) { return visible[index] }
    throw TableError.wrongStep(
      "there is no column \(name)", notes: Self.notes(near: name, among: visible.map(\.description.name)))
  }

  /// What visible columns are called that some slots belong to.
  func names(of slots: Set<Int>) -> [String] {
    var slots = slots
    // The year of a month that an unpivot made is read off another column.
    if let unpivotedYear, slots.contains(unpivotedYear.year.slot) { slots.insert(unpivotedYear.key) }
    return visible.filter { slots.contains($0.slot) }.map(\.description.name)
  }

  private static func notes(near name: String, among names: [String]) -> [String] {
    let wanted = Array(foldName(name))
    let near = names.compactMap { other in editDistance(wanted, Array(foldName(other)), limit: 2).map { (other, $0) } }
    if let nearest = near.min(by: { $0.1 < $1.1 }) { return ["did you mean \(nearest.0)?"] }
    return ["its columns are: " + names.prefix(30).joined(separator: ", ")]
  }

  /// These slots and all that they are worked out from.
  func closure(of slots: Set<Int>) -> Set<Int> {
    var all = slots
    var open = Array(slots)
    while let slot = open.popLast() {
      guard case .derived(let bound) = self.slots[slot] else { continue }
      for input in bound.slots where all.insert(input).inserted { open.append(input) }
    }
    return all
  }

  /// The slots that are still needed before each operation, and last those that are needed after all of them. What is `shared` is asked of
  /// the rows that an unpivot begins with, and not of its parts.
  func needs(of wanted: Set<Int>, shared: Set<Int> = []) -> [Set<Int>] {
    var needs = [closure(of: wanted.union(hiddenSlots))]
    for operation in operations.reversed() {
      var slots = (needs.last ?? []).union(operation.slots)
      if case .unpivot = operation { slots.formUnion(shared) }
      needs.append(closure(of: slots))
    }
    return needs.reversed()
  }

  private var hiddenSlots: [Int] { [bandSlot, rankSlots?.low, rankSlots?.high, tieSlot, periodSlot].compactMap(\.self) }

  /// Which of these slots are columns of the source.
  func sourceColumns(_ needed: Set<Int>) -> [Int] {
    needed.compactMap { if case .source(let column) = slots[$0] { column } else { nil } }.sorted()
  }
}
