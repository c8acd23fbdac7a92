extension DiagnosticRenderer {
  /// The lines of one file that a diagnostic shows.
  struct PictureGroup {
    var file: SourceFile
    /// The place named above the lines.
    var position: SourcePosition
    var lines: [PictureLine]
  }

  struct PictureLine {
    var number: Int
    /// Indices of the labels that begin on it, by their place.
    var labels: [Int]
  }

  /// The labels by file, in the order in which the files occur, and by line.
  func pictureGroups(of diagnostic: Diagnostic) -> [PictureGroup] {
    var groups: [PictureGroup] = []
    for (index, label) in diagnostic.labels.enumerated() {
      guard let file = sources[label.range.file] else { continue }
      let position = file.position(at: Int(label.range.start))
      let place: Int
      if let known = groups.firstIndex(where: { $0.file === file }) {
        place = known
      } else {
        place = groups.count
        groups.append(PictureGroup(file: file, position: position, lines: []))
      }
      if let line = groups[place].lines.firstIndex(where: { $0.number == position.line }) {
        groups[place].lines[line].labels.append(index)
      } else {
        groups[place].lines.append(PictureLine(number: position.line, labels: [index]))
      }
    }
    for place in groups.indices {
      groups[place].lines.sort { $0.number < $1.number }
      for line in groups[place].lines.indices {
        groups[place].lines[line].labels.sort { diagnostic.labels[$0].range.start < diagnostic.labels[$1].range.start }
      }
    }
    return groups
  }

  func render(_ group: PictureGroup, of diagnostic: Diagnostic, gutter: Int, into text: inout String) {
    let margin = String(repeating: " ", count: gutter + 1)
    text += margin + DisplayText.harmless(group.file.name) + ":\(group.position.line):\(group.position.column)\n"
    var last: Int?
    for line in group.lines {
      if let last, line.number > last + 1 { text += margin + paint(isASCII ? ":" : "⋮", .faint) + "\n" }
      last = line.number
      let row = Row(group.file, line: line.number, around: diagnostic.labels[line.labels[0]].range)
      let marks = line.labels.map {
        Mark(index: $0, label: diagnostic.labels[$0], cells: row.cells(of: diagnostic.labels[$0].range))
      }
      let available = width.map { max(8, $0 - gutter - 3) }
      let number = String(line.number)
      let head = String(repeating: " ", count: gutter - number.utf8.count) + number + " "
      // Where not all labels fit into one clipped line, each has a line of its own.
      for part in parts(marks, available: available, total: row.width) {
        text += paint(head + bar, .faint) + trimmed(" " + row.text(part.window, cut: isASCII ? "~" : "…")) + "\n"
        for mark in part.marks {
          for drawn in draw(mark, window: part.window, severity: diagnostic.severity) {
            text += margin + paint(bar, .faint) + trimmed(" " + drawn) + "\n"
          }
        }
      }
    }
  }

  private var bar: String { isASCII ? "|" : "│" }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  // MARK: Clipping

  /// A label and the cells that it underlines.
  private struct Mark {
    var index: Int
    var label: Diagnostic.Label
    var cells: Range<Int>
  }

  /// The cells of the line that are shown, and what is cut off at its sides.
  struct Window {
    var cells: Range<Int>
    var cutsLeft = false
    var cutsRight = false
  }

  private func parts(_ marks: [Mark], available: Int?, total: Int) -> [(window: Window, marks: [Mark])] {
    guard let available, total > available, let first = marks.first else {
      return [(Window(cells: 0..<max(total, 1)), marks)]
    }
    let start = marks.reduce(first.cells.lowerBound) { min($0, $1.cells.lowerBound) }
    let end = marks.reduce(first.cells.upperBound) { max($0, $1.cells.upperBound) }
    if end - start + 2 <= available || marks.count == 1 {
      return [(window(around: start..<end, available: available, total: total), marks)]
    }
    return marks.map { (window(around: $0.cells, available: available, total: total), [$0]) }
  }

  private func window(around cells: Range<Int>, available: Int, total: Int) -> Window {
    let room = max(0, available - cells.count) / 2
    let left = max(0, min(cells.lowerBound - min(room, cells.lowerBound), max(0, total - available)))
    let start = cells.count + 2 > available ? max(0, cells.lowerBound - 1) : left
    let end = min(total, start + available)
    return Window(cells: start..<max(end, start + 1), cutsLeft: start > 0, cutsRight: end < total)
  }

  /// The underline of a label and its text: beside it, or below where it does not fit.
  private func draw(_ mark: Mark, window: Window, severity: Diagnostic.Severity) -> [String] {
    // What is missing at the end of a line is marked behind it.
    let last = window.cutsRight ? window.cells.count - 1 : window.cells.count
    let start = max(0, min(mark.cells.lowerBound - window.cells.lowerBound, last))
    let end = max(start + 1, min(mark.cells.upperBound - window.cells.lowerBound, last))
    let colour: Paint = mark.index == 0 ? .severity(severity) : .second
    let underline = String(repeating: " ", count: start) + paint(String(repeating: "^", count: end - start), colour)
    let words = DisplayText.harmless(mark.label.text)
    if words.isEmpty { return [underline] }
    guard let width else { return [underline + " " + paint(words, colour)] }
    let room = max(8, width - 4)
    if end + 1 + DisplayText.cells(of: words) <= room { return [underline + " " + paint(words, colour)] }
    let indent = min(start, room / 4)
    return [underline]
      + DisplayText.wrap(words, width: max(8, room - indent)).map { String(repeating: " ", count: indent) + paint($0, colour) }
  }

  // MARK: Rows

  /// One line of a file as it is shown.
  struct Row {
    private var signs: [DisplayText.Sign]
    /// The cell at which each sign begins, and one past the last.
    private var cells: [Int]
    private let end: Int

    /// Of a line that is longer than this many bytes, only the surroundings of the label are read.
    private static let longest = 4_000

    init(_ file: SourceFile, line: Int, around range: SourceRange) {
      var bytes = file.lineTable.range(ofLine: line)
      if bytes.count > Self.longest {
        let start = max(bytes.lowerBound, min(Int(range.start), bytes.upperBound) - Self.longest / 4)
        bytes = start..<min(bytes.upperBound, start + Self.longest)
      }
      var content = file.bytes[bytes]
      while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
      signs = DisplayText.signs(of: content)
      end = content.endIndex
      cells = [0]
      for sign in signs { cells.append((cells.last ?? 0) + sign.cells) }
    }

    var width: Int { cells.last ?? 0 }

    /// The cells of a range of the file; at least one.
    func cells(of range: SourceRange) -> Range<Int> {
      let start = cell(at: Int(range.start))
      let stop = Int(range.end) > end ? width : cell(at: Int(range.end))
      return start..<max(start + 1, stop)
    }

    private func cell(at offset: Int) -> Int {
      var low = 0
      var high = signs.count
      while low < high {
        let middle = (low + high) / 2
        if signs[middle].offset < offset { low = middle + 1 } else { high = middle }
      }
      return cells[low]
    }

    /// The part of the line in a window; a cut side ends in `cut`.
    func text(_ window: Window, cut: String) -> String {
      var text = ""
      var used = window.cells.lowerBound
      for (position, sign) in signs.enumerated() {
        let start = cells[position]
        let stop = start + sign.cells
        if stop <= window.cells.lowerBound && !(sign.cells > 0 && start == window.cells.lowerBound) { continue }
        if stop > window.cells.upperBound { break }
        if start < window.cells.lowerBound { continue }
        // A wide sign that is cut in half leaves a blank.
        if start > used { text += String(repeating: " ", count: start - used) }
        let isCut = (window.cutsLeft && start == window.cells.lowerBound) || (window.cutsRight && stop == window.cells.upperBound)
        text += isCut ? cut + String(repeating: " ", count: max(0, sign.cells - 1)) : sign.shown
        used = stop
      }
      return text
    }
  }
}
