extension TerminalCanvas {
  /// A tree with drawn branches. Rows deeper than the width allows say their level in words instead of being indented further.
  mutating func tree(_ tree: Tree) {
    guard !tree.rows.isEmpty else { return }
    gap()
    if accessible {
      numbered(tree)
      return
    }
    let signs = ascii ? Branches.ascii : Branches.unicode
    let deepest = max(1, width / 6)
    let hasNext = followedBySibling(tree.rows)
    // Whether the ancestor at each depth has a sibling still to come.
    var open: [Bool] = []
    for (row, hasNext) in zip(tree.rows, hasNext) {
      if row.depth < open.count { open.removeSubrange(row.depth...) }
      open.append(hasNext)
      var first = TerminalLine()
      var later = TerminalLine()
      for depth in 1..<max(1, min(row.depth, deepest) + 1) {
        let isOwn = depth == row.depth
        first.append(isOwn ? (hasNext ? signs.fork : signs.last) : (open[depth] ? signs.line : "   "), style: .faint)
        later.append((isOwn ? hasNext : open[depth]) ? signs.line : "   ", style: .faint)
      }
      if row.depth > deepest { first.append("level " + String(row.depth) + ": ", style: .faint) }
      let room = max(1, width - first.width)
      var isFirst = true
      for wrapped in text(row.content).lines(width: room) {
        var line = isFirst ? first : later
        if !isFirst { line.pad(first.width - later.width) }
        line.append(wrapped)
        self.line(line)
        isFirst = false
      }
    }
  }

  /// Rows numbered like the parts of an outline, `1.2.1`.
  private mutating func numbered(_ tree: Tree) {
    var numbers: [Int] = []
    for row in tree.rows {
      if row.depth < numbers.count { numbers.removeSubrange((row.depth + 1)...) } else { numbers.append(0) }
      numbers[row.depth] += 1
      let shown =
        numbers.count > 12
        ? "level " + String(row.depth) + ", " + String(numbers[row.depth])
        : numbers.map { String($0) }.joined(separator: ".")
      var content = TerminalText([], ascii: ascii)
      content.append(shown + ": ", style: .faint)
      content.append(row.content)
      for line in content.lines(width: width) { self.line(line) }
    }
  }

  /// For each row, whether a sibling follows it. One pass from the end.
  private func followedBySibling(_ rows: [TreeRow]) -> [Bool] {
    var result = [Bool](repeating: false, count: rows.count)
    var open: [Bool] = []
    for index in rows.indices.reversed() {
      let depth = rows[index].depth
      if depth < open.count {
        result[index] = open[depth]
        open.removeSubrange((depth + 1)...)
      } else {
        open.append(contentsOf: repeatElement(false, count: depth + 1 - open.count))
      }
      open[depth] = true
    }
    return result
  }
}

/// The signs of a tree, three cells each.
private struct Branches {
  let fork: String
  let last: String
  let line: String

  static let unicode = Branches(fork: "├─ ", last: "└─ ", line: "│  ")
  static let ascii = Branches(fork: "|- ", last: "`- ", line: "|  ")
}
