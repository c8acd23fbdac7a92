/// A figure's cell cut where a column of figures is aligned: `about 17`, `.6`, ` % [3]`.
struct DecimalCell {
  /// Up to the last digit before the decimal point.
  let whole: TerminalLine
  /// The decimal point, the digits after it and a mark that belongs to the number itself.
  let fraction: TerminalLine
  /// Units and marks.
  let tail: TerminalLine

  /// Nil where the cell holds no figure, or more than one.
  init?(_ content: [Inline], ascii: Bool) {
    let runs = inlineRuns(content)
    guard let index = DecimalCell.figure(in: runs) else { return nil }
    let text = visibleLine(runs[index].leaf.words)
    guard let cut = DecimalCell.cuts(in: text) else { return nil }
    func part(_ text: Substring) -> InlineRun {
      var run = runs[index]
      if case .value = run.leaf { run.leaf = .value(String(text), exact: nil) } else { run.leaf = .text(String(text)) }
      return run
    }
    whole = TerminalText(runs[..<index] + [part(text[..<cut.point])], ascii: ascii).singleLine
    var rest = runs[(index + 1)...]
    var number = [part(text[cut.point..<cut.end])]
    if cut.end == text.endIndex, let mark = rest.first, case .softMark = mark.leaf {
      number.append(mark)
      rest = rest.dropFirst()
    }
    fraction = TerminalText(number[...], ascii: ascii, continues: true).singleLine
    tail = TerminalText([part(text[cut.end...])] + rest, ascii: ascii, continues: true).singleLine
  }

  /// The only value among the runs or, where there is none, the only run that is no mark.
  private static func figure(in runs: [InlineRun]) -> Int? {
    var values: [Int] = []
    var others: [Int] = []
    for (index, run) in runs.enumerated() {
      switch run.leaf {
      case .value: values.append(index)
      case .text: others.append(index)
      case .noteMark, .softMark, .conflictMark, .unit: break
      default: others.append(index)
      }
    }
    if !values.isEmpty { return values.count == 1 ? values[0] : nil }
    guard others.count == 1, case .text = runs[others[0]].leaf else { return nil }
    return others[0]
  }

  /// Where the first number of a text has its decimal point (or would have it) and where it ends; of a range, the second number.
  private static func cuts(in text: String) -> (point: String.Index, end: String.Index)? {
    let signs = text.unicodeScalars
    func isDigit(_ index: String.Index) -> Bool {
      index < signs.endIndex && ("0"..."9").contains(signs[index])
    }
    guard var index = signs.firstIndex(where: { ("0"..."9").contains($0) }) else { return nil }
    while true {
      var point = index
      while point < signs.endIndex {
        let next = signs.index(after: point)
        guard isDigit(point) || (signs[point] == "," && isDigit(next)) else { break }
        point = next
      }
      var end = point
      if end < signs.endIndex, signs[end] == ".", isDigit(signs.index(after: end)) {
        end = signs.index(after: end)
        while isDigit(end) { end = signs.index(after: end) }
      }
      guard end < signs.endIndex, signs[end] == "–" || signs[end] == "-", isDigit(signs.index(after: end)) else {
        return (point, end)
      }
      index = signs.index(after: end)
    }
  }
}
