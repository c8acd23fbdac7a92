/// Renders documents as one HTML file that needs nothing else: no script, no font, no picture from elsewhere, so it can be mailed and
/// opened years later. It follows the reader's choice of light or dark, folds its tables on a narrow screen, prints, and is made to be
/// heard as well as seen.
public struct HTMLRenderer: Sendable {
  public init() {}

  /// The whole page.
  public func render(_ document: Document) -> String {
    var writer = HTMLWriter(noteNumbers: Set(document.notes.map(\.number)))
    writer.open(document)
    let offset = document.title.isEmpty ? 0 : 1
    for item in documentFlow(document.blocks) {
      switch item {
      case .heading(let level, let title): writer.heading(title, level: level + offset)
      case .block(let block): writer.block(block)
      }
    }
    writer.notes(document.notes, level: 1 + offset)
    writer.bibliography(document.bibliography, level: 1 + offset)
    writer.colophon(document.colophon, level: 1 + offset)
    writer.close()
    return writer.text
  }
}
