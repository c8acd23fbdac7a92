import Evidence
import Reports
import Testing

@Suite struct TerminalRendererTests {
  @Test(arguments: [100, 60, 40, 20]) func sample(width: Int) {
    expectSnapshot(TerminalRenderer(width: width).render(Sample.document), named: "sample.\(width).txt")
  }

  @Test func accessibleSample() {
    expectSnapshot(
      TerminalRenderer(width: 60, ascii: true, accessible: true).render(Sample.document), named: "sample.60.accessible.txt")
  }

  @Test func asciiSample() {
    expectSnapshot(TerminalRenderer(width: 60, ascii: true).render(Sample.document), named: "sample.60.ascii.txt")
  }

  @Test func colorSample() {
    expectSnapshot(TerminalRenderer(width: 60, color: true).render(Sample.document), named: "sample.60.color.txt")
  }

  /// The example in the module's essay.
  @Test func essay() {
    var notes = NoteCollector()
    let mark = notes.note(for: [Citation(source: SampleSource.ellis, locator: "¶19")], hedge: "about", caveats: [])
    let document = Document(
      title: [.name("Naval Infantry", id: "naval_infantry")],
      blocks: [
        .facts([FactRow("personnel", [.value("about 15,000", exact: Sample.figure), .text(" in 2018"), .noteMark([mark])])])
      ],
      notes: notes.notes)
    let expected = """
      Naval Infantry
      ══════════════

      personnel  about 15,000 in 2018 [1]

      [1] R. Evan Ellis, “Mexico's Fight against Transnational
          Organized Crime,” 2018, ¶19 (printed as “about”).

      """
    #expect(TerminalRenderer(width: 60).render(document) == expected)
  }
}
