public import Reports

/// The forms in which a document can be written to a file, by the ending of its name.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case markdown = "md"
  case html
  case json
  case csv
  case text = "txt"

  /// The format that a path's ending names; nil where it names none.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: "."), dot > (path.lastIndex(of: "/") ?? path.startIndex) || path.first != "." else {
      return nil
    }
    let ending = path[path.index(after: dot)...].lowercased()
    switch ending {
    case "htm": self = .html
    case "markdown": self = .markdown
    default:
      guard let format = DocumentFormat(rawValue: ending) else { return nil }
      self = format
    }
  }

  /// The document in this format. Text is 100 columns wide, since a file has no screen.
  public func render(_ document: Document) -> String {
    switch self {
    case .markdown: return MarkdownRenderer().render(document)
    case .html: return HTMLRenderer().render(document)
    case .json: return JSONRenderer().render(document)
    case .csv: return CSVRenderer().render(document)
    case .text: return TerminalRenderer(width: 100).render(document)
    }
  }
}
