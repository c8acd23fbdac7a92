/// A line of pieces on its way to the terminal.
struct TerminalLine {
  private(set) var pieces: [TerminalPiece] = []
  /// In cells.
  private(set) var width = 0

  init() {}

  init(_ pieces: [TerminalPiece]) {
    for piece in pieces { append(piece) }
  }

  /// Adds a piece, to the last one where the style is the same.
  mutating func append(_ piece: TerminalPiece) {
    guard !piece.text.isEmpty else { return }
    width += piece.width
    if let last = pieces.indices.last, pieces[last].style == piece.style {
      pieces[last].text += piece.text
      pieces[last].width += piece.width
    } else {
      pieces.append(piece)
    }
  }

  /// Adds a text that is known to be safe.
  mutating func append(_ text: String, style: TerminalStyle = .plain) {
    append(TerminalPiece(text, style: style))
  }

  /// Adds what another line holds.
  mutating func append(_ line: TerminalLine) {
    for piece in line.pieces { append(piece) }
  }

  /// Adds a word. A blank between two words of one style has that style.
  mutating func append(_ word: TerminalWord, afterBlank: Bool) {
    if afterBlank {
      let style = pieces.last?.style == word.pieces.first?.style ? pieces.last?.style : nil
      append(TerminalPiece(" ", width: 1, style: style ?? .plain))
    }
    for piece in word.pieces { append(piece) }
  }

  /// Adds blanks, none where `count` is negative.
  mutating func pad(_ count: Int) {
    guard count > 0 else { return }
    append(TerminalPiece(String(repeating: " ", count: count), width: count))
  }
}
