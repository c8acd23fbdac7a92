/// Plain cells as 64 bits that are equal where the cells are, and back.
enum CellBits {
  /// Missing is `Int64.min`. Of quantities only the best is held: they are not keys.
  static func encode(_ column: Column) -> [Int64] {
    if let wholes = column.wholes() { return wholes }
    return column.reals().map { encode($0) }
  }

  /// Zero has one form, and so has what is no number.
  @inline(__always)
  static func encode(_ value: Double) -> Int64 {
    value.isNaN ? .min : Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
  }

  /// A column of a type from bits.
  static func decode(_ bits: [Int64], _ type: ColumnType) -> Column {
    switch type {
    case .integer: .integer64(bits)
    case .real: .real(bits.map { decode($0) })
    case .text: .text(bits.map { $0 == .min ? 0 : UInt32(truncatingIfNeeded: $0) })
    case .entity: .entity(bits.map { $0 == .min ? 0 : UInt32(truncatingIfNeeded: $0) })
    case .date: .date(bits.map { $0 == .min ? .min : Int32(truncatingIfNeeded: $0) })
    case .boolean: .boolean(bits.map { $0 == .min ? Truth.missing : UInt8(truncatingIfNeeded: $0) })
    case .quantity:
      .quantity(
        QuantityColumn(low: bits.map { decode($0) }, best: bits.map { decode($0) }, high: bits.map { decode($0) }))
    }
  }

  @inline(__always)
  /// A real number of its bits.
  static func decode(_ bits: Int64) -> Double { bits == .min ? .nan : Double(bitPattern: UInt64(bitPattern: bits)) }
}
