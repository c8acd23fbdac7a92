import Reports

/// A page of the guide as a document: the part of Markdown that those pages use.
enum GuidePage {
  static func document(_ text: String) -> Document {
    var blocks: [Block] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.first {
      if line.allSatisfy({ $0 == " " }) {
        lines.removeFirst()
      } else if line.hasPrefix("#") {
        lines.removeFirst()
        blocks.append(.section(title: inlines(String(line.drop { $0 == "#" || $0 == " " })), blocks: []))
      } else if line.hasPrefix("    ") {
        let code = take(from: &lines) { $0.hasPrefix("    ") || $0.isEmpty }
        blocks.append(.code(code.map { String($0.dropFirst(4)) }.joined(separator: "\n")))
      } else if line.hasPrefix("|") {
        blocks.append(table(take(from: &lines) { $0.hasPrefix("|") }))
      } else if line.hasPrefix("- ") {
        blocks.append(.list(items(take(from: &lines) { $0.hasPrefix("- ") || $0.hasPrefix("  ") })))
      } else {
        let words = take(from: &lines) { !$0.isEmpty && !["#", "|", "    ", "- "].contains(where: $0.hasPrefix) }
        blocks.append(.paragraph(inlines(words.joined(separator: " "))))
      }
    }
    return Document(blocks: blocks)
  }

  private static func take(from lines: inout ArraySlice<String>, while belongs: (String) -> Bool) -> [String] {
    var taken = Array(lines.prefix(while: belongs))
    lines = lines.dropFirst(taken.count)
    while taken.last?.isEmpty == true { taken.removeLast() }
    return taken
  }

  private static func items(_ lines: [String]) -> [[Inline]] {
    var items: [String] = []
    for line in lines {
      if line.hasPrefix("- ") {
        items.append(String(line.dropFirst(2)))
      } else if let last = items.popLast() {
        items.append(last + " " + line.drop { $0 == " " })
      }
    }
    return items.map(inlines)
  }

  private static func table(_ lines: [String]) -> Block {
    var rows = lines.map(cells)
    let heading = rows.isEmpty ? [] : rows.removeFirst()
    // The line of dashes below the heading.
    if rows.first?.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) == true { rows.removeFirst() }
    return .table(
      TableBlock(
        columns: heading.map { TableBlock.Column($0) },
        rows: rows.map { row in TableBlock.Row(cells: row.map { TableBlock.Cell(inlines($0)) }) }))
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isCode = false
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isCode, !isEscaped {
        cells.append("")
      } else {
        if character == "`" { isCode.toggle() }
        if isEscaped, character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    // Nothing stands after the last bar.
    return cells.dropLast().map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Words and code between back-ticks.
  private static func inlines(_ text: String) -> [Inline] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
      if part.isEmpty { return nil }
      return index % 2 == 1 ? .code(String(part)) : .text(String(part))
    }
  }
}
