import Evidence
import Names

/// Goes through the steps of a pipeline. Steps that look at one row at a time are added to the segment that streams; those that need all
/// rows run it and begin a new one with what came out.
struct PipelineRunner {
  let execution: Execution
  var segment: Segment
  var notes: [PipelineNote] = []

  /// Before the first step.
  init(_ pipeline: Pipeline, execution: Execution) {
    self.execution = execution
    let kept = pipeline.source as? KeptTable
    segment = kept?.rows.map { Segment($0) } ?? Segment(pipeline.source)
    notes = kept?.notes ?? []
    if let name = kept?.columnWithEmptyCells, let index = segment.index(of: name) {
      segment.operations.append(.dropEmpty(slot: segment.visible[index].slot, name: name))
    }
  }

  /// Goes through all steps.
  mutating func run(_ steps: [PipelineStep]) throws -> Rows {
    try advance(through: steps)
    return try collect()
  }

  /// As `run`, with the rows as they come, in no one piece; nil where some may be only possible.
  mutating func table(_ steps: [PipelineStep]) throws -> KeptTable? {
    try advance(through: steps)
    guard !segment.hasBand else { return nil }
    let name = segment.keepEmptyCells()
    let table = try Collecting(segment: segment, execution: execution).table(notes: &notes)
    return KeptTable(table, notes: notes, columnWithEmptyCells: name)
  }

  /// Goes through all steps, but leaves the last segment to be run.
  mutating func advance(through steps: [PipelineStep]) throws {
    for (index, step) in steps.enumerated() {
      if execution.isCancelled() { throw TableError.cancelled }
      try apply(step, next: steps.dropFirst(index + 1).first)
    }
  }

  private mutating func apply(_ step: PipelineStep, next: PipelineStep?) throws {
    switch step {
    case .filter(let condition): try filter(condition)
    case .select(let columns): try select(columns)
    case .derive(let columns): try derive(columns)
    case .rename(let names): try rename(names)
    case .drop(let names): try drop(names)
    case .sort(let keys):
      if case .take(let count)? = next { try sort(keys, taking: max(0, count)) } else { try sort(keys) }
    case .take(let count): try take(max(0, count))
    case .skip(let count): try skip(max(0, count))
    case .top(let count, let keys, let within): try top(max(0, count), keys, within)
    case .group(let keys, let aggregates): begin(try group(keys, aggregates))
    case .join(let join): try self.join(join)
    case .pivot(let key, let cells): try pivot(key: key, cells: cells)
    case .unpivot(let unpivot): try self.unpivot(unpivot)
    case .union(let other): try union(other)
    case .distinct:
      begin(try group(segment.visible.map { NamedExpression(column: $0.description.name) }, [], isInOrderOfRows: true))
    case .count: begin(try group([], [Aggregate("count", .count)]))
    case .sample(let count, let seed): try sample(max(0, count), seed)
    case .balanced(let over, let within): try balanced(over, within)
    case .wholeYears(let name): try wholeYears(name)
    }
  }

  /// Runs the segment.
  mutating func collect(extra: [Bound] = [], limit: Int? = nil) throws -> (rows: Rows, extra: [Column]) {
    try Collecting(segment: segment, execution: execution).run(extra: extra, limit: limit, notes: &notes)
  }

  /// Runs the segment, without further columns.
  mutating func collect() throws -> Rows { try collect(extra: []).rows }

  /// Goes on with a whole table.
  mutating func begin(_ rows: Rows) { segment = Segment(rows) }

  // MARK: Formulas

  /// Binds formulas, of the column of a name if they make one; windows in them are worked out first, which runs the segment.
  mutating func bind(of name: String? = nil, _ body: (inout Binder) throws -> Void) throws {
    var binder = Binder(segment)
    try body(&binder)
    if !binder.windows.isEmpty {
      let columns = try windows(binder.windows, of: name)
      binder = Binder(segment, windowColumns: columns)
      try body(&binder)
    }
    segment.literals += binder.literals
  }

  // MARK: Steps that stream

  /// Keeps rows by a condition.
  mutating func filter(_ condition: TableExpression) throws {
    // A condition of several is taken apart, so that each is asked only of the rows that the ones before left.
    var parts = [condition]
    var flat: [TableExpression] = []
    while let part = parts.popLast() {
      if case .and(let left, let right) = part { parts += [right, left] } else { flat.append(part) }
    }
    var bounds: [Bound] = []
    try bind { binder in
      bounds = []
      for part in flat { bounds.append(try binder.condition(part)) }
    }
    for bound in bounds {
      segment.add(filter: bound)
      if bound.mayBeMaybe { segment.hasBand = true }
    }
    forgetOrder()
  }

