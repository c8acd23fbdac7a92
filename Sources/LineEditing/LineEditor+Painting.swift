/// What stands on the screen while an entry is read.
extension LineEditor {
  /// Makes the screen show the entry as it is now.
  func paint() {
    guard let buffer else { return }
    let size = screenSize
    let contents = buffer.contents
    if menu?.contents != contents { menu = nil }
    let whole =
      search.map { frame(for: $0, contents, width: size.columns) } ?? frame(for: contents, width: size.columns, isFinal: false)
    let menuHeight = max(size.rows - whole.rows.count, size.rows / 2)
    let menuRows = menu?.rows(width: size.columns, height: min(menuHeight, size.rows - 1)) ?? []
    var visible = whole.fitting(rows: size.rows - menuRows.count, from: &firstVisibleRow)
    for row in menuRows {
      visible.breakLine()
      row.forEach { visible.append($0) }
    }
    send(painter.update(to: visible))
  }

  func clearScreen() {
    send("\u{1b}[H\u{1b}[2J")
    painter.forget()
  }

  /// The entry behind its prompt. A final one, which stays on the screen, has neither hint nor marked brackets.
  func frame(for contents: EditedText, width: Int, isFinal: Bool) -> Frame {
    let text = contents.text
    var frame = Frame(width: width)
    frame.append(label: prompt, style: configuration.promptStyle)
    let styles = self.styles(of: text, contents, isFinal: isFinal)
    let open = openBracket(of: text)
    append(
      text, styles: styles, cursor: contents.utf8Offset(of: contents.cursor), lastGutter: continuationPrompt(open: open),
      to: &frame)
    if !isFinal, let hint = hint(for: contents) { append(hint: hint, to: &frame) }
    return frame
  }

  /// What stands before the second and further lines, as wide as the prompt: the bracket that is open, if any, and a mark.
  func continuationPrompt(open: String?) -> String {
    let width = Terminal.width(of: prompt)
    var mark = "… "
    if let open, Terminal.width(of: open) + 3 <= width { mark = open + " " + mark }
    return String(repeating: " ", count: max(0, width - Terminal.width(of: mark))) + mark
  }

  // MARK: Parts

  private func append(_ text: String, styles: [TextStyle], cursor: Int, lastGutter: String, to frame: inout Frame) {
    let lineCount = text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let gutter = continuationPrompt(open: nil)
    var line = 0
    var offset = 0
    var isCursorPlaced = false
    for character in text {
      let next = offset + character.utf8.count
      if !isCursorPlaced, cursor < next {
        frame.placeCursor()
        isCursorPlaced = true
      }
      if character == "\n" || character == "\r\n" {
        line += 1
        frame.breakLine()
        frame.append(label: line == lineCount ? lastGutter : gutter, style: .faint)
      } else {
        frame.append(character, style: offset < styles.count ? styles[offset] : .plain)
      }
      offset = next
    }
    if !isCursorPlaced { frame.placeCursor() }
  }

  /// Only the hint's first line, and only as much as fits beside the entry: painting a hint never scrolls the screen.
  private func append(hint: String, to frame: inout Frame) {
    let firstLine = hint.prefix { !$0.isNewline }
    var cells = firstLine.map { ScreenCell($0 == "\t" ? " " : $0, style: .faint) }
    let ellipsis = ScreenCell("…", style: .faint)
    if firstLine.endIndex < hint.endIndex { cells.append(ellipsis) }
    // The last column stays free, so that the row is never one that wraps.
    let room = frame.room - 1
    if cells.columns > room {
      while !cells.isEmpty, cells.columns + 1 > room { cells.removeLast() }
      if room > 0 { cells.append(ellipsis) }
    }
    cells.forEach { frame.append($0) }
  }

  /// The style of each byte of the text.
  private func styles(of text: String, _ contents: EditedText, isFinal: Bool) -> [TextStyle] {
    guard configuration.usesColor, configuration.display == .full else { return [] }
    let whole = 0..<text.utf8.count
    var styles = [TextStyle](repeating: .plain, count: whole.count)
    for highlight in delegate.highlights(in: text) {
      for offset in highlight.range.clamped(to: whole) { styles[offset] = highlight.style }
    }
    guard !isFinal else { return styles }
    let marks = delegate.brackets(in: text, at: contents.utf8Offset(of: contents.cursor))
    for offset in marks.matching where whole.contains(offset) {
      styles[offset] = styles[offset].adding(TextStyle(bold: true, underlined: true))
    }
    for offset in marks.unmatched where whole.contains(offset) { styles[offset] = .unmatchedBracket }
    return styles
  }

  /// The entry that a search has found, with the pattern where the prompt would be.
  private func frame(for search: HistorySearch, _ contents: EditedText, width: Int) -> Frame {
    var frame = Frame(width: width)
    let label = (search.hasFailed ? "not found" : "search") + " `\(search.pattern)`: "
    frame.append(label: label, style: configuration.promptStyle)
    let text = search.match.map { history.entries[$0.index] } ?? contents.text
    var styles = styles(of: text, EditedText(text), isFinal: true)
    let range = search.match?.range ?? 0..<0
    for offset in range.clamped(to: styles.indices) { styles[offset] = styles[offset].adding(TextStyle(reversed: true)) }
    append(text, styles: styles, cursor: range.lowerBound, lastGutter: continuationPrompt(open: nil), to: &frame)
    return frame
  }
}
