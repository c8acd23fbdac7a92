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

  /// The rows of the cells that a test holds for, and how many cells are missing. A test must hold for no missing cell.
  @inline(__always)
  init<Cell: Equatable>(_ cells: [Cell], missing: Cell, test: (Cell) -> Bool) {
    rows = [Int32](unsafeUninitializedCapacity: cells.count) { buffer, count in
      cells.withUnsafeBufferPointer { cells in
        // Written always and counted where it holds: no branch that a processor could guess wrongly.
        var filled = 0
        for row in cells.indices {
          buffer[filled] = Int32(truncatingIfNeeded: row)
          filled &+= test(cells[row]) ? 1 : 0
        }
        count = filled
      }
    }
    // A loop of its own, which vectors can do.
    self.missing = cells.reduce(0) { $0 &+ ($1 == missing ? 1 : 0) }
    possible = nil
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
