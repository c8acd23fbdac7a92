// LineEditing: reading what a person types, and the few things about terminals that a command-line program needs.
//
// The module knows libedit (through CLineEditor) and the C library, and nothing of the language that is edited: what a complete
// entry is, how it is coloured and what completes it, it asks of a `LineEditorDelegate`.
//
// Who does what
//
//   libedit          holds the text and the cursor (`EditBuffer`), tells keys apart, sets the terminal's modes. It never draws, and what
//                    little it would send goes to /dev/null: it knows neither colours nor hints nor graphemes, loses track of wide
//                    characters at the edge, and crashes when an entry outgrows a small screen.
//   the commands     `EditorCommand` says which key does what, `LineEditor+Editing`, `+Recall`, `+Search`, `+Completion` do it. Where
//                    they go in the text is worked out by `EditedText`, a value that needs no terminal.
//   the screen       libedit asks for a key through `LineEditor.readCharacter`. When none is waiting, the entry is laid out as a `Frame`
//                    (rows of `ScreenCell`s, wrapped, with a cursor) and `ScreenPainter` sends what differs from the last frame. While
//                    input is waiting nothing is painted, so that a paste costs one painting.
//   the history      `History` in memory, `HistoryFile` on disk: one JSON object a line, only ever appended to.
//   signals          Handlers, in C, set flags and wake the wait for a key. `InterruptFlag` serves an evaluator in the same way.
//
// A worked example
//
//   final class Language: LineEditorDelegate {
//     func completeness(of text: String) -> EntryCompleteness {
//       text.hasSuffix("\\") ? .incomplete(indentation: 2, open: nil) : .complete
//     }
//   }
//   guard let editor = LineEditor(configuration: LineEditorConfiguration(historyPath: path), delegate: Language()) else {
//     // Not a terminal: StandardInputReader reads entries from a pipe.
//   }
//   loop: while true {
//     switch editor.readEntry(prompt: "> ") {
//     case .entry(let text):
//       editor.addToHistory(text)
//       evaluate(text)             // asks InterruptFlag.isRaised now and then
//     case .interrupted: continue  // Ctrl-C dropped the entry
//     case .endOfInput: break loop // Ctrl-D
//     }
//   }
//   editor.close()
//
// Three ways to show an entry: in full; plainly, for screen readers (`ACCESSIBLE=1`: neither live colours nor ghost text, and lists
// are printed and stay); and dumb (`TERM=dumb`), where the terminal itself edits lines and no control sequence is ever sent.
