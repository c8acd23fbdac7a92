import Tables

/// A table's cells as text, for comparing.
enum TableText {
  /// Every row's cells; a missing one is `nil`. Dates are days since 1970.
  static func rows(_ table: Table) -> [[String?]] {
    table.chunks.flatMap { chunk in
      (0..<(chunk.first?.count ?? 0)).map { row in
        zip(chunk, table.schema.columns).map { cell($0, row, $1) }
      }
    }
  }

  static func column(_ name: String, of table: Table) -> [String?] {
    guard let index = table.schema.columns.firstIndex(where: { $0.name == name }) else { return [] }
    return rows(table).map { $0[index] }
  }

  private static func cell(_ column: Column, _ row: Int, _ description: ColumnDescription) -> String? {
    switch column {
    case .integer32(let cells): cells[row] == .min ? nil : "\(cells[row])"
    case .integer64(let cells): cells[row] == .min ? nil : "\(cells[row])"
    case .real(let cells): cells[row].isNaN ? nil : "\(cells[row])"
    case .date(let cells): cells[row] == .min ? nil : "\(cells[row])"
    case .text(let cells), .entity(let cells): cells[row] == 0 ? nil : description.dictionary?.text(cells[row])
    case .boolean(let cells): ["no", "yes", nil, "maybe"][Int(cells[row] & 3)]
    case .quantity(let cells): "\(cells.low[row]) \(cells.best[row]) \(cells.high[row])"
    }
  }
}

/// Reads text as a file.
func read(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> (table: Table, file: DelimitedFile) {
  try read(Array(text.utf8), options)
}

func read(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws -> (table: Table, file: DelimitedFile) {
  let file = try DelimitedFile(bytes: bytes, name: "test.csv", options: options)
  return (try Table.load(from: file, execution: Execution(workerCount: 2)), file)
}
