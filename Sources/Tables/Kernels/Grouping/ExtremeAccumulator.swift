/// The least or the greatest value of plain numbers, dates, booleans or texts.
final class ExtremeAccumulator: Accumulator {
  private let isGreatest: Bool
  private let type: ColumnType
  private let dictionary: TextDictionary?
  /// In a form of which the order is that of the values, turned round where the greatest is looked for; `Int64.max` where there is none.
  private var least: [Int64] = []
  /// Of texts: the code of the first in order.
  private var codes: [UInt32] = []
  private(set) var missing = 0
  var needsPositions: Bool { false }

  init(isGreatest: Bool, _ description: ColumnDescription) {
    self.isGreatest = isGreatest
    type = description.type
    dictionary = description.dictionary
  }

  func add(_ rows: GroupedRows) {
    guard let column = rows.values else { return }
    missing += column.missingCount
    if let cells = column.codes {
      codes.grow(to: rows.groupCount, 0)
      for (row, code) in cells.enumerated() { take(code, Int(rows.groups[row])) }
      return
    }
    least.grow(to: rows.groupCount, .max)
    let sign: Int64 = isGreatest ? -1 : 1
    if let cells = column.wholes() {
      // The one value that has no opposite is the missing cell.
      for (row, cell) in cells.enumerated() where cell != .min {
        least[Int(rows.groups[row])] = min(least[Int(rows.groups[row])], cell * sign)
      }
    } else {
      for (row, cell) in column.reals().enumerated() where !cell.isNaN {
        least[Int(rows.groups[row])] = min(least[Int(rows.groups[row])], Self.ordered(cell * Double(sign)))
      }
    }
  }

  /// A real number as a whole one of the same order.
  private static func ordered(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits < 0 ? bits ^ .max : bits
  }

  private static func real(_ ordered: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: ordered < 0 ? ordered ^ .max : ordered))
  }

  private func take(_ code: UInt32, _ group: Int) {
    let known = codes[group]
    guard code != known, code != 0 else { return }
    guard known != 0, let dictionary else {
      codes[group] = code
      return
    }
    let isBefore = dictionary.text(code) < dictionary.text(known)
    if isBefore != isGreatest { codes[group] = code }
  }

  func absorb(_ other: any Accumulator, numbers: [Int32], groupCount: Int) {
    guard let other = other as? ExtremeAccumulator else { return }
    missing += other.missing
    least.grow(to: groupCount, .max)
    codes.grow(to: groupCount, 0)
    for group in other.least.indices { least[Int(numbers[group])] = min(least[Int(numbers[group])], other.least[group]) }
    for group in other.codes.indices { take(other.codes[group], Int(numbers[group])) }
  }

  func column(of groups: [Int32]) -> Column {
    let sign: Int64 = isGreatest ? -1 : 1
    if type == .text || type == .entity {
      let cells = groups.map { Int($0) < codes.count ? codes[Int($0)] : 0 }
      return type == .text ? .text(cells) : .entity(cells)
    }
    let found = groups.map { Int($0) < least.count ? least[Int($0)] : .max }
    if type == .real { return .real(found.map { $0 == .max ? .nan : Self.real($0) * Double(sign) }) }
    return CellBits.decode(found.map { $0 == .max ? .min : $0 * sign }, type)
  }
}
