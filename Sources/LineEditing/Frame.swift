/// What the editor wants to stand on the screen: rows, and the cursor in one of them. Made from text by appending; wraps at the
/// width of the terminal, never inside a grapheme.
struct Frame: Hashable {
  let width: Int
  private(set) var rows: [ScreenRow] = [ScreenRow()]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private var column = 0
  /// Where tab stops are counted from: the end of the prompt or gutter.
  private var tabOrigin = 0

  init(width: Int) { self.width = max(2, width) }

  /// Puts the cursor where the next cell will go.
  mutating func placeCursor() {
    // At the edge the next cell will go to the next row, and so the cursor stands there.
    if column >= width { wrap() }
    cursorRow = rows.count - 1
    cursorColumn = column
  }

  /// Text that belongs to the display, such as a prompt; line breaks in it are blanks.
  mutating func append(label: some StringProtocol, style: TextStyle) {
    for character in label { append(character.isNewline || character == "\t" ? " " : character, style: style) }
    tabOrigin = column
  }

  mutating func append(_ character: Character, style: TextStyle) {
    if character == "\t" {
      append(ScreenCell(blanks: min(8 - max(0, column - tabOrigin) % 8, max(1, width - column)), style: style))
    } else {
      append(ScreenCell(character, style: style))
    }
  }

  mutating func append(_ cell: ScreenCell) {
    guard cell.columns <= width else {
      // A stand-in such as `<U+202E>` on a very narrow screen: it is ASCII, and may be split.
      for character in cell.text.prefix(4 * width) { append(ScreenCell(character, style: cell.style)) }
      return
    }
    if column + cell.columns > width { wrap() }
    rows[rows.count - 1].cells.append(cell)
    column += cell.columns
  }

  mutating func breakLine() {
    rows.append(ScreenRow())
    column = 0
    tabOrigin = 0
  }

  /// The columns that are left in the last row.
  var room: Int { max(0, width - column) }

  /// The part of the frame that fits a screen, with the cursor in it. `top` is the first row shown last time, so that the part
  /// moves no more than it must.
  func fitting(rows height: Int, from top: inout Int) -> Frame {
    let height = max(1, height)
    guard rows.count > height else {
      top = 0
      return self
    }
    top = min(max(top, cursorRow - height + 1), cursorRow, rows.count - height)
    var part = self
    part.rows = Array(rows[top..<(top + height)])
    part.cursorRow = cursorRow - top
    return part
  }

  private mutating func wrap() {
    rows[rows.count - 1].wraps = true
    breakLine()
  }
}
