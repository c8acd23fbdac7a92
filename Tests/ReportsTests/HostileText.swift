import Reports

/// Texts that data and casebooks may hold and that mean something to a terminal, a browser, a spreadsheet or a Markdown reader.
enum Hostile {
  static let texts: [String] = [
    "",
    " ",
    "   two  blanks   ",
    "<script>alert(1)</script>",
    "</td></tr></table><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' & &amp; &#60; <!-- --> ]]>",
    "</style><script>",
    "| pipe || `code` ``two`` *a* **b** _c_ __d__ ~~e~~ ^f^ $g$ @h [i](j) ![k](l) [^1]: m # n \\ o",
    "# heading",
    "- item",
    "1. item",
    "(a) item",
    "---",
    "===",
    ": definition",
    "% title",
    "```\nfence\n```",
    "\u{1B}[2J\u{1B}]0;title\u{07}\u{1B}[31mred",
    "\u{9B}31m\u{90}q\u{9C}",
    "\0\u{1}\u{7F}\u{8}\u{8}\u{8}",
    "one\r\ntwo\rthree\nfour\u{85}five\u{2028}six\u{2029}seven\ttab\u{B}\u{C}",
    "\u{202E}gnitirw desrever\u{202C} \u{2066}isolate\u{2069} \u{200F}mark",
    "العربية עברית",
    "日本語の文章は空白なしで折り返す。",
    "e\u{301}\u{301}\u{301} \u{301}alone a\u{200B}b \u{FEFF}c \u{FFFE}",
    "👨‍👩‍👧‍👦 👍🏽 🇲🇽 🇲 ❤️ ☎︎ 1️⃣",
    String(repeating: "a\u{302}", count: 100),
    "o" + String(repeating: "\u{308}", count: 100),
    String(repeating: "word", count: 60),
    String(repeating: "日", count: 100),
    "=1+1", "+1", "-1", "-1.5e3", "@SUM(A1)", "=cmd|' /C calc'!A0", "-cmd", "\t=1+1",
    "comma, \"quote\"\nline",
    "javascript:alert(1)",
    "\u{E000}\u{10FFFF}\u{FFFF}",
  ]

  /// The text in every place that takes one.
  static func document(_ text: String) -> Document {
    let value = ValueExport(low: -.infinity, best: .nan, high: .infinity, unit: text, status: text, source: text, locator: text)
    let inlines: [Inline] = [
      .text(text), .value(text, exact: value), .unit(text), .name(text, id: text), .property(text), .keyword(text),
      .emphasis([.text(text), .strong([.code(text)])]), .strong([.text(text)]), .code(text), .quote(text), .noteMark([1, 99]),
      .conflictMark, .softMark, .absent(text), .link(url: text, text: text), .link(url: "https://" + text, text: text),
    ]
    let table = TableBlock(
      caption: inlines,
      columns: [
        .init(title: inlines, name: text), .init(title: inlines, name: text, isNumeric: true), .init(title: [.text(text)]),
      ],
      rows: [
        .init(cells: [.init(inlines), .init(inlines), .init(text)], mark: text),
        .init(cells: [.init(text), .init([.value(text, exact: value)])], band: .possible),
        .init(cells: [.init(text), .init(text), .init(text), .init(text)]),
      ],
      footers: [inlines])
    return Document(
      title: inlines, subtitle: inlines,
      blocks: [
        .paragraph(inlines), .list([inlines, [.text(text)]]), .table(table),
        .facts([FactRow(label: inlines, values: [inlines, [.text(text)]])]),
        .facts([FactRow(text, [.text(text)])]), .tree(Tree(inlines, children: [Tree([.text(text)]), Tree(inlines)])), .code(text),
        .remark(kind: .error, inlines), .section(title: [.text(text)], blocks: [.paragraph([.text(text)]), .rule]),
      ],
      notes: [Note(number: 1, content: inlines)], bibliography: [BibliographyEntry(id: text, content: inlines)],
      colophon: [ColophonEntry(text, text)], language: text)
  }
}
