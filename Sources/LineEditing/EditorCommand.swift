/// What a key does.
enum EditorCommand: Hashable {
  case enter, newline, complete
  case left, right, wordLeft, wordRight, lineStart, lineEnd, entryStart, entryEnd
  case up, down, previousEntry, nextEntry, searchHistory
  case deleteBackward, deleteForward, deleteForwardOrEnd
  case killWordBackward, killBlankDelimitedWord, killWordForward, killToLineStart, killToLineEnd, yank, undo
  case upperCaseWord, lowerCaseWord, transpose
  case clearScreen, editExternally, paste, quote
  case closeBracket(Character)
  case tilde
  case nothing

  /// Whether a character is typed as text.
  static func isText(_ character: Unicode.Scalar) -> Bool {
    character.value >= 0x20 && character.value != 0x7F && bySingleCharacter[character.value] == nil
  }

  /// Single keys.
  static let bySingleCharacter: [UInt32: EditorCommand] = [
    0x01: .lineStart, 0x02: .left, 0x04: .deleteForwardOrEnd, 0x05: .lineEnd, 0x06: .right, 0x07: .nothing,
    0x08: .deleteBackward, 0x09: .complete, 0x0A: .enter, 0x0B: .killToLineEnd, 0x0C: .clearScreen, 0x0D: .enter,
    0x0E: .nextEntry, 0x10: .previousEntry, 0x12: .searchHistory, 0x13: .nothing, 0x14: .transpose, 0x11: .nothing,
    0x15: .killToLineStart,
    0x16: .quote, 0x17: .killBlankDelimitedWord, 0x19: .yank, 0x1F: .undo, 0x7F: .deleteBackward, 0x29: .closeBracket(")"),
    0x5D: .closeBracket("]"), 0x7D: .closeBracket("}"), 0x7E: .tilde,
  ]

  /// Keys after Escape, which is what Alt sends.
  static let byMetaCharacter: [UInt32: EditorCommand] = [
    0x0A: .newline, 0x0D: .newline, 0x62: .wordLeft, 0x66: .wordRight, 0x64: .killWordForward, 0x7F: .killWordBackward,
    0x08: .killWordBackward, 0x70: .previousEntry, 0x6E: .nextEntry, 0x3C: .entryStart, 0x3E: .entryEnd, 0x78: .nothing,
    0x58: .nothing, 0x75: .upperCaseWord, 0x6C: .lowerCaseWord,
  ]

  /// Keys after Ctrl-X.
  static let byPrefixedCharacter: [UInt32: EditorCommand] = [0x05: .editExternally, 0x15: .undo]

  /// What follows `ESC [` or `ESC O`: the parameters and the final character (ECMA-48; xterm's and the Linux console's keys).
  static let byControlSequence: [String: EditorCommand] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .lineStart, "F": .lineEnd,
    "1~": .lineStart, "7~": .lineStart, "4~": .lineEnd, "8~": .lineEnd, "3~": .deleteForward,
    "1;5C": .wordRight, "1;5D": .wordLeft, "1;3C": .wordRight, "1;3D": .wordLeft, "5C": .wordRight, "5D": .wordLeft,
    "1;5A": .previousEntry, "1;5B": .nextEntry, "1;3A": .previousEntry, "1;3B": .nextEntry,
    "1;5H": .entryStart, "1;5F": .entryEnd, "3;5~": .killWordForward, "3;3~": .killWordForward,
    "13;2u": .newline, "13;3u": .newline, "27;2;13~": .newline, "27;3;13~": .newline, "M": .enter,
    "200~": .paste,
  ]
}
