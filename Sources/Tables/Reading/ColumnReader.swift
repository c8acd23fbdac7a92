import Glibc

/// Reads the cells of one column of one block.
struct ColumnReader {
  let rule: CellRule
  let dictionary: TextDictionary?
  /// Of columns of text.
  let cache: CodeCache?
  let quote: UInt8
  let cells: CellRanges
  /// The line that the block's first row stands on.
  let firstLine: Int
  private(set) var odd = OddCells()
  private(set) var repair: FileProfile.TextRepair?

  init(
    rule: CellRule, dictionary: TextDictionary?, cache: CodeCache?, quote: UInt8, cells: CellRanges, firstLine: Int
  ) {
    self.rule = rule
    self.dictionary = dictionary
    self.cache = cache
    self.quote = quote
    self.cells = cells
    self.firstLine = firstLine
  }

  /// The cells of the rows of these numbers, or of the first `count` ones.
  mutating func column(rows: UnsafePointer<Int32>?, count: Int) -> Column {
    let column = read(rows, count)
    return rule.missingNumbers.isEmpty ? column : withoutMarks(column)
  }

  /// Numbers and days that stand for a missing cell become one.
  private func withoutMarks(_ column: Column) -> Column {
    let marks = rule.missingNumbers
    return switch column {
    case .integer32(let cells): .integer32(cells.map { marks.contains(Double($0)) ? .min : $0 })
    case .integer64(let cells): .integer64(cells.map { marks.contains(Double($0)) ? .min : $0 })
    case .real(let cells): .real(cells.map { marks.contains($0) ? .nan : $0 })
    case .date(let cells): .date(cells.map { marks.contains(Double($0)) ? .min : $0 })
    case .text, .boolean, .entity, .quantity: column
    }
  }

  private mutating func read(_ rows: UnsafePointer<Int32>?, _ count: Int) -> Column {
    switch rule.type {
    case .integer: integers(rows, count)
    case .real, .quantity: .real(reals(rows, count))
    case .date: .date(dates(rows, count))
    case .boolean: .boolean(booleans(rows, count))
    case .text, .entity: .text(cache.map { codes(rows, count, $0) } ?? [UInt32](repeating: 0, count: count))
    }
  }

  @inline(__always) private static func row(_ rows: UnsafePointer<Int32>?, _ index: Int) -> Int {
    if let rows { return Int(rows[index]) }
    return index
  }

  private mutating func integers(_ rows: UnsafePointer<Int32>?, _ count: Int) -> Column {
    var isWide = false
    let cells = cells
    let narrow = [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count {
        let row = Self.row(rows, index)
        let (start, length) = cells.cell(row)
        if length &- 1 < 8, length > 0 {
          let value = NumberText.digits(start, length)
          if value != .max {
            buffer[index] = Int32(truncatingIfNeeded: value)
            continue
          }
        }
        guard let value = integer(row) else {
          buffer[index] = .min
          continue
        }
        guard let cell = Int32(exactly: value), cell != .min else {
          isWide = true
          filled = index
          return
        }
        buffer[index] = cell
      }
      filled = count
    }
    guard isWide else { return .integer32(narrow) }
    odd = OddCells()
    return .integer64((0..<count).map { integer(Self.row(rows, $0)) ?? .min })
  }

  private mutating func integer(_ row: Int) -> Int64? {
    let (start, length) = cells.plainCell(row, quote: quote)
    if let value = NumberText.integer(start, length) { return value }
    return slow(row) { $0.integer($1) }
  }

