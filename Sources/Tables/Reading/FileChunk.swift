/// Rows of a file whose cells have been found but not read; a column is read when it is asked for. Used by one worker.
final class FileChunk: TableChunk {
  private let file: DelimitedFile
  private let block: RecordBlock
  private let index: FieldIndex
  private let caches: CodeCaches
  /// Of each column that was read, the cells that don't fit; of the widest reading, since a column may be asked for twice.
  private(set) var oddCells: [Int: OddCells] = [:]
  private(set) var repairs: [Int: FileProfile.TextRepair] = [:]

  init(_ file: DelimitedFile, _ block: RecordBlock, _ index: FieldIndex, _ caches: CodeCaches) {
    self.file = file
    self.block = block
    self.index = index
    self.caches = caches
  }

  var rowCount: Int { index.rowCount }

  func column(_ number: Int, rows: [Int32]?) throws -> Column {
    guard file.rules.indices.contains(number) else {
      throw TableError.wrongStep("a column is asked for that the file doesn't have")
    }
    if let rows, let last = rows.last, Int(last) >= rowCount || rows[0] < 0 {
      throw TableError.wrongStep("a row is asked for that the chunk doesn't have")
    }
    guard let cells = index.cells(of: block, column: number) else {
      throw TableError.wrongStep("a column is asked for that the file doesn't have")
    }
    var reader = ColumnReader(
      rule: file.rules[number], dictionary: file.schema.columns[number].dictionary, cache: caches.cache(of: number),
      quote: file.layout.quote, cells: cells, firstLine: block.firstLine)
    let column =
      rows.map { rows in rows.withUnsafeBufferPointer { reader.column(rows: $0.baseAddress, count: rows.count) } }
      ?? reader.column(rows: nil, count: rowCount)
    if reader.odd.count > oddCells[number, default: OddCells()].count { oddCells[number] = reader.odd }
    if let repair = reader.repair { repairs[number] = repair }
    return column
  }
}
