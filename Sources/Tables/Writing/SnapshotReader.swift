/// Reads a snapshot's content; everything is nil where the bytes don't hold it.
struct SnapshotReader {
  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func number() -> Int? { cells(1, of: Int64.self)?.first.map(Int.init(_:)) }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
  }

  /// The cells of a column, if they are what the column's description says.
  mutating func column(_ description: ColumnDescription, rowCount: Int) -> Column? {
    guard let kind = cells(1, of: UInt8.self)?.first else { return nil }
    switch (kind, description.type) {
    case (0, .integer): return cells(rowCount, of: Int32.self).map { .integer32($0) }
    case (1, .integer): return cells(rowCount, of: Int64.self).map { .integer64($0) }
    case (2, .real): return reals(rowCount).map { .real($0) }
    case (3, .text): return codes(rowCount, description).map { .text($0) }
    case (4, .date): return cells(rowCount, of: Int32.self).map { .date($0) }
    case (5, .boolean):
      return cells(rowCount, of: UInt8.self).flatMap { cells in cells.allSatisfy { $0 <= 3 } ? .boolean(cells) : nil }
    case (6, .entity): return codes(rowCount, description).map { .entity($0) }
    case (7, .quantity), (8, .quantity):
      guard let low = reals(rowCount), let best = reals(rowCount), let high = reals(rowCount),
        let ends = cells(kind == 8 ? rowCount : 0, of: UInt8.self), zip(low, high).allSatisfy({ !($0 > $1) })
      else { return nil }
      return .quantity(QuantityColumn(low: low, best: best, high: high, ends: ends))
    default: return nil
    }
  }

  private mutating func reals(_ count: Int) -> [Double]? { cells(count, of: UInt64.self)?.map(Double.init(bitPattern:)) }

  private mutating func codes(_ count: Int, _ description: ColumnDescription) -> [UInt32]? {
    let limit = description.dictionary?.count ?? 1
    guard let codes = cells(count, of: UInt32.self), codes.allSatisfy({ $0 < limit }) else { return nil }
    return codes
  }

  private mutating func cells<Number: FixedWidthInteger>(_ count: Int, of type: Number.Type) -> [Number]? {
    let size = count.multipliedReportingOverflow(by: MemoryLayout<Number>.size)
    guard count >= 0, !size.overflow, size.partialValue <= bytes.count - offset else { return nil }
    defer { offset += size.partialValue }
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { index in
        Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + index * MemoryLayout<Number>.size, as: Number.self))
      }
    }
  }
}
