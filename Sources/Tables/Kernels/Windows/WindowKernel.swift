import Evidence

/// Works out one window for all rows of a table.
struct WindowKernel {
  let window: WindowFunction
  /// Whether the user wants to stop.
  var isCancelled: @Sendable () -> Bool = { false }
  let value: Column
  let bound: Bound
  /// The rows of each part of the table that the window stays within, in the order that it looks at them.
  let members: [[Int32]]
  /// When each row is, in months with the day as a fraction of 32; empty for windows that ask for rows.
  let times: [Int64]
  /// How far neighbouring times lie apart, in months; nil for days, of which none need be missing.
  let monthsApart: Int?
  /// Sums by month of incomplete years, where the value is a sum by years.
  var parts: (part: Int, periods: PeriodParts, rows: [Int32])?
  /// How many cells are empty because too few rows are there.
  private(set) var emptyCells = 0
  /// The years that were compared over the same months only.
  private(set) var sameMonths: [(years: [Int], months: UInt16)] = []
  /// Pairs of years that have unlike months, of which the one was set beside the other.
  private(set) var unlikeMonths: [[Int]] = []
  /// How many rows look back over a gap in time.
  private(set) var rowsAfterGaps = 0

  /// One window with its cells. `members` and `times` are as said there.
  init(
    _ window: WindowFunction, value: Column, bound: Bound, members: [[Int32]], times: [Int64], monthsApart: Int?
  ) {
    self.window = window
    self.value = value
    self.bound = bound
    self.members = members
    self.times = times
    self.monthsApart = monthsApart
  }

  /// As many cells as all windows together may reach over.
  private static let mostCells = 1 << 28

  private var rowCount: Int { value.count }
  private var isQuantity: Bool { bound.type == .quantity }

  /// What a window gives. Throws `wrongStep` where the value is none that it can work with.
  static func description(_ window: WindowFunction, of value: Bound) throws -> ColumnDescription {
    var description = value.description
    description.name = ""
    switch window.function {
    case .previous: return description
    case .change, .shareOfTotal:
      try Binder.requireNumber(value, "a window")
      if case .shareOfTotal = window.function, [.rate, .share, .index].contains(value.description.sort) {
        throw TableError.wrongStep(
          "\(Binder.naming(value)) is no part of a total", notes: ["ask for shares of the counts it is made of"])
      }
      return ColumnDescription("", value.type == .quantity ? .quantity : .real, sort: .share)
    case .rank:
      try Binder.requireNumber(value, "rank")
      return ColumnDescription("", value.type == .quantity ? .quantity : .integer)
    case .rolling(let function, _), .running(let function):
      switch function {
      case .count: return ColumnDescription("", .integer, sort: .count)
      case .first, .last: return description
      case .distinct:
        guard value.type != .quantity else {
          throw TableError.wrongStep("a window counts no different values of numbers with bounds")
        }
        return ColumnDescription("", .integer)
      case .sum:
        try Binder.requireNumber(value, "a window")
        if [.rate, .share, .index, .stock].contains(value.description.sort) {
          throw TableError.wrongStep("\(Binder.naming(value)) cannot be summed over time", notes: ["ask for its mean"])
        }
      case .mean, .median, .min, .max, .quantile: try Binder.requireNumber(value, "a window")
      }
      if value.type != .quantity, function != .sum && function != .min && function != .max { description.type = .real }
      return description
    }
  }

  /// One cell for each row. Throws `wrongStep` where it is open which row is meant.
  mutating func run(_ type: ColumnType) throws -> Column {
    switch window.function {
    case .previous(let extent):
      let previous = try previousRows(extent)
      noteUnlikeMonths(previous)
      return value.picking(orMissing: previous)
    case .change(let extent): return try change(extent)
    case .rolling(let function, let extent): return try rolling(function, extent, type)
    case .running(let function): return try running(function, type)
    case .rank: return try rank()
    case .shareOfTotal: return shares()
    }
  }

  // MARK: Looking back

  /// The row so long before each, −1 where there is none.
  private mutating func previousRows(_ extent: WindowFunction.Extent) throws -> [Int32] {
    var previous = [Int32](repeating: -1, count: rowCount)
    for group in members {
      switch extent {
      case .rows(let count):
        guard count >= 0 else { throw TableError.wrongStep("a window looks back, by at least one row") }
        try requireOneRowForEachTime(group)
        for (place, row) in group.enumerated() where place >= count { previous[Int(row)] = group[place - count] }
        countGaps(group, count)
      case .months(let count):
        let distance = try Self.distance(count)
        try requireOneRowForEachTime(group)
        var byTime: [Int64: Int32] = [:]
        for row in group where times[Int(row)] != .min { byTime[times[Int(row)]] = row }
        for row in group where times[Int(row)] != .min { previous[Int(row)] = byTime[times[Int(row)] - distance] ?? -1 }
      }
    }
    emptyCells += previous.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
    return previous
  }

