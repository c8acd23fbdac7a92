/// Renders a document's tables, and its cards, as CSV (RFC 4180) for statistics programs and spreadsheets. A document without either, such
/// as the answer to one question, becomes one column: a row for each paragraph.
///
/// A column whose cells carry figures becomes eight: `x` as it is shown (an exact figure as a plain number), then `x_low`, `x_best`,
/// `x_high`, `x_unit`, `x_status`, `x_source`, `x_locator` at full precision. An unbounded end is `inf` or `-inf`. Where some rows
/// only perhaps belong to the answer, a last column `certainty` says which.
public struct CSVRenderer: Sendable {
  public init() {}

  /// A table with a name for its file.
  public struct NamedTable: Hashable, Sendable {
    /// Lower-case letters, digits and hyphens, from the caption or the heading above it; no two of one document are the same.
    public let name: String
    /// Lines ended by CR LF, the first one names the columns.
    public let text: String
  }

  /// All tables in reading order.
  public func tables(in document: Document) -> [NamedTable] {
    var heading = plainText(document.title)
    var names: [String: Int] = [:]
    var result: [NamedTable] = []
    func add(_ sheet: CSVSheet, name: String) {
      result.append(NamedTable(name: unique(slug(name), among: &names), text: sheet.text))
    }
    for item in documentFlow(document.blocks) {
      switch item {
      case .heading(_, let title): heading = plainText(title)
      case .block(.table(let table)):
        let caption = plainText(table.caption)
        add(CSVSheet(table), name: caption.isEmpty ? heading : caption)
      case .block(.facts(let rows)): add(CSVSheet(rows), name: heading)
      case .block: break
      }
    }
    if result.isEmpty {
      let answers = documentFlow(document.blocks).compactMap { item -> [Inline]? in
        if case .block(.paragraph(let content)) = item { content } else { nil }
      }
      if !answers.isEmpty { add(CSVSheet(answers: answers), name: heading) }
    }
    return result
  }

  /// All tables in one text, with an empty line between them; just the table where there is one.
  public func render(_ document: Document) -> String {
    tables(in: document).map(\.text).joined(separator: "\r\n")
  }

  private func slug(_ text: String) -> String {
    var result = ""
    for byte in asciiText(text).lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !result.isEmpty, result.last != "-" { result += "-" }
      }
      // Some file systems take no longer name.
      if result.utf8.count >= 80 { break }
    }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? "table" : result
  }
}

/// The name, or the name with the first number after it that makes it one of its own.
func unique(_ name: String, among names: inout [String: Int], separator: String = "-") -> String {
  var candidate = name
  while let count = names[candidate] {
    names[candidate] = count + 1
    candidate = name + separator + String(count + 1)
  }
  names[candidate] = 1
  return candidate
}
