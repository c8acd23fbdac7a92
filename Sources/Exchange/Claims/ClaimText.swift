/// Rows of a sheet as statements of the language, with the way back: which cell each stretch of the text came from.
public struct ClaimText: Sendable {
  /// A stretch that was made of one cell.
  public struct Stretch: Hashable, Sendable {
    /// The bytes of the text.
    public var range: Range<Int>
    /// The place of the row among the rows.
    public var row: Int
    public var column: ClaimColumn
  }

  /// `claim ENTITY { … }` blocks, rows about one entity that follow one another in one block.
  public private(set) var text = ""
  /// In the order of the text.
  public private(set) var stretches: [Stretch] = []
  /// What is wrong with cells before the language is asked.
  public private(set) var problems: [ExchangeProblem] = []

  private var length = 0
  private var openEntity: String?

  /// `takesText` says of a property, by its name, whether its values are texts, which then need no quotation marks.
  public init(_ rows: [ClaimRow], takesText: (String) -> Bool) {
    for (index, row) in rows.enumerated() {
      let before = problems.count
      let isText = takesText(row[.property])
      check(row, valueIsText: isText)
      guard problems.count == before else { continue }
      if openEntity != row[.entity] {
        closeBlock()
        write("claim ")
        write(.entity, row[.entity], of: index)
        write(" {\n")
        openEntity = row[.entity]
      }
      if let remark = Self.texts(row[.remark])?.first {
        for line in remark.split(separator: "\n", omittingEmptySubsequences: false) { write("  ## \(line)\n") }
      }
      write(row, index, takesText: isText || row[.value].hasPrefix("\""))
      write("\n")
    }
    closeBlock()
  }

  /// The last stretch that begins at an offset of the text or before it: the cell with which something there has to do.
  public func stretch(at offset: Int) -> Stretch? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? stretches[low - 1] : nil
  }

  private mutating func closeBlock() {
    if openEntity != nil { write("}\n") }
    openEntity = nil
  }

  private mutating func write(_ letters: String) {
    text += letters
    length += letters.utf8.count
  }

  private mutating func write(_ column: ClaimColumn, _ letters: String, of row: Int) {
    let start = length
    write(letters)
    stretches.append(Stretch(range: start..<length, row: row, column: column))
  }

  private mutating func write(_ row: ClaimRow, _ index: Int, takesText: Bool) {
    func clause(_ words: String, _ column: ClaimColumn, _ text: String? = nil) {
      let letters = text ?? row[column]
      guard !letters.isEmpty else { return }
      write(" " + words)
      write(column, letters, of: index)
    }
    write("  ")
    write(.property, row[.property], of: index)
    clause("", .hedge)
    clause("", .value, takesText ? Self.quoted(row[.value]) : nil)
    if !Self.wordsWithoutUnit.contains(row[.value]), row[.unit] != "%" || !row[.value].hasSuffix("%") {
      clause("", .unit, row[.unit] == "%" ? "percent" : nil)
    }
    if row[.status] != "actual" { clause("as ", .status) }
    clause("in ", .time)
    if row[.mode] != "stated" { clause("", .mode) }
    if !row[.source].isEmpty {
      clause("from ", .source)
      clause("", .locator, Self.texts(row[.locator])?.first.map(LanguageText.locator))
    }
    clause("scope ", .scope, Self.quoted(row[.scope]))
    clause("words ", .words, Self.quoted(row[.words]))
    for caveat in Self.texts(row[.caveat]) ?? [] { clause("caveat ", .caveat, LanguageText.text(caveat)) }
    clause("grade ", .grade)
    clause("via ", .via)
    clause("supported by ", .supportedBy)
    if row[.preferred] == "yes" { clause("", .preferred, "preferred") }
    clause("deprecated because ", .deprecatedBecause, Self.quoted(row[.deprecatedBecause]))
  }

  /// Values that have no unit after them.
  private static let wordsWithoutUnit: Set<String> = ["unquantified", "none", "unknown"]

  // MARK: Cells

  private mutating func check(_ row: ClaimRow, valueIsText: Bool) {
    for column in [ClaimColumn.entity, .property, .value] where row[column].isEmpty {
      problems.append(ExchangeProblem("row \(row.number) has no \(column.rawValue)", at: row.range, "the row"))
    }
    let value = row[.value]
    if row.cells[.unit] != nil, !value.isEmpty, !value.utf8.contains(where: \.isDigit), !Self.wordsWithoutUnit.contains(value) {
      problems.append(
        ExchangeProblem(
          "row \(row.number), column value: beside a unit stands a number, and this is none",
          at: row.cells[.value]?.range ?? row.range,
          hint: "as in: 1200, about 1200, 12 to 14; `unquantified` where nobody gives the size"))
    }
    if row[.source].isEmpty, let locator = row.cells[.locator] {
      problems.append(
        ExchangeProblem("row \(row.number) has a place in a source and no source", at: locator.range, "of which source?"))
    }
    if let preferred = row.cells[.preferred], !["yes", "no"].contains(preferred.text) {
      problems.append(ExchangeProblem("row \(row.number), column preferred: this is yes or no", at: preferred.range))
    }
    for column in ClaimColumn.allCases {
      guard let cell = row.cells[column] else { continue }
      let place = "row \(row.number), column \(column.rawValue)"
      if column.isText || (column == .value && (valueIsText || cell.text.hasPrefix("\""))) {
        if cell.text.hasPrefix("\""), Self.texts(cell.text) == nil {
          problems.append(
            ExchangeProblem(
              "\(place): this text has no proper end", at: cell.range,
              hint: "either no quotation marks around it, or \"one\", \"another\" with \\\" for a mark inside"))
        }
      } else if let sign = cell.text.first(where: { $0 == "#" || $0 == ";" || $0 == "{" || $0 == "}" || $0.isNewline }) {
        problems.append(
          ExchangeProblem(
            "\(place): \(sign.isNewline ? "a line end" : "the sign \(sign)") can't stand here", at: cell.range,
            hint: "one claim is one row"))
      }
    }
  }

  /// The texts of a cell: one bare, or several in quotation marks with commas between them. Nil where the marks don't match; none where it is
  /// empty.
  static func texts(_ cell: String) -> [String]? {
    guard cell.hasPrefix("\"") else { return cell.isEmpty ? [] : [cell] }
    var texts: [String] = []
    var rest = Substring(cell)
    while true {
      guard rest.popFirst() == "\"" else { return nil }
      var text = ""
      var isClosed = false
      while !isClosed, let next = rest.popFirst() {
        switch next {
        case "\"": isClosed = true
        case "\\":
          switch rest.popFirst() {
          case "n": text.append("\n")
          case "t": text.append("\t")
          case let sign?: text.append(sign)
          case nil: return nil
          }
        default: text.append(next)
        }
      }
      guard isClosed else { return nil }
      texts.append(text)
      rest = rest.drop { $0 == " " }
      if rest.isEmpty { return texts }
      guard rest.popFirst() == "," else { return nil }
      rest = rest.drop { $0 == " " }
    }
  }

  /// The texts of a cell in quotation marks; empty where there is none.
  private static func quoted(_ cell: String) -> String {
    (texts(cell) ?? []).map(LanguageText.text).joined(separator: ", ")
  }
}
