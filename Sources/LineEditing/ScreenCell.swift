import CLineEditor

/// What one grapheme takes on the screen: the text to send, its columns and its style. Nothing but printable text ever gets into
/// a cell, so that no pasted or recalled escape sequence reaches the terminal.
struct ScreenCell: Hashable {
  var text: String
  var columns: Int
  var style: TextStyle
  /// Whether all terminals agree on the columns. They don't on emoji made of several characters.
  var isCertain = true

  /// The cell of a grapheme; a line break or a tab has none, since they depend on where they stand.
  init(_ character: Character, style: TextStyle) {
    let width = Self.width(of: character)
    self.text = width.text ?? String(character)
    self.columns = width.columns
    self.style = width.text == nil ? style : style.adding(TextStyle(reversed: true))
    self.isCertain = width.isCertain
  }

  /// A cell of blanks.
  init(blanks count: Int, style: TextStyle = .plain) {
    self.text = String(repeating: " ", count: max(0, count))
    self.columns = max(0, count)
    self.style = style
  }

  /// The columns of a grapheme, the text that stands for it when it must not be sent itself, and whether terminals agree.
  ///
  /// The rule is that of most terminals: the widths of the characters add up, but a sequence that Unicode calls one emoji
  /// (joined, with a skin tone, a flag, or with the emoji selector) takes two columns.
  static func width(of character: Character) -> (columns: Int, text: String?, isCertain: Bool) {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return (1, nil, true) }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return (0, nil, true) }
    if scalars.count == 1 { return width(of: first) }
    let base = width(of: first)
    if base.text != nil {
      let text = scalars.reduce(into: "") { $0 += visible($1) }
      return (text.utf8.count, text, true)
    }
    let isEmoji = scalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.value == 0x200D || $0.properties.isEmojiModifier || (0x1F1E6...0x1F1FF).contains($0.value)
    }
    if isEmoji, first.properties.isEmoji { return (2, nil, false) }
    let sum = scalars.dropFirst().reduce(base.columns) { $0 + max(0, Int(cotejo_character_width($1.value))) }
    return (sum, nil, true)
  }

  private static func width(of scalar: Unicode.Scalar) -> (columns: Int, text: String?, isCertain: Bool) {
    let columns = Int(cotejo_character_width(scalar.value))
    // A combining mark without a base gets the customary dotted circle.
    if columns == 0, [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory) {
      return (1, "\u{25CC}" + String(scalar), true)
    }
    if columns > 0, scalar.properties.generalCategory != .format { return (columns, nil, true) }
    let text = visible(scalar)
    return (text.utf8.count, text, true)
  }

  /// ASCII text that shows a character which has no shape or would steer the terminal: `^[`, `<U+202E>`.
  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: "^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40))
    case 0x20..<0x7F: String(scalar)
    case 0x7F: "^?"
    default: "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
  }
}

/// One row of the screen.
struct ScreenRow: Hashable {
  var cells: [ScreenCell] = []
  /// Whether the text goes on in the next row only because this one was full.
  var wraps = false

  var columns: Int { cells.reduce(0) { $0 + $1.columns } }
  var isCertain: Bool { cells.allSatisfy(\.isCertain) }
}
