/// A whole table between two steps, each column in one piece, with what is known of its rows.
struct Rows: Sendable {
  var descriptions: [ColumnDescription]
  var columns: [Column]
  var rowCount: Int
  /// Whether each row is only possible; nil where none is.
  var isPossible: [UInt8]?
  /// The first and the last place of each row in the order it was sorted by; nil where they are the same for all.
  var ranks: (low: [Int32], high: [Int32])?
  /// Whether each row is even with the row before in the order it was sorted by.
  var ties: [UInt8]?
  /// For each column which of the sums by month it is; empty where there are none.
  var parts: [Int?] = []
  var periods: PeriodParts?
  var periodRows: [Int32]?

  /// All rows certain and in no order.
  init(_ descriptions: [ColumnDescription], _ columns: [Column], rowCount: Int) {
    self.descriptions = descriptions
    self.columns = columns
    self.rowCount = rowCount
  }

  /// Whether a boolean column has maybes.
  var holdsMaybes: Bool {
    columns.contains { if case .boolean(let cells) = $0 { cells.contains(Truth.maybe) } else { false } }
  }

  /// Only these rows, in this order.
  func picking(_ picks: [Int32]) -> Rows {
    func pick<Cell>(_ cells: [Cell]) -> [Cell] { cells.picking(picks) }
    var result = self
    result.rowCount = picks.count
    result.columns = columns.map { $0.picking(picks) }
    result.isPossible = isPossible.map(pick)
    result.ranks = ranks.map { (low: pick($0.low), high: pick($0.high)) }
    result.ties = ties.map(pick)
    result.periodRows = periodRows.map(pick)
    return result
  }

  /// The result of a pipeline; `kept` are the notes of the way to it, without those on what came out.
  func result(_ notes: [PipelineNote], kept: [PipelineNote] = []) -> PipelineResult {
    let band = isPossible ?? []
    let isPossible = band.contains(1) ? band.map { $0 == 1 } : []
    var places: [ClosedRange<Int>] = []
    if let ranks { places = ranks.low.indices.map { Int(ranks.low[$0])...Int(max(ranks.low[$0], ranks.high[$0])) } }
    let table = Table(schema: Schema(descriptions), cutting: columns, rowCount: rowCount)
    var result = PipelineResult(table: table, isPossible: isPossible, ranks: places, notes: notes)
    result.continuation = KeptTable(table, rows: self, notes: kept)
    return result
  }
}

extension Table {
  /// Columns in one piece each, cut into chunks.
  convenience init(schema: Schema, cutting columns: [Column], rowCount: Int) {
    guard rowCount > Chunks.pieceRowCount else {
      self.init(schema: schema, chunks: rowCount == 0 ? [] : [columns])
      return
    }
    let starts = stride(from: 0, to: rowCount, by: Chunks.pieceRowCount)
    self.init(
      schema: schema,
      chunks: starts.map { start in columns.map { $0.slice(start..<min(start + Chunks.pieceRowCount, rowCount)) } })
  }
}
