/// What one worker has of a group by keys.
final class GroupWorker {
  private let grouping: Grouping
  private var indexer: GroupIndexer
  /// As many groups as memory is allowed for.
  private let mostGroups: Int
  /// What a key or a figure of a group takes, roughly.
  private static let bytesPerCell = 32
  private let accumulators: [any Accumulator]
  /// Where each group's first row stands.
  private var positions: [Int] = []
  /// Whether each group has a certain row; empty where all have.
  private var isCertain: [Bool] = []
  private var months = MonthMasks()
  /// The chunk in which a group was last found to be new.
  private var chunkOfNewest = -1
  /// How many groups have had a row, and how many have a number but none yet.
  private var seen = 0
  private var unseen = 0

  /// Nothing has come yet.
  init(_ grouping: Grouping, memoryLimit: Int) {
    self.grouping = grouping
    mostGroups = memoryLimit / (Self.bytesPerCell * (grouping.keys.count + grouping.figures.count + 1))
    indexer = GroupIndexer(keyCount: grouping.keys.count)
    accumulators = grouping.figures.map { $0.makeAccumulator() }
  }

  /// How many groups have a number.
  var count: Int { indexer.count }

  /// Takes in the rows of a batch.
  func add(_ batch: Batch) throws {
    if grouping.sharesKeys, let parent = batch.parent {
      // All parts of an unpivot are in the same groups. Groups of which no row comes by have no position, and are left out at the end.
      let numbers =
        try parent.sharedNumbers
        ?? indexer.numbers(of: grouping.keys.map { try $0.evaluate(parent) }, rowCount: parent.rowCount)
      parent.sharedNumbers = numbers
      return try add(batch, batch.parentRows.map { numbers.picking($0) } ?? numbers, nil, nil)
    }
    var keys = try grouping.keys.map { try $0.evaluate(batch) }
    var possible = batch.band
    var repeats: [Int32]?
    if grouping.isUncertain, let spread = try KeySpread(keys, grouping.keys, possible: possible) {
      (keys, possible, repeats) = (spread.keys, spread.possible, spread.rows)
    }
    let rowCount = repeats?.count ?? batch.rowCount
    try add(batch, indexer.numbers(of: keys, rowCount: rowCount), possible, repeats)
  }

  private func add(_ batch: Batch, _ groups: [Int32], _ possible: [UInt8]?, _ repeats: [Int32]?) throws {
    let position = { (row: Int) in batch.position(repeats.map { Int($0[row]) } ?? row) }
    guard indexer.count <= mostGroups else {
      throw TableError.tooLarge("more than \(mostGroups) groups take more memory than is allowed")
    }
    notePositions(groups, batch, position)
    if grouping.isUncertain { noteCertain(groups, possible) }
    for (index, figure) in grouping.figures.enumerated() {
      try add(figure, to: accumulators[index], batch, groups, possible, repeats, position)
    }
    if let period = grouping.period { try noteMonths(period.months, batch, groups, repeats) }
  }

  private func noteMonths(_ bound: Bound, _ batch: Batch, _ groups: [Int32], _ repeats: [Int32]?) throws {
    // A row without the figure says nothing of its month.
    let witness = grouping.figures.first { $0.value != nil && $0.condition == nil }
    let cells = try witness?.value?.evaluate(batch)
    var absent = cells.flatMap { $0.missingCount > 0 ? $0.missing() : nil }
    if let repeats { absent = absent.map { absent in repeats.map { absent[Int($0)] } } }
    if let unpivoted = batch.segment.unpivotedYear, bound.slots == [unpivoted.key] {
      months.add(month: batch.part, groups, groupCount: indexer.count, absent: absent)
      return
    }
    guard case .date(let days) = try bound.evaluate(batch) else { return }
    let numbers = Calendar.months(of: days)
    months.add(
      repeats.map { $0.map { numbers[Int($0)] } } ?? numbers, groups, groupCount: indexer.count, absent: absent)
  }

  private func add(
    _ figure: Grouping.Figure, to accumulator: any Accumulator, _ batch: Batch, _ groups: [Int32], _ possible: [UInt8]?,
    _ repeats: [Int32]?, _ position: (Int) -> Int
  ) throws {
    var rows = GroupedRows(groups: groups, groupCount: indexer.count, possible: possible)
    rows.values = try figure.value?.evaluate(batch)
    if let repeats { rows.values = rows.values?.picking(repeats) }
    if accumulator.needsPositions { rows.positions = groups.indices.map(position) }
    if let condition = figure.condition {
      var truths = Binder.truths(try condition.evaluate(batch))
      if let repeats { truths = repeats.map { truths[Int($0)] } }
      let selection = RowSelection(truths: truths)
      func pick<Cell>(_ cells: [Cell]) -> [Cell] { cells.picking(selection.rows) }
      rows.groups = pick(groups)
      rows.values = rows.values?.picking(selection.rows)
      rows.positions = rows.positions.isEmpty ? [] : pick(rows.positions)
      rows.possible = possible.map(pick)
      if let maybe = selection.possible {
        rows.possible = rows.possible.map { known in known.indices.map { known[$0] | maybe[$0] } } ?? maybe
      }
    }
    accumulator.add(rows)
  }

