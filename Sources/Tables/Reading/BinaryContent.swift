/// Files that are no text, so that they have no rows to read.
enum BinaryContent {
  /// Formats by the bytes that a file of them begins with, and how their tables get here.
  private static let formats: [(start: [UInt8], name: String, note: String?)] = [
    (
      Array("PK\u{3}\u{4}".utf8), "a workbook or another zip archive",
      "a sheet of a workbook comes in by a pipe: xlsx2csv FILE | cotejo run SCRIPT, with load \"-\""
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], "a workbook or a document of an old office program", "save the sheet as CSV"),
    (Array("%PDF-".utf8), "a PDF", "save its table as CSV with a program that takes tables out of PDFs"),
    (Array("PAR1".utf8), "a Parquet file", "save it as CSV with the program that it comes from"),
    (
      Array("SQLite format 3\0".utf8), "a database of SQLite",
      "a table comes in by a pipe: sqlite3 -csv -header FILE \"select * from TABLE\" | cotejo run SCRIPT, with load \"-\""
    ),
    ([0x89, 0x50, 0x4E, 0x47], "a picture", nil),
    ([0xFF, 0xD8, 0xFF], "a picture", nil),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", nil),
  ]

  /// Why these first bytes of a file are no text; nil where they may be some.
  static func refusal(_ start: [UInt8], name: String) -> TableError? {
    if let format = formats.first(where: { start.starts(with: $0.start) }) {
      return .unreadable("\(name) is \(format.name) and no text", notes: format.note.map { [$0] } ?? [])
    }
    // Control characters that text doesn't have. Bytes of zero are counted apart, as half of UTF-16 is made of them.
    let controls = start.count { $0 < 0x20 && $0 != 0 && !(0x09...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B }
    guard controls >= 8, controls * 50 >= start.count else { return nil }
    return .unreadable("\(name) is no text: \(controls) of its first \(start.count) bytes are control characters")
  }
}