  /// Counts rows that stand further from the one before than times do that follow one another.
  private mutating func countGaps(_ group: [Int32], _ count: Int) {
    guard let monthsApart, !times.isEmpty, count > 0 else { return }
    let usual = Int64(count * monthsApart * 32)
    for (place, row) in group.enumerated() where place >= count {
      let (now, then) = (times[Int(row)], times[Int(group[place - count])])
      if now != .min, then != .min, now - then > usual { rowsAfterGaps += 1 }
    }
  }

  /// Refuses to look back by rows, or to the row of one time, where which row is meant would be chance.
  private func requireOneRowForEachTime(_ group: [Int32]) throws {
    guard !times.isEmpty else { return }
    for (row, next) in zip(group, group.dropFirst()) where times[Int(row)] != .min && times[Int(row)] == times[Int(next)] {
      throw TableError.wrongStep(
        "several rows have the same time, so that none is the one before",
        notes: ["say within what the window stays: n within place", "or add them up first: group by time (n = sum(n))"])
    }
  }

  /// Months in the unit of `times`.
  private static func distance(_ months: Int) throws -> Int64 {
    guard (1...1_000_000).contains(months) else { throw TableError.wrongStep("a window reaches over at least one month") }
    return Int64(months) * 32
  }

  private mutating func change(_ extent: WindowFunction.Extent) throws -> Column {
    let previous = try previousRows(extent)
    let then = value.picking(orMissing: previous)
    guard !isQuantity else {
      let ratio = Binder.quantityArithmetic(.over, value.quantities(), then.quantities())
      let one = [Double](repeating: 1, count: rowCount)
      return .quantity(Binder.quantityArithmetic(.minus, ratio, QuantityColumn(low: one, best: one, high: one)))
    }
    var (now, before) = (value.reals(), then.reals())
    if let parts { try likeForLike(parts, previous, &now, &before) }
    return .real(now.indices.map { Binder.finite(now[$0] / before[$0] - 1) })
  }

  /// Remembers the incomplete years from which, or to which, is looked back as they are.
  private mutating func noteUnlikeMonths(_ previous: [Int32]) {
    guard let parts else { return }
    for row in previous.indices where previous[row] >= 0 {
      let years = [parts.periods.years[Int(parts.rows[Int(previous[row])])], parts.periods.years[Int(parts.rows[row])]]
      let isLike = (parts.periods.months[years[0]] ?? 0) == (parts.periods.months[years[1]] ?? 0)
      if !isLike, !unlikeMonths.contains(years) { unlikeMonths.append(years) }
    }
  }

  /// Puts the sums over the months that both years have in place of the whole ones, where one of the two is incomplete.
  private mutating func likeForLike(
    _ parts: (part: Int, periods: PeriodParts, rows: [Int32]), _ previous: [Int32], _ now: inout [Double],
    _ before: inout [Double]
  ) throws {
    let periods = parts.periods
    var sums: [Double]?
    for row in previous.indices where previous[row] >= 0 {
      let (own, other) = (Int(parts.rows[row]), Int(parts.rows[Int(previous[row])]))
      let (year, otherYear) = (periods.years[own], periods.years[other])
      let common = (periods.months[year] ?? 0) & (periods.months[otherYear] ?? 0)
      guard (periods.months[year] ?? 0) != (periods.months[otherYear] ?? 0), common != PeriodParts.wholeYear else { continue }
      let known = try sums ?? periods.sums()[parts.part]
      sums = known
      now[row] = common == 0 ? .nan : PeriodParts.sum(known, row: own, months: common)
      before[row] = common == 0 ? .nan : PeriodParts.sum(known, row: other, months: common)
      let years = [otherYear, year]
      if !sameMonths.contains(where: { $0.years == years }) { sameMonths.append((years, common)) }
    }
  }

  // MARK: Aggregates

