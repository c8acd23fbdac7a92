import Reports
import Testing

/// Every kind of inline in every renderer.
@Suite struct InlineRenderingTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let inline: Inline
    let terminal: String
    let markdown: String
    let html: String
    var testDescription: String { terminal }
  }

  static let range = ValueExport(
    low: 301, best: nil, high: .infinity, unit: "groups", status: "actual", source: "Ellis 2018", locator: "¶5")

  static let examples: [Example] = [
    .init(inline: .text("a & b"), terminal: "a & b", markdown: "a \\& b", html: "a &amp; b"),
    .init(inline: .value("1,510", exact: nil), terminal: "1,510", markdown: "1,510", html: "<span class=\"value\">1,510</span>"),
    .init(
      inline: .value("more than 300", exact: range), terminal: "more than 300", markdown: "more than 300",
      html: "<span class=\"value uncertain\" title=\"301 or more, groups, actual; Ellis 2018 ¶5\">more than 300</span>"),
    .init(inline: .unit("people"), terminal: "people", markdown: "people", html: "<span class=\"unit\">people</span>"),
    .init(
      inline: .name("Mexican Navy", id: "navy"), terminal: "Mexican Navy", markdown: "Mexican Navy",
      html: "<span class=\"name\" title=\"navy\">Mexican Navy</span>"),
    .init(
      inline: .property("part_of"), terminal: "part_of", markdown: "part\\_of", html: "<span class=\"property\">part_of</span>"),
    .init(inline: .keyword("planned"), terminal: "planned", markdown: "planned", html: "<span class=\"keyword\">planned</span>"),
    .init(inline: .emphasis([.text("most")]), terminal: "most", markdown: "*most*", html: "<em>most</em>"),
    .init(inline: .strong([.text("most")]), terminal: "most", markdown: "**most**", html: "<strong>most</strong>"),
    .init(
      inline: .strong([.text("a "), .emphasis([.text("b")])]), terminal: "a b", markdown: "**a** ***b***",
      html: "<strong>a </strong><strong><em>b</em></strong>"),
    .init(inline: .code("why `it`"), terminal: "why `it`", markdown: "`` why `it` ``", html: "<code>why `it`</code>"),
    .init(inline: .quote("as few as"), terminal: "“as few as”", markdown: "“as few as”", html: "<q>as few as</q>"),
    .init(
      inline: .noteMark([1, 2]), terminal: "[1, 2]", markdown: "[^1][^2]",
      html: "<sup class=\"mark\"><a id=\"mark-1-1\" href=\"#note-1\" role=\"doc-noteref\" aria-label=\"note 1\">1</a>, "
        + "<a id=\"mark-2-1\" href=\"#note-2\" role=\"doc-noteref\" aria-label=\"note 2\">2</a></sup>"),
    .init(
      inline: .conflictMark, terminal: "≠", markdown: "\u{A0}≠",
      html: "<abbr class=\"conflict\" title=\"the claims behind this figure contradict one another\">≠</abbr>"),
    .init(
      inline: .softMark, terminal: "*", markdown: "\\*",
      html: "<abbr class=\"soft\" title=\"rests on the width given to “about”\">*</abbr>"),
    .init(
      inline: .absent("no claim"), terminal: "no claim", markdown: "*no claim*", html: "<span class=\"absent\">no claim</span>"),
    .init(
      inline: .link(url: "https://a.org/b_c", text: "the page"), terminal: "the page <https://a.org/b_c>",
      markdown: "[the page](<https://a.org/b_c>)", html: "<a href=\"https://a.org/b_c\">the page</a>"),
    .init(
      inline: .link(url: "https://a.org", text: "https://a.org"), terminal: "https://a.org", markdown: "<https://a.org>",
      html: "<a href=\"https://a.org\">https://a.org</a>"),
    .init(
      inline: .link(url: "javascript:alert(1)", text: "x"), terminal: "x <javascript:alert(1)>",
      markdown: "x \\<javascript:alert(1)\\>",
      html: "x &lt;javascript:alert(1)&gt;"),
  ]

  @Test(arguments: examples) func renders(example: Example) throws {
    let notes = [Note(number: 1, content: []), Note(number: 2, content: [])]
    let document = Document(blocks: [.paragraph([.text("x "), example.inline, .text(" y")])], notes: notes)
    #expect(TerminalRenderer(width: 80).render(document).hasPrefix("x \(example.terminal) y\n"))
    #expect(MarkdownRenderer().render(document).hasPrefix("x \(example.markdown) y\n"))
    #expect(HTMLRenderer().render(document).contains("<p>x \(example.html) y</p>"))
    let json = try #require(JSON(JSONRenderer().render(document)))
    let text = json["blocks"]?.elements.first?["text"]?.text
    #expect(text == "x " + plainText([example.inline]) + " y")
  }

  /// Delimiters that would touch a letter are no delimiters in CommonMark: something must stand between.
  @Test func markdownEmphasisInsideWords() {
    let document = Document(blocks: [
      .paragraph([.text("un"), .emphasis([.text("believ.")]), .text("able"), .strong([.text("!")])])
    ])
    #expect(MarkdownRenderer().render(document) == "un<!-- -->*believ.*<!-- -->able<!-- -->**!**\n")
  }

  @Test(arguments: [
    ("1. item", "1\\. item"), ("a) item", "a\\) item"), ("iv. item", "iv\\. item"), ("(1) item", "\\(1) item"),
    ("- item", "\\- item"),
    ("+ item", "\\+ item"), ("===", "\\==="), (": text", "\\: text"), ("% text", "\\% text"), ("# text", "\\# text"),
    ("R. Evan Ellis", "R. Evan Ellis"), ("1.5 million", "1.5 million"), ("2017 was worse", "2017 was worse"), ("a--b", "a-\\-b"),
    ("[1] x_y", "\\[1\\] x\\_y"), ("    code", "code"),
  ])
  func markdownEscapes(text: String, expected: String) {
    #expect(MarkdownRenderer().render(Document(blocks: [.paragraph([.text(text)])])) == expected + "\n")
  }
}
