import Evidence
import Names

extension PipelineRunner {
  /// The formulas of one window.
  private struct Formulas {
    var value: Bound
    var within: [Bound]
    var over: Bound?
    var apart: Bound?

    /// All of them, in this order.
    var all: [Bound] { [value] + within + [over, apart].compactMap(\.self) }
  }

  /// Works out windows over all rows there are, and goes on with these as a table. Returns the columns that hold them, which are not
  /// visible. What is said of them is said of the column of this `name`, if there is one, or else of what they look at.
  mutating func windows(_ windows: [WindowFunction], of name: String?) throws -> [Segment.Visible] {
    var binder = Binder(segment)
    var formulas: [Formulas] = []
    for window in windows {
      formulas.append(
        Formulas(
          value: try binder.bind(window.value), within: try binder.bindAll(window.within),
          over: try window.over.map { try binder.bind($0) } ?? defaultTime(window.function, binder),
          apart: try window.apart.map { try binder.bind(.column($0)) }))
    }
    let partsOfWindows = windows.map { window -> Int? in
      guard case .column(let name) = window.value, let index = segment.index(of: name) else { return nil }
      return segment.visible[index].part
    }
    var (rows, columns) = try collect(extra: formulas.flatMap(\.all))
    guard rows.isPossible.map({ !$0.contains(1) }) ?? true else {
      throw TableError.wrongStep(
        "some rows are only possible, so that it is open which row comes before which",
        notes: ["keep the sure ones: where surely(…)"])
    }
    let shown = rows.columns.count
    for (index, window) in windows.enumerated() {
      var own = Array(columns.prefix(formulas[index].all.count))
      columns.removeFirst(own.count)
      let apart = formulas[index].apart == nil ? nil : own.popLast()
      var kernel = try kernel(window, formulas[index], own, rows.rowCount)
      kernel.isCancelled = execution.isCancelled
      if let part = partsOfWindows[index], let periods = rows.periods, let periodRows = rows.periodRows {
        kernel.parts = (part, periods, periodRows)
      }
      var description = try WindowKernel.description(window, of: formulas[index].value)
      let column = try kernel.run(description.type)
      let name = name ?? Binder.naming(formulas[index].value)
      if let apart, let several = window.apart {
        var values = GroupIndexer(keyCount: 1)
        _ = values.numbers(of: [apart], rowCount: rows.rowCount)
        // Where nearly every row has its own value it names the rows, and not what they are a series of.
        if values.count > 1, values.count * 2 <= rows.rowCount { notes.append(.windowOver(column: name, several: several)) }
      }
      if kernel.emptyCells > 0 { notes.append(.emptyWindows(column: name, cells: kernel.emptyCells)) }
      if kernel.rowsAfterGaps > 0 { notes.append(.windowGaps(column: name, rows: kernel.rowsAfterGaps)) }
      for years in kernel.unlikeMonths { notes.append(.unlikeMonths(column: name, years: years)) }
      for same in kernel.sameMonths {
        notes.append(.sameMonths(column: name, years: same.years, months: PeriodParts.list(same.months)))
      }
      description.name = "\u{0}\(index)"
      rows.descriptions.append(description)
      rows.columns.append(column)
      if !rows.parts.isEmpty { rows.parts.append(nil) }
    }
    begin(rows)
    let hidden = Array(segment.visible[shown...])
    segment.visible.removeSubrange(shown...)
    return hidden.map { column in
      var column = column
      column.description.name = ""
      return column
    }
  }

  /// The only date column or, of a group by years, the column of years: what a window over time goes by if nothing is said. Nil where
  /// the window goes by rows and there is none.
  private func defaultTime(_ function: WindowFunction.Function, _ binder: Binder) throws -> Bound? {
    let dates = segment.visible.filter { $0.description.type == .date }
    if dates.count == 1, let date = dates.first { return binder.reference(date) }
    let years = segment.visible.filter {
      $0.description.type == .integer && Self.yearNames.contains(foldName($0.description.name))
    }
    if dates.isEmpty, years.count == 1, let year = years.first { return binder.reference(year) }
    switch function {
    case .previous(.months), .change(.months), .rolling(_, .months):
      throw TableError.wrongStep(
        "it is open what the time of a row is", notes: ["say which column it is: previous(n, 12 months, over time)"])
    default: return nil
    }
  }

  /// What columns of years are called in files.
  private static let yearNames: Set<String> = ["year", "ano", "anio", "period", "periodo"]

  private func kernel(_ window: WindowFunction, _ formulas: Formulas, _ columns: [Column], _ rowCount: Int) throws
    -> WindowKernel
  {
    var indexer = GroupIndexer(keyCount: formulas.within.count)
    let numbers = indexer.numbers(of: Array(columns.dropFirst().prefix(formulas.within.count)), rowCount: rowCount)
    var members = [[Int32]](repeating: [], count: indexer.count)
    for row in 0..<rowCount { members[Int(numbers[row])].append(Int32(truncatingIfNeeded: row)) }
    guard let over = formulas.over, let column = columns.last else {
      return WindowKernel(
        window, value: columns[0], bound: formulas.value, members: members, times: [], monthsApart: nil)
    }
    let times = try Self.times(column, over)
    let order = try SortOrder(
      [column], [over.description], descending: [false], rowCount: rowCount, isCancelled: execution.isCancelled
    ).sorted(execution)
    var places = [Int32](repeating: 0, count: rowCount)
    for (place, row) in order.enumerated() { places[Int(row)] = Int32(truncatingIfNeeded: place) }
    for group in members.indices { members[group].sort { places[Int($0)] < places[Int($1)] } }
    var apart = over.type == .date ? [DateResolution.month: 1, .year: 12][over.description.resolution] : 12
    // Days that are all the first of a month stand for months.
    if apart == nil, times.allSatisfy({ $0 == .min || $0 & 31 == 0 }) { apart = 1 }
    return WindowKernel(window, value: columns[0], bound: formulas.value, members: members, times: times, monthsApart: apart)
  }

  /// Months times 32, and the day in the month.
  private static func times(_ column: Column, _ over: Bound) throws -> [Int64] {
    switch column {
    case .date(let days):
      return days.map { day in
        guard day != .min else { return .min }
        let date = Calendar.date(of: day)
        return Int64((date.year * 12 + date.month - 1) * 32 + date.day - 1)
      }
    case .integer32, .integer64:
      return (column.wholes() ?? []).map { abs($0 == .min ? .max : $0) < 1_000_000 ? $0 * 12 * 32 : .min }
    default:
      throw TableError.wrongStep("\(Binder.naming(over)) is no time", notes: ["a window goes over a date or a year"])
    }
  }
}
