extension HTMLWriter {
  /// A table. Roles are written out because the narrow layout takes them from the elements; each cell names its column for it.
  mutating func table(_ table: TableBlock) {
    let hasMarks = table.rows.contains { $0.mark != nil }
    let count = table.rows.reduce(table.columns.count) { max($0, $1.cells.count) } + (hasMarks ? 1 : 0)
    // A table of many columns may be wider than a line of text should be.
    line("<figure class=\"table" + (count > 6 ? " wide" : "") + "\">")
    if count == 0 {
      if !table.caption.isEmpty { line("<p class=\"caption\">" + inlines(table.caption) + "</p>") }
      line("<p class=\"absent\">" + (table.rows.isEmpty ? "no rows" : "no columns") + "</p>")
    } else {
      line("<div class=\"scroll\" tabindex=\"0\" role=\"group\">")
      line("<table role=\"table\">")
      if !table.caption.isEmpty { line("<caption>" + inlines(table.caption) + "</caption>") }
      head(table, count: count)
      body(table, count: count, hasMarks: hasMarks)
      line("</table>")
      line("</div>")
    }
    if !table.footers.isEmpty {
      line("<figcaption>")
      for footer in table.footers { line("<p>" + inlines(footer) + "</p>") }
      line("</figcaption>")
    }
    line("</figure>")
  }

  private mutating func head(_ table: TableBlock, count: Int) {
    line("<thead role=\"rowgroup\">")
    var row = "<tr role=\"row\">"
    for index in 0..<count {
      let title = index < table.columns.count ? inlines(table.columns[index].title) : ""
      // A heading without words would be read as nothing at all.
      row += title.isEmpty ? "<td></td>" : "<th scope=\"col\" role=\"columnheader\"" + style(table, index) + ">" + title + "</th>"
    }
    line(row + "</tr>")
    line("</thead>")
  }

  private mutating func body(_ table: TableBlock, count: Int, hasMarks: Bool) {
    let labels = (0..<count).map { $0 < table.columns.count ? htmlEscaped(plainText(table.columns[$0].title)) : "" }
    line("<tbody role=\"rowgroup\">")
    if table.rows.isEmpty {
      line("<tr role=\"row\"><td role=\"cell\" class=\"absent\" colspan=\"" + String(count) + "\">no rows</td></tr>")
    }
    var band = TableBlock.Band.certain
    for row in table.rows {
      if row.band != band {
        band = row.band
        line("</tbody>")
        line("<tbody role=\"rowgroup\"" + (band == .possible ? " class=\"possible\"" : "") + ">")
        line(
          "<tr role=\"row\" class=\"band\"><th role=\"rowheader\" scope=\"rowgroup\" colspan=\"" + String(count) + "\">"
            + band.word
            + "</th></tr>")
      }
      var text = "<tr role=\"row\"" + (row.mark == nil ? "" : " class=\"marked\"") + ">"
      for index in 0..<count {
        let isMark = hasMarks && index == count - 1
        let content = isMark ? htmlEscaped(row.mark ?? "") : inlines(index < row.cells.count ? row.cells[index].content : [])
        let label = labels[index].isEmpty ? "" : " data-label=\"" + labels[index] + "\""
        if index == 0, !isMark, index < table.columns.count, !table.columns[index].isNumeric {
          text += "<th scope=\"row\" role=\"rowheader\"" + label + style(table, index) + ">" + wrapped(content) + "</th>"
        } else {
          text +=
            "<td role=\"cell\"" + label + (isMark ? " class=\"rowmark\"" : style(table, index)) + ">" + wrapped(content) + "</td>"
        }
      }
      line(text + "</tr>")
    }
    line("</tbody>")
  }

  /// One element for a cell's content, so that label and content are two columns in the narrow layout.
  private func wrapped(_ content: String) -> String {
    "<span>" + content + "</span>"
  }

  private func style(_ table: TableBlock, _ index: Int) -> String {
    guard index < table.columns.count else { return "" }
    if table.columns[index].isNumeric { return " class=\"numeric\"" }
    switch table.columns[index].alignment {
    case .leading: return ""
    case .center: return " class=\"center\""
    case .trailing: return " class=\"trailing\""
    }
  }
}
