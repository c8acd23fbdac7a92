/// Gathers a snapshot's content.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(number: Int) { add([Int64(number)]) }

  mutating func add(text: String) {
    add(number: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ column: Column) {
    switch column {
    case .integer32(let cells): add(kind: 0, cells)
    case .integer64(let cells): add(kind: 1, cells)
    case .real(let cells): add(kind: 2, cells.map(\.bitPattern))
    case .text(let cells): add(kind: 3, cells)
    case .date(let cells): add(kind: 4, cells)
    case .boolean(let cells): add(kind: 5, cells)
    case .entity(let cells): add(kind: 6, cells)
    case .quantity(let cells):
      add(kind: cells.ends.isEmpty ? 7 : 8, cells.low.map(\.bitPattern))
      add(cells.best.map(\.bitPattern))
      add(cells.high.map(\.bitPattern))
      add(cells.ends)
    }
  }

  private mutating func add<Number: FixedWidthInteger>(kind: UInt8, _ cells: [Number]) {
    bytes.append(kind)
    add(cells)
  }

  private mutating func add<Number: FixedWidthInteger>(_ cells: [Number]) {
    cells.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
