import Evidence
import Tables

/// Reads single cells of a column, whatever its type.
struct CellReader: Sendable {
  let column: Column
  let description: ColumnDescription

  init(_ column: Column, _ description: ColumnDescription) {
    self.column = column
    self.description = description
  }

  /// A number, or nil where the cell is missing or none.
  func number(_ row: Int) -> Double? {
    switch column {
    case .integer32(let cells): return cells[row] == .min ? nil : Double(cells[row])
    case .integer64(let cells): return cells[row] == .min ? nil : Double(cells[row])
    case .real(let cells): return cells[row].isNaN ? nil : cells[row]
    default: return nil
    }
  }

  /// What a cell says as a text: a name, a whole number, a date.
  func text(_ row: Int) -> String? {
    switch column {
    case .text(let codes), .entity(let codes):
      // Of a dictionary of many texts only those that are asked for are made.
      guard codes[row] > 0, let dictionary = description.dictionary, Int(codes[row]) < dictionary.count else { return nil }
      return dictionary.text(codes[row])
    case .date(let days): return days[row] == .min ? nil : day(row)?.words(description.resolution)
    case .boolean(let cells): return cells[row] == 1 ? "yes" : cells[row] == 0 ? "no" : cells[row] == 3 ? "maybe" : nil
    default: return number(row).map { NumberText.shortest($0) }
    }
  }

  func day(_ row: Int) -> CalendarDate? {
    guard case .date(let days) = column, days[row] != .min else { return nil }
    return CalendarDate(days: Int(days[row]))
  }

  /// A number as a quantity: exact, or between bounds.
  func quantity(_ row: Int) -> Quantity? {
    if case .quantity(let cells) = column {
      guard !cells.low[row].isNaN else { return nil }
      let ends = cells.ends.isEmpty ? 0 : cells.ends[row]
      return Quantity(
        low: cells.low[row], high: cells.high[row], lowIsOpen: ends & 4 != 0, highIsOpen: ends & 8 != 0, lowIsSoft: ends & 1 != 0,
        highIsSoft: ends & 2 != 0, best: cells.best[row].isNaN ? nil : cells.best[row], unit: description.unit)
    }
    return number(row).map { Quantity(exactly: $0, unit: description.unit) }
  }
}

/// A date of the Gregorian calendar by its parts.
struct CalendarDate: Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// By days since 1970-01-01.
  init(days: Int) {
    let shifted = days + 719_468
    let cycle = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
  }

  /// As times are written: `2017`, `2017-03`, `2017-03-01`.
  func words(_ resolution: DateResolution) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let written = String(year)
    switch resolution {
    case .year: return written
    case .month: return "\(written)-\(two(month))"
    case .day: return "\(written)-\(two(month))-\(two(day))"
    }
  }
}

/// A whole table by rows.
struct RowReader {
  private let readers: [[CellReader]]
  private let starts: [Int]
  let rowCount: Int

  init(_ table: Table) {
    readers = table.chunks.map { chunk in zip(chunk, table.schema.columns).map { CellReader($0, $1) } }
    var starts: [Int] = []
    var next = 0
    for chunk in table.chunks {
      starts.append(next)
      next += chunk.first?.count ?? 0
    }
    self.starts = starts
    rowCount = next
  }

  /// The reader of a column's chunk and the row within it; nil beyond the table.
  func cell(_ row: Int, _ column: Int) -> (CellReader, Int)? {
    guard row >= 0, row < rowCount, starts.count > 0 else { return nil }
    // All chunks but the last are of one size as a rule, so that the first guess is right.
    let size = starts.count > 1 ? max(1, starts[1]) : rowCount
    var chunk = min(row / size, starts.count - 1)
    if starts[chunk] > row || (chunk + 1 < starts.count && starts[chunk + 1] <= row) {
      chunk = starts.lastIndex { $0 <= row } ?? 0
    }
    guard column < readers[chunk].count else { return nil }
    return (readers[chunk][column], row - starts[chunk])
  }
}

extension Table {
  /// The number in the first cell.
  var firstNumber: Double? { RowReader(self).cell(0, 0).flatMap { $0.0.number($0.1) } }
}
