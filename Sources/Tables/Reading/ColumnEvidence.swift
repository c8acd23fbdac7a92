/// What the cells of a column look like, gathered cell by cell.
struct ColumnEvidence {
  private(set) var cellCount = 0
  private(set) var emptyCount = 0
  private(set) var integerCount = 0
  /// Numbers with a decimal point, and with a decimal comma.
  private(set) var pointCount = 0
  private(set) var commaCount = 0
  /// Whole numbers in groups of three: by commas, by points, by blanks or apostrophes.
  private(set) var commaGroupCount = 0
  private(set) var pointGroupCount = 0
  private(set) var otherGroups: [UInt8: Int] = [:]
  /// Numbers with groups and a fraction.
  private(set) var groupedFractionCount = 0
  private(set) var leadingZeroCount = 0
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
  private(set) var lostCount = 0
  private(set) var lostExample: (text: String, line: Int)?
  /// Least and greatest number, those of `numericMarks` left out, and first and last date, as written.
  private(set) var least: (value: Double, text: String)?
  private(set) var greatest: (value: Double, text: String)?
  private(set) var distinct: Set<String> = []
  private(set) var hasManyDistinct = false
  private(set) var examples: [String] = []

  static let distinctLimit = 1000
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
    if first &- 0x30 < 10 || first == 0x2D || first == 0x2B || first == 0x2E || first == 0x2C {
      if addNumber(text, start) { return }
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

  /// Whether the cell is a number, which then is taken up.
  private mutating func addNumber(_ text: UnsafeRawBufferPointer, _ start: UnsafeRawPointer) -> Bool {
    let digits = text[0] &- 0x30 < 10 ? 0 : 1
    if let integer = NumberText.integer(start, text.count) {
      integerCount += 1
      if text.count > digits + 1, text[digits] == 0x30 { leadingZeroCount += 1 }
      take(Double(integer), String(decoding: text, as: UTF8.self))
      return true
    }
    // Longer runs of digits are names of things, not numbers.
    if let real = NumberText.real(start, text.count, decimalMark: 0x2E), text.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 })
    {
      pointCount += 1
      if CellRule.ungrouped(text, separator: 0x2E, decimalMark: 0x2C) != nil { pointGroupCount += 1 }
      if text.count > digits + 1, text[digits] == 0x30, text[digits + 1] &- 0x30 < 10 { leadingZeroCount += 1 }
      take(real, String(decoding: text, as: UTF8.self))
      return true
    }
    if let real = NumberText.real(start, text.count, decimalMark: 0x2C) {
      commaCount += 1
      // 12,345 may be either; what is more common, a whole number, is taken for its value.
      let isGroup = CellRule.ungrouped(text, separator: 0x2C, decimalMark: 0x2E) != nil
      if isGroup { commaGroupCount += 1 }
      take(isGroup ? (real * 1000).rounded() : real, String(decoding: text, as: UTF8.self))
      return true
    }
    for (separator, mark) in [(UInt8(0x2C), UInt8(0x2E)), (0x2E, 0x2C), (0x20, 0x2E), (0x27, 0x2E)] {
      guard let plain = CellRule.ungrouped(text, separator: separator, decimalMark: mark) else { continue }
      let count = plain.count
      let value = (plain + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBytes { bytes in
        bytes.baseAddress.flatMap { NumberText.real($0, count, decimalMark: mark) }
      }
      guard let value else { continue }
      if plain.contains(mark) { groupedFractionCount += 1 }
      if separator == 0x2C {
        commaGroupCount += 1
      } else if separator == 0x2E {
        pointGroupCount += 1
      } else {
        otherGroups[separator, default: 0] += 1
      }
      take(value, String(decoding: text, as: UTF8.self))
      return true
    }
    return false
  }

  private mutating func addDate(_ text: UnsafeRawBufferPointer, _ string: String) {
    let shapes = DateText.shapes(text)
    guard let first = shapes.first else { return }
    for found in shapes { dateShapes[found.shape, default: 0] += 1 }
    if DateText.hasTimeOfDay(text) { timeOfDayCount += 1 }
    extend(Double(first.days), string)
  }

  private mutating func take(_ value: Double, _ text: String) {
    take(text)
    if Self.commonNumericMarks.contains(text) {
      numericMarks[text, default: 0] += 1
    } else {
      extend(value, text)
    }
  }

  private mutating func extend(_ value: Double, _ text: String) {
    if value < least?.value ?? .infinity { least = (value, text) }
    if value > greatest?.value ?? -.infinity { greatest = (value, text) }
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

  /// Takes up what was gathered from other cells of the same column.
  mutating func merge(_ other: ColumnEvidence) {
    cellCount += other.cellCount
    emptyCount += other.emptyCount
    integerCount += other.integerCount
    pointCount += other.pointCount
    commaCount += other.commaCount
    commaGroupCount += other.commaGroupCount
    pointGroupCount += other.pointGroupCount
    groupedFractionCount += other.groupedFractionCount
    leadingZeroCount += other.leadingZeroCount
    booleanCount += other.booleanCount
    formulaCount += other.formulaCount
    timeOfDayCount += other.timeOfDayCount
    doubledCount += other.doubledCount
    lostCount += other.lostCount
    otherGroups.merge(other.otherGroups, uniquingKeysWith: +)
    dateShapes.merge(other.dateShapes, uniquingKeysWith: +)
    marks.merge(other.marks, uniquingKeysWith: +)
    numericMarks.merge(other.numericMarks, uniquingKeysWith: +)
    if let example = other.doubledExample, example.line < doubledExample?.line ?? .max { doubledExample = example }
    if let example = other.lostExample, example.line < lostExample?.line ?? .max { lostExample = example }
    // Of equal values that are written differently the first spelling by its letters is kept, whatever order workers end in.
    if let end = other.least, (end.value, end.text) < (least?.value ?? .infinity, least?.text ?? "") { least = end }
    if let end = other.greatest,
      end.value > greatest?.value ?? -.infinity || (end.value == greatest?.value && end.text < greatest?.text ?? "")
    {
      greatest = end
    }
    hasManyDistinct = hasManyDistinct || other.hasManyDistinct
    if !hasManyDistinct {
      distinct.formUnion(other.distinct)
      hasManyDistinct = distinct.count >= Self.distinctLimit
    }
    if hasManyDistinct { distinct = [] }
  }
}
