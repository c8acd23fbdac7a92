extension PipelineRunner {
  /// The workers' groups. Unchecked, since the scan hands each of its workers a number of its own, and all have ended before the groups
  /// are merged.
  private final class GroupWorkers: @unchecked Sendable {
    private let workers: [GroupWorker]

    init(_ grouping: Grouping, _ execution: Execution) {
      workers = (0..<execution.workerCount).map { _ in GroupWorker(grouping, memoryLimit: execution.memoryLimit) }
    }

    func add(_ batch: Batch, worker: Int) throws {
      guard workers.indices.contains(worker) else { throw TableError.wrongStep("more workers came than were asked for") }
      try workers[worker].add(batch)
    }

    func merged(_ notes: inout [PipelineNote], _ execution: Execution) throws -> Rows {
      for other in workers.dropFirst() { workers[0].absorb(other) }
      return try workers[0].rows(&notes, execution)
    }
  }

  /// Runs the segment into groups, in the order of their keys, or else of their first rows.
  mutating func group(_ keys: [NamedExpression], _ aggregates: [Aggregate], isInOrderOfRows: Bool = false) throws -> Rows {
    // Groups of groups by years are few rows; which of the years are left decides what is said of them.
    if segment.periodSlot != nil, !segment.operations.isEmpty { begin(try collect()) }
    var binder = Binder(segment)
    var grouping = try Grouping(keys: keys, aggregates, binder: &binder)
    grouping.isInOrderOfRows = isInOrderOfRows
    segment.literals += binder.literals
    let run = SegmentRun(segment, wanted: grouping.slots, shared: grouping.sharedSlots, execution: execution)
    var own: [PipelineNote] = []
    var rows = try Self.rows(of: run, grouping, execution, &own)
    notes += run.notes() + own
    if grouping.period == nil { try noteIncompleteYears(keys, aggregates) }
    if let periods = rows.periods, periods.hasIncompleteYear, let byMonth = grouping.byMonth() {
      rows.periodRows = Array(0..<Int32(truncatingIfNeeded: rows.rowCount))
      rows.parts = keys.map { _ in nil } + grouping.figures.indices.map { grouping.additive.firstIndex(of: $0) }
      let keyColumns = Array(rows.columns.prefix(keys.count))
      rows.periods?.sums = { [segment, execution, rowCount = rows.rowCount] in
        var unused: [PipelineNote] = []
        let run = SegmentRun(segment, wanted: byMonth.slots, execution: execution)
        let fine = try Self.rows(of: run, byMonth, execution, &unused)
        return Self.sumsByMonth(fine, keyColumns, rowCount)
      }
    }
    return rows
  }

  /// Of groups by the month or the quarter of a date: says which years have not all months, so that one month has a year less than another.
  private mutating func noteIncompleteYears(_ keys: [NamedExpression], _ aggregates: [Aggregate]) throws {
    let dates = keys.compactMap { key -> TableExpression? in
      guard case .dateFunction(let part, let arguments) = key.expression, part == .month || part == .quarter else { return nil }
      return arguments.first
    }
    guard let date = dates.first else { return }
    let witness = aggregates.first { $0.value != nil && $0.condition == nil }
    var binder = Binder(segment)
    let byYear = try Grouping(
      keys: [NamedExpression("year", .dateFunction(.year, [date]))], witness.map { [Aggregate("n", .count, $0.value)] } ?? [],
      binder: &binder)
    guard byYear.period != nil else { return }
    let run = SegmentRun(segment, wanted: byYear.slots, shared: byYear.sharedSlots, execution: execution)
    var found: [PipelineNote] = []
    _ = try Self.rows(of: run, byYear, execution, &found)
    notes += found.filter { if case .incompleteYear = $0 { true } else { false } }
  }

  private static func rows(
    of run: SegmentRun, _ grouping: Grouping, _ execution: Execution, _ notes: inout [PipelineNote]
  ) throws -> Rows {
    let workers = GroupWorkers(grouping, execution)
    try run.run { try workers.add($0, worker: $1) }
    return try workers.merged(&notes, execution)
  }

  /// For each figure twelve sums for each row, from a group by the same keys and the month.
  private static func sumsByMonth(_ fine: Rows, _ keys: [Column], _ rowCount: Int) -> [[Double]] {
    var indexer = GroupIndexer(keyCount: keys.count)
    let own = indexer.numbers(ofBits: keys.map(CellBits.encode), rowCount: rowCount)
    var rowOfNumber = [Int](repeating: 0, count: indexer.count)
    for (row, number) in own.enumerated() { rowOfNumber[Int(number)] = row }
    let numbers = indexer.numbers(
      ofBits: fine.columns.prefix(keys.count).map(CellBits.encode), rowCount: fine.rowCount, adding: false)
    let months = fine.columns[keys.count].wholes() ?? []
    return fine.columns.dropFirst(keys.count + 1).map { column in
      var sums = [Double](repeating: 0, count: rowCount * 12)
      for (row, value) in column.reals().enumerated() where numbers[row] >= 0 && (0..<12).contains(months[row]) && !value.isNaN {
        sums[rowOfNumber[Int(numbers[row])] * 12 + Int(months[row])] = value
      }
      return sums
    }
  }

  /// A column for each value of a key.
  mutating func pivot(key: String, cells: String) throws {
    let keyColumn = try segment.column(named: key)
    let cellColumn = try segment.column(named: cells)
    let others = segment.visible.filter { $0.slot != keyColumn.slot && $0.slot != cellColumn.slot }.map(\.description.name)
    let isNumber = [ColumnType.integer, .real, .quantity].contains(cellColumn.description.type)
    let isSummed = isNumber && [.count, nil].contains(cellColumn.description.sort)
    let rows = try group(
      (others + [key]).map { NamedExpression(column: $0) },
      [Aggregate("cells", isSummed ? .sum : .first, .column(cells)), Aggregate("rows", .count)])
    try checkSingle(rows, cellColumn.description, isSummed)
    let keyBound = Binder(segment).reference(keyColumn)
    let (keyCells, values) = (rows.columns[others.count], rows.columns[others.count + 1])
    var keyIndexer = GroupIndexer(keyCount: 1)
    let keyNumbers = keyIndexer.numbers(of: [keyCells], rowCount: rows.rowCount)
    guard keyIndexer.count <= Self.mostColumns else {
      throw TableError.tooLarge("\(key) has \(keyIndexer.count) values, which are too many for columns")
    }
    var rowIndexer = GroupIndexer(keyCount: others.count)
    let rowNumbers = rowIndexer.numbers(of: Array(rows.columns.prefix(others.count)), rowCount: rows.rowCount)
    var firstRows = [Int32](repeating: -1, count: rowIndexer.count)
    var places = [[Int32]](repeating: [Int32](repeating: -1, count: rowIndexer.count), count: keyIndexer.count)
    var firstOfKey = [Int32](repeating: -1, count: keyIndexer.count)
    for row in 0..<rows.rowCount {
      let (own, column) = (Int(rowNumbers[row]), Int(keyNumbers[row]))
      if firstRows[own] < 0 { firstRows[own] = Int32(truncatingIfNeeded: row) }
      if firstOfKey[column] < 0 { firstOfKey[column] = Int32(truncatingIfNeeded: row) }
      places[column][own] = Int32(truncatingIfNeeded: row)
    }
    // The columns stand in the order of the key.
    let keyValues = keyCells.picking(firstOfKey)
    let order = try SortOrder(
      [keyValues], [keyBound.description], descending: [false], rowCount: firstOfKey.count, isCancelled: execution.isCancelled
    ).sorted(execution)
    let names = CellSpelling.texts(of: keyValues, keyColumn.description)
    var result = Rows(
      Array(rows.descriptions.prefix(others.count)), rows.columns.prefix(others.count).map { $0.picking(firstRows) },
      rowCount: firstRows.count)
    for column in order {
      var description = rows.descriptions[others.count + 1]
      description.name = names[Int(column)] ?? "missing"
      result.descriptions.append(description)
      result.columns.append(values.picking(orMissing: places[Int(column)]))
    }
    if let band = rows.isPossible {
      result.isPossible = firstRows.indices.map { own in
        places.allSatisfy { $0[own] < 0 || band[Int($0[own])] == 1 } ? 1 : 0
      }
    }
    begin(result)
    try rename([])
  }

  private static let mostColumns = 10_000

  /// Where cells are not added up, only one row may meet in each.
  private func checkSingle(_ rows: Rows, _ description: ColumnDescription, _ isSummed: Bool) throws {
    guard !isSummed, let counts = rows.columns.last?.quantities().high, counts.contains(where: { $0 > 1 }) else { return }
    throw TableError.wrongStep(
      "several rows meet in one cell, and \(description.name) cannot be summed", notes: ["group by the other columns first"])
  }

  /// The rows of another pipeline after these.
  mutating func union(_ other: Pipeline) throws {
    let first = try collect()
    var runner = PipelineRunner(other, execution: execution)
    let second = try runner.run(other.steps)
    notes += runner.notes
    begin(try TableUnion.joined(first, second))
  }

  /// Only what has every time.
  mutating func balanced(_ over: TableExpression, _ within: [TableExpression]) throws {
    var bounds: [Bound] = []
    try bind { bounds = try $0.bindAll([over] + within) }
    let (rows, columns) = try collect(extra: bounds)
    var times = GroupIndexer(keyCount: 1)
    let time = times.numbers(of: [columns[0]], rowCount: rows.rowCount)
    var groups = GroupIndexer(keyCount: within.count)
    let group = groups.numbers(of: Array(columns.dropFirst()), rowCount: rows.rowCount)
    let isMissing = columns[0].missing()
    let all = Set(time.indices.filter { !isMissing[$0] }.map { time[$0] }).count
    var seen = [Set<Int32>](repeating: [], count: groups.count)
    for row in time.indices where !isMissing[row] { seen[Int(group[row])].insert(time[row]) }
    let kept = group.indices.filter { seen[Int(group[$0])].count == all && !isMissing[$0] }.map { Int32(truncatingIfNeeded: $0) }
    if kept.count < rows.rowCount { notes.append(.unbalanced(rows: rows.rowCount - kept.count)) }
    begin(rows.picking(kept))
  }

  /// Only the years with all months.
  mutating func wholeYears(_ name: String) throws {
    let column = try segment.column(named: name)
    guard column.description.type == .date else {
      throw TableError.wrongStep("\(name) is no date, so that its years have no months")
    }
    // A table of years has nothing but whole ones.
    if column.description.resolution == .year { return }
    let bound = Binder(segment).reference(column)
    let (rows, columns) = try collect(extra: [bound])
    guard case .date(let days) = columns[0] else { return begin(rows) }
    var months: [Int: UInt16] = [:]
    for day in days where day != .min {
      let date = Calendar.date(of: day)
      months[date.year, default: 0] |= 1 << UInt16(date.month - 1)
    }
    let partial = Set(months.filter { $0.value != PeriodParts.wholeYear }.keys)
    let kept = days.indices.filter { days[$0] != .min && !partial.contains(Calendar.date(of: days[$0]).year) }
    if kept.count < rows.rowCount { notes.append(.partialYears(years: partial.sorted(), rows: rows.rowCount - kept.count)) }
    begin(rows.picking(kept.map { Int32(truncatingIfNeeded: $0) }))
  }
}
