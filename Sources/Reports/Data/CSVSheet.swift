import Evidence

/// One table on its way to CSV: fields in rows.
struct CSVSheet {
  private(set) var text = ""

  /// A table with its columns of figures opened up.
  init(_ table: TableBlock) {
    let count = table.rows.reduce(table.columns.count) { max($0, $1.cells.count) }
    let expanded = (0..<count).map { isExpanded($0, of: table) }
    var names: [String: Int] = [:]
    var header: [Field] = []
    for index in 0..<count {
      let given = index < table.columns.count ? table.columns[index].name : ""
      let name = unique(given.isEmpty ? "column_" + String(index + 1) : given, among: &names, separator: "_")
      header.append(.text(name))
      if expanded[index] { header += Field.valueSuffixes.map { .text(name + $0) } }
    }
    let hasMarks = table.rows.contains { $0.mark != nil }
    let hasPossible = table.rows.contains { $0.band == .possible }
    if hasMarks { header.append(.text("mark")) }
    if hasPossible { header.append(.text("certainty")) }
    append(header)
    for row in table.rows {
      var fields: [Field] = []
      for index in 0..<count {
        fields += Field.fields(of: index < row.cells.count ? row.cells[index].content : [], isExpanded: expanded[index])
      }
      if hasMarks { fields.append(.text(row.mark ?? "")) }
      if hasPossible { fields.append(.text(row.band == .possible ? "possible" : "certain")) }
      append(fields)
    }
  }

  /// A card: one row for each value, under its label.
  init(_ rows: [FactRow]) {
    append([.text("fact"), .text("value")] + Field.valueSuffixes.map { .text("value" + $0) })
    for row in rows {
      for value in row.values.isEmpty ? [[]] : row.values {
        append([.text(plainText(row.label))] + Field.fields(of: value, isExpanded: true))
      }
    }
  }

  /// Answers of a value or a line each, with their figures opened up if any has one.
  init(answers: [[Inline]]) {
    let hasFigures = answers.contains { exports(in: $0).count == 1 }
    append([.text("value")] + (hasFigures ? Field.valueSuffixes.map { .text("value" + $0) } : []))
    for answer in answers { append(Field.fields(of: answer, isExpanded: hasFigures)) }
  }

  private mutating func append(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      text += field.quoted
    }
    text += "\r\n"
  }
}

/// A column has figures if a cell carries one; a numeric column that holds nothing at all has them too, so that an empty result has
/// the columns of a full one.
private func isExpanded(_ index: Int, of table: TableBlock) -> Bool {
  var isBlank = true
  for row in table.rows where index < row.cells.count {
    if exports(in: row.cells[index].content).first != nil { return true }
    isBlank = isBlank && row.cells[index].content.allSatisfy { if case .absent = $0 { true } else { false } }
  }
  return isBlank && index < table.columns.count && table.columns[index].isNumeric
}

/// The figures that a text carries, in order.
func exports(in inlines: [Inline]) -> [(text: String, figure: ValueExport)] {
  inlineRuns(inlines).compactMap { run in
    if case .value(let text, let figure?) = run.leaf { (text, figure) } else { nil }
  }
}

extension Inline {
  /// Whether a text of such leaves alone says nothing but its figure.
  fileprivate var isFigureOrMark: Bool {
    switch self {
    case .value, .unit, .noteMark, .softMark: true
    default: false
    }
  }
}

/// One field of a line.
private enum Field {
  case text(String)
  case number(Double)

  static let valueSuffixes = ["_low", "_best", "_high", "_unit", "_status", "_source", "_locator"]

  /// A cell's field, and the seven of its figure. A cell with several figures keeps their words, and the bounds of none.
  static func fields(of content: [Inline], isExpanded: Bool) -> [Field] {
    guard isExpanded else { return [.text(words(content))] }
    let figures = exports(in: content)
    guard figures.count == 1 else {
      return [.text(words(content))] + repeatElement(.text(""), count: valueSuffixes.count)
    }
    let figure = figures[0].figure
    var shown = Field.text(words(content))
    let isBare = inlineRuns(content).allSatisfy { $0.leaf.isFigureOrMark }
    if isBare, figure.low == figure.high, figure.low.isFinite { shown = .number(figure.low) }
    return [
      shown, .number(figure.low), figure.best.map(Field.number) ?? .text(""), .number(figure.high), .text(figure.unit),
      .text(figure.status),
      .text(figure.source), .text(figure.locator),
    ]
  }

  /// The words of a cell, without the blank that stood before a note's mark.
  private static func words(_ content: [Inline]) -> String {
    var words = Substring(plainText(content))
    while words.last == " " { words.removeLast() }
    return String(words)
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets read as "this is text".
  var quoted: String {
    switch self {
    case .number(let number): return NumberText.exact(number)
    case .text(let text):
      var content = text
      if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), !isNumber(text) {
        content = "'" + text
      }
      let needsQuotes = content.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || content != text
      return needsQuotes ? "\"" + content.replacing("\"", with: "\"\"") + "\"" : content
    }
  }
}

/// Whether a text is a plain number such as `-3.5`, which no spreadsheet takes for a formula.
private func isNumber(_ text: String) -> Bool {
  Double(text)?.isFinite ?? false
}
