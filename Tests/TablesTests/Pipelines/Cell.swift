import Tables

/// A cell of a small table that tests write down and read back.
enum Cell: Hashable, CustomStringConvertible {
  case missing
  case number(Double)
  case text(String)
  case date(Int32)
  case boolean(Bool)
  case maybe
  case range(Double, Double)

  var number: Double? { if case .number(let value) = self { value } else { nil } }

  var description: String {
    switch self {
    case .missing: "·"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .text(let text): text
    case .date(let day): "day \(day)"
    case .boolean(let value): value ? "yes" : "no"
    case .maybe: "maybe"
    case .range(let low, let high): "\(low)–\(high)"
    }
  }
}

/// Rows that tests write down.
struct SmallTable {
  var columns: [ColumnDescription]
  var rows: [[Cell]]

  init(_ columns: [ColumnDescription], _ rows: [[Cell]]) {
    self.columns = columns.map { column in
      var column = column
      if column.dictionary == nil, column.type == .text || column.type == .entity { column.dictionary = TextDictionary() }
      return column
    }
    self.rows = rows
  }

  /// As a table, cut into chunks of a few rows.
  func table(chunk size: Int = 7) -> Table {
    let starts = Array(stride(from: 0, to: rows.count, by: size))
    return Table(
      schema: Schema(columns),
      chunks: starts.map { start in
        let part = rows[start..<min(start + size, rows.count)]
        return columns.indices.map { index in column(columns[index], part.map { $0[index] }) }
      })
  }

  private func column(_ description: ColumnDescription, _ cells: [Cell]) -> Column {
    let numbers = cells.map { $0.number ?? .nan }
    switch description.type {
    case .integer: return .integer32(numbers.map { $0.isNaN ? .min : Int32($0) })
    case .real: return .real(numbers)
    case .date: return .date(cells.map { if case .date(let day) = $0 { day } else { .min } })
    case .boolean: return .boolean(cells.map { [.boolean(true): 1, .boolean(false): 0, .maybe: 3][$0] ?? 2 })
    case .text, .entity:
      let codes = cells.map { if case .text(let text) = $0 { description.dictionary?.code(of: text) ?? 0 } else { UInt32(0) } }
      return description.type == .text ? .text(codes) : .entity(codes)
    case .quantity:
      var column = QuantityColumn(low: [], best: [], high: [])
      for cell in cells {
        switch cell {
        case .range(let low, let high):
          column.low.append(low)
          column.best.append(.nan)
          column.high.append(high)
        default:
          column.low.append(cell.number ?? .nan)
          column.best.append(cell.number ?? .nan)
          column.high.append(cell.number ?? .nan)
        }
      }
      return .quantity(column)
    }
  }
}

extension PipelineResult {
  /// The cells, row by row.
  var cells: [[Cell]] {
    table.chunks.flatMap { chunk in
      let columns = chunk.indices.map { Self.cells(chunk[$0], table.schema.columns[$0]) }
      return (0..<(columns.first?.count ?? 0)).map { row in columns.map { $0[row] } }
    }
  }

  /// One column by name.
  func column(_ name: String) -> [Cell] {
    guard let index = table.schema.columns.firstIndex(where: { $0.name == name }) else { return [] }
    return cells.map { $0[index] }
  }

  var names: [String] { table.schema.columns.map(\.name) }

  private static func cells(_ column: Column, _ description: ColumnDescription) -> [Cell] {
    switch column {
    case .integer32(let cells): cells.map { $0 == .min ? .missing : .number(Double($0)) }
    case .integer64(let cells): cells.map { $0 == .min ? .missing : .number(Double($0)) }
    case .real(let cells): cells.map { $0.isNaN ? .missing : .number($0) }
    case .date(let cells): cells.map { $0 == .min ? .missing : .date($0) }
    case .boolean(let cells): cells.map { [.boolean(false), .boolean(true), .missing, .maybe][Int($0)] }
    case .text(let cells), .entity(let cells): cells.map { $0 == 0 ? .missing : .text(description.dictionary?.text($0) ?? "?") }
    case .quantity(let cells):
      cells.low.indices.map { row in
        if cells.low[row].isNaN { return .missing }
        return cells.low[row] == cells.high[row] ? .number(cells.low[row]) : .range(cells.low[row], cells.high[row])
      }
    }
  }
}

/// Runs steps with two workers.
func run(_ table: SmallTable, _ steps: [PipelineStep], chunk: Int = 7) throws -> PipelineResult {
  try Pipeline(table.table(chunk: chunk), steps).run(Execution(workerCount: 2))
}

/// The sentence and notes with which steps are refused.
func refusal(_ table: SmallTable, _ steps: [PipelineStep]) -> String? {
  do {
    _ = try run(table, steps)
    return nil
  } catch TableError.wrongStep(let sentence, let notes) {
    return ([sentence] + notes).joined(separator: " | ")
  } catch {
    return "\(error)"
  }
}

func column(_ name: String) -> TableExpression { .column(name) }
