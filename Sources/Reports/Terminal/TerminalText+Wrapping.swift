extension TerminalText {
  /// The text in lines of at most `width` cells, filled greedily. A word longer than a line is broken after a sign where one may
  /// break (`/`, `-`, `_`), else between graphemes; no grapheme is split, so one of two cells stands alone where `width` is 1.
  /// At least one line, if an empty one. Lines after the first have `indent` cells less.
  func lines(width full: Int, indent: Int = 0) -> [TerminalLine] {
    var lines: [TerminalLine] = []
    var line = TerminalLine()
    var width = full
    for word in words {
      let gap = line.width > 0 && word.followsBlank ? 1 : 0
      if line.width + gap + word.width <= width {
        line.append(word, afterBlank: gap > 0)
        continue
      }
      if line.width > 0 {
        lines.append(line)
        line = TerminalLine()
        width = full - indent
      }
      if word.width <= width {
        line.append(word, afterBlank: false)
      } else {
        fill(&line, &lines, with: word, width: width, later: full - indent)
        if !lines.isEmpty { width = full - indent }
      }
    }
    if line.width > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  private func fill(_ line: inout TerminalLine, _ lines: inout [TerminalLine], with word: TerminalWord, width: Int, later: Int) {
    var pending: [(character: Character, width: Int, style: TerminalStyle)] = []
    var pendingWidth = 0
    var mayBreakAfter = 0
    var width = width
    func flush(_ count: Int) -> TerminalLine {
      var result = TerminalLine()
      for item in pending[..<count] { result.append(TerminalPiece(String(item.character), width: item.width, style: item.style)) }
      return result
    }
    for piece in word.pieces {
      for character in piece.text {
        let cells = cellWidth(character)
        while pendingWidth + cells > width, !pending.isEmpty {
          let count = mayBreakAfter > 0 ? mayBreakAfter : pending.count
          let full = flush(count)
          lines.append(full)
          pending.removeFirst(count)
          pendingWidth -= full.width
          mayBreakAfter = 0
          width = later
        }
        pending.append((character, cells, piece.style))
        pendingWidth += cells
        if breakableSigns.contains(character) { mayBreakAfter = pending.count }
      }
    }
    line = flush(pending.count)
  }
}

private let breakableSigns: Set<Character> = ["/", "-", "_", "–", "&", "=", "?"]