  /// Ranks and ties are those of all rows that were sorted.
  private mutating func forgetOrder() {
    segment.rankSlots = nil
    segment.tieSlot = nil
  }

  /// Shows these columns only.
  mutating func select(_ columns: [NamedExpression]) throws {
    let selected = try bindColumns(columns)
    segment.visible = []
    for column in selected { try show(column) }
  }

  /// Shows further columns.
  mutating func derive(_ columns: [NamedExpression]) throws {
    // One after the other, so that later ones may use earlier ones.
    for column in columns {
      guard let bound = try bindColumns([column]).first else { continue }
      if let index = segment.index(of: column.name) { segment.visible[index] = bound } else { try show(bound) }
    }
  }

  private mutating func bindColumns(_ columns: [NamedExpression]) throws -> [Segment.Visible] {
    var bounds: [Bound] = []
    try bind(of: columns.count == 1 ? columns.first?.name : nil) { bounds = try $0.bindAll(columns.map(\.expression)) }
    return columns.indices.map { index in
      var description = bounds[index].description
      description.name = columns[index].name
      if case .column(let name) = columns[index].expression, let known = segment.index(of: name) {
        return Segment.Visible(description: description, slot: segment.visible[known].slot, part: segment.visible[known].part)
      }
      return Segment.Visible(description: description, slot: segment.add(.derived(bounds[index])))
    }
  }

  /// Adds a visible column. Throws `wrongStep` if there is one of that name.
  mutating func show(_ column: Segment.Visible) throws {
    guard segment.index(of: column.description.name) == nil else {
      throw TableError.wrongStep("there are two columns \(column.description.name)", notes: ["give one of them another name"])
    }
    segment.visible.append(column)
  }

  /// Names columns anew. Throws `wrongStep` where two would have one name.
  mutating func rename(_ names: [(from: String, to: String)]) throws {
    var renamed: [(index: Int, to: String)] = []
    for (from, to) in names {
      let slot = try segment.column(named: from).slot
      if let index = segment.visible.firstIndex(where: { $0.slot == slot && foldName($0.description.name) == foldName(from) }) {
        renamed.append((index, to))
      }
    }
    for (index, to) in renamed { segment.visible[index].description.name = to }
    var seen: Set<String> = []
    for column in segment.visible where !seen.insert(foldName(column.description.name)).inserted {
      throw TableError.wrongStep("there are two columns \(column.description.name)", notes: ["give one of them another name"])
    }
  }

  /// Hides columns.
  mutating func drop(_ names: [String]) throws {
    for name in names {
      _ = try segment.column(named: name)
      segment.visible.removeAll { foldName($0.description.name) == foldName(name) }
    }
  }

  /// Matches rows with those of another pipeline, which is run first.
  mutating func join(_ join: TableJoin) throws {
    var runner = PipelineRunner(join.other, execution: execution)
    let rows = try runner.run(join.other.steps)
    notes += runner.notes
    let other = Segment(rows)
    var (leftKeys, rightKeys): ([Bound], [Bound]) = ([], [])
    try bind { leftKeys = try $0.bindAll(join.keys.map(\.left)) }
    var otherRunner = runner
    otherRunner.segment = other
    try otherRunner.bind { rightKeys = try $0.bindAll(join.keys.map(\.right)) }
    let keys = try otherRunner.collect(extra: rightKeys).extra
    let hash = try HashJoin(
      kind: join.kind, leftKeys: leftKeys,
      other: HashJoin.Other(
        name: join.otherName, keys: keys, keyDescriptions: rightKeys.map(\.description), columns: rows.columns,
        rowCount: rows.rowCount, isPossible: rows.isPossible?.map { $0 == 1 } ?? []))
    let number = segment.joins.count
    segment.joins.append(hash)
    segment.operations.append(.join(hash, number: number))
    forgetOrder()
    segment.periodSlot = nil
    if hash.hasPossible { segment.hasBand = true }
    if rows.holdsMaybes { segment.holdsMaybes = true }
    if join.kind != .anti { try showJoined(rows, join, number, leftKeys, rightKeys) }
    guard join.expectsAllMatched else { return }
    // Whether all match is known only when all rows are through.
    begin(try collect())
    if case .joined(let report)? = notes.last(where: { if case .joined = $0 { true } else { false } }), report.leftUnmatched > 0 {
      throw TableError.wrongStep(
        "\(report.leftUnmatched) rows match nothing in \(join.otherName)",
        notes: ["without a match: " + report.leftoverKeys.joined(separator: "; ")])
    }
  }

