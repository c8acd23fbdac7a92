/// Parts of a note with commas between them; the comma after a title stands inside its quotation marks.
struct ChicagoParts {
  private(set) var content: [Inline] = []

  /// Adds a part, if there is one, after `separator`.
  mutating func add(_ part: [Inline]?, separator: String = ", ") {
    guard let part, !part.isEmpty else { return }
    if separator.hasPrefix(","), !content.isEmpty {
      content = closedSentence(content, with: ",")
      content.append(.text(" "))
    } else if !content.isEmpty {
      content.append(.text(separator))
    }
    content += part
  }
}
