/// A stretch of text that a line is not broken inside of unless it is longer than the line.
struct TerminalWord {
  var pieces: [TerminalPiece] = []
  var width = 0
  /// Whether a blank stands before it, unless it begins a line.
  var followsBlank = false
}
