/// Where a terminal rendering grows, block by block, with one blank line between any two.
struct TerminalCanvas {
  let width: Int
  let ascii: Bool
  let accessible: Bool
  private(set) var output: TerminalOutput
  private var isEmpty = true

  init(renderer: TerminalRenderer) {
    width = renderer.width
    ascii = renderer.ascii
    accessible = renderer.accessible
    output = TerminalOutput(usesColor: renderer.color)
  }

  // MARK: Lines

  /// Adds a line.
  mutating func line(_ line: TerminalLine) {
    output.append(line)
    isEmpty = false
  }

  /// A blank line, unless nothing stands above it.
  mutating func gap() {
    if !isEmpty { output.append(TerminalLine()) }
  }

  /// A text for this terminal, in a style of its own unless `style` says otherwise.
  func text(_ inlines: [Inline], style: TerminalStyle = .plain) -> TerminalText {
    TerminalText(inlines, ascii: ascii, base: style)
  }

  /// A text with `prefix` before its first line and blanks of the same width before the others.
  mutating func hanging(_ text: TerminalText, prefix: TerminalLine) {
    let room = max(1, width - prefix.width)
    var isFirst = true
    for content in text.lines(width: room) {
      var line = TerminalLine()
      if isFirst { line.append(prefix) } else { line.pad(prefix.width) }
      line.append(content)
      self.line(line)
      isFirst = false
    }
  }

  /// A text whose lines after the first are drawn in by two cells.
  mutating func indented(_ text: TerminalText) {
    var isFirst = true
    for content in text.lines(width: width, indent: 2) {
      var line = TerminalLine()
      if !isFirst { line.pad(2) }
      line.append(content)
      self.line(line)
      isFirst = false
    }
  }

  /// A line drawn across `cells`.
  func drawn(_ cells: Int, sign: (unicode: String, ascii: String) = ("─", "-")) -> TerminalPiece {
    TerminalPiece(String(repeating: ascii ? sign.ascii : sign.unicode, count: max(0, cells)), width: max(0, cells), style: .faint)
  }

  // MARK: Blocks

  /// Level 0 is the document's title. The title and the first level are underlined.
  mutating func heading(_ title: [Inline], level: Int) {
    gap()
    let lines = text(title, style: .heading).lines(width: width)
    for content in lines { line(content) }
    guard level < 2, !accessible else { return }
    let longest = lines.reduce(0) { max($0, $1.width) }
    line(TerminalLine([drawn(longest, sign: level == 0 ? ("═", "=") : ("─", "-"))]))
  }

  /// A paragraph, with a blank line before it unless `gap` is false.
  mutating func paragraph(_ inlines: [Inline], after gap: Bool = true) {
    if gap { self.gap() }
    for content in text(inlines).lines(width: width) { line(content) }
  }

  /// Any block but the sections, which are headings here.
  mutating func block(_ block: Block) {
    switch block {
    case .section(let title, _): heading(title, level: 1)
    case .paragraph(let inlines): paragraph(inlines)
    case .table(let table): self.table(table)
    case .list(let items): list(items)
    case .facts(let rows):
      gap()
      facts(rows)
    case .tree(let tree): self.tree(tree)
    case .remark(let kind, let inlines): remark(kind, inlines)
    case .code(let code): self.code(code)
    case .rule:
      if !accessible {
        gap()
        line(TerminalLine([drawn(width)]))
      }
    }
  }

  private mutating func list(_ items: [[Inline]]) {
    guard !items.isEmpty else { return }
    gap()
    let bullet = TerminalLine([TerminalPiece(ascii || accessible ? "- " : "• ", width: 2, style: .faint)])
    for item in items { hanging(text(item), prefix: bullet) }
  }

  private mutating func remark(_ kind: RemarkKind, _ inlines: [Inline]) {
    gap()
    var style = TerminalStyle(role: .faint)
    switch kind {
    case .note: break
    case .caution: style = TerminalStyle(role: .caution, isStrong: true)
    case .error: style = TerminalStyle(role: .error, isStrong: true)
    }
    var content = TerminalText([], ascii: ascii)
    content.append(kind.word + ": ", style: style)
    content.append(inlines)
    indented(content)
  }

  private mutating func code(_ code: String) {
    gap()
    for source in visibleLines(code).split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = ascii ? asciiText(String(source))[...] : source
      repeat {
        let head = leadingCells(rest, width - 2)
        var line = TerminalLine()
        line.pad(2)
        line.append(String(head), style: TerminalStyle(role: .code))
        self.line(line)
        rest = rest[head.endIndex...]
      } while !rest.isEmpty
    }
  }

  /// Notes with their numbers at the margin, as in the marks.
  mutating func notes(_ notes: [Note]) {
    gap()
    let marks = notes.map { "[" + String($0.number) + "] " }
    let widest = min(marks.reduce(0) { max($0, $1.utf8.count) }, width / 2)
    for (note, mark) in zip(notes, marks) {
      var prefix = TerminalLine()
      prefix.append(mark, style: TerminalStyle(role: .noteMark))
      prefix.pad(widest - prefix.width)
      hanging(text(note.content), prefix: prefix)
    }
  }

  /// Entries hang: a sorted list is found by its margin.
  mutating func bibliography(_ entries: [BibliographyEntry]) {
    gap()
    for entry in entries { indented(text(entry.content)) }
  }
}

/// The beginning of a text that takes at most `cells` cells, but one grapheme at least; it ends after a blank if there is one in its
/// second half.
private func leadingCells(_ text: Substring, _ cells: Int) -> Substring {
  var used = 0
  var index = text.startIndex
  var afterBlank: Substring.Index?
  while index < text.endIndex {
    let width = cellWidth(text[index])
    if used + width > cells, index > text.startIndex { return text[..<(afterBlank ?? index)] }
    used += width
    if text[index] == " ", used > cells / 2 { afterBlank = text.index(after: index) }
    index = text.index(after: index)
  }
  return text
}
