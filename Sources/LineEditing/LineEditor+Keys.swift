import CLineEditor
import Glibc

// libedit's commands take no context but the handle, so each is a function of its own. There is one for each way in which a key
// is told from others, and the tables of `EditorCommand` say what it does.

private func performSingle(_ handle: OpaquePointer?, _ character: wint_t) -> UInt8 {
  LineEditor.of(handle)?.perform(EditorCommand.bySingleCharacter[character]) ?? 0
}

private func performMeta(_ handle: OpaquePointer?, _ character: wint_t) -> UInt8 {
  LineEditor.of(handle)?.perform(EditorCommand.byMetaCharacter[character]) ?? 0
}

private func performPrefixed(_ handle: OpaquePointer?, _ character: wint_t) -> UInt8 {
  guard let editor = LineEditor.of(handle) else { return 0 }
  guard case .character(let next) = editor.readCharacter() else { return LineEditor.keepGoing }
  return editor.perform(EditorCommand.byPrefixedCharacter[next.value])
}

private func performSequence(_ handle: OpaquePointer?, _ character: wint_t) -> UInt8 {
  LineEditor.of(handle)?.performControlSequence() ?? 0
}

extension LineEditor {
  static let keepGoing = UInt8(CC_NORM)
  static let entryIsDone = UInt8(CC_NEWLINE)

  static func addCommands(to handle: OpaquePointer) -> Bool {
    cotejo_editor_add_command(handle, Int32(COTEJO_KEY_SINGLE), performSingle)
      && cotejo_editor_add_command(handle, Int32(COTEJO_KEY_META), performMeta)
      && cotejo_editor_add_command(handle, Int32(COTEJO_KEY_PREFIXED), performPrefixed)
      && cotejo_editor_add_command(handle, Int32(COTEJO_KEY_SEQUENCE), performSequence)
  }

  /// Binds the keys, those without a command as well: libedit's own commands draw. Done for every entry, since libedit rebinds
  /// some when the user has changed the terminal's own keys.
  func bindKeys(of handle: OpaquePointer) {
    for character in UInt32(0)...0x7F where character != 0x1B {
      bind(notation(character), COTEJO_KEY_SINGLE, of: handle)
      bind("\\e" + notation(character), COTEJO_KEY_META, of: handle)
    }
    bind("^X", COTEJO_KEY_PREFIXED, of: handle)
    for introducer in ["\\e[", "\\eO"] { bind(introducer, COTEJO_KEY_SEQUENCE, of: handle) }
  }

  private func bind(_ keys: String, _ kind: Int, of handle: OpaquePointer) {
    cotejo_editor_bind(handle, keys.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0], Int32(kind))
  }

  /// A key as libedit's `bind` writes it.
  private func notation(_ character: UInt32) -> String {
    let digits = String(character, radix: 8)
    return "\\" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// Reads the rest of a control sequence and does what it means; one without a meaning is swallowed, not typed.
  func performControlSequence() -> UInt8 {
    var sequence = ""
    while sequence.utf8.count < 32, case .character(let next) = readCharacter(within: 1000) {
      sequence.unicodeScalars.append(next)
      if (0x40...0x7E).contains(next.value) { break }
    }
    return perform(EditorCommand.byControlSequence[sequence])
  }

  /// Carries out a command and says how libedit is to go on.
  func perform(_ command: EditorCommand?) -> UInt8 {
    guard let command, let buffer, result == nil else { return Self.keepGoing }
    let contents = buffer.contents
    undoLog.note(contents)
    if command != .complete { menu = nil }
    switch command {
    case .enter: enter(buffer, contents)
    case .newline: insertLineBreak(buffer, contents)
    case .complete: complete(buffer, contents)
    case .left: buffer.moveCursor(to: contents.previousGrapheme)
    case .right: if !takeHint(buffer, contents) { buffer.moveCursor(to: contents.nextGrapheme) }
    case .wordLeft: buffer.moveCursor(to: contents.wordStart)
    case .wordRight: if !takeHint(buffer, contents, onlyWord: true) { buffer.moveCursor(to: contents.wordEnd) }
    case .lineStart: buffer.moveCursor(to: contents.lineStart)
    case .lineEnd: if !takeHint(buffer, contents) { buffer.moveCursor(to: contents.lineEnd) }
    case .entryStart: buffer.moveCursor(to: 0)
    case .entryEnd: buffer.moveCursor(to: contents.scalars.count)
    case .up: moveUp(buffer, contents)
    case .down: moveDown(buffer, contents)
    case .previousEntry: recallEntry(buffer, contents, backwards: true)
    case .nextEntry: recallEntry(buffer, contents, backwards: false)
    case .searchHistory: searchHistory(buffer)
    case .deleteBackward: buffer.replace(contents.previousGrapheme..<contents.cursor, with: "")
    case .deleteForward: buffer.replace(contents.cursor..<contents.nextGrapheme, with: "")
    case .deleteForwardOrEnd:
      guard contents.isEmpty else {
        buffer.replace(contents.cursor..<contents.nextGrapheme, with: "")
        break
      }
      conclude(.endOfInput)
    case .killWordBackward: kill(contents.wordStart..<contents.cursor, buffer, contents)
    case .killBlankDelimitedWord: kill(contents.blankDelimitedWordStart..<contents.cursor, buffer, contents)
    case .killWordForward: kill(contents.cursor..<contents.wordEnd, buffer, contents)
    case .killToLineStart: kill(contents.lineStart..<contents.cursor, buffer, contents)
    case .killToLineEnd:
      // At the end of a line, the line break goes.
      let end = contents.lineEnd > contents.cursor ? contents.lineEnd : contents.nextGrapheme
      kill(contents.cursor..<end, buffer, contents)
    case .yank: buffer.insert(killed)
    case .undo: undo(buffer)
    case .upperCaseWord: changeWord(buffer, contents) { $0.uppercased() }
    case .lowerCaseWord: changeWord(buffer, contents) { $0.lowercased() }
    case .transpose: transpose(buffer, contents)
    case .clearScreen: clearScreen()
    case .editExternally: editExternally(buffer, contents)
    case .paste: paste(buffer, endedBy: ["\u{1b}[201~"])
    case .quote: if case .character(let next) = readCharacter() { buffer.insert(String(next)) }
    case .closeBracket(let bracket): closeBracket(bracket, buffer, contents)
    case .tilde: typeTilde(buffer, contents)
    case .nothing: break
    }
    return result == nil ? Self.keepGoing : Self.entryIsDone
  }
}

extension String {
  /// Without the blank lines at the end.
  var trimmingTrailingBlankLines: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    let end = self[last...].firstIndex(where: \.isNewline) ?? endIndex
    return String(self[..<end])
  }
}