  private mutating func rolling(_ function: Aggregate.Function, _ extent: WindowFunction.Extent, _ type: ColumnType) throws
    -> Column
  {
    var windows = [ArraySlice<Int32>](repeating: [], count: rowCount)
    for group in members {
      switch extent {
      case .rows(let count):
        guard count >= 1 else { throw TableError.wrongStep("a window is at least one row long") }
        try requireOneRowForEachTime(group)
        for (place, row) in group.enumerated() where place >= count - 1 { windows[Int(row)] = group[(place - count + 1)...place] }
      case .months(let count):
        let distance = try Self.distance(count)
        var first = 0
        for (place, row) in group.enumerated() where times[Int(row)] != .min {
          while times[Int(group[first])] == .min || times[Int(group[first])] <= times[Int(row)] - distance { first += 1 }
          let window = group[first...place]
          if isFull(window, months: count, group) { windows[Int(row)] = window }
        }
      }
    }
    // A window with a hole is no sum of its rows.
    let absent = value.missing()
    if absent.contains(true) {
      for row in windows.indices where windows[row].contains(where: { absent[Int($0)] }) { windows[row] = [] }
    }
    emptyCells += windows.reduce(0) { $0 + ($1.isEmpty ? 1 : 0) }
    guard windows.reduce(0, { $0 + $1.count }) <= Self.mostCells else {
      throw TableError.tooLarge("the windows reach over too many rows in all; group by a coarser time first")
    }
    return try aggregate(function, windows, type)
  }

  /// Whether all times that a window reaches over are there.
  private func isFull(_ window: ArraySlice<Int32>, months: Int, _ group: [Int32]) -> Bool {
    guard let last = window.last else { return false }
    guard let monthsApart else {
      // Days without rows are days on which nothing was recorded; but the record must reach as far back.
      let first = group.first { times[Int($0)] != .min }.map { times[Int($0)] } ?? .max
      return first <= times[Int(last)] - Int64(months) * 32 + 1
    }
    return Set(window.map { times[Int($0)] }).count >= max(1, months / monthsApart)
  }

  private func aggregate(_ function: Aggregate.Function, _ windows: [ArraySlice<Int32>], _ type: ColumnType) throws -> Column {
    if function == .first || function == .last {
      return value.picking(orMissing: windows.map { (function == .first ? $0.first : $0.last) ?? -1 })
    }
    if function == .count { return .integer64(windows.map { $0.isEmpty ? .min : Int64($0.count) }) }
    if function == .distinct {
      let bits = CellBits.encode(value)
      return .integer64(windows.map { window in window.isEmpty ? .min : Int64(Set(window.map { bits[Int($0)] }).count) })
    }
    let figure: ([Double]) -> [Double] = { cells in
      windows.map { window in window.isEmpty ? .nan : Self.figure(function, window.map { cells[Int($0)] }) }
    }
    guard isQuantity else {
      let result = figure(value.reals())
      return type == .integer ? .integer64(try result.map(Self.whole)) : .real(result)
    }
    // All of these rise with each of their values, so that the ends give the ends.
    let cells = value.quantities()
    return .quantity(QuantityColumn(low: figure(cells.low), best: figure(cells.best), high: figure(cells.high)))
  }

  private static func whole(_ value: Double) throws -> Int64 {
    if value.isNaN { return .min }
    guard let whole = Int64(exactly: value) else { throw TableError.wrongStep("a sum of whole numbers grows too large") }
    return whole
  }

  private static func figure(_ function: Aggregate.Function, _ cells: [Double]) -> Double {
    switch function {
    case .min: return cells.min() ?? .nan
    case .max: return cells.max() ?? .nan
    case .median: return QuantileAccumulator.quantile(0.5, count: cells.count) { cells.sorted()[$0] }
    case .quantile(let part):
      let sorted = cells.sorted()
      return QuantileAccumulator.quantile(min(max(part.isNaN ? 0.5 : part, 0), 1), count: sorted.count) { sorted[$0] }
    default:
      var sum = ExactSum()
      for cell in cells { sum.add(cell) }
      return function == .mean ? sum.value / Double(cells.count) : sum.value
    }
  }