  /// The other table's columns, without the keys that say the same under the same name.
  private mutating func showJoined(
    _ rows: Rows, _ join: TableJoin, _ number: Int, _ leftKeys: [Bound], _ rightKeys: [Bound]
  ) throws {
    let same = Set(
      leftKeys.indices.map {
        foldName(rightKeys[$0].description.name) == foldName(leftKeys[$0].description.name)
          ? foldName(rightKeys[$0].description.name) : ""
      })
    for (index, description) in rows.descriptions.enumerated()
    where !same.contains(foldName(description.name)) || description.name.isEmpty {
      var description = description
      if segment.index(of: description.name) != nil { description.name = "\(join.otherName)_\(description.name)" }
      try show(Segment.Visible(description: description, slot: segment.add(.joined(number, column: index))))
    }
  }

  /// Makes rows of columns.
  mutating func unpivot(_ unpivot: TableUnpivot) throws {
    // Twice in one segment would need rows that stand for two columns at once.
    if segment.hasUnpivot { begin(try collect()) }
    let columns = try unpivot.columns.map { try segment.column(named: $0) }
    guard let first = columns.first else { throw TableError.wrongStep("unpivot names no column") }
    var year: Segment.Visible?
    if case .months(let name, _) = unpivot.key {
      guard columns.count == 12 else { throw TableError.wrongStep("months are twelve columns, and these are \(columns.count)") }
      year = try segment.column(named: name)
      guard let type = year?.description.type, type == .integer || type == .real else {
        throw TableError.wrongStep("\(name) holds no years")
      }
    }
    let description = try Self.common(columns.map(\.description), unpivot)
    let gone = Set(columns.map(\.slot))
    let yearSlot = year.map { segment.add(.derived(Self.years($0))) }
    segment.visible.removeAll { gone.contains($0.slot) }
    let keySlot = segment.add(.unpivotKey)
    let valueSlot = segment.add(.unpivotValue)
    var codes: [UInt32] = []
    switch unpivot.key {
    case .names(let name):
      let dictionary = TextDictionary()
      codes = columns.map { dictionary.code(of: $0.description.name) }
      try show(Segment.Visible(description: ColumnDescription(name, .text, dictionary: dictionary), slot: keySlot))
    case .months(_, let name):
      try show(Segment.Visible(description: ColumnDescription(name, .date, resolution: .month), slot: keySlot))
      if let yearSlot {
        segment.unpivotedYear = (keySlot, Segment.Visible(description: ColumnDescription("", .integer), slot: yearSlot))
      }
    }
    try show(Segment.Visible(description: description, slot: valueSlot))
    segment.operations.append(
      .unpivot(
        Unpivoter(
          valueSlots: columns.map(\.slot), yearSlot: yearSlot, keySlot: keySlot, valueSlot: valueSlot, nameCodes: codes,
          type: description.type, valueName: first.description.name == unpivot.value ? first.description.name : unpivot.value,
          keepsEmptyCells: unpivot.keepsEmptyCells)))
    forgetOrder()
    segment.periodSlot = nil
  }

  /// The years of a column, missing where the calendar has none.
  private static func years(_ column: Segment.Visible) -> Bound {
    Bound(ColumnDescription("", .integer), slots: [column.slot]) { batch in
      let cells = try batch.column(column.slot)
      if case .integer32(let years) = cells { return .integer32(years.map { Day.years.contains(Int($0)) ? $0 : .min }) }
      return .integer32(
        cells.reals().map { year in Int32(exactly: year).flatMap { Day.years.contains(Int($0)) ? $0 : nil } ?? .min })
    }
  }

  private static func common(_ columns: [ColumnDescription], _ unpivot: TableUnpivot) throws -> ColumnDescription {
    var result = columns[0]
    result.name = unpivot.value
    result.sort = unpivot.sort ?? result.sort
    let numbers: Set<ColumnType> = [.integer, .real, .quantity]
    if columns.allSatisfy({ numbers.contains($0.type) }) {
      let types = Set(columns.map(\.type))
      result.type = types.contains(.quantity) ? .quantity : types.contains(.real) ? .real : .integer
      return result
    }
    guard columns.allSatisfy({ $0.type == result.type && $0.dictionary === result.dictionary }) else {
      throw TableError.wrongStep("the columns of an unpivot must be of one type")
    }
    return result
  }
}
