/// A piece of text in one style, with the cells that it takes.
struct TerminalPiece {
  var text: String
  var width: Int
  var style: TerminalStyle

  init(_ text: String, width: Int? = nil, style: TerminalStyle = .plain) {
    self.text = text
    self.width = width ?? cellWidth(text)
    self.style = style
  }
}

/// A line of pieces on its way to the terminal.
struct TerminalLine {
  private(set) var pieces: [TerminalPiece] = []
  /// In cells.
  private(set) var width = 0

  init() {}

  init(_ pieces: [TerminalPiece]) {
    for piece in pieces { append(piece) }
  }

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

  mutating func append(_ text: String, style: TerminalStyle = .plain) {
    append(TerminalPiece(text, style: style))
  }

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

/// The text of a terminal's output, decorated or not.
struct TerminalOutput {
  let usesColor: Bool
  private(set) var text = ""

  init(usesColor: Bool) {
    self.usesColor = usesColor
  }

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
