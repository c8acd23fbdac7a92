/// What a terminal would show: enough of a VT100 with automatic wrapping to judge what the editor sends. It counts widths
/// character by character, as older terminals do, so that a joined emoji takes more columns here than the editor believes.
/// Anything that it does not know is noted in `unknown`.
public struct ScreenModel {
  struct Cell: Hashable {
    var text: String
    var style: String
    /// The second column of a wide character holds an empty text.
    static let blank = Cell(text: " ", style: "")
  }

  public private(set) var columns: Int
  public private(set) var rows: Int
  /// Everything from the first row that was ever written; the screen is the last `rows` of it.
  private var lines: [[Cell]] = [[]]
  private var wrapped: [Bool] = [false]
  private var row = 0
  public private(set) var column = 0
  private var isWrapPending = false
  private var style = ""
  public private(set) var modes: Set<String> = []
  public private(set) var unknown: [String] = []
  private var pending: [UInt8] = []

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// All lines, scrolled away or on the screen, without blanks at their ends and without empty ones at the end.
  public var text: [String] {
    var result = lines.map { line in
      var text = line.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while result.last == "" { result.removeLast() }
    return result
  }

  /// The row of the cursor, counted like `text`.
  public var cursorRow: Int { row }

  /// The style of the first cell that shows a text.
  public func style(of text: String) -> String? {
    for line in lines {
      for start in line.indices where line[start...].map(\.text).joined().hasPrefix(text) { return line[start].style }
    }
    return nil
  }

  private var top: Int { max(0, lines.count - rows) }

  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    // An unfinished character or sequence waits for its rest.
    while let length = lengthOfNext() {
      take(String(decoding: pending[..<length], as: UTF8.self))
      pending.removeFirst(length)
    }
  }

  /// The terminal gets another width: lines that were wrapped are wrapped anew, and the cursor stays with its cell.
  public mutating func resize(columns newColumns: Int) {
    var newLines: [[Cell]] = []
    var newWrapped: [Bool] = []
    var newRow = 0
    var newColumn = 0
    var index = 0
    while index < lines.count {
      var logical: [Cell] = []
      var cursor: Int?
      var isLast = false
      while !isLast {
        if index == row { cursor = logical.count + column }
        isLast = !wrapped[index] || index == lines.count - 1
        logical += isLast ? lines[index] : lines[index] + Array(repeating: .blank, count: max(0, columns - lines[index].count))
        index += 1
      }
      let first = newLines.count
      for start in stride(from: 0, to: max(1, logical.count), by: newColumns) {
        newLines.append(Array(logical[start..<min(logical.count, start + newColumns)]))
        newWrapped.append(start + newColumns < logical.count)
      }
      if let cursor {
        newRow = min(first + cursor / newColumns, newLines.count - 1)
        newColumn = cursor - (newRow - first) * newColumns
      }
    }
    (lines, wrapped, row, column, columns) = (newLines, newWrapped, newRow, min(newColumn, newColumns - 1), newColumns)
    isWrapPending = false
  }

  // MARK: Parsing

  private func lengthOfNext() -> Int? {
    guard let first = pending.first else { return nil }
    if first == 0x1B {
      guard pending.count > 1 else { return nil }
      guard pending[1] == UInt8(ascii: "[") else { return 2 }
      return pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return pending.count >= length ? length : nil
  }

  private mutating func take(_ item: String) {
    switch item {
    case "\r": (column, isWrapPending) = (0, false)
    case "\n":
      isWrapPending = false
      down()
    case "\u{8}": column = max(0, column - 1)
    case "\u{7}": break
    case _ where item.hasPrefix("\u{1b}["): control(String(item.dropFirst(2).dropLast()), item.last ?? " ")
    case _ where item.hasPrefix("\u{1b}"): unknown.append(item)
    default: print(item)
    }
  }

  private mutating func control(_ parameters: String, _ final: Character) {
    let number = Int(parameters) ?? 0
    isWrapPending = isWrapPending && "mhl".contains(final)
    switch final {
    case "A": row = max(top, row - max(1, number))
    case "B": row = min(lines.count - 1, row + max(1, number))
    case "C": column = min(columns - 1, column + max(1, number))
    case "D": column = max(0, column - max(1, number))
    case "H" where parameters.isEmpty: (row, column) = (top, 0)
    case "K" where parameters.isEmpty: lines[row].removeSubrange(min(column, lines[row].count)...)
    case "J" where parameters.isEmpty:
      lines[row].removeSubrange(min(column, lines[row].count)...)
      for below in (row + 1)..<max(row + 1, lines.count) { lines[below] = [] }
    case "J" where number == 2: for visible in top..<lines.count { lines[visible] = [] }
    case "m": style = parameters == "0" ? "" : parameters
    case "h": modes.insert(parameters)
    case "l": modes.remove(parameters)
    default: unknown.append("\u{1b}[" + parameters + String(final))
    }
  }

  // MARK: Printing

  private mutating func print(_ text: String) {
    guard let scalar = text.unicodeScalars.first, scalar.value >= 0x20 else { return unknown.append(text) }
    let width = Self.width(of: scalar)
    guard width > 0 else {
      let before = isWrapPending ? columns - 1 : column - 1
      let place = before > 0 && before < lines[row].count && lines[row][before].text.isEmpty ? before - 1 : before
      if lines[row].indices.contains(place) { lines[row][place].text += text }
      return
    }
    if isWrapPending || column + width > columns {
      wrapped[row] = true
      (column, isWrapPending) = (0, false)
      down()
    }
    while lines[row].count < column + width { lines[row].append(.blank) }
    lines[row][column] = Cell(text: text, style: style)
    if width == 2 { lines[row][column + 1] = Cell(text: "", style: style) }
    column += width
    if column >= columns { (column, isWrapPending) = (columns - 1, true) }
  }

  private mutating func down() {
    row += 1
    if row == lines.count {
      lines.append([])
      wrapped.append(false)
    }
  }

  public static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200D, 0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xFF00...0xFF60, 0x1F300...0x1FAFF: 2
    default: 1
    }
  }
}
