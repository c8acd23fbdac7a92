import Glibc

/// Walks rows byte by byte, with all that quoting allows: line breaks within marks, doubled marks, marks in the middle of an unquoted
/// cell (which then are text), text after a closing mark.
struct RecordReader {
  /// Stands for no quoting: a byte that UTF-8 never has.
  static let noQuote: UInt8 = 0xFF

  let bytes: UnsafeRawBufferPointer
  let delimiter: UInt8
  let quote: UInt8
  /// Where the next row begins.
  var offset: Int
  /// The cells of the row last read: ranges of bytes, marks included.
  private(set) var cells: [Range<Int>] = []
  /// Where the row last read begins.
  private(set) var start = 0
  /// Where the mark stands that nothing closes, if the row last read has one.
  private(set) var unclosedMark: Int?
  /// Whether the row last read was ended by a line break and not by the end of the bytes.
  private(set) var isEnded = false

  init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, quote: UInt8, from offset: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.quote = quote
    self.offset = offset
  }

  /// Whether the row last read is an empty line, which is no row.
  var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }

  /// Reads the next row; false at the end.
  mutating func next() -> Bool {
    guard offset < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    start = offset
    unclosedMark = nil
    isEnded = false
    while true {
      let begin = offset
      if begin < bytes.count, bytes[begin] == quote { skipQuoted() }
      while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A { offset += 1 }
      if offset < bytes.count, bytes[offset] == delimiter {
        cells.append(begin..<offset)
        offset += 1
        continue
      }
      var end = offset
      if offset < bytes.count {
        isEnded = true
        offset += 1
      }
      if end > begin, bytes[end - 1] == 0x0D, unclosedMark == nil { end -= 1 }
      cells.append(begin..<end)
      return true
    }
  }

  /// Goes past a quoted part that begins here.
  private mutating func skipQuoted() {
    let mark = offset
    offset += 1
    while let base = bytes.baseAddress, offset < bytes.count,
      let found = memchr(base + offset, Int32(quote), bytes.count - offset)
    {
      offset = UnsafeRawPointer(found) - base + 1
      guard offset < bytes.count, bytes[offset] == quote else { return }
      offset += 1
    }
    offset = bytes.count
    unclosedMark = mark
  }
}

/// What a cell holds, without its marks.
enum CellBytes {
  /// The cell's text, with marks taken off and doubled ones made single.
  static func string(_ cell: UnsafeRawBufferPointer, quote: UInt8) -> String {
    String(decoding: bytes(cell, quote: quote), as: UTF8.self)
  }

  /// The same as bytes.
  static func bytes(_ cell: UnsafeRawBufferPointer, quote: UInt8) -> [UInt8] {
    guard cell.count > 1, cell[0] == quote else { return unwrapped(Array(cell)) }
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    var index = 1
    while index < cell.count {
      if cell[index] != quote {
        text.append(cell[index])
        index += 1
        continue
      }
      guard index + 1 < cell.count, cell[index + 1] == quote else {
        // The closing mark; what follows it is kept as it stands.
        text.append(contentsOf: cell[(index + 1)...])
        break
      }
      text.append(quote)
      index += 2
    }
    return unwrapped(text)
  }

  /// Whether anything but blanks follows the closing mark of a cell: then a mark was opened and not closed somewhere before.
  static func goesOnAfterMark(_ cell: UnsafeRawBufferPointer, quote: UInt8) -> Bool {
    guard cell.count > 1, cell[0] == quote else { return false }
    var index = 1
    while index < cell.count {
      if cell[index] != quote {
        index += 1
      } else if index + 1 < cell.count, cell[index + 1] == quote {
        index += 2
      } else {
        return cell[(index + 1)...].contains { $0 > 0x20 }
      }
    }
    return false
  }

  /// Whether a cell is a spreadsheet's formula for a constant: `="01"`.
  static func isFormula(_ text: [UInt8]) -> Bool {
    text.count >= 3 && text[0] == 0x3D && text[1] == 0x22 && text[text.count - 1] == 0x22
  }

  private static func unwrapped(_ text: [UInt8]) -> [UInt8] {
    isFormula(text) ? Array(text[2..<(text.count - 1)]) : text
  }
}
