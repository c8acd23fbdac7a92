/// Renders documents as Markdown: CommonMark with pipe tables and footnotes, as GitHub and Pandoc read it. From there Pandoc makes
/// a Word file with real footnotes. The source is meant to be read, too: table columns are padded.
public struct MarkdownRenderer: Sendable {
  public init() {}

  /// The whole text; empty for an empty document.
  public func render(_ document: Document) -> String {
    var writer = MarkdownWriter()
    let offset = document.title.isEmpty ? 0 : 1
    if !document.title.isEmpty { writer.heading(document.title, level: 1) }
    if !document.subtitle.isEmpty { writer.paragraph([.emphasis(document.subtitle)]) }
    for item in documentFlow(document.blocks) {
      switch item {
      case .heading(let level, let title): writer.heading(title, level: level + offset)
      case .block(let block): writer.block(block)
      }
    }
    if !document.bibliography.isEmpty {
      writer.heading([.text("Bibliography")], level: 1 + offset)
      writer.list(document.bibliography.map(\.content))
    }
    if !document.colophon.isEmpty {
      writer.heading([.text("Colophon")], level: 1 + offset)
      writer.facts(document.colophon.map { FactRow(label: [.text($0.label)], values: [[.text($0.value)]]) })
    }
    // Readers gather footnotes at the end wherever they are defined.
    for note in document.notes { writer.note(note) }
    return writer.text
  }
}
