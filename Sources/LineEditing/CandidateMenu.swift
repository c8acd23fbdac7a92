/// A list of candidates below the entry, page by page. It goes away by itself when another key is pressed.
struct CandidateMenu {
  let candidates: [Candidate]
  /// The entry for which it was opened.
  let contents: EditedText
  private var first = 0
  private var shownCount = 0

  init(candidates: [Candidate], contents: EditedText) {
    self.candidates = candidates
    self.contents = contents
  }

  /// Goes on to the next page; from the last one back to the first. A page
  /// that has not been shown yet is not turned.
  mutating func turnPage() {
    first += shownCount
    if first >= candidates.count { first = 0 }
  }

  /// The rows of the current page, at most as many as given. Candidates run down the columns. Where they fit into one column
  /// details stand beside them in full; otherwise details are shortened, and left out before names are.
  mutating func rows(width: Int, height: Int) -> [[ScreenCell]] {
    guard height > 0, width > 1 else { return [] }
    let names = candidates.map { Self.cells($0.display, style: .plain, limit: width - 1) }
    let nameWidth = names.map(\.columns).max() ?? 0
    let detailWidth = candidates.map { Terminal.width(of: $0.detail) }.max() ?? 0
    let fitsOneColumn = candidates.count <= height
    let detailLimit = fitsOneColumn ? width - nameWidth - 3 : min(detailWidth, 24, width - nameWidth - 3)
    let showsDetails = detailWidth > 0 && detailLimit >= 8
    let cellWidth = min(width - 1, nameWidth + (showsDetails ? 2 + min(detailWidth, detailLimit) : 0))
    let columnCount = fitsOneColumn && showsDetails ? 1 : max(1, (width - 1 + 2) / (cellWidth + 2))
    // One row is kept for saying that there is more.
    let fitsOnePage = candidates.count <= columnCount * height
    let rowLimit = fitsOnePage ? height : max(1, height - 1)
    let page = candidates.indices.dropFirst(first).prefix(columnCount * rowLimit)
    shownCount = page.count
    let rowCount = (page.count + columnCount - 1) / columnCount
    var rows: [[ScreenCell]] = []
    for row in 0..<rowCount {
      var cells: [ScreenCell] = []
      for column in 0..<columnCount where column * rowCount + row < page.count {
        let index = page.startIndex + column * rowCount + row
        if column > 0 { cells.append(ScreenCell(blanks: 2)) }
        let start = cells.columns
        cells += names[index]
        if showsDetails, !candidates[index].detail.isEmpty {
          cells.append(ScreenCell(blanks: start + nameWidth + 2 - cells.columns))
          cells += Self.cells(candidates[index].detail, style: .faint, limit: detailLimit)
        }
        cells.append(ScreenCell(blanks: start + cellWidth - cells.columns))
      }
      rows.append(cells)
    }
    if !fitsOnePage, height > 1 {
      let label = "\(first + 1)–\(first + shownCount) of \(candidates.count); Tab for more"
      rows.append(Self.cells(label, style: .faint, limit: width - 1))
    }
    return rows
  }

  /// The cells of a text, cut with an ellipsis where it would be wider than the limit.
  private static func cells(_ text: String, style: TextStyle, limit: Int) -> [ScreenCell] {
    var cells: [ScreenCell] = []
    for character in text {
      let cell = ScreenCell(character.isNewline || character == "\t" ? " " : character, style: style)
      cells.append(cell)
      guard cells.columns > limit else { continue }
      while let last = cells.last, cells.columns + 1 > limit, last.columns > 0 { cells.removeLast() }
      cells.append(ScreenCell("…", style: style))
      break
    }
    return cells
  }
}

extension [ScreenCell] {
  var columns: Int { reduce(0) { $0 + $1.columns } }
}