  private mutating func reals(_ rows: UnsafePointer<Int32>?, _ count: Int) -> [Double] {
    let (cells, quote, decimalMark) = (cells, quote, rule.decimalMark)
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count {
        let row = Self.row(rows, index)
        let (start, length) = cells.plainCell(row, quote: quote)
        buffer[index] =
          NumberText.real(start, length, decimalMark: decimalMark) ?? slow(row) { $0.real($1) } ?? .nan
      }
      filled = count
    }
  }

  private mutating func dates(_ rows: UnsafePointer<Int32>?, _ count: Int) -> [Int32] {
    let (cells, quote, shape) = (cells, quote, rule.date)
    return [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count {
        let row = Self.row(rows, index)
        let (start, length) = cells.plainCell(row, quote: quote)
        buffer[index] = DateText.days(start, length, shape) ?? slow(row) { $0.days($1) } ?? .min
      }
      filled = count
    }
  }

  private mutating func booleans(_ rows: UnsafePointer<Int32>?, _ count: Int) -> [UInt8] {
    (0..<count).map { index in slow(Self.row(rows, index)) { $0.boolean($1) } ?? 2 }
  }

  private mutating func codes(_ rows: UnsafePointer<Int32>?, _ count: Int, _ cache: CodeCache) -> [UInt32] {
    // Copies, since what belongs to `self` would be fetched anew for every cell.
    let (cells, quote) = (cells, quote)
    var (entries, mask) = (cache.entries, cache.mask)
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count {
        let row = Self.row(rows, index)
        let (start, length) = cells.plainCell(row, quote: quote)
        guard length > 0 else {
          buffer[index] = 0
          continue
        }
        let first = start.load(as: UInt8.self)
        if first == quote || first == 0x3D {
          buffer[index] = unwrappedCode(start, length, row)
          (entries, mask) = (cache.entries, cache.mask)
          continue
        }
        let key = TextKey(padded: start, length)
        let place = entries + (Int(truncatingIfNeeded: key.hash) & mask)
        if place[0].holds(key), length <= 24 || isText(of: place[0].code, start, length) {
          buffer[index] = place[0].code
        } else if place[1].holds(key), length <= 24 || isText(of: place[1].code, start, length) {
          buffer[index] = place[1].code
        } else {
          buffer[index] = newCode(key, start, row)
          (entries, mask) = (cache.entries, cache.mask)
        }
      }
      filled = count
    }
  }

  /// The code of a text within marks that has marks in it, or of a formula.
  @inline(never) private mutating func unwrappedCode(_ start: UnsafeRawPointer, _ length: Int, _ row: Int) -> UInt32 {
    let text = CellBytes.bytes(UnsafeRawBufferPointer(start: start, count: length), quote: quote)
    guard !text.isEmpty else { return 0 }
    return text.withUnsafeBytes { bytes in
      bytes.baseAddress.map { newCode(TextKey(bytes), $0, row) } ?? 0
    }
  }

  /// The code of a text that isn't in this worker's cache.
  @inline(never) private mutating func newCode(_ key: TextKey, _ start: UnsafeRawPointer, _ row: Int) -> UInt32 {
    guard let dictionary else { return 0 }
    let bytes = UnsafeRawBufferPointer(start: start, count: key.count)
    var code: UInt32 = 0
    if rule.missingMarks.isEmpty || !rule.isMissing(bytes) {
      if let known = dictionary.existingCode(of: key, start) {
        code = known
      } else if TextDecoding.invalidByte(bytes) != nil {
        let meant = TextDecoding.windows1252(bytes)
        code = dictionary.code(of: meant)
        note(meant, bytes, row)
        return code
      } else {
        code = dictionary.code(of: key, start)
      }
    }
    if code > 0 { cache?.add(key, code: code) }
    return code
  }

  /// Whether a code stands for a text that is longer than its key tells.
  @inline(never) private func isText(of code: UInt32, _ start: UnsafeRawPointer, _ length: Int) -> Bool {
    dictionary?.withBytes(of: code) { known in
      guard let base = known.baseAddress, known.count == length else { return false }
      return memcmp(base, start, length) == 0
    } ?? false
  }

  private mutating func note(_ meant: String, _ bytes: UnsafeRawBufferPointer, _ row: Int) {
    let line = firstLine + cells.lineBreaks(before: row)
    if repair != nil {
      repair?.count += 1
    } else {
      repair = FileProfile.TextRepair(
        what: TextDecoding.invalidBytesRead, count: 1, firstLine: line, example: String(decoding: bytes, as: UTF8.self),
        meant: meant)
    }
  }

  /// Reads a cell with all that may be around it; one that doesn't fit is noted and missing.
  @inline(never) private mutating func slow<Value>(
    _ row: Int, _ read: (CellRule, UnsafeRawBufferPointer) -> CellRule.Reading<Value>
  ) -> Value? {
    let (start, length) = cells.cell(row)
    guard length > 0 else { return nil }
    let text = CellBytes.bytes(UnsafeRawBufferPointer(start: start, count: length), quote: quote)
    let reading = (text + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBytes {
      read(rule, UnsafeRawBufferPointer(rebasing: $0[..<text.count]))
    }
    switch reading {
    case .value(let value): return value
    case .missing: return nil
    case .odd:
      // Rows rise within a block, so that those after the first ten need no place.
      if odd.first.count >= OddCells.listedCount {
        odd.count += 1
      } else {
        odd.add(line: firstLine + cells.lineBreaks(before: row), text: String(decoding: text.prefix(200), as: UTF8.self))
      }
      return nil
    }
  }
}
