/// Writes rows for others to read, with all digits: CSV, TSV, JSON lines, Markdown.
///
/// A text that a spreadsheet would take for a formula (`=`, `+`, `-` or `@` first, or a tab) gets an apostrophe before it in CSV and TSV,
/// so that opening the file runs nothing. Numbers are written as they are.
public struct TableWriter: Sendable {
  private let writers: [CellWriter]
  private let format: TableFormat
  private let names: [String]

  public init(_ schema: Schema, format: TableFormat) {
    writers = CellWriter.writers(schema)
    self.format = format
    names = DelimitedFinder.distinctNames(writers.map(\.name))
  }

  /// All of a table.
  public static func bytes(_ table: Table, format: TableFormat) -> [UInt8] {
    let writer = TableWriter(table.schema, format: format)
    return table.chunks.reduce(into: writer.header()) { $0 += writer.rows($1) }
  }

  /// What comes before the rows.
  public func header() -> [UInt8] {
    switch format {
    case .csv, .tsv: return line(names.map { CellWriter.Cell.text($0) })
    case .jsonLines: return []
    case .markdown:
      let isNumber = writers.map { [.integer, .real, .quantity].contains($0.description.type) }
      let rule = isNumber.map { $0 ? "---:" : "---" }.joined(separator: " | ")
      return line(names.map { CellWriter.Cell.text($0) }) + Array("| \(rule) |\n".utf8)
    }
  }

  /// The rows of a chunk, which has the schema's columns.
  public func rows(_ columns: [Column]) -> [UInt8] {
    let count = columns.first?.count ?? 0
    guard writers.allSatisfy({ columns.indices.contains($0.column) && columns[$0.column].count == count }) else { return [] }
    var bytes: [UInt8] = []
    for row in 0..<count {
      let cells = writers.map { $0.cell(columns[$0.column], row) }
      bytes += format == .jsonLines ? object(cells) : line(cells)
    }
    return bytes
  }

  private func line(_ cells: [CellWriter.Cell]) -> [UInt8] {
    var bytes: [UInt8] = []
    let delimiter: UInt8 = format == .tsv ? 0x09 : 0x2C
    if format == .markdown { bytes += Array("| ".utf8) }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes += format == .markdown ? Array(" | ".utf8) : [delimiter] }
      switch cell {
      case .missing: break
      case .number(let text), .word(let text): bytes += Array(text.utf8)
      case .endless(let isBelow): bytes += Array((isBelow ? "-inf" : "inf").utf8)
      case .text(let text):
        if format == .markdown {
          bytes += Self.markdown(text)
        } else {
          DelimitedText.append(Self.harmless(text), to: &bytes, delimiter: delimiter)
        }
      }
    }
    // A row of one missing cell would be a blank line, which is no row.
    if bytes.isEmpty { bytes = [0x22, 0x22] }
    return bytes + Array(format == .markdown ? " |\n".utf8 : "\n".utf8)
  }

  /// With an apostrophe before what a spreadsheet would run; a mark of the missing such as `-` isn't that.
  private static func harmless(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first), bytes.count > 1 else { return bytes }
    return [0x27] + bytes
  }

  private static func markdown(_ text: String) -> [UInt8] {
    text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x7C: [0x5C, 0x7C]
      case 0x5C: [0x5C, 0x5C]
      case ..<0x20: [0x20]
      default: [byte]
      }
    }
  }

  private func object(_ cells: [CellWriter.Cell]) -> [UInt8] {
    var bytes: [UInt8] = [0x7B]
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      Self.appendString(names[index], to: &bytes)
      bytes.append(0x3A)
      switch cell {
      case .missing: bytes += Array("null".utf8)
      case .number(let text), .word(let text): bytes += Array(text.utf8)
      case .text(let text): Self.appendString(text, to: &bytes)
      case .endless(let isBelow): Self.appendString(isBelow ? "-inf" : "inf", to: &bytes)
      }
    }
    return bytes + [0x7D, 0x0A]
  }

  private static func appendString(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case ..<0x20, 0x7F: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
