/// Gives the values of one key dense codes, in the order in which they are first met. Whole numbers that lie near one another, as codes
/// of a dictionary, years and days do, are looked up in an array; all others in a hash table.
struct KeyCoder {
  /// The value of each code; `Int64.min` for the missing cell.
  private(set) var values: [Int64] = []
  /// By value less `base`, from place 1; place 0 is the missing cell. −1 where no code is given.
  private var table: [Int32] = [-1]
  private var base: Int64 = 0
  private var hashed: KeyTable?

  /// The largest array, in entries; what spreads wider is hashed.
  private static let largestTable = 1 << 21

  /// How many values have a code.
  var count: Int { values.count }

  /// One code for each cell; −1, where nothing is added, for values that are not known.
  mutating func codes(of column: Column, adding: Bool = true) -> [Int32] {
    switch column {
    case .integer32(let cells), .date(let cells): codes(cells, missing: .min, adding)
    case .integer64(let cells): codes(cells, missing: .min, adding)
    case .text(let cells), .entity(let cells): codes(cells, missing: 0, adding)
    case .boolean(let cells): codes(cells, missing: Truth.missing, adding)
    case .real, .quantity: hashedCodes(CellBits.encode(column), missing: .min, adding)
    }
  }

  /// As `codes(of:)`, for values that are 64 bits already.
  mutating func codes(ofBits bits: [Int64], adding: Bool = true) -> [Int32] { codes(bits, missing: .min, adding) }

  @inline(__always)
  private mutating func codes<Cell: FixedWidthInteger>(_ cells: [Cell], missing: Cell, _ adding: Bool) -> [Int32] {
    if hashed != nil { return hashedCodes(cells, missing: missing, adding) }
    // Once the array is wide enough and all values have been met, which is soon, one loop does all.
    if adding, let numbers = lookUpAll(cells, missing: missing) { return numbers }
    if adding {
      var (low, high) = (Cell.max, Cell.min)
      for cell in cells {
        low = min(low, cell == missing ? low : cell)
        high = max(high, cell == missing ? high : cell)
      }
      if low <= high, !widen(Int64(low), Int64(high)) { return hashedCodes(cells, missing: missing, adding) }
    }
    var numbers = adding ? lookUp(cells, missing: missing) : lookUpWithin(cells, missing: missing)
    // New values are few, so that they are added apart from the loop that all cells go through.
    if adding, numbers.contains(where: { $0 < 0 }) {
      for row in numbers.indices where numbers[row] < 0 {
        let cell = cells[row]
        let place = cell == missing ? 0 : Int(truncatingIfNeeded: Int64(cell) &- base) + 1
        if table[place] < 0 {
          table[place] = Int32(truncatingIfNeeded: values.count)
          values.append(cell == missing ? .min : Int64(cell))
        }
        numbers[row] = table[place]
      }
    }
    return numbers
  }

  /// The codes where all cells have one; nil otherwise.
  @inline(__always)
  private func lookUpAll<Cell: FixedWidthInteger>(_ cells: [Cell], missing: Cell) -> [Int32]? {
    // Before the first value and after the last one lie beyond the array once the distance is taken without a sign.
    let (base, width) = (base, UInt(table.count - 1))
    guard width > 0 else { return nil }
    var isKnown = true
    let numbers = [Int32](unsafeUninitializedCapacity: cells.count) { codes, count in
      table.withUnsafeBufferPointer { table in
        cells.withUnsafeBufferPointer { cells in
          for row in cells.indices {
            let cell = cells[row]
            let distance = UInt(truncatingIfNeeded: Int64(truncatingIfNeeded: cell) &- base)
            guard cell == missing || distance < width else {
              isKnown = false
              return
            }
            let code = table[cell == missing ? 0 : Int(bitPattern: distance) &+ 1]
            codes[row] = code
            guard code >= 0 else {
              isKnown = false
              return
            }
          }
        }
      }
      count = isKnown ? cells.count : 0
    }
    return isKnown ? numbers : nil
  }

  /// For cells that the array is known to be wide enough for.
  @inline(__always)
  private func lookUp<Cell: FixedWidthInteger>(_ cells: [Cell], missing: Cell) -> [Int32] {
    let base = base
    return [Int32](unsafeUninitializedCapacity: cells.count) { codes, count in
      table.withUnsafeBufferPointer { table in
        cells.withUnsafeBufferPointer { cells in
          for row in cells.indices {
            let cell = cells[row]
            codes[row] = table[cell == missing ? 0 : Int(truncatingIfNeeded: Int64(cell) &- base) &+ 1]
          }
        }
      }
      count = cells.count
    }
  }

  /// For any cells.
  @inline(__always)
  private func lookUpWithin<Cell: FixedWidthInteger>(_ cells: [Cell], missing: Cell) -> [Int32] {
    let limit = UInt64(table.count - 1)
    return cells.map { cell in
      if cell == missing { return table[0] }
      let value = Int64(cell)
      let distance = UInt64(bitPattern: value &- base)
      return value >= base && distance < limit ? table[Int(distance) + 1] : -1
    }
  }

  /// Makes the array hold these values. False where it would grow too large; then everything is hashed from now on.
  private mutating func widen(_ low: Int64, _ high: Int64) -> Bool {
    let count = Int64(table.count - 1)
    if count > 0, low >= base, high <= base &+ count &- 1 { return true }
    let from = count == 0 ? low : min(base, low)
    let to = count == 0 ? high : max(base &+ count &- 1, high)
    let (width, overflow) = to.subtractingReportingOverflow(from)
    guard !overflow, width < Int64(Self.largestTable) else {
      hashed = hashTable()
      table = []
      return false
    }
    // Twice as wide, so that values that go on rising don't make it anew with each batch.
    let size = Int(width) + 1
    let room = count == 0 ? size : min(Self.largestTable, max(size, 2 * Int(count)))
    var wider = [Int32](repeating: -1, count: max(size, room) + 1)
    wider[0] = table[0]
    for place in 0..<Int(count) { wider[place + Int(base - from) + 1] = table[place + 1] }
    table = wider
    base = from
    return true
  }

  private func hashTable() -> KeyTable {
    var table = KeyTable()
    for (code, value) in values.enumerated() { table.insert(value, Int32(truncatingIfNeeded: code)) }
    return table
  }

  private mutating func hashedCodes<Cell: FixedWidthInteger>(_ cells: [Cell], missing: Cell, _ adding: Bool) -> [Int32] {
    var table = hashed ?? hashTable()
    // Held by one place only, so that adding to it copies nothing.
    hashed = nil
    let codes = cells.map { cell -> Int32 in
      let value = cell == missing ? Int64.min : Int64(cell)
      let known = table.code(of: value)
      if known >= 0 || !adding { return known }
      let code = Int32(truncatingIfNeeded: values.count)
      values.append(value)
      table.insert(value, code)
      return code
    }
    hashed = table
    return codes
  }
}
