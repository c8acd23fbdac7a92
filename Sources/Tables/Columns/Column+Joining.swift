extension Column {
  /// How many bytes the cells take, dictionaries left out.
  public var byteCount: Int {
    switch self {
    case .integer32(let cells): cells.count * 4
    case .integer64(let cells): cells.count * 8
    case .real(let cells): cells.count * 8
    case .text(let cells), .entity(let cells): cells.count * 4
    case .date(let cells): cells.count * 4
    case .boolean(let cells): cells.count
    case .quantity(let cells): cells.count * 24 + cells.ends.count
    }
  }

  /// One column of parts of columns of one type, in that order. Whole numbers of both widths may meet; the wider is the result.
  static func joining(_ pieces: [(column: Column, rows: Range<Int>)]) -> Column {
    func join<Cell>(_ cells: (Column) -> [Cell]?) -> [Cell] {
      var joined: [Cell] = []
      joined.reserveCapacity(pieces.reduce(0) { $0 + $1.rows.count })
      for piece in pieces { if let cells = cells(piece.column) { joined.append(contentsOf: cells[piece.rows]) } }
      return joined
    }
    let isWide = pieces.contains { if case .integer64 = $0.column { true } else { false } }
    if isWide { return .integer64(join(\.wideIntegers)) }
    switch pieces.first?.column {
    case .integer32?: return .integer32(join { if case .integer32(let cells) = $0 { cells } else { nil } })
    case .real?: return .real(join { if case .real(let cells) = $0 { cells } else { nil } })
    case .text?: return .text(join { if case .text(let cells) = $0 { cells } else { nil } })
    case .entity?: return .entity(join { if case .entity(let cells) = $0 { cells } else { nil } })
    case .date?: return .date(join { if case .date(let cells) = $0 { cells } else { nil } })
    case .boolean?: return .boolean(join { if case .boolean(let cells) = $0 { cells } else { nil } })
    case .quantity?:
      func part(_ numbers: (QuantityColumn) -> [Double]) -> [Double] {
        join { if case .quantity(let cells) = $0 { numbers(cells) } else { nil } }
      }
      let hasEnds = pieces.contains { if case .quantity(let cells) = $0.column { !cells.ends.isEmpty } else { false } }
      let ends: [UInt8] =
        !hasEnds
        ? []
        : join {
          guard case .quantity(let cells) = $0 else { return nil }
          return cells.ends.isEmpty ? [UInt8](repeating: 0, count: cells.count) : cells.ends
        }
      return .quantity(QuantityColumn(low: part(\.low), best: part(\.best), high: part(\.high), ends: ends))
    case .integer64?, nil: return .integer64(join(\.wideIntegers))
    }
  }

  /// Whole numbers in 64 bits.
  private var wideIntegers: [Int64]? {
    switch self {
    case .integer64(let cells): cells
    case .integer32(let cells): cells.map { $0 == .min ? .min : Int64($0) }
    default: nil
    }
  }
}
