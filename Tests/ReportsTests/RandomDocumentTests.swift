@testable import Reports
import TestSupport
import Testing

/// Documents made by chance, the same for the same seed, held to what must be true of every rendering.
@Suite struct RandomDocumentTests {
  @Test(arguments: 0..<25) func holds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let document = random.document()
    for width in [20, random.number(21..<60), random.number(60..<140)] {
      for accessible in [false, true] {
        let text = TerminalRenderer(width: width, accessible: accessible).render(document)
        #expect(text.split(separator: "\n").filter { cellWidth($0) > width } == [])
      }
    }
    #expect(HTMLChecker(HTMLRenderer().render(document)).problems == [])
    #expect(JSON(JSONRenderer().render(document)) != nil)
    for table in CSVRenderer().tables(in: document) {
      let records = try #require(readCSV(table.text))
      #expect(Set(records.map(\.count)).count == 1)
    }
  }

  /// Wrapping moves blanks and nothing else.
  @Test(arguments: 0..<60) func paragraphsKeepEverySign(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let inlines = random.inlines()
    let expected = TerminalText(inlines, ascii: false).singleLine.pieces.map(\.text).joined().filter { $0 != " " }
    for width in [20, 33, 80] {
      let text = TerminalRenderer(width: width).render(Document(blocks: [.paragraph(inlines)]))
      #expect(text.filter { $0 != " " && $0 != "\n" } == expected)
    }
    let words = inlineRuns(inlines).map { visibleLine($0.leaf.words) }.joined().filter { $0 != " " }
    #expect(expected == words)
  }
}

extension SplitMix {
  fileprivate mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  fileprivate mutating func text() -> String {
    let pieces = [
      "a", "some", " ", " ", "longer-than-most/words_here", "ñ", "日本", "e\u{301}", "👍🏽", "\u{1B}", "<b>", "&", "|", "*", "1,510.5",
      "–", "\"", "=",
      "\n", "[", "`",
    ]
    return (0..<number(0..<14)).map { _ in pieces[number(0..<pieces.count)] }.joined()
  }

  fileprivate mutating func inlines() -> [Inline] {
    (0..<number(0..<6)).map { _ in
      let text = text()
      return switch number(0..<9) {
      case 0: Inline.value(text, exact: ValueExport(low: Double(number(-9..<9)), best: nil, high: Double(number(9..<99))))
      case 1: .name(text, id: text)
      case 2: .emphasis([.text(text), .strong([.unit(text)])])
      case 3: .strong([.keyword(text)])
      case 4: .code(text)
      case 5: .quote(text)
      case 6: .property(text)
      case 7: .absent(text)
      default: .text(text)
      }
    }
  }

  fileprivate mutating func table() -> TableBlock {
    let columns = (0..<number(0..<7)).map { _ in TableBlock.Column(title: inlines(), isNumeric: number(0..<2) == 0) }
    let rows = (0..<number(0..<6)).map { _ in
      TableBlock.Row(
        cells: (0..<number(0..<8)).map { _ in .init(inlines()) }, band: number(0..<3) == 0 ? .possible : .certain,
        mark: number(0..<4) == 0 ? text() : nil)
    }
    return TableBlock(caption: inlines(), columns: columns, rows: rows, footers: [inlines()])
  }

  fileprivate mutating func document() -> Document {
    var tree = Tree()
    for _ in 0..<number(0..<12) { tree.append(inlines(), depth: number(0..<9)) }
    let notes = (1..<number(2..<5)).map { Note(number: $0, content: inlines() + [.noteMark([1, 7])]) }
    return Document(
      title: inlines(), subtitle: inlines(),
      blocks: [
        .paragraph(inlines() + [.noteMark([1, 2])]), .table(table()),
        .section(title: inlines(), blocks: [.list([inlines(), inlines()]), .table(table())]),
        .facts([FactRow(label: inlines(), values: [inlines(), inlines()]), FactRow(label: inlines(), values: [])]), .tree(tree),
        .code(text()),
        .remark(kind: .caution, inlines()),
      ], notes: notes, bibliography: [BibliographyEntry(id: text(), content: inlines())],
      colophon: [ColophonEntry(text(), text())])
  }
}
