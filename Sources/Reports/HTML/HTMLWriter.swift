/// An HTML page as it grows.
struct HTMLWriter {
  private(set) var text = ""
  /// The notes that marks may point at.
  let noteNumbers: Set<Int>
  /// How many marks have pointed at each note so far.
  private(set) var markCounts: [Int: Int] = [:]
  /// The deepest heading so far, so that no level is skipped.
  private var headingLevel = 0

  init(noteNumbers: Set<Int>) {
    self.noteNumbers = noteNumbers
  }

  /// Adds markup, ended by a line end.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  // MARK: The page

  /// Everything before the first block. The policy forbids the page to fetch or run anything.
  mutating func open(_ document: Document) {
    let title = plainText(document.title)
    line("<!DOCTYPE html>")
    line("<html lang=\"" + htmlEscaped(document.language) + "\">")
    line("<head>")
    line("<meta charset=\"utf-8\">")
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
    line("<meta name=\"color-scheme\" content=\"light dark\">")
    line("<title>" + htmlEscaped(title.isEmpty ? "Result" : title) + "</title>")
    line("<style>")
    text += htmlStylesheet
    line("</style>")
    line("</head>")
    line("<body>")
    line("<main>")
    if !document.title.isEmpty || !document.subtitle.isEmpty {
      line("<header>")
      if !document.title.isEmpty { heading(document.title, level: 1) }
      if !document.subtitle.isEmpty { line("<p class=\"subtitle\">" + inlines(document.subtitle) + "</p>") }
      line("</header>")
    }
  }

  /// Everything after the last block.
  mutating func close() {
    line("</main>")
    line("</body>")
    line("</html>")
  }

  /// HTML has six levels, and none is skipped on the way down.
  mutating func heading(_ title: [Inline], level: Int) {
    headingLevel = min(max(level, 1), headingLevel + 1, 6)
    let tag = "h" + String(headingLevel)
    line("<" + tag + ">" + inlines(title) + "</" + tag + ">")
  }

  // MARK: Blocks

  /// Any block but the sections, which are headings here.
  mutating func block(_ block: Block) {
    switch block {
    case .section(let title, _): heading(title, level: 1)
    case .paragraph(let content): line("<p>" + inlines(content) + "</p>")
    case .table(let table): self.table(table)
    case .list(let items):
      guard !items.isEmpty else { return }
      line("<ul>")
      for item in items { line("<li>" + inlines(item) + "</li>") }
      line("</ul>")
    case .facts(let rows): facts(rows)
    case .tree(let tree): self.tree(tree)
    case .remark(let kind, let content):
      line(
        "<p class=\"remark " + kind.word + "\" role=\"note\"><strong class=\"kind\">" + kind.word + ":</strong> "
          + inlines(content)
          + "</p>")
    case .code(let code): line("<pre tabindex=\"0\"><code>" + htmlEscapedLines(code) + "</code></pre>")
    case .rule: line("<hr>")
    }
  }

  /// A card as a list of descriptions.
  mutating func facts(_ rows: [FactRow], cssClass: String = "facts") {
    guard !rows.isEmpty else { return }
    line("<dl class=\"" + cssClass + "\">")
    for row in rows {
      line("<div>")
      line("<dt>" + inlines(row.label) + "</dt>")
      for value in row.values.isEmpty ? [[]] : row.values { line("<dd>" + inlines(value) + "</dd>") }
      line("</div>")
    }
    line("</dl>")
  }

  /// Lists in lists. Levels beyond a dozen are said instead of drawn.
  private mutating func tree(_ tree: Tree) {
    guard !tree.rows.isEmpty else { return }
    var depth = -1
    for row in tree.rows {
      let shown = min(row.depth, 12)
      if shown > depth {
        line(depth < 0 ? "<ul class=\"tree\">" : "<ul>")
      } else {
        text += "</li>\n"
        for _ in shown..<depth { text += "</ul>\n</li>\n" }
      }
      depth = shown
      let level = row.depth > shown ? "<span class=\"level\">level " + String(row.depth) + ":</span> " : ""
      text += "<li>" + level + inlines(row.content)
    }
    text += "</li>\n"
    for _ in 0..<depth { text += "</ul>\n</li>\n" }
    line("</ul>")
  }

  // MARK: The end of the page

  /// Notes with links back to each of their marks.
  mutating func notes(_ notes: [Note], level: Int) {
    guard !notes.isEmpty else { return }
    line("<section class=\"notes\" role=\"doc-endnotes\">")
    heading([.text("Notes")], level: level)
    line("<ol>")
    // Marks inside notes come after those in the text, so what a note links back to is counted before.
    let counts = markCounts
    for note in notes {
      let number = String(note.number)
      var item = "<li id=\"note-" + number + "\" value=\"" + number + "\">" + inlines(note.content)
      let count = counts[note.number] ?? 0
      if count > 0 {
        for mark in 1...count {
          let label = "Back to the text, note " + number + (count > 1 ? ", mark " + String(mark) : "")
          item +=
            " <a class=\"back\" role=\"doc-backlink\" href=\"#mark-" + number + "-" + String(mark) + "\" aria-label=\"" + label
            + "\">↩\u{FE0E}"
          item += (count > 1 ? "<sup>" + String(mark) + "</sup>" : "") + "</a>"
        }
      }
      line(item + "</li>")
    }
    line("</ol>")
    line("</section>")
  }

  /// The sources, under a heading.
  mutating func bibliography(_ entries: [BibliographyEntry], level: Int) {
    guard !entries.isEmpty else { return }
    line("<section class=\"bibliography\" role=\"doc-bibliography\">")
    heading([.text("Bibliography")], level: level)
    line("<ul>")
    for entry in entries { line("<li>" + inlines(entry.content) + "</li>") }
    line("</ul>")
    line("</section>")
  }

  /// What made the document, under a heading.
  mutating func colophon(_ entries: [ColophonEntry], level: Int) {
    guard !entries.isEmpty else { return }
    line("<footer class=\"colophon\">")
    heading([.text("Colophon")], level: level)
    facts(entries.map { FactRow(label: [.text($0.label)], values: [[.text($0.value)]]) })
    line("</footer>")
  }

  /// The identifier of the next mark of a note.
  mutating func nextMark(of note: Int) -> String {
    let count = (markCounts[note] ?? 0) + 1
    markCounts[note] = count
    return "mark-" + String(note) + "-" + String(count)
  }
}
