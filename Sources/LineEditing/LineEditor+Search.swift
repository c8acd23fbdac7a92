import CLineEditor

/// A search through the history while its pattern is being typed.
struct HistorySearch {
  var pattern = ""
  /// The entry that is shown and where the pattern stands in it, in UTF-8 bytes.
  var match: (index: Int, range: Range<Int>)?
  var hasFailed = false
}

/// Ctrl-R.
extension LineEditor {
  /// Reads a pattern and shows the newest entry that contains it, then older ones with Ctrl-R and newer ones with Ctrl-S.
  /// Ctrl-G leaves things as they were; any other key takes the entry over and then does what it does.
  func searchHistory(_ buffer: EditBuffer) {
    search = HistorySearch()
    while let key = nextSearchKey() {
      switch key {
      case "\u{12}": look(backwards: true, beyondMatch: true)
      case "\u{13}": look(backwards: false, beyondMatch: true)
      case "\u{7F}", "\u{8}":
        if search?.pattern.isEmpty == false { search?.pattern.removeLast() }
        search?.match = nil
        look(backwards: true, beyondMatch: false)
      case "\u{7}":
        search = nil
        return
      case _ where key.value >= 0x20:
        search?.pattern.unicodeScalars.append(key)
        look(backwards: true, beyondMatch: false)
      default:
        takeMatch(buffer)
        // Read again, by libedit, as the key that it is.
        isAfterEscape = key == "\u{1b}"
        el_wpush(buffer.handle, [wchar_t(bitPattern: key.value), 0])
        return
      }
    }
  }

  private func nextSearchKey() -> Unicode.Scalar? {
    guard case .character(let key) = readCharacter() else { return nil }
    return key
  }

  private func look(backwards: Bool, beyondMatch: Bool) {
    guard var search else { return }
    let step = backwards ? -1 : 1
    let start = search.match.map { $0.index + (beyondMatch ? step : 0) } ?? history.entries.count - 1
    let shown = search.match.map { history.entries[$0.index] }
    var found = history.search(search.pattern, from: start, backwards: backwards)
    // The same entry again, entered at another time, would look as if nothing happened.
    while beyondMatch, let candidate = found, history.entries[candidate.index] == shown {
      found = history.search(search.pattern, from: candidate.index + step, backwards: backwards)
    }
    search.hasFailed = found == nil && !search.pattern.isEmpty
    if let found { search.match = found }
    self.search = search
  }

  private func takeMatch(_ buffer: EditBuffer) {
    defer { search = nil }
    guard let match = search?.match else { return }
    let entry = history.entries[match.index]
    buffer.replaceAll(with: entry)
    recall = Recall(index: match.index, typed: "", prefix: "", shown: entry)
  }
}
