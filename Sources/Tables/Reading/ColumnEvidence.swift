/// What the cells of a column look like, gathered cell by cell.
struct ColumnEvidence {
  private(set) var cellCount = 0
  private(set) var emptyCount = 0
  private(set) var numbers = NumberEvidence()
  private(set) var booleanCount = 0
  private(set) var formulaCount = 0
  private(set) var dateShapes: [DateShape: Int] = [:]
  private(set) var timeOfDayCount = 0
  /// Texts that commonly stand for a missing cell.
  private(set) var marks: [String: Int] = [:]
  /// Numbers that commonly do.
  private(set) var numericMarks: [String: Int] = [:]
  private(set) var doubledCount = 0
  private(set) var doubledExample: (text: String, meant: String, line: Int)?
  private(set) var strayCount = 0
  private(set) var strayExample: (text: String, line: Int)?
  private(set) var lostCount = 0
  private(set) var lostExample: (text: String, line: Int)?
  private(set) var distinct: Set<String> = []
  private(set) var hasManyDistinct = false
  private(set) var examples: [String] = []

  static let distinctLimit = 1000
  private static let exampleByteCount = 60
  /// What stands for a missing cell in columns of numbers and dates without being told.
  static let commonMarks: Set<String> = [
    "NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "None", "-", "--", "-0-", ".", "..", "...", "ND", "N.D.", "n.d.",
    "nd",
    "s/d", "S/D", "*", "#N/A", "#N/D", "?", "N/D",
  ]
  private static let commonNumericMarks: Set<String> = [
    "-1", "-9", "-99", "-999", "-9999", "99", "999", "9999", "99999", "999999",
  ]

  /// Takes a cell up. Eight bytes after it must be readable.
  mutating func add(_ cell: UnsafeRawBufferPointer, quote: UInt8, line: Int) {
    cellCount += 1
    if cell.count > 1, cell[0] == quote || (cell[0] == 0x3D && cell[1] == 0x22) {
      if CellBytes.isFormula(Array(cell)) { formulaCount += 1 }
      let text = CellBytes.bytes(cell, quote: quote)
      if CellBytes.goesOnAfterMark(cell, quote: quote) {
        strayCount += 1
        if strayExample == nil { strayExample = (String(decoding: text.prefix(Self.exampleByteCount), as: UTF8.self), line) }
      }
      (text + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0[..<text.count]), line: line) }
    } else {
      add(cell, line: line)
    }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, line: Int) {
    let text = CellRule.trimmed(text)
    guard let start = text.baseAddress, !text.isEmpty else {
      emptyCount += 1
      return
    }
    let first = text[0]
    if first &- 0x30 < 10 || first == 0x2D || first == 0x2B || first == 0x2E || first == 0x2C,
      let values = numbers.add(text, start)
    {
      return take(values, String(decoding: text, as: UTF8.self))
    }
    let string = String(decoding: text, as: UTF8.self)
    if text.count <= 4, Self.commonMarks.contains(string) {
      marks[string, default: 0] += 1
      return
    }
    take(string)
    noteDecoding(string, text, line)
    if text.count <= 5, CellRule(.boolean).isBoolean(text) { booleanCount += 1 }
    addDate(text, string)
  }

  private mutating func addDate(_ text: UnsafeRawBufferPointer, _ string: String) {
    let shapes = DateText.shapes(text)
    guard let first = shapes.first else { return }
    for found in shapes { dateShapes[found.shape, default: 0] += 1 }
    if DateText.hasTimeOfDay(text) { timeOfDayCount += 1 }
    numbers.extend((Double(first.days), Double(first.days)), string)
  }

  private mutating func take(_ values: (point: Double, comma: Double), _ text: String) {
    take(text)
    // Least and greatest leave out what may stand for a missing cell.
    if Self.commonNumericMarks.contains(text) {
      numericMarks[text, default: 0] += 1
    } else {
      numbers.extend(values, text)
    }
  }

  private mutating func take(_ text: String) {
    guard !hasManyDistinct, distinct.insert(text).inserted else { return }
    if examples.count < 5 { examples.append(text) }
    if distinct.count >= Self.distinctLimit {
      hasManyDistinct = true
      distinct = []
    }
  }

  private mutating func noteDecoding(_ string: String, _ text: UnsafeRawBufferPointer, _ line: Int) {
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    if let meant = TextDecoding.undoubled(string) {
      doubledCount += 1
      if doubledExample == nil { doubledExample = (string, meant, line) }
    }
    if string.unicodeScalars.contains("\u{FFFD}") {
      lostCount += 1
      if lostExample == nil { lostExample = (string, line) }
    }
  }

  /// Cells that are neither empty nor common marks of the missing.
  var filledCount: Int { cellCount - emptyCount - marks.values.reduce(0, +) }

  /// Takes up what was gathered from other cells of the same column.
  mutating func merge(_ other: ColumnEvidence) {
    cellCount += other.cellCount
    emptyCount += other.emptyCount
    booleanCount += other.booleanCount
    formulaCount += other.formulaCount
    timeOfDayCount += other.timeOfDayCount
    doubledCount += other.doubledCount
    lostCount += other.lostCount
    strayCount += other.strayCount
    numbers.merge(other.numbers)
    dateShapes.merge(other.dateShapes, uniquingKeysWith: +)
    marks.merge(other.marks, uniquingKeysWith: +)
    numericMarks.merge(other.numericMarks, uniquingKeysWith: +)
    if let example = other.doubledExample, example.line < doubledExample?.line ?? .max { doubledExample = example }
    if let example = other.strayExample, example.line < strayExample?.line ?? .max { strayExample = example }
    if let example = other.lostExample, example.line < lostExample?.line ?? .max { lostExample = example }
    hasManyDistinct = hasManyDistinct || other.hasManyDistinct
    if !hasManyDistinct {
      distinct.formUnion(other.distinct)
      hasManyDistinct = distinct.count >= Self.distinctLimit
    }
    if hasManyDistinct { distinct = [] }
  }
}
