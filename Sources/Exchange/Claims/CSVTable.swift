/// A table of comma-separated values (RFC 4180), with every cell's place. Commas, semicolons or tabs part the cells, whichever the first line
/// has most of; lines end in any of the three ways.
struct CSVTable {
  struct Cell {
    var text: String
    var range: Range<Int>
  }

  /// The rows that aren't empty, with their numbers from 1.
  private(set) var rows: [(number: Int, cells: [Cell])] = []
  private(set) var problems: [ExchangeProblem] = []

  init(_ file: FileText) {
    let bytes = file.bytes
    let separator = Self.separator(of: bytes[file.start...])
    var position = file.start
    var number = 1
    while position < bytes.count {
      var cells: [Cell] = []
      while true {
        let cell = Self.cell(bytes, &position, separator, &problems)
        cells.append(cell)
        guard position < bytes.count, bytes[position] == separator else { break }
        position += 1
      }
      if position < bytes.count {
        position += bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
      }
      if cells.contains(where: { !$0.text.trimmed.isEmpty }) { rows.append((number, cells)) }
      number += 1
    }
  }

  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.prefix { !$0.isLineEnd }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return most == 0 ? 0x2C : candidates[counts.firstIndex(of: most) ?? 0]
  }

  private static func cell(_ bytes: [UInt8], _ position: inout Int, _ separator: UInt8, _ problems: inout [ExchangeProblem])
    -> Cell
  {
    let start = position
    func isEnd(_ offset: Int) -> Bool { offset >= bytes.count || bytes[offset] == separator || bytes[offset].isLineEnd }
    guard position < bytes.count, bytes[position] == 0x22 else {
      while !isEnd(position) { position += 1 }
      return Cell(text: String(decoding: bytes[start..<position], as: UTF8.self), range: start..<position)
    }
    position += 1
    var letters: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { break }
        position += 1
      }
      letters.append(bytes[position])
      position += 1
    }
    if position >= bytes.count {
      problems.append(
        ExchangeProblem(
          "this cell has no closing quotation mark", at: start..<start + 1, "opened here",
          hint: "a quotation mark inside a cell is written twice"))
      return Cell(text: String(decoding: letters, as: UTF8.self), range: start..<position)
    }
    position += 1
    if !isEnd(position) {
      problems.append(
        ExchangeProblem(
          "the cell should end after its quotation mark", at: position..<position + 1, "found here",
          hint: "a quotation mark inside a cell is written twice"))
      while !isEnd(position) { position += 1 }
    }
    return Cell(text: String(decoding: letters, as: UTF8.self), range: start..<position)
  }

  /// A line of cells; those that need quotation marks have them.
  static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsMarks = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0.isLineEnd || $0 == 0x09 }
      guard needsMarks || cell.hasPrefix(" ") || cell.hasSuffix(" ") else { return cell }
      return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }.joined(separator: ",") + "\r\n"
  }
}
