/// A table's cells measured for a terminal, and the width of each of its columns.
struct TableLayout {
  /// One column: its heading and its cells from top to bottom.
  struct Column {
    var title: TerminalText
    /// For records, where a column without a title needs one.
    var label: [Inline]
    var alignment: TableBlock.Alignment
    var cells: [TerminalText]
    /// The cells of a numeric column cut for alignment; nil where a cell is no simple figure.
    var decimals: [DecimalCell?]
    /// The cells that the three parts take.
    var zones = (whole: 0, fraction: 0, tail: 0)
    /// The cells that the column takes when nothing is wrapped.
    var natural = 0
    /// The cells that it needs to be read well.
    var minimum = 0
  }

  private(set) var columns: [Column]
  let rowCount: Int
  /// Blanks between two columns.
  static let gap = 2

  /// Measures every cell once.
  init(_ table: TableBlock, ascii: Bool) {
    rowCount = table.rows.count
    let count = table.rows.reduce(table.columns.count) { max($0, $1.cells.count) }
    columns = (0..<count).map { index in
      let column = index < table.columns.count ? table.columns[index] : TableBlock.Column("")
      let contents = table.rows.map { index < $0.cells.count ? $0.cells[index].content : [] }
      return Column(
        title: TerminalText(column.title, ascii: ascii, base: .heading),
        label: column.title.isEmpty ? [.text("column " + String(index + 1))] : column.title,
        alignment: column.alignment,
        cells: contents.map { TerminalText($0, ascii: ascii) },
        decimals: column.isNumeric ? contents.map { DecimalCell($0, ascii: ascii) } : [])
    }
    if table.rows.contains(where: { $0.mark != nil }) {
      columns.append(
        Column(
          title: TerminalText([], ascii: ascii), label: [.text("mark")], alignment: .leading,
          cells: table.rows.map { TerminalText([.keyword($0.mark ?? "")], ascii: ascii) }, decimals: []))
    }
    for index in columns.indices { columns[index].measure() }
  }

  /// The width of each column so that the table takes at most `width` cells, or nil where that would break words or crush columns.
  func widths(within width: Int) -> [Int]? {
    let available = width - TableLayout.gap * max(0, columns.count - 1)
    let natural = columns.reduce(0) { $0 + $1.natural }
    if natural <= available { return columns.map(\.natural) }
    guard columns.reduce(0, { $0 + $1.minimum }) <= available else { return nil }
    // The highest cap that fits: only the widest columns are wrapped.
    func total(_ cap: Int) -> Int { columns.reduce(0) { $0 + $1.width(cap: cap) } }
    var low = 0
    var high = available
    while low < high {
      let middle = (low + high + 1) / 2
      if total(middle) <= available { low = middle } else { high = middle - 1 }
    }
    var widths = columns.map { $0.width(cap: low) }
    var spare = available - widths.reduce(0, +)
    for index in columns.indices where spare > 0 && widths[index] < columns[index].natural {
      widths[index] += 1
      spare -= 1
    }
    return widths
  }
}

extension TableLayout.Column {
  fileprivate func width(cap: Int) -> Int { min(natural, max(minimum, cap)) }

  /// A word longer than this may be broken to keep a table a table.
  private static let longestWord = 18
  /// A figure with its hedge and marks is wrapped only where it is longer than this.
  private static let longestFigure = 26

  fileprivate mutating func measure() {
    for case let cell? in decimals {
      zones.whole = max(zones.whole, cell.whole.width)
      zones.fraction = max(zones.fraction, cell.fraction.width)
      zones.tail = max(zones.tail, cell.tail.width)
    }
    let figures = zones.whole + zones.fraction + zones.tail
    natural = max(title.width, figures)
    minimum = min(title.longestWord, TableLayout.Column.longestWord)
    for (index, cell) in cells.enumerated() where decimals.isEmpty || decimals[index] == nil {
      natural = max(natural, cell.width)
      minimum = max(minimum, min(cell.longestWord, TableLayout.Column.longestWord), min(cell.width, 10))
    }
    if figures <= TableLayout.Column.longestFigure {
      minimum = max(minimum, figures)
    } else {
      for cell in cells { minimum = max(minimum, min(cell.longestWord, TableLayout.Column.longestWord)) }
    }
    minimum = min(minimum, natural)
  }

  /// A cell's lines at a width, each filled to it on both sides as the column is aligned.
  func lines(row: Int, width: Int) -> [TerminalLine] {
    let figures = zones.whole + zones.fraction + zones.tail
    if row < decimals.count, width >= figures {
      var line = TerminalLine()
      if let cell = decimals[row] {
        line.pad(width - figures + zones.whole - cell.whole.width)
        line.append(cell.whole)
        line.append(cell.fraction)
        line.pad(zones.fraction - cell.fraction.width)
        line.append(cell.tail)
        line.pad(zones.tail - cell.tail.width)
        return [line]
      }
      let edge = width - zones.tail
      if cells[row].width <= edge {
        line.pad(edge - cells[row].width)
        line.append(cells[row].singleLine)
        line.pad(zones.tail)
        return [line]
      }
    }
    return cells[row].lines(width: width).map { aligned($0, width: width) }
  }

  /// The heading's lines at a width.
  func titleLines(width: Int) -> [TerminalLine] {
    title.lines(width: width).map { aligned($0, width: width) }
  }

  private func aligned(_ content: TerminalLine, width: Int) -> TerminalLine {
    let spare = max(0, width - content.width)
    var line = TerminalLine()
    switch alignment {
    case .leading: break
    case .center: line.pad(spare / 2)
    case .trailing: line.pad(spare)
    }
    line.append(content)
    line.pad(width - line.width)
    return line
  }
}
