extension TerminalCanvas {
  /// A card: labels in a column, values beside them; where that leaves the values too little room, `label: value`.
  mutating func facts(_ rows: [FactRow]) {
    let labels = rows.map { text($0.label, style: TerminalStyle(role: .property)) }
    if accessible {
      for (row, label) in zip(rows, labels) { spoken(row, label: label) }
      return
    }
    let labelWidth = labels.reduce(0) { max($0, $1.width) }
    let isNarrow = labelWidth + 2 > width / 2 || width - labelWidth < 18
    for (row, label) in zip(rows, labels) {
      if isNarrow { stacked(row, label: label) } else { beside(row, label: label, labelWidth: labelWidth) }
    }
  }

  private mutating func beside(_ row: FactRow, label: TerminalText, labelWidth: Int) {
    var prefix = label.lines(width: labelWidth).first ?? TerminalLine()
    for value in row.values.isEmpty ? [[]] : row.values {
      prefix.pad(labelWidth + 2 - prefix.width)
      hanging(text(value), prefix: prefix)
      prefix = TerminalLine()
    }
  }

  /// Several values stand under their label, which says once what they are values of.
  private mutating func stacked(_ row: FactRow, label: TerminalText) {
    var first = label
    first.append(":", style: TerminalStyle(role: .property))
    if row.values.count == 1 {
      first.append(" ", style: .plain)
      first.append(row.values[0])
    }
    indented(first)
    guard row.values.count > 1 else { return }
    var indent = TerminalLine()
    indent.pad(2)
    for value in row.values { hanging(text(value), prefix: indent) }
  }

  private mutating func spoken(_ row: FactRow, label: TerminalText) {
    for value in row.values.isEmpty ? [[]] : row.values {
      var content = label
      content.append(": ", style: .plain)
      content.append(value)
      for line in content.lines(width: width) { self.line(line) }
    }
  }
}