  private func running(_ function: Aggregate.Function, _ type: ColumnType) throws -> Column {
    if function == .first || function == .last || function == .count {
      return runningRows(function)
    }
    guard [.sum, .mean, .min, .max].contains(function) else {
      throw TableError.wrongStep("running takes sum, mean, min, max, count, first or last")
    }
    func run(_ cells: [Double]) -> [Double] {
      var result = [Double](repeating: .nan, count: cells.count)
      for group in members {
        var (sum, count, extreme) = (ExactSum(), 0, Double.nan)
        for row in group {
          let cell = cells[Int(row)]
          if !cell.isNaN {
            sum.add(cell)
            count += 1
            extreme = extreme.isNaN ? cell : function == .min ? min(extreme, cell) : max(extreme, cell)
          }
          guard count > 0 else { continue }
          result[Int(row)] = function == .sum ? sum.value : function == .mean ? sum.value / Double(count) : extreme
        }
      }
      return result
    }
    guard isQuantity else {
      let result = run(value.reals())
      return type == .integer ? .integer64(try result.map(Self.whole)) : .real(result)
    }
    let cells = value.quantities()
    return .quantity(QuantityColumn(low: run(cells.low), best: run(cells.best), high: run(cells.high)))
  }

  private func runningRows(_ function: Aggregate.Function) -> Column {
    let absent = value.missing()
    var picks = [Int32](repeating: -1, count: rowCount)
    var counts = [Int64](repeating: 0, count: rowCount)
    for group in members {
      var (chosen, count): (Int32, Int64) = (-1, 0)
      for row in group {
        if !absent[Int(row)] {
          count += 1
          if chosen < 0 || function == .last { chosen = row }
        }
        picks[Int(row)] = chosen
        counts[Int(row)] = count
      }
    }
    return function == .count ? .integer64(counts) : value.picking(orMissing: picks)
  }

  // MARK: Places and parts

  private func rank() throws -> Column {
    let absent = value.missing()
    let order = try SortOrder([value], [bound.description], descending: [true], rowCount: rowCount, isCancelled: isCancelled)
    var (low, high) = ([Int32](repeating: 0, count: rowCount), [Int32](repeating: 0, count: rowCount))
    for group in members {
      let present = group.filter { !absent[Int($0)] }
      if isQuantity {
        let ranks = order.ranks(present, isPossible: nil)
        for (place, row) in present.enumerated() { (low[Int(row)], high[Int(row)]) = (ranks.low[place], ranks.high[place]) }
      } else {
        let cells = value.reals()
        let sorted = present.sorted { cells[Int($0)] > cells[Int($1)] }
        for (place, row) in sorted.enumerated() {
          let isEven = place > 0 && cells[Int(sorted[place - 1])] == cells[Int(row)]
          low[Int(row)] = isEven ? low[Int(sorted[place - 1])] : Int32(truncatingIfNeeded: place + 1)
        }
      }
    }
    guard isQuantity else { return .integer32(low.map { $0 == 0 ? .min : $0 }) }
    func real(_ ranks: [Int32]) -> [Double] { ranks.map { $0 == 0 ? .nan : Double($0) } }
    return .quantity(
      QuantityColumn(
        low: real(low), best: low.indices.map { low[$0] == high[$0] && low[$0] > 0 ? Double(low[$0]) : .nan }, high: real(high)))
  }

  private func shares() -> Column {
    let cells = value.quantities()
    var result = QuantityColumn(
      low: [Double](repeating: .nan, count: rowCount), best: [Double](repeating: .nan, count: rowCount),
      high: [Double](repeating: .nan, count: rowCount))
    for group in members {
      let present = group.map { Int($0) }.filter { !cells.low[$0].isNaN }
      var (lows, bests, highs) = (ExactSum(), ExactSum(), ExactSum())
      for row in present {
        lows.add(cells.low[row])
        bests.add(cells.best[row])
        highs.add(cells.high[row])
      }
      let isNegative = present.contains { cells.low[$0] < 0 }
      for row in present {
        result.best[row] = Binder.finite(cells.best[row] / bests.value)
        if cells.low[row] == cells.high[row], lows.value == highs.value {
          result.low[row] = result.best[row].isNaN ? Binder.finite(cells.low[row] / lows.value) : result.best[row]
          result.high[row] = result.low[row]
          continue
        }
        // x ÷ (x + rest), in which x stands once: the part is least where x is and the rest is greatest.
        let low = cells.low[row] == 0 ? 0 : cells.low[row] / (cells.low[row] + (highs.value - cells.high[row]))
        let high = cells.high[row] == .infinity ? 1 : cells.high[row] / (cells.high[row] + (lows.value - cells.low[row]))
        result.low[row] = isNegative ? -.infinity : low.isNaN ? 0 : low
        result.high[row] = isNegative ? .infinity : high.isNaN ? 1 : high
      }
    }
    return isQuantity ? .quantity(result) : .real(result.best)
  }
}
