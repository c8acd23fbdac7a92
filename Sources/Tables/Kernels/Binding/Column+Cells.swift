extension Column {
  /// What its cells are.
  var type: ColumnType {
    switch self {
    case .integer32, .integer64: .integer
    case .real: .real
    case .text: .text
    case .date: .date
    case .boolean: .boolean
    case .quantity: .quantity
    case .entity: .entity
    }
  }

  /// The cells as real numbers, missing ones as NaN; of quantities the best. Codes come out as they are.
  func reals() -> [Double] {
    switch self {
    case .integer32(let cells), .date(let cells): cells.map { $0 == .min ? .nan : Double($0) }
    case .integer64(let cells): cells.map { $0 == .min ? .nan : Double($0) }
    case .real(let cells): cells
    case .boolean(let cells): cells.map { $0 < 2 ? Double($0) : .nan }
    case .text(let cells), .entity(let cells): cells.map { $0 == 0 ? .nan : Double($0) }
    case .quantity(let cells): cells.best
    }
  }

  /// The cells as whole numbers, missing ones as `Int64.min`; nil for real numbers and quantities.
  func wholes() -> [Int64]? {
    switch self {
    case .integer32(let cells), .date(let cells): cells.map { $0 == .min ? .min : Int64($0) }
    case .integer64(let cells): cells
    case .boolean(let cells): cells.map { $0 == Truth.missing ? .min : Int64($0) }
    case .text(let cells), .entity(let cells): cells.map { $0 == 0 ? .min : Int64($0) }
    case .real, .quantity: nil
    }
  }

  /// The cells as quantities; plain numbers are points.
  func quantities() -> QuantityColumn {
    if case .quantity(let cells) = self { return cells }
    let cells = reals()
    return QuantityColumn(low: cells, best: cells, high: cells)
  }

  /// The codes of text and entities, and the days of dates, where it is one of these.
  var codes: [UInt32]? {
    switch self {
    case .text(let cells), .entity(let cells): cells
    default: nil
    }
  }

  /// For each row whether its cell is missing.
  func missing() -> [Bool] {
    switch self {
    case .integer32(let cells), .date(let cells): cells.map { $0 == .min }
    case .integer64(let cells): cells.map { $0 == .min }
    case .real(let cells): cells.map(\.isNaN)
    case .text(let cells), .entity(let cells): cells.map { $0 == 0 }
    case .boolean(let cells): cells.map { $0 == Truth.missing }
    case .quantity(let cells): cells.low.map(\.isNaN)
    }
  }

  /// The rows whose cell is not missing.
  func presentRows() -> [Int32] {
    switch self {
    case .integer32(let cells), .date(let cells):
      RowSelection(count: cells.count, isMissing: { _ in false }) { cells[$0] != .min }.rows
    default:
      RowSelection(truths: missing().map { Truth.of(!$0) }).rows
    }
  }

  /// How many cells are missing.
  var missingCount: Int {
    switch self {
    case .integer32(let cells), .date(let cells): cells.reduce(0) { $0 + ($1 == .min ? 1 : 0) }
    case .integer64(let cells): cells.reduce(0) { $0 + ($1 == .min ? 1 : 0) }
    case .real(let cells): cells.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }
    case .text(let cells), .entity(let cells): cells.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    case .boolean(let cells): cells.reduce(0) { $0 + ($1 == Truth.missing ? 1 : 0) }
    case .quantity(let cells): cells.low.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }
    }
  }

  /// A column of missing cells.
  static func missing(_ type: ColumnType, count: Int) -> Column {
    switch type {
    case .integer: .integer64([Int64](repeating: .min, count: count))
    case .real: .real([Double](repeating: .nan, count: count))
    case .text: .text([UInt32](repeating: 0, count: count))
    case .entity: .entity([UInt32](repeating: 0, count: count))
    case .date: .date([Int32](repeating: .min, count: count))
    case .boolean: .boolean([UInt8](repeating: Truth.missing, count: count))
    case .quantity:
      .quantity(
        QuantityColumn(
          low: [Double](repeating: .nan, count: count), best: [Double](repeating: .nan, count: count),
          high: [Double](repeating: .nan, count: count)))
    }
  }

  /// The same cells one after the other; all of one type, whole numbers of either width.
  static func joining(_ columns: [Column], type: ColumnType) -> Column {
    if let first = columns.first, columns.count == 1 { return first }
    func join<Cell>(_ pick: (Column) -> [Cell]) -> [Cell] {
      var all: [Cell] = []
      all.reserveCapacity(columns.reduce(0) { $0 + $1.count })
      for column in columns { all += pick(column) }
      return all
    }
    switch type {
    case .integer:
      if columns.allSatisfy({ if case .integer32 = $0 { true } else { false } }), !columns.isEmpty {
        return .integer32(join { if case .integer32(let cells) = $0 { cells } else { [] } })
      }
      return .integer64(join { $0.wholes() ?? [] })
    case .real: return .real(join { $0.reals() })
    case .text: return .text(join { $0.codes ?? [] })
    case .entity: return .entity(join { $0.codes ?? [] })
    case .date: return .date(join { if case .date(let cells) = $0 { cells } else { [] } })
    case .boolean: return .boolean(join { if case .boolean(let cells) = $0 { cells } else { [] } })
    case .quantity:
      let parts = columns.map { $0.quantities() }
      let hasEnds = parts.contains { !$0.ends.isEmpty }
      return .quantity(
        QuantityColumn(
          low: parts.flatMap(\.low), best: parts.flatMap(\.best), high: parts.flatMap(\.high),
          ends: hasEnds ? parts.flatMap { $0.ends.isEmpty ? [UInt8](repeating: 0, count: $0.count) : $0.ends } : []))
    }
  }

  /// The cells of some rows next to one another.
  func slice(_ rows: Range<Int>) -> Column {
    switch self {
    case .integer32(let cells): return .integer32(Array(cells[rows]))
    case .integer64(let cells): return .integer64(Array(cells[rows]))
    case .real(let cells): return .real(Array(cells[rows]))
    case .text(let cells): return .text(Array(cells[rows]))
    case .entity(let cells): return .entity(Array(cells[rows]))
    case .date(let cells): return .date(Array(cells[rows]))
    case .boolean(let cells): return .boolean(Array(cells[rows]))
    case .quantity(let cells):
      return .quantity(
        QuantityColumn(
          low: Array(cells.low[rows]), best: Array(cells.best[rows]), high: Array(cells.high[rows]),
          ends: cells.ends.isEmpty ? [] : Array(cells.ends[rows])))
    }
  }

  /// As `picking`, where −1 gives a missing cell.
  func picking(orMissing rows: [Int32]) -> Column {
    func pick<Cell>(_ cells: [Cell], _ missing: Cell) -> [Cell] { rows.map { $0 < 0 ? missing : cells[Int($0)] } }
    switch self {
    case .integer32(let cells): return .integer32(pick(cells, .min))
    case .integer64(let cells): return .integer64(pick(cells, .min))
    case .real(let cells): return .real(pick(cells, .nan))
    case .text(let cells): return .text(pick(cells, 0))
    case .entity(let cells): return .entity(pick(cells, 0))
    case .date(let cells): return .date(pick(cells, .min))
    case .boolean(let cells): return .boolean(pick(cells, Truth.missing))
    case .quantity(let cells):
      return .quantity(
        QuantityColumn(
          low: pick(cells.low, .nan), best: pick(cells.best, .nan), high: pick(cells.high, .nan),
          ends: cells.ends.isEmpty ? [] : pick(cells.ends, 0)))
    }
  }
}
