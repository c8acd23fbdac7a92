/// The earlier states of an entry. Letters typed one after the other are one step, as far as the next blank.
struct UndoLog {
  private var steps: [EditedText] = []
  private var latest = EditedText("")
  private var latestWasTyping = false
  private static let limit = 500

  /// Takes note of the entry as it now is; call it before each command and at each pause.
  mutating func note(_ contents: EditedText) {
    guard contents.scalars != latest.scalars else {
      latest = contents
      return
    }
    let typed = contents.scalars.count == latest.scalars.count + 1 && contents.cursor == latest.cursor + 1
    let isBlank = typed && contents.scalars[contents.cursor - 1].properties.isWhitespace
    if !(typed && latestWasTyping && !isBlank) { steps.append(latest) }
    if steps.count > Self.limit { steps.removeFirst(steps.count - Self.limit) }
    latestWasTyping = typed && !isBlank
    latest = contents
  }

  /// The state before the last step; nil when there is none.
  mutating func undo() -> EditedText? {
    guard let previous = steps.popLast() else { return nil }
    latest = previous
    latestWasTyping = false
    return previous
  }
}
