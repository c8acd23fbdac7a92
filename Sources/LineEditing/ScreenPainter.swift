/// Brings the screen from the last frame to the next with few bytes: rows that are the same are left alone, and of others only
/// what follows the first difference is sent. Knows where the cursor stands relative to the first row of the frame and moves it
/// by that alone, so that it needs no answers from the terminal and works wherever on the screen the entry begins.
struct ScreenPainter {
  private var shown: [ScreenRow] = []
  private var shownWidth = 0
  private var row = 0
  private var column = 0
  private var hasBegun = false
  private var output = ""
  private var style = TextStyle.plain
  var usesColor = true

  /// The control sequences and text that make the screen show a frame.
  mutating func update(to frame: Frame) -> String {
    output = ""
    if !hasBegun {
      output += "\r\u{1b}[J"
      hasBegun = true
      shown = []
      (row, column) = (0, 0)
    } else if frame.width != shownWidth {
      clearAfterResize(to: frame.width)
    }
    shownWidth = frame.width
    for index in frame.rows.indices { show(frame.rows[index], at: index) }
    if shown.count > frame.rows.count {
      move(toRow: frame.rows.count, column: 0)
      output += "\u{1b}[J"
      shown.removeSubrange(frame.rows.count...)
    }
    placeCursor(of: frame)
    return output
  }

  /// Leaves the frame for good: the whole of it is shown, with the cursor on the line below. What did not fit the screen is
  /// printed from its first row, so that it is kept above.
  mutating func finish(with frame: Frame, screenRows: Int) -> String {
    var text = ""
    if frame.rows.count > screenRows {
      output = ""
      move(toRow: 0, column: 0)
      text = output + "\u{1b}[J"
      shown = []
      (row, column) = (0, 0)
    }
    text += update(to: frame)
    output = ""
    move(toRow: frame.rows.count - 1, column: 0)
    forget()
    return text + output + "\r\n"
  }

  /// Forgets what is on the screen: the next frame is painted in full from the cursor's row on.
  mutating func forget() {
    hasBegun = false
    shown = []
  }

  // MARK: Rows

  private mutating func show(_ new: ScreenRow, at index: Int) {
    guard index < shown.count else {
      beginRow(index)
      write(new.cells[...])
      endStyle()
      shown.append(new)
      return
    }
    let old = shown[index]
    shown[index] = new
    guard old.cells != new.cells else { return }
    var same = 0
    // Where terminals disagree about widths, only the beginning of the row is a place that can be moved to.
    if old.isCertain, new.isCertain {
      while same < min(old.cells.count, new.cells.count), old.cells[same] == new.cells[same] { same += 1 }
    }
    move(toRow: index, column: new.cells[..<same].reduce(0) { $0 + $1.columns })
    write(new.cells[same...])
    endStyle()
    // In a full row the cursor waits on the last column, and erasing would take the last cell away.
    if column < shownWidth, old.columns > new.columns || !old.isCertain || !new.isCertain { output += "\u{1b}[K" }
  }

  /// Opens a row below the last one. After a row that was full, the terminal is made to wrap by itself: then it knows that the
  /// two rows are one line, when text is copied or the window gets wider.
  private mutating func beginRow(_ index: Int) {
    guard index > 0 else { return move(toRow: 0, column: 0) }
    let above = shown[index - 1]
    if above.wraps, above.isCertain, above.columns == shownWidth, let last = above.cells.last {
      if !(row == index - 1 && column == shownWidth) {
        move(toRow: index - 1, column: shownWidth - last.columns)
        write([last])
        endStyle()
      }
      output += " \r"
      (row, column) = (index, 0)
    } else {
      move(toRow: index, column: 0)
    }
  }

  private mutating func write(_ cells: ArraySlice<ScreenCell>) {
    for cell in cells {
      if usesColor, cell.style != style {
        style = cell.style
        output += style.controlSequence
      }
      output += cell.text
      column += cell.columns
    }
  }

  private mutating func endStyle() {
    if style != .plain {
      style = .plain
      output += "\u{1b}[0m"
    }
  }

  // MARK: The cursor

  private mutating func placeCursor(of frame: Frame) {
    let target = frame.rows[frame.cursorRow]
    guard !target.isCertain else { return move(toRow: frame.cursorRow, column: frame.cursorColumn) }
    // The terminal itself finds the place, when what stands before it is written once more.
    move(toRow: frame.cursorRow, column: 0)
    var columns = 0
    write(
      target.cells.prefix { cell in
        columns += cell.columns
        return columns <= frame.cursorColumn
      })
    endStyle()
  }

  private mutating func move(toRow target: Int, column targetColumn: Int) {
    if target > row {
      let last = max(row, shown.count - 1)
      if min(target, last) > row { output += "\u{1b}[\(min(target, last) - row)B" }
      if target > last { output += "\r" + String(repeating: "\n", count: target - last) }
      if target > last { column = 0 }
    } else if target < row {
      output += "\u{1b}[\(row - target)A"
    }
    row = target
    guard column != targetColumn || column >= shownWidth else { return }
    output += "\r"
    if targetColumn > 0 { output += "\u{1b}[\(targetColumn)C" }
    column = targetColumn
  }

  /// Most terminals have by now wrapped the rows anew, and moved the cursor with its cell. Climbs to where the first row must be
  /// under that assumption, and clears all from there.
  private mutating func clearAfterResize(to width: Int) {
    var climb = 0
    var line = 0
    for index in 0..<min(row, shown.count) {
      line += shown[index].columns
      if !shown[index].wraps {
        climb += max(1, (line + width - 1) / width)
        line = 0
      }
    }
    climb += (line + min(column, max(0, shownWidth - 1))) / width
    output += "\r"
    if climb > 0 { output += "\u{1b}[\(climb)A" }
    output += "\u{1b}[J"
    shown = []
    (row, column) = (0, 0)
  }
}
