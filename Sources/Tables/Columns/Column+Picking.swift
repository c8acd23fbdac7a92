extension Column {
  /// The cells of the rows of these numbers, counted from `start`, in that order; every number must be one of the column's.
  public func picking(_ rows: [Int32], from start: Int = 0) -> Column {
    func pick<Cell>(_ cells: [Cell]) -> [Cell] { cells.picking(rows, from: start) }
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

extension Array {
  /// The elements at these places, counted from `start`; all of them must be there.
  @inline(__always)
  func picking(_ rows: [Int32], from start: Int = 0) -> [Element] {
    // One check of all places, in a loop of its own that vectors can do, in place of one for each.
    let greatest = rows.reduce(0 as UInt32) { Swift.max($0, UInt32(bitPattern: $1)) }
    guard !rows.isEmpty else { return [] }
    precondition(start >= 0 && Int(greatest) < count - start, "a row is asked for that isn't there")
    return [Element](unsafeUninitializedCapacity: rows.count) { picked, pickedCount in
      withUnsafeBufferPointer { cells in
        rows.withUnsafeBufferPointer { rows in
          for (place, row) in rows.enumerated() { picked.initializeElement(at: place, to: cells[start &+ Int(row)]) }
        }
      }
      pickedCount = rows.count
    }
  }
}