  private func notePositions(_ groups: [Int32], _ batch: Batch, _ position: (Int) -> Int) {
    if indexer.count > positions.count {
      positions.grow(to: indexer.count, .max)
      unseen = positions.count - seen
    }
    // Once all groups have been met only the other parts of the same chunk can hold an earlier row: they come column by column.
    guard unseen > 0 || (batch.partCount > 1 && chunkOfNewest == batch.number) else { return }
    for (row, group) in groups.enumerated() {
      let known = positions[Int(group)]
      if known == .max {
        seen += 1
        unseen -= 1
        chunkOfNewest = batch.number
      }
      if known == .max || batch.partCount > 1 { positions[Int(group)] = min(known, position(row)) }
    }
  }

  private func noteCertain(_ groups: [Int32], _ possible: [UInt8]?) {
    isCertain.grow(to: indexer.count, false)
    isCertain.withUnsafeMutableBufferPointer { isCertain in
      guard let possible else {
        for group in groups { isCertain[Int(group)] = true }
        return
      }
      for (row, group) in groups.enumerated() { isCertain[Int(group)] = isCertain[Int(group)] || possible[row] == 0 }
    }
  }

  /// Takes in what another worker has.
  func absorb(_ other: GroupWorker) {
    let numbers = indexer.numbers(ofBits: other.indexer.keyBits(), rowCount: other.count)
    positions.grow(to: count, .max)
    if grouping.isUncertain { isCertain.grow(to: count, false) }
    for (group, number) in numbers.enumerated() where group < other.positions.count {
      positions[Int(number)] = min(positions[Int(number)], other.positions[group])
      if grouping.isUncertain, other.isCertain[group] { isCertain[Int(number)] = true }
    }
    for index in accumulators.indices {
      accumulators[index].absorb(other.accumulators[index], numbers: numbers, groupCount: count)
    }
    months.absorb(other.months, numbers: numbers, groupCount: count)
  }

  /// So many groups are put in the order of their keys.
  private static let mostOrdered = 100_000

  /// The groups as rows, in the order of their keys; in that of their first rows where they are very many.
  func rows(_ notes: inout [PipelineNote], _ execution: Execution) throws -> Rows {
    // Without keys there is one group, even of no rows.
    if grouping.keys.isEmpty, count == 0 {
      _ = indexer.numbers(of: [], rowCount: 1)
      positions = [0]
      if grouping.isUncertain { isCertain = [true] }
    }
    var order = (0..<count).filter { positions[$0] != .max }.sorted { positions[$0] < positions[$1] }.map {
      Int32(truncatingIfNeeded: $0)
    }
    let bits = indexer.keyBits()
    var columns = bits.indices.map { key in
      CellBits.decode(order.map { bits[key][Int($0)] }, grouping.keyDescriptions[key].type)
    }
    if !grouping.isInOrderOfRows, order.count <= Self.mostOrdered {
      let places = try SortOrder(
        columns, grouping.keyDescriptions, descending: columns.map { _ in false }, rowCount: order.count,
        isCancelled: execution.isCancelled
      ).sorted(execution)
      order = order.picking(places)
      columns = columns.map { $0.picking(places) }
    }
    var descriptions = grouping.keyDescriptions
    for (index, figure) in grouping.figures.enumerated() {
      let column = accumulators[index].column(of: order)
      var description = figure.description
      if (accumulators[index] as? WholeSumAccumulator)?.isRounded ?? false {
        description.type = .real
        notes.append(.roundedSum(column: description.name))
      }
      if figure.aggregate.function == .sum, let value = figure.value, SumRules.looksLikeRate(value.description) {
        notes.append(.looksLikeRate(column: value.description.name))
      }
      if accumulators[index].missing > 0 {
        notes.append(.cellsLeftOut(column: description.name, cells: accumulators[index].missing))
      }
      columns.append(column)
      descriptions.append(description)
    }
    var rows = Rows(descriptions, columns, rowCount: order.count)
    if isCertain.contains(false) { rows.isPossible = order.map { isCertain[Int($0)] ? 0 : 1 } }
    for (key, bound) in grouping.keys.enumerated() where bound.type == .quantity || bound.mayBeMaybe {
      notes.append(.notAdditive(key: grouping.keyDescriptions[key].name))
    }
    if let period = grouping.period {
      let years = columns[period.key].wholes()?.map { Int($0) } ?? []
      let found = months.months(order, years: years)
      for year in found.keys.sorted() where found[year] != PeriodParts.wholeYear {
        notes.append(.incompleteYear(year: year, months: PeriodParts.list(found[year] ?? 0)))
      }
      let short = months.shortRows(order, years: years, than: found)
      if !short.isEmpty { notes.append(.unevenMonths(years: Set(short.map { years[$0] }).sorted(), rows: short.count)) }
      rows.periods = PeriodParts(years: years, months: found) { [] }
    }
    return rows
  }
}
