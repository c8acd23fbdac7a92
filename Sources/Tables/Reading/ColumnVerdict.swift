/// What a column is, by what its cells look like.
struct ColumnVerdict {
  var rule: CellRule
  var reason = ""
  var remarks: [String] = []
  var oddCount = 0

  /// What was judged before.
  init(rule: CellRule, reason: String, remarks: [String]) {
    self.rule = rule
    self.reason = reason
    self.remarks = remarks
  }

  /// How the whole file writes numbers is settled before.
  init(_ evidence: ColumnEvidence, told: ColumnType?, options: ReadingOptions, marks: NumberMarks) {
    rule = CellRule(.text)
    rule.decimalMark = marks.decimalMark
    rule.thousandsSeparator = marks.separator
    let filled = evidence.filledCount
    if let told {
      rule.type = told
      reason = "told"
      if told == .date, let shape = Self.shape(evidence, filled, options, &remarks) { rule.date = shape }
      if evidence.formulaCount > 0 { remarks.append("spreadsheet formulas (=\"…\") were taken off") }
      return
    }
    guard filled > 0 else {
      reason = evidence.marks.isEmpty ? "no cell is filled" : "no cell is filled but with marks"
      return
    }
    if evidence.formulaCount > 0 {
      reason = "written as spreadsheet formulas (=\"…\")"
      return
    }
    let (numbers, areWhole) = evidence.numbers.fitting(decimalMark: marks.decimalMark, separator: marks.separator)
    if fits(numbers, filled) {
      if evidence.numbers.leadingZeroCount > 0 {
        reason = "leading zeros"
      } else {
        rule.type = areWhole ? .integer : .real
        oddCount = filled - numbers
        if let remark = marks.remark(on: evidence.numbers) { remarks.append(remark) }
      }
      return
    }
    if let shape = Self.shape(evidence, filled, options, &remarks) {
      rule.type = .date
      rule.date = shape
      if evidence.timeOfDayCount > 0 { remarks.append("times of day are left out") }
      return
    }
    if evidence.booleanCount == filled {
      rule.type = .boolean
      return
    }
    if numbers * 2 > filled { reason = "\(filled - numbers) of \(filled) filled cells are no numbers" }
  }

  /// Whether so many cells are of a type that the others are mistakes: all, or all but one in two hundred.
  private func fits(_ count: Int, _ filled: Int) -> Bool {
    count == filled || (filled >= 200 && (filled - count) * 200 <= filled)
  }

  /// The shape that all dates have; where days and months could be either, the day comes first unless it is told.
  private static func shape(
    _ evidence: ColumnEvidence, _ filled: Int, _ options: ReadingOptions, _ remarks: inout [String]
  ) -> DateShape? {
    let fitting = evidence.dateShapes.filter { $0.value == filled || (filled >= 200 && (filled - $0.value) * 200 <= filled) }
    func first(_ order: DateShape.Order) -> (shape: DateShape, count: Int)? {
      fitting.filter { $0.key.order == order }.max { ($0.value, $0.key.separator) < ($1.value, $1.key.separator) }.map {
        ($0.key, $0.value)
      }
    }
    if let found = first(.yearMonthDay) { return found.shape }
    if let day = first(.dayMonthYear), let month = first(.monthDayYear) {
      if day.count == month.count, options.dayFirst == nil {
        remarks.append("day before month or after it? no cell tells; the day is taken to come first")
      }
      let isDayFirst = options.dayFirst ?? (day.count >= month.count)
      return isDayFirst ? day.shape : month.shape
    }
    return (first(.dayMonthYear) ?? first(.monthDayYear) ?? first(.yearMonth) ?? first(.monthYear))?.shape
  }
}
