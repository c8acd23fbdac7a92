/// Cells as delimited files have them.
enum DelimitedText {
  /// Adds a cell: within marks if it has a delimiter, a mark, a line break or a blank at either end, or if it always shall be.
  static func append(_ cell: [UInt8], to text: inout [UInt8], delimiter: UInt8 = 0x2C, isAlwaysQuoted: Bool = false) {
    let needsMarks =
      isAlwaysQuoted || cell.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } || cell.first == 0x20
      || cell.last == 0x20
    guard needsMarks else {
      text.append(contentsOf: cell)
      return
    }
    text.append(0x22)
    for byte in cell {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte)
    }
    text.append(0x22)
  }
}
