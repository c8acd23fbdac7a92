/// Cells as plain text, for keys, for reports of what did not match and for `concat`.
enum CellSpelling {
  /// One text for each cell, nil for a missing one.
  static func texts(of column: Column, _ description: ColumnDescription) -> [String?] {
    switch column {
    case .integer32(let cells): return cells.map { $0 == .min ? nil : String($0) }
    case .integer64(let cells): return cells.map { $0 == .min ? nil : String($0) }
    case .real(let cells): return cells.map { number($0) }
    case .date(let cells): return cells.map { $0 == .min ? nil : date($0, description.resolution) }
    case .boolean(let cells): return cells.map { [Truth.no: "no", Truth.yes: "yes", Truth.maybe: "maybe"][$0] }
    case .text(let cells), .entity(let cells):
      // Few texts stand in many cells, so each is made once.
      var known: [UInt32: String] = [:]
      return cells.map { code in
        guard code != 0 else { return nil }
        if let text = known[code] { return text }
        let text = description.dictionary?.text(code) ?? ""
        known[code] = text
        return text
      }
    case .quantity(let cells):
      return cells.low.indices.map { row in
        guard let low = number(cells.low[row]), let high = number(cells.high[row]) else { return nil }
        return low == high ? low : "\(low)–\(high)"
      }
    }
  }

  /// Without a decimal point where it is whole.
  static func number(_ value: Double) -> String? {
    if value.isNaN { return nil }
    if let whole = Int64(exactly: value), value.magnitude < 1e15 { return String(whole) }
    return "\(value)"
  }

  /// `2017-03-05`, `2017-03` or `2017`
  static func date(_ day: Int32, _ resolution: DateResolution) -> String {
    let date = Calendar.date(of: day)
    let digits = String(abs(date.year))
    let year = (date.year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch resolution {
    case .year: return year
    case .month: return "\(year)-\(two(date.month))"
    case .day: return "\(year)-\(two(date.month))-\(two(date.day))"
    }
  }
}
