import CLineEditor
import Glibc

/// What libedit calls for each character.
func readCharacterForEditor(
  _ handle: OpaquePointer?, _ character: UnsafeMutablePointer<wchar_t>?
) -> Int32 {
  guard let character, let editor = LineEditor.of(handle) else { return 0 }
  switch editor.readKey() {
  case .character(let scalar):
    character.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  case .end, .timeout: return 0
  case .interrupted: return -1
  }
}

extension LineEditor {
  enum ReadResult: Hashable {
    case character(Unicode.Scalar)
    case end, interrupted, timeout
  }

  /// The editor that owns a handle.
  static func of(_ handle: OpaquePointer?) -> LineEditor? {
    guard let handle, let context = cotejo_editor_context(handle) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  }

  /// The next key for libedit. Text never reaches it as keys but is put into its buffer here, since its own command for that
  /// draws, and drawing makes it crash on some small screens.
  fileprivate func readKey() -> ReadResult {
    while true {
      let result = readCharacter()
      guard case .character(let first) = result, !isAfterEscape, EditorCommand.isText(first) else {
        isAfterEscape = result == .character("\u{1b}") && !isAfterEscape
        return result
      }
      var text = String(first)
      while let next = decoder.next(where: EditorCommand.isText) {
        note(next)
        text.unicodeScalars.append(next)
      }
      if let buffer, !buffer.insert(text) { send("\u{7}") }
    }
  }

  private func note(_ character: Unicode.Scalar) {
    charactersSincePause += 1
    (previousCharacter, latestCharacter) = (latestCharacter, character)
  }

  /// The next character. Paints when none is waiting; with a time limit in milliseconds nothing is painted. Interrupts end the
  /// entry here.
  func readCharacter(within milliseconds: Int32? = nil) -> ReadResult {
    while true {
      handleEvents()
      if InterruptFlag.isRaised {
        InterruptFlag.clear()
        decoder.removeAll()
        conclude(.interrupted)
      }
      if let result { return result == .interrupted ? .interrupted : .end }
      if case .character(let scalar) = decoder.next(isFinal: false) {
        note(scalar)
        return .character(scalar)
      }
      let isMidCharacter = !decoder.isEmpty
      if !isMidCharacter, milliseconds == nil, !isInputWaiting { pause() }
      // A terminal sends the bytes of a character at once; a lone byte is of an older encoding.
      switch receive(within: isMidCharacter ? 50 : milliseconds ?? -1) {
      case .received: continue
      case .nothing:
        guard isMidCharacter else { return .timeout }
        if case .character(let scalar) = decoder.next(isFinal: true) { return .character(scalar) }
      case .woken: continue
      case .end: return .end
      }
    }
  }

  /// Whether more was typed or pasted than has been worked on.
  var isInputWaiting: Bool {
    if !decoder.isEmpty { return true }
    var wait = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  private enum Reception { case received, nothing, woken, end }

  private func receive(within milliseconds: Int32) -> Reception {
    var waits = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: cotejo_signals_wake_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&waits, nfds_t(waits.count), milliseconds)
    if ready == 0 { return .nothing }
    if ready < 0 || waits[0].revents == 0 { return .woken }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(input, &bytes, bytes.count)
    if count > 0 {
      decoder.append(bytes[..<count])
      return .received
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .woken : .end
  }

  private func pause() {
    charactersSincePause = 0
    if let buffer { undoLog.note(buffer.contents) }
    paint()
  }

  // MARK: Signals

  private func handleEvents() {
    guard let handle, result == nil else { return }
    var events = cotejo_signals_take_events()
    if events & UInt32(COTEJO_EVENT_STOP_WANTED) != 0 {
      leaveScreen()
      cotejo_signals_stop_process()
      events |= cotejo_signals_take_events() | UInt32(COTEJO_EVENT_CONTINUED)
    }
    if events & UInt32(COTEJO_EVENT_CONTINUED) != 0 {
      // Whoever ran in between has set the terminal for itself, and libedit would believe its modes unchanged.
      cotejo_editor_prepare_terminal(handle, false)
      enterScreen()
    }
  }

  /// Puts the cursor below the entry and the terminal into its ordinary mode, for another program to use.
  func leaveScreen() {
    guard let handle, let buffer else { return }
    let size = screenSize
    let frame = frame(for: buffer.contents, width: size.columns, isFinal: true)
    send(painter.finish(with: frame, screenRows: size.rows) + Self.pasteBracketsOff)
    cotejo_editor_prepare_terminal(handle, false)
  }

  /// Takes the terminal back; the entry is painted at the next pause.
  func enterScreen() {
    guard let handle else { return }
    cotejo_editor_prepare_terminal(handle, true)
    painter.forget()
    send(Self.pasteBracketsOn)
  }

  // MARK: Dumb terminals

  /// Reads an entry line by line in the terminal's own mode.
  func readEntryFromDumbTerminal() -> LineEditorResult {
    result = nil
    var entry = ""
    var line: [UInt8] = []
    send(prompt)
    while true {
      if InterruptFlag.isRaised {
        InterruptFlag.clear()
        decoder.removeAll()
        send("\n")
        return .interrupted
      }
      _ = cotejo_signals_take_events()
      switch decoder.next(isFinal: false) {
      case .character("\n"):
        entry += (entry.isEmpty ? "" : "\n") + String(decoding: line, as: UTF8.self)
        line = []
        if let entry = runnableEntry(entry) { return .entry(entry) }
        send(continuationPrompt(open: openBracket(of: entry)))
        continue
      case .character(let scalar):
        line.append(contentsOf: String(scalar).utf8)
        continue
      case .needsMore: break
      }
      if receive(within: -1) == .end {
        send("\n")
        return entry.isEmpty ? .endOfInput : .entry(entry)
      }
    }
  }
}
