import CLineEditor

/// What came of reading an entry.
public enum LineEditorResult: Hashable, Sendable {
  /// The text, without its final newline; may be blank.
  case entry(String)
  /// Ctrl-C: the entry was dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfInput
}

/// Reads entries from a terminal. The one owner of libedit's handle: at most one editor may be open in a process, and it must be
/// used from one thread at a time, since libedit converts characters in static memory.
///
/// libedit holds the text, decodes keys and sets the terminal's modes, but draws nothing. Whenever it asks for a key and none is
/// waiting, the editor compares what should be on the screen with what is, and sends the difference (`ScreenPainter`).
public final class LineEditor {
  public let configuration: LineEditorConfiguration
  /// How many lines of the history file were no entries; they stay in the file.
  public let skippedHistoryLines: Int
  /// Why the last entry could not be added to the history file; said once by whoever owns the editor.
  public private(set) var historyFailure: FileDescriptorOutput.Failure?

  let delegate: any LineEditorDelegate
  let input: Int32
  let output: FileDescriptorOutput
  /// libedit's handle; nil on a dumb terminal, which edits lines by itself, and after `close`.
  private(set) var handle: OpaquePointer?
  private(set) var history: History
  private let historyFile: HistoryFile?

  // The entry that is being read.
  var prompt = ""
  var result: LineEditorResult?
  var decoder = InputDecoder()
  /// How many characters have come without a pause, which tells pasted from typed text.
  var charactersSincePause = 0
  var previousCharacter: Unicode.Scalar?
  var latestCharacter: Unicode.Scalar?
  /// Whether libedit is waiting for the second half of a key that began with Escape.
  var isAfterEscape = false
  var painter = ScreenPainter()
  var firstVisibleRow = 0
  var recall: Recall?
  var search: HistorySearch?
  var menu: CandidateMenu?
  var killed = ""
  var contentsAfterKill: EditedText?
  var undoLog = UndoLog()

  /// Opens an editor on a terminal; nil when the descriptors are no terminal, since keys can only be read from one.
  public init?(
    configuration: LineEditorConfiguration, delegate: any LineEditorDelegate, input: Int32 = 0,
    output: Int32 = 1
  ) {
    guard Terminal.isTerminal(input), Terminal.isTerminal(output) else { return nil }
    Terminal.useUTF8()
    InterruptFlag.install()
    self.configuration = configuration
    self.delegate = delegate
    self.input = input
    self.output = FileDescriptorOutput(output)
    let file = configuration.historyPath.map { HistoryFile(path: $0) }
    let contents = file?.load(limit: configuration.historyLimit) ?? HistoryFile.Contents()
    historyFile = file
    skippedHistoryLines = contents.skippedLines
    history = History(entries: contents.entries, limit: configuration.historyLimit)
    painter.usesColor = configuration.usesColor
    guard configuration.display != .dumb else { return }
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard let handle = cotejo_editor_create(input, output, readCharacterForEditor, context), Self.addCommands(to: handle)
    else { return nil }
    self.handle = handle
  }

  deinit { close() }

  /// Gives the terminal back as it was found. Nothing can be read afterwards.
  public func close() {
    if let handle { cotejo_editor_destroy(handle) }
    handle = nil
  }

  /// Shows the prompt and lets the user type until an entry is complete, dropped, or the input ends.
  public func readEntry(prompt: String) -> LineEditorResult {
    InterruptFlag.clear()
    self.prompt = prompt
    guard let handle else { return configuration.display == .dumb ? readEntryFromDumbTerminal() : .endOfInput }
    reset()
    cotejo_signals_begin_reading(input)
    defer { cotejo_signals_end_reading() }
    cotejo_editor_prepare_terminal(handle, true)
    bindKeys(of: handle)
    send(Self.pasteBracketsOn)
    var count: Int32 = 0
    _ = el_wgets(handle, &count)
    if result == nil { conclude(.endOfInput) }
    cotejo_editor_prepare_terminal(handle, false)
    return result ?? .endOfInput
  }

  /// Keeps an entry, in memory and in the history file. Blank entries and repetitions of the last one are not kept.
  public func addToHistory(_ entry: String) {
    guard history.add(entry), let historyFile else { return }
    do throws(FileDescriptorOutput.Failure) {
      try historyFile.append(entry)
      historyFailure = nil
    } catch {
      historyFailure = error
    }
  }

  /// The entries of this and earlier sessions, oldest first.
  public var historyEntries: [String] { history.entries }

  /// Ends the reading of this entry: shows it as it was typed, with the cursor below it.
  func conclude(_ result: LineEditorResult) {
    guard self.result == nil else { return }
    self.result = result
    menu = nil
    search = nil
    let size = screenSize
    var frame = frame(for: buffer?.contents ?? EditedText(""), width: size.columns, isFinal: true)
    if result == .interrupted { frame.append(label: "^C", style: .faint) }
    send(painter.finish(with: frame, screenRows: size.rows) + Self.pasteBracketsOff)
  }

  static let pasteBracketsOn = "\u{1b}[?2004h"
  static let pasteBracketsOff = "\u{1b}[?2004l"

  var buffer: EditBuffer? { handle.map { EditBuffer(handle: $0) } }

  var screenSize: TerminalSize { Terminal.size(of: output.descriptor) ?? TerminalSize(columns: 80, rows: 24) }

  /// Sends text to the terminal. A terminal that is gone shows itself when the next key is read.
  func send(_ text: String) {
    guard !text.isEmpty else { return }
    try? output.write(text)
  }

  private func reset() {
    result = nil
    isAfterEscape = false
    painter.forget()
    firstVisibleRow = 0
    recall = nil
    search = nil
    menu = nil
    contentsAfterKill = nil
    undoLog = UndoLog()
  }
}
