/// The commands that change the text.
extension LineEditor {
  // MARK: Enter

  /// Runs the entry when it is complete; otherwise starts a new line. Two empty lines at the end say that the user has had
  /// enough: the entry goes as it is, and whoever parses it can say what is still open.
  func enter(_ buffer: EditBuffer, _ contents: EditedText) {
    // The second half of a pasted CR LF.
    if latestCharacter == "\n", previousCharacter == "\r", charactersSincePause > 1 { return }
    let text = contents.text
    if let entry = runnableEntry(text) { conclude(.entry(entry)) } else { insertLineBreak(buffer, contents) }
  }

  /// What Enter would run; nil when the text is incomplete and goes on.
  func runnableEntry(_ text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) || delegate.completeness(of: text) == .complete { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hasEnough = lines.count > 2 && lines.suffix(2).allSatisfy { $0.allSatisfy(\.isWhitespace) }
    return hasEnough ? text.trimmingTrailingBlankLines : nil
  }

  /// Starts a new line, indented as deep as brackets are open before the cursor. What comes in one go, as from a terminal that
  /// does not mark pastes, brings its own indentation.
  func insertLineBreak(_ buffer: EditBuffer, _ contents: EditedText) {
    let indentation = isInputWaiting ? 0 : indentation(after: contents.textBeforeCursor)
    buffer.insert("\n" + String(repeating: " ", count: indentation))
  }

  /// A closing bracket at the beginning of a line moves to the indentation of the line that it closes.
  func closeBracket(_ bracket: Character, _ buffer: EditBuffer, _ contents: EditedText) {
    let start = contents.lineStart
    guard !isInputWaiting, start > 0, contents.lineBeforeCursor.allSatisfy({ $0 == " " }) else {
      buffer.insert(String(bracket))
      return
    }
    let closed = EditedText.string(contents.scalars[..<start]) + String(bracket)
    let blanks = min(indentation(after: closed), contents.cursor - start)
    buffer.replace(start..<contents.cursor, with: String(repeating: " ", count: blanks) + String(bracket))
  }

  private func indentation(after text: String) -> Int {
    guard case .incomplete(let indentation, _) = delegate.completeness(of: text) else { return 0 }
    return min(max(0, indentation), 64)
  }

  /// The innermost bracket that the delegate calls open; nil when none is.
  func openBracket(of text: String) -> String? {
    guard case .incomplete(_, let open) = delegate.completeness(of: text) else { return nil }
    return open
  }

  // MARK: Killing and bringing back

  /// Deletes a range and keeps its text for `yank`; what is deleted in several steps at one place is kept as one text.
  func kill(_ range: Range<Int>, _ buffer: EditBuffer, _ contents: EditedText) {
    guard !range.isEmpty else { return }
    let text = EditedText.string(contents.scalars[range])
    if contents != contentsAfterKill {
      killed = text
    } else if range.upperBound == contents.cursor {
      killed = text + killed
    } else {
      killed += text
    }
    buffer.replace(range, with: "")
    contentsAfterKill = buffer.contents
  }

  func changeWord(_ buffer: EditBuffer, _ contents: EditedText, by change: (String) -> String) {
    let range = contents.cursor..<contents.wordEnd
    buffer.replace(range, with: change(EditedText.string(contents.scalars[range])))
  }

  /// Exchanges the graphemes before and at the cursor; at the end of a line the last two.
  func transpose(_ buffer: EditBuffer, _ contents: EditedText) {
    let isAtEnd = contents.cursor == contents.lineEnd
    let middle = EditedText(scalars: contents.scalars, cursor: isAtEnd ? contents.previousGrapheme : contents.cursor)
    guard middle.cursor > contents.lineStart, middle.cursor < contents.lineEnd else { return }
    let first = contents.scalars[middle.previousGrapheme..<middle.cursor]
    let second = contents.scalars[middle.cursor..<middle.nextGrapheme]
    buffer.replace(first.startIndex..<second.endIndex, with: EditedText.string(second) + EditedText.string(first))
  }

  func undo(_ buffer: EditBuffer) {
    guard let previous = undoLog.undo() else { return }
    buffer.replaceAll(with: previous.text)
    buffer.moveCursor(to: previous.cursor)
  }

  // MARK: Pasting

  /// Reads up to the end of a paste and inserts it at once. Line ends become newlines, and those at the very end are left out, so
  /// that the text can still be looked at before Enter. A paste whose end never comes is inserted after a pause; one
  /// that would make the entry too long is refused with a bell.
  func paste(_ buffer: EditBuffer, endedBy marks: [String]) {
    var pasted: [Unicode.Scalar] = []
    let marks = marks.map { Array($0.unicodeScalars) }
    while case .character(let next) = readCharacter(within: 2000) {
      pasted.append(next)
      if let mark = marks.first(where: { pasted.count >= $0.count && pasted.suffix($0.count).elementsEqual($0) }) {
        pasted.removeLast(mark.count)
        break
      }
    }
    guard result == nil else { return }
    if !buffer.insert(Self.normalizedPaste(pasted)) { send("\u{7}") }
  }

  static func normalizedPaste(_ pasted: [Unicode.Scalar]) -> String {
    var lines: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in pasted {
      if scalar == "\r" {
        lines.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        lines.append(scalar)
      }
      previous = scalar
    }
    while lines.last == "\n" { lines.removeLast() }
    return EditedText.string(lines[...])
  }

  /// Some terminals lose the beginning of the marks around a paste, so that `00~` and `01~` arrive as if typed
  /// (microsoft/terminal#14258). Nobody types them in one go.
  func typeTilde(_ buffer: EditBuffer, _ contents: EditedText) {
    for (stray, isOpening) in [("200", true), ("201", false), ("00", true), ("01", false)]
    where charactersSincePause > stray.count {
      let before = Array(stray.unicodeScalars)
      let start = contents.cursor - before.count
      guard start >= 0, contents.scalars[start..<contents.cursor].elementsEqual(before) else { continue }
      if start > 0, contents.scalars[start - 1].properties.numericType != nil { continue }
      buffer.replace(start..<contents.cursor, with: "")
      if isOpening { paste(buffer, endedBy: ["01~", "\u{1b}[201~"]) }
      return
    }
    buffer.insert("~")
  }
}
