/// Tab, and what the hint offers.
extension LineEditor {
  /// Inserts what all candidates have in common; when that is nothing new, lists them, and after that shows the next page of the
  /// list. In the blank beginning of a further line it indents.
  func complete(_ buffer: EditBuffer, _ contents: EditedText) {
    if var menu, menu.contents == contents {
      menu.turnPage()
      self.menu = menu
      return
    }
    menu = nil
    if contents.isEmpty, takeHint(buffer, contents) { return }
    if contents.lineStart > 0, contents.lineBeforeCursor.allSatisfy({ $0 == " " }) {
      buffer.insert("  ")
      return
    }
    let list = delegate.completions(in: contents.text, at: contents.utf8Offset(of: contents.cursor))
    let start = contents.position(ofUTF8: list.replacement.lowerBound)
    let range = start..<max(start, contents.position(ofUTF8: list.replacement.upperBound))
    let typed = EditedText.string(contents.scalars[range])
    guard let first = list.candidates.first else { return }
    if list.candidates.count == 1 {
      if first.text != typed { buffer.replace(range, with: first.text) }
      return
    }
    let common = Self.commonPrefix(of: list.candidates.map(\.text))
    if common.count > typed.count, Self.continues(typed, common) {
      buffer.replace(range, with: common)
    } else if configuration.display == .full {
      menu = CandidateMenu(candidates: list.candidates, contents: contents)
    } else {
      printCandidates(list.candidates)
    }
  }

  /// Lists candidates line by line above the entry, for readers that cannot follow a list which comes and goes.
  private func printCandidates(_ candidates: [Candidate]) {
    leaveScreen()
    let limit = 50
    var text = ""
    for candidate in candidates.prefix(limit) {
      text += candidate.display + (candidate.detail.isEmpty ? "" : ": " + candidate.detail) + "\r\n"
    }
    if candidates.count > limit { text += "and \(candidates.count - limit) more\r\n" }
    send(text)
    enterScreen()
  }

  static func commonPrefix(of texts: [String]) -> String {
    guard var common = texts.first.map(Array.init) else { return "" }
    for text in texts.dropFirst() {
      common = zip(common, text).prefix { $0 == $1 }.map(\.0)
    }
    return String(common)
  }

  /// Whether a text goes on from what was typed. Case and accents need not have been typed.
  private static func continues(_ typed: String, _ text: String) -> Bool {
    zip(typed, text).allSatisfy { $0 == $1 || $0.lowercased() == $1.lowercased() || ($0.isLetter && $1.isLetter && !$1.isASCII) }
  }

  // MARK: Hints

  /// What is shown faintly behind the entry.
  func hint(for contents: EditedText) -> String? {
    guard configuration.display == .full, configuration.usesColor, contents.isCursorAtEnd, search == nil else { return nil }
    let text = contents.text
    let hint = delegate.hint(after: text) ?? hintFromHistory(text)
    return hint?.isEmpty == false ? hint : nil
  }

  private func hintFromHistory(_ text: String) -> String? {
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    let bytes = text.utf8
    guard let entry = history.entries.last(where: { $0.utf8.count > bytes.count && $0.utf8.starts(with: bytes) }) else {
      return nil
    }
    return String(entry.utf8.dropFirst(bytes.count))
  }

  /// Makes the hint, or its first word, part of the entry; false when there is none.
  func takeHint(_ buffer: EditBuffer, _ contents: EditedText, onlyWord: Bool = false) -> Bool {
    guard let hint = hint(for: contents) else { return false }
    let scalars = Array(hint.unicodeScalars)
    let end = onlyWord ? EditedText(scalars: scalars, cursor: 0).wordEnd : scalars.count
    return buffer.insert(EditedText.string(scalars[..<end]))
  }
}
