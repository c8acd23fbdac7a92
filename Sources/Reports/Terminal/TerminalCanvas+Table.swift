extension TerminalCanvas {
  /// A table in columns, or as records where columns do not fit or would not be heard.
  mutating func table(_ table: TableBlock) {
    gap()
    if accessible {
      spoken(table)
    } else {
      for line in text(table.caption, style: .heading).lines(width: width) where line.width > 0 { self.line(line) }
      let layout = TableLayout(table, ascii: ascii)
      if layout.columns.isEmpty {
        empty(table)
      } else if let widths = layout.widths(within: width) {
        columns(table, layout: layout, widths: widths)
      } else {
        records(table, layout: layout)
      }
    }
    for footer in table.footers {
      for content in text(footer, style: .faint).lines(width: width) { line(content) }
    }
  }

  /// The sentence in place of rows.
  private mutating func empty(_ table: TableBlock) {
    line(TerminalLine([TerminalPiece(table.rows.isEmpty ? "no rows" : "no columns", style: TerminalStyle(role: .absent))]))
  }

  private mutating func columns(_ table: TableBlock, layout: TableLayout, widths: [Int]) {
    let titles = zip(layout.columns, widths).map { $0.titleLines(width: $1) }
    row(titles, widths: widths, standsAtBottom: true)
    var ruler = TerminalLine()
    for (index, width) in widths.enumerated() {
      if index > 0 { ruler.pad(TableLayout.gap) }
      ruler.append(drawn(width))
    }
    line(ruler)
    if table.rows.isEmpty { empty(table) }
    // Where first cells wrap, only a blank line shows where a row begins.
    let isAiry = layout.columns[0].cells.contains { $0.width > widths[0] }
    var band = TableBlock.Band.certain
    for (index, row) in table.rows.enumerated() {
      if row.band != band {
        band = row.band
        bandLine(band, across: ruler.width)
      } else if isAiry, index > 0 {
        gap()
      }
      self.row(zip(layout.columns, widths).map { $0.lines(row: index, width: $1) }, widths: widths, standsAtBottom: false)
    }
  }

  /// One row of cells, as many lines as its tallest cell has.
  private mutating func row(_ cells: [[TerminalLine]], widths: [Int], standsAtBottom: Bool) {
    let height = cells.reduce(0) { max($0, $1.count) }
    for number in 0..<height {
      var line = TerminalLine()
      for (index, cell) in cells.enumerated() {
        if index > 0 { line.pad(TableLayout.gap) }
        let at = standsAtBottom ? number - (height - cell.count) : number
        if cell.indices.contains(at) { line.append(cell[at]) } else { line.pad(widths[index]) }
      }
      self.line(line)
    }
  }

  private mutating func bandLine(_ band: TableBlock.Band, across cells: Int) {
    var line = TerminalLine([drawn(2)])
    line.append(" " + band.word + " ", style: TerminalStyle(role: .caution))
    line.append(drawn(min(width, max(cells, 16)) - line.width))
    self.line(line)
  }

  private mutating func records(_ table: TableBlock, layout: TableLayout) {
    if table.rows.isEmpty {
      let titles = layout.columns.map { plainText($0.label) }.joined(separator: ", ")
      paragraph([.text("columns: " + titles)], after: false)
      empty(table)
    }
    var band = TableBlock.Band.certain
    for (index, row) in table.rows.enumerated() {
      if index > 0 { gap() }
      if row.band != band {
        band = row.band
        bandLine(band, across: 0)
      }
      facts(fields(of: row, layout: layout))
    }
  }

  private func fields(of row: TableBlock.Row, layout: TableLayout) -> [FactRow] {
    layout.columns.enumerated().compactMap { index, column in
      if index < row.cells.count { return FactRow(label: column.label, values: [row.cells[index].content]) }
      if index == layout.columns.count - 1, let mark = row.mark {
        return FactRow(label: column.label, values: [[.keyword(mark)]])
      }
      return nil
    }
  }

  private mutating func spoken(_ table: TableBlock) {
    let layout = TableLayout(table, ascii: ascii)
    let size = counted(table.rows.count, "row") + ", " + counted(layout.columns.count, "column") + "."
    let caption: [Inline] = table.caption.isEmpty ? [] : table.caption + [.text(", ")]
    paragraph([.text("Table: ")] + caption + [.text(size)], after: false)
    for (index, row) in table.rows.enumerated() {
      let band = row.band == .certain ? "" : ", " + row.band.word
      paragraph([.text("Row " + String(index + 1) + " of " + String(table.rows.count) + band + ".")], after: false)
      facts(fields(of: row, layout: layout))
    }
  }
}

extension TableBlock.Band {
  /// The word that sets a band's rows apart.
  var word: String {
    switch self {
    case .certain: "certain"
    case .possible: "possibly"
    }
  }
}

/// `1 row`, `3 rows`.
private func counted(_ count: Int, _ noun: String) -> String {
  String(count) + " " + noun + (count == 1 ? "" : "s")
}
