/// Cells as text that says all that they hold: numbers in as few digits as read back the same, dates as far as they are known.
struct CellWriter {
  /// What one written column is made of.
  enum Part { case whole, low, best, high }

  let name: String
  let column: Int
  let part: Part
  let description: ColumnDescription

  /// The columns to write for those of a schema: three for a quantity, `x_low`, `x_best` and `x_high`.
  static func writers(_ schema: Schema) -> [CellWriter] {
    schema.columns.enumerated().flatMap { index, column -> [CellWriter] in
      guard column.type == .quantity else {
        return [CellWriter(name: column.name, column: index, part: .whole, description: column)]
      }
      return [("_low", Part.low), ("_best", .best), ("_high", .high)].map { ending, part in
        CellWriter(name: column.name + ending, column: index, part: part, description: column)
      }
    }
  }

  /// What a cell is.
  enum Cell {
    case missing
    case number(String)
    case word(String)
    case text(String)
    /// A bound that isn't there: below everything, or above.
    case endless(isBelow: Bool)
  }

  func cell(_ column: Column, _ row: Int) -> Cell {
    switch column {
    case .integer32(let cells): return cells[row] == .min ? .missing : .number(String(cells[row]))
    case .integer64(let cells): return cells[row] == .min ? .missing : .number(String(cells[row]))
    case .real(let cells): return Self.number(cells[row])
    case .date(let cells): return cells[row] == .min ? .missing : .text(Self.date(cells[row], description.resolution))
    case .text(let cells), .entity(let cells):
      return cells[row] == 0 ? .missing : .text(description.dictionary?.text(cells[row]) ?? "")
    case .boolean(let cells):
      return switch cells[row] {
      case 0: .word("false")
      case 1: .word("true")
      case 3: .text("maybe")
      default: .missing
      }
    case .quantity(let cells):
      return switch part {
      case .low: Self.number(cells.low[row])
      case .best, .whole: Self.number(cells.best[row])
      case .high: Self.number(cells.high[row])
      }
    }
  }

  private static func number(_ value: Double) -> Cell {
    if value.isNaN { return .missing }
    if value.isInfinite { return .endless(isBelow: value < 0) }
    let text = value.description
    return .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// A day since 1970-01-01 as year, month and day, or less where that is all that the column says.
  static func date(_ days: Int32, _ resolution: DateResolution) -> String {
    // The civil calendar by eras of 400 years, which begin in March (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(abs(year))
    let fullYear = (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch resolution {
    case .year: fullYear
    case .month: "\(fullYear)-\(two(month))"
    case .day: "\(fullYear)-\(two(month))-\(two(day))"
    }
  }
}
