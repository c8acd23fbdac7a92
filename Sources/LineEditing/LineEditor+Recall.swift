/// A walk through the history: where it stands, what was typed before it began, and what it shows.
struct Recall {
  var index: Int
  let typed: String
  let prefix: String
  var shown: String
}

/// Bringing back earlier entries.
extension LineEditor {
  func moveUp(_ buffer: EditBuffer, _ contents: EditedText) {
    if let above = contents.lineAbove {
      buffer.moveCursor(to: above)
    } else {
      recallEntry(buffer, contents, backwards: true)
    }
  }

  func moveDown(_ buffer: EditBuffer, _ contents: EditedText) {
    if let below = contents.lineBelow {
      buffer.moveCursor(to: below)
    } else {
      recallEntry(buffer, contents, backwards: false)
    }
  }

  /// Shows the next older or newer entry that begins with what was typed before the cursor. After the newest one comes what was
  /// typed.
  func recallEntry(_ buffer: EditBuffer, _ contents: EditedText, backwards: Bool) {
    let text = contents.text
    var recall: Recall
    if let current = self.recall, current.shown == text {
      recall = current
    } else {
      guard backwards else { return }
      recall = Recall(index: history.entries.count, typed: text, prefix: contents.textBeforeCursor, shown: text)
    }
    let found =
      backwards
      ? history.entry(before: recall.index, beginningWith: recall.prefix, otherThan: recall.shown)
      : history.entry(after: recall.index, beginningWith: recall.prefix, otherThan: recall.shown)
    if let found {
      recall.index = found
      recall.shown = history.entries[found]
    } else if !backwards {
      recall.index = history.entries.count
      recall.shown = recall.typed
    } else {
      return
    }
    buffer.replaceAll(with: recall.shown)
    self.recall = recall
  }
}
