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
