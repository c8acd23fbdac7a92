/// The rows that a condition keeps.
struct RowSelection {
  /// Rising.
  var rows: [Int32]
  /// For each of them whether it is only possible; nil where none is.
  var possible: [UInt8]?
  /// How many rows were left out because something is missing.
  var missing: Int

  /// Rows that have been chosen.
  init(rows: [Int32], possible: [UInt8]?, missing: Int) {
    self.rows = rows
    self.possible = possible
    self.missing = missing
  }

  /// From truths: 0 no, 1 yes, 2 missing, 3 maybe.
  init(truths: [UInt8]) {
    var missing = 0
    var maybes = 0
    rows = [Int32](unsafeUninitializedCapacity: truths.count) { buffer, count in
      for (row, truth) in truths.enumerated() {
        buffer[count] = Int32(truncatingIfNeeded: row)
        count += Int(truth & 1)
        missing += truth == Truth.missing ? 1 : 0
        maybes += truth == Truth.maybe ? 1 : 0
      }
    }
    self.missing = missing
    possible = maybes > 0 ? rows.map { truths[Int($0)] >> 1 } : nil
  }

  /// The rows of the cells that a test holds for, and how many cells are missing. The test gives a `Truth.bit`, and none for a missing cell.
  @inline(__always)
  init<Cell: Equatable>(_ cells: [Cell], missing mark: Cell, test: (Cell) -> Int) {
    var missing = 0
    rows = [Int32](unsafeUninitializedCapacity: cells.count) { buffer, count in
      cells.withUnsafeBufferPointer { cells in
        var filled = 0
        // Written always and counted where it holds: no branch that a processor could guess wrongly.
        for row in 0..<cells.count {
          buffer[filled] = Int32(truncatingIfNeeded: row)
          filled &+= test(cells[row])
        }
        count = filled
        for row in 0..<cells.count { missing &+= Truth.bit(cells[row] == mark) }
      }
    }
    self.missing = missing
    possible = nil
  }

  /// The rows whose codes in two columns are these two, in one loop, which is cheaper than to pick the second column's cells for the rows
  /// that the first leaves; `secondMissing` counts the missing cells of those.
  static func rows(_ first: [UInt32], _ code: UInt32, _ second: [UInt32], _ secondCode: UInt32)
    -> (selection: RowSelection, secondMissing: Int)
  {
    var (missing, secondMissing) = (0, 0)
    let rows = [Int32](unsafeUninitializedCapacity: min(first.count, second.count)) { buffer, count in
      first.withUnsafeBufferPointer { first in
        second.withUnsafeBufferPointer { second in
          var filled = 0
          for row in 0..<min(first.count, second.count) {
            buffer[filled] = Int32(truncatingIfNeeded: row)
            filled &+= Truth.bit(first[row] == code) & Truth.bit(second[row] == secondCode)
          }
          count = filled
          for row in 0..<min(first.count, second.count) {
            missing &+= Truth.bit(first[row] == 0)
            secondMissing &+= Truth.bit(first[row] == code) & Truth.bit(second[row] == 0)
          }
        }
      }
    }
    return (RowSelection(rows: rows, possible: nil, missing: missing), secondMissing)
  }

  /// Rows below `count` for which a test holds; `isMissing` says which are left out because a cell is missing.
  @inline(__always)
  init(count rowCount: Int, isMissing: (Int) -> Bool, test: (Int) -> Bool) {
    var missing = 0
    rows = [Int32](unsafeUninitializedCapacity: rowCount) { buffer, count in
      // Written always and counted where it holds: no branch that a processor could guess wrongly.
      for row in 0..<rowCount {
        buffer[count] = Int32(truncatingIfNeeded: row)
        let left = isMissing(row)
        missing += left ? 1 : 0
        count += test(row) && !left ? 1 : 0
      }
    }
    self.missing = missing
    possible = nil
  }
}
