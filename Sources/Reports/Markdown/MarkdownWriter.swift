/// A Markdown text as it grows, with one blank line between any two blocks.
struct MarkdownWriter {
  private(set) var text = ""

  /// Starts a block.
  mutating func gap() {
    if !text.isEmpty { text += "\n" }
  }

  /// Adds markup, ended by a line end.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// Markdown has six levels; what is deeper stands on the sixth.
  mutating func heading(_ title: [Inline], level: Int) {
    gap()
    line(String(repeating: "#", count: min(max(level, 1), 6)) + " " + markdownText(title))
  }

  /// A paragraph is one line, however long.
  mutating func paragraph(_ inlines: [Inline]) {
    let content = markdownText(inlines, startsLine: true)
    guard !content.isEmpty else { return }
    gap()
    line(content)
  }

  /// Any block but the sections, which are headings here.
  mutating func block(_ block: Block) {
    switch block {
    case .section(let title, _): heading(title, level: 1)
    case .paragraph(let inlines): paragraph(inlines)
    case .table(let table): self.table(table)
    case .list(let items): list(items)
    case .facts(let rows): facts(rows)
    case .tree(let tree): self.tree(tree)
    case .remark(let kind, let inlines):
      gap()
      line("> **" + kind.word + ":** " + markdownText(inlines))
    case .code(let code): self.code(code)
    case .rule:
      gap()
      line("***")
    }
  }

  /// A list with bullets.
  mutating func list(_ items: [[Inline]]) {
    guard !items.isEmpty else { return }
    gap()
    for item in items { line("- " + markdownText(item, startsLine: true)) }
  }

  /// A card as a list; several values of one label are a list in it.
  mutating func facts(_ rows: [FactRow]) {
    guard !rows.isEmpty else { return }
    gap()
    for row in rows {
      let label = "- " + markdownText([.strong(row.label)]) + ":"
      if row.values.count == 1 {
        line(label + " " + markdownText(row.values[0]))
      } else {
        line(label)
        for value in row.values { line("  - " + markdownText(value, startsLine: true)) }
      }
    }
  }

  /// A list in lists. Levels beyond a dozen are said instead of drawn.
  private mutating func tree(_ tree: Tree) {
    guard !tree.rows.isEmpty else { return }
    gap()
    for row in tree.rows {
      let shown = min(row.depth, 12)
      let level = row.depth > shown ? "level " + String(row.depth) + ": " : ""
      line(String(repeating: "  ", count: shown) + "- " + level + markdownText(row.content, startsLine: level.isEmpty))
    }
  }

  /// The fence is longer than any run of backticks in the code.
  private mutating func code(_ code: String) {
    gap()
    let shown = visibleLines(code)
    let fence = String(repeating: "`", count: max(3, longestBacktickRun(shown) + 1))
    line(fence)
    line(shown)
    line(fence)
  }

  /// A footnote's text.
  mutating func note(_ note: Note) {
    gap()
    line("[^" + String(note.number) + "]: " + markdownText(note.content))
  }
}
