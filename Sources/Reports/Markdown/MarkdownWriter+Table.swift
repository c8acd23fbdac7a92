extension MarkdownWriter {
  /// A pipe table, its caption before it and its footers after it. Rows that only perhaps belong are set off by a row that says so.
  mutating func table(_ table: TableBlock) {
    paragraph(table.caption.isEmpty ? [] : [.strong(table.caption)])
    let hasMarks = table.rows.contains { $0.mark != nil }
    let count = table.rows.reduce(table.columns.count) { max($0, $1.cells.count) } + (hasMarks ? 1 : 0)
    if count == 0 {
      paragraph([.emphasis([.text(table.rows.isEmpty ? "no rows" : "no columns")])])
    } else {
      grid(table, count: count, hasMarks: hasMarks)
      if table.rows.isEmpty { paragraph([.emphasis([.text("no rows")])]) }
    }
    for footer in table.footers { paragraph(footer) }
  }

  private mutating func grid(_ table: TableBlock, count: Int, hasMarks: Bool) {
    var rows = [(0..<count).map { $0 < table.columns.count ? markdownText(table.columns[$0].title, inTable: true) : "" }]
    var band = TableBlock.Band.certain
    for row in table.rows {
      if row.band != band {
        band = row.band
        rows.append([markdownText([.emphasis([.text(band.word)])], inTable: true)])
      }
      var cells = row.cells.map { markdownText($0.content, inTable: true) }
      if hasMarks {
        cells += repeatElement("", count: count - 1 - cells.count)
        cells.append(markdownText([.text(row.mark ?? "")], inTable: true))
      }
      rows.append(cells)
    }
    let alignments = (0..<count).map { $0 < table.columns.count ? table.columns[$0].alignment : .leading }
    var widths = [Int](repeating: 3, count: count)
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = min(max(widths[index], cellWidth(cell)), MarkdownWriter.widestPadding)
      }
    }
    gap()
    for (index, row) in rows.enumerated() {
      line(padded(row, widths: widths, alignments: alignments))
      if index == 0 { line("|" + zip(widths, alignments).map { rule($0, $1) }.joined(separator: "|") + "|") }
    }
  }

  /// Longer cells stand unpadded, so that one long text does not blow up every row.
  private static let widestPadding = 40

  private func padded(_ cells: [String], widths: [Int], alignments: [TableBlock.Alignment]) -> String {
    var line = "|"
    for (index, width) in widths.enumerated() {
      let cell = index < cells.count ? cells[index] : ""
      let spare = max(0, width - cellWidth(cell))
      let before =
        switch alignments[index] {
        case .leading: 0
        case .center: spare / 2
        case .trailing: spare
        }
      line += " " + String(repeating: " ", count: before) + cell + String(repeating: " ", count: spare - before) + " |"
    }
    return line
  }

  private func rule(_ width: Int, _ alignment: TableBlock.Alignment) -> String {
    switch alignment {
    case .leading: ":" + String(repeating: "-", count: width + 1)
    case .center: ":" + String(repeating: "-", count: width) + ":"
    case .trailing: String(repeating: "-", count: width + 1) + ":"
    }
  }
}
