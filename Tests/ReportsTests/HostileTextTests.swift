@testable import Reports
import Testing

@Suite struct HostileTextTests {
  @Test(arguments: Hostile.texts) func terminal(text: String) {
    let document = Hostile.document(text)
    for (width, ascii, accessible) in [(20, false, false), (37, true, false), (60, false, true), (150, false, false)] {
      let plain = TerminalRenderer(width: width, ascii: ascii, accessible: accessible).render(document)
      #expect(!hasControls(plain))
      if ascii { #expect(plain.utf8.allSatisfy { $0 < 0x80 }) }
      let widest = plain.split(separator: "\n").map { cellWidth($0) }.max() ?? 0
      #expect(widest <= width)
      if width == 60 {
        let colored = TerminalRenderer(width: width, color: true, accessible: accessible).render(document)
        #expect(withoutColor(colored) == plain)
      }
    }
  }

  @Test(arguments: Hostile.texts) func html(text: String) {
    let checker = HTMLChecker(HTMLRenderer().render(Hostile.document(text)))
    #expect(checker.problems == [])
    #expect(checker.tags["script"] == nil && checker.tags["img"] == nil)
    #expect(!hasControls(checker.text))
  }

  @Test(arguments: Hostile.texts) func markdown(text: String) {
    let rendered = MarkdownRenderer().render(Hostile.document(text))
    #expect(!hasControls(rendered))
    // In code, tags are text; elsewhere only the renderer's own empty comment, its link targets and nothing else may open one.
    var rest = rendered[...]
    while let start = rest.firstIndex(of: "<") {
      let isEscaped = start > rendered.startIndex && rendered[rendered.index(before: start)] == "\\"
      let line = rendered[start...].prefix { $0 != "\n" }
      let isOwn = line.hasPrefix("<!-- -->") || line.hasPrefix("<https://")
      #expect(isEscaped || isOwn || isInCode(start, of: rendered), "\(line.prefix(40))")
      rest = rendered[rendered.index(after: start)...]
    }
  }

  @Test(arguments: Hostile.texts) func json(text: String) throws {
    let value = try #require(JSON(JSONRenderer().render(Hostile.document(text))))
    #expect(value["language"]?.text == text)
    let table = try #require(value["blocks"]?.elements.first { $0["type"]?.text == "table" })
    #expect(table["rows"]?.elements[2]["cells"]?.elements[0]["text"]?.text == text)
  }

  @Test(arguments: Hostile.texts) func csv(text: String) throws {
    for table in CSVRenderer().tables(in: Hostile.document(text)) {
      let records = try #require(readCSV(table.text))
      let widths = Set(records.map(\.count))
      #expect(widths.count == 1)
      #expect(Set(records[0]).count == records[0].count, "a column's name stands twice")
      for field in records.joined() where !field.isEmpty && field.first != "'" {
        #expect(!"=+-@\t\r".contains(field.prefix(1)) || Double(field) != nil)
      }
    }
  }

  @Test(arguments: [("x", 1_000_000), ("ñandú 日本 ", 20_000)]) func longTexts(unit: String, count: Int) {
    let text = String(repeating: unit, count: count)
    let document = Document(blocks: [
      .table(TableBlock(columns: [.init("a"), .init("b")], rows: [.init(cells: [.init("1"), .init(text)])]))
    ])
    // What is rendered is longer than what it says by its line ends, so anything shorter was cut.
    let size = text.utf8.count - text.utf8.count / 20
    #expect(TerminalRenderer(width: 60).render(document).utf8.count > size)
    #expect(MarkdownRenderer().render(document).utf8.count > size)
    #expect(HTMLRenderer().render(document).utf8.count > size)
    #expect(JSONRenderer().render(document).utf8.count > size)
    #expect(CSVRenderer().render(document).utf8.count > size)
  }

  /// Whether a text holds a byte sequence that a terminal would act on or that turns the reading direction.
  private func hasControls(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        if byte < 0x20 && byte != 0x0A || byte == 0x7F { return true }
        if byte == 0xC2, bytes[index + 1] < 0xA0 { return true }
        guard byte == 0xE2 else { continue }
        if bytes[index + 1] == 0x80, (0xA8...0xAE).contains(bytes[index + 2]) { return true }
        if bytes[index + 1] == 0x81, (0xA6...0xA9).contains(bytes[index + 2]) { return true }
      }
      return false
    }
  }

  /// Whether a place stands in a code span or a fenced block: an odd number of fences before it.
  private func isInCode(_ index: String.Index, of text: String) -> Bool {
    let before = text[..<index]
    let fences = before.split(separator: "\n").count { $0.hasPrefix("```") }
    let line = before.suffix(from: before.lastIndex(of: "\n") ?? before.startIndex)
    let ticks = line.indices.count { line[$0] == "`" && ($0 == line.startIndex || line[line.index(before: $0)] != "\\") }
    return fences % 2 == 1 || ticks > 0
  }
}

/// The text without the sequences that set colours.
func withoutColor(_ text: String) -> String {
  var result: [UInt8] = []
  var isSequence = false
  for byte in text.utf8 {
    if byte == 0x1B { isSequence = true }
    if !isSequence { result.append(byte) }
    if byte == UInt8(ascii: "m") { isSequence = false }
  }
  return String(decoding: result, as: UTF8.self)
}
