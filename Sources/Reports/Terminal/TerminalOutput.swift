/// The text of a terminal's output, decorated or not.
struct TerminalOutput {
  let usesColor: Bool
  private(set) var text = ""

  init(usesColor: Bool) {
    self.usesColor = usesColor
  }

  /// Adds a line with its colours and its end.
  mutating func append(_ line: TerminalLine) {
    var pieces = line.pieces
    // Blanks at a line's end only get in the way of copying.
    while let last = pieces.indices.last {
      while pieces[last].text.utf8.last == 0x20 { pieces[last].text.removeLast() }
      if !pieces[last].text.isEmpty { break }
      pieces.removeLast()
    }
    for piece in pieces {
      let parameters = usesColor ? piece.style.parameters : ""
      if parameters.isEmpty {
        text += piece.text
      } else {
        text += "\u{1B}[" + parameters + "m" + piece.text + "\u{1B}[0m"
      }
    }
    text += "\n"
  }
}
