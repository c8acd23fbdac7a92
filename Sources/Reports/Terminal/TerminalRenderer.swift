/// Renders documents for a terminal, or for a text file of a given width.
///
/// Nothing is cut: lines wrap, tables shrink by wrapping their cells, and a table that cannot fit is folded into records of one field a
/// line. Without colour the text is the same.
public struct TerminalRenderer: Sendable {
  /// In cells, from 20 to 1,000: what is asked beyond that is drawn in.
  public let width: Int
  /// Whether escape sequences for colour are sent.
  public let color: Bool
  /// Whether only ASCII may be sent.
  public let ascii: Bool
  /// Whether a screen reader reads: no drawn lines, no columns, every row in words.
  public let accessible: Bool

  public init(width: Int = 80, color: Bool = false, ascii: Bool = false, accessible: Bool = false) {
    self.width = min(max(width, 20), 1_000)
    self.color = color
    self.ascii = ascii
    self.accessible = accessible
  }

  /// The whole document, each line ended; empty for an empty document.
  public func render(_ document: Document) -> String {
    var canvas = TerminalCanvas(renderer: self)
    if !document.title.isEmpty { canvas.heading(document.title, level: 0) }
    if !document.subtitle.isEmpty { canvas.paragraph(document.subtitle, after: document.title.isEmpty) }
    for item in documentFlow(document.blocks) {
      switch item {
      case .heading(let level, let title): canvas.heading(title, level: level)
      case .block(let block): canvas.block(block)
      }
    }
    let isReport = !document.bibliography.isEmpty || !document.colophon.isEmpty
    if !document.notes.isEmpty {
      if isReport { canvas.heading([.text("Notes")], level: 1) }
      canvas.notes(document.notes)
    }
    if !document.bibliography.isEmpty {
      canvas.heading([.text("Bibliography")], level: 1)
      canvas.bibliography(document.bibliography)
    }
    if !document.colophon.isEmpty {
      canvas.heading([.text("Colophon")], level: 1)
      canvas.gap()
      canvas.facts(document.colophon.map { FactRow($0.label, [.text($0.value)]) })
    }
    return canvas.output.text
  }
}
