extension Column {
  /// The cells of the rows of these numbers, counted from `start`, in that order; every number must be one of the column's.
  public func picking(_ rows: [Int32], from start: Int = 0) -> Column {
    func pick<Cell>(_ cells: [Cell]) -> [Cell] { rows.map { cells[start + Int($0)] } }
    switch self {
    case .integer32(let cells): return .integer32(pick(cells))
    case .integer64(let cells): return .integer64(pick(cells))
    case .real(let cells): return .real(pick(cells))
    case .text(let cells): return .text(pick(cells))
    case .date(let cells): return .date(pick(cells))
    case .boolean(let cells): return .boolean(pick(cells))
    case .entity(let cells): return .entity(pick(cells))
    case .quantity(let cells):
      return .quantity(
        QuantityColumn(
          low: pick(cells.low), best: pick(cells.best), high: pick(cells.high), ends: cells.ends.isEmpty ? [] : pick(cells.ends)))
    }
  }
}
