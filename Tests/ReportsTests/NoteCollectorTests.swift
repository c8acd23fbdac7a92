import Evidence
import Reports
import Testing

@Suite struct NoteCollectorTests {
  private let ellis = Citation(source: SampleSource.ellis, locator: "¶19")

  @Test func theSameContentHasTheSameNumber() {
    var notes = NoteCollector()
    #expect(notes.note(for: [ellis]) == 1)
    #expect(notes.note(for: [ellis], hedge: "about") == 2)
    #expect(notes.note(for: [ellis], caveats: ["in at least one state"]) == 3)
    #expect(notes.note(remark: [.text("Counted by hand.")]) == 4)
    #expect(notes.note(for: [ellis]) == 1)
    #expect(notes.note(for: [ellis], hedge: "about") == 2)
    #expect(notes.note(remark: [.text("Counted by hand.")]) == 4)
    #expect(
      notes.notes.map { marked($0.content) } == [
        "R. Evan Ellis, “Mexico's Fight against Transnational Organized Crime,” 2018, ¶19.",
        "Ellis, “Mexico's Fight,” ¶19 (printed as “about”).", "Ellis, “Mexico's Fight,” ¶19. In at least one state.",
        "Counted by hand.",
      ])
  }

  @Test func placesInOneSourceStandTogether() {
    var notes = NoteCollector()
    let citations = ["¶19", "¶30", "¶30"].map { Citation(source: SampleSource.ellis, locator: $0) }
    _ = notes.note(for: citations + [Citation(source: SampleSource.figure)])
    #expect(
      marked(notes.notes[0].content) == "R. Evan Ellis, “Mexico's Fight against Transnational Organized Crime,” 2018, ¶19, ¶30; "
        + "Geopolitical Futures, “Dominant Cartels throughout Mexico,” 2018, figure.")
  }

  @Test func whatSupportsACitation() {
    var notes = NoteCollector()
    let inner = Citation(source: SampleSource.interviews, locator: "note 15")
    let support = Citation(source: SampleSource.figure, locator: "legend", supportedBy: [inner])
    _ = notes.note(for: [
      Citation(source: SampleSource.ellis, locator: "¶19", supportedBy: [support, Citation(source: SampleSource.ellis)])
    ])
    #expect(
      marked(notes.notes[0].content) == "R. Evan Ellis, “Mexico's Fight against Transnational Organized Crime,” 2018, ¶19, "
        + "citing Geopolitical Futures, “Dominant Cartels throughout Mexico,” 2018, figure, legend, "
        + "citing Interviews with Mexican navy officers (anonymous), February 2018, note 15, and Ellis, “Mexico's Fight.”")
  }

  @Test func whatIsRelayed() {
    var notes = NoteCollector()
    _ = notes.note(for: [Citation(source: SampleSource.mucd, via: [SampleSource.proceso, SampleSource.ellis])])
    #expect(
      marked(notes.notes[0].content)
        == "MUCD, *Count of criminal groups in Mexico* (n.d.), relayed by Patricia Dávila, “México pasó de seis "
        + "bandas a 400 grupos criminales: MUCD,” *Proceso*, October 2017, and by R. Evan Ellis, “Mexico's Fight against Transnational "
        + "Organized Crime,” 2018.")
    #expect(
      notes.bibliography().map { marked($0.content) } == [
        "Dávila, Patricia. “México pasó de seis bandas a 400 grupos criminales: MUCD.” *Proceso*, October 2017.",
        "Ellis, R. Evan. “Mexico's Fight against Transnational Organized Crime.” 2018.",
        "MUCD. *Count of criminal groups in Mexico*. n.d. Relayed by Dávila, “México pasó,” and by Ellis, “Mexico's Fight.”",
      ])
  }

  /// Where two sources would have one short form, the second keeps its whole title and its date.
  @Test func shortFormsOfTwoSources() {
    var notes = NoteCollector()
    let other = SourceRecord(
      id: "other", type: "article", authors: [Author(name: "Ellis, R. Evan")],
      title: "Mexico's Fight against Corruption and Crime",
      published: TimeSpan(year: 2019))
    for source in [SampleSource.ellis, other] { _ = notes.note(for: [Citation(source: source)]) }
    for source in [SampleSource.ellis, other] { _ = notes.note(for: [Citation(source: source, locator: "¶2")]) }
    #expect(
      notes.notes.suffix(2).map { marked($0.content) } == [
        "Ellis, “Mexico's Fight,” ¶2.", "Ellis, “Mexico's Fight against Corruption and Crime,” 2019, ¶2.",
      ])
  }

  @Test func briefNotes() {
    var notes = NoteCollector(style: .brief)
    _ = notes.note(
      for: [
        Citation(
          source: SampleSource.ellis, locator: "¶19", supportedBy: [Citation(source: SampleSource.asmann, locator: "note 1")])
      ],
      hedge: "as few as two thousand")
    #expect(marked(notes.notes[0].content) == "Ellis 2018 ¶19, citing Asmann 2018 note 1 (printed as “as few as two thousand”).")
    #expect(notes.bibliography().map(\.id) == ["asmann_2018", "ellis_2018"])
  }

  @Test func nothingToSay() {
    var notes = NoteCollector()
    #expect(notes.note(for: []) == 1)
    #expect(notes.note(for: [], hedge: "about", caveats: ["", "one state."]) == 2)
    #expect(notes.notes.map { marked($0.content) } == ["No source is recorded.", "Printed as “about.” One state."])
  }

  @Test func everySourceOnceAndInOrder() {
    var notes = NoteCollector()
    let sources = [
      SampleSource.page, SampleSource.video, SampleSource.excelsior, SampleSource.book, SampleSource.ellis, SampleSource.page,
    ]
    for source in sources { _ = notes.note(for: [Citation(source: source)]) }
    #expect(notes.bibliography().map(\.id) == ["video", "page", "book", "ellis_2018", "excelsior_2016"])
  }

  @Test func figuresForExport() {
    let quantity = Quantity(low: 13_500, high: 16_500, best: 15_000, unit: .percent)
    let citations = [ellis, Citation(source: SampleSource.asmann, locator: "¶19"), Citation(source: SampleSource.ellis)]
    let export = ValueExport(quantity, status: .planned, citations: citations)
    let expected = ValueExport(
      low: 13_500, best: 15_000, high: 16_500, unit: Unit.percent.words, status: "planned", source: "Ellis 2018; Asmann 2018",
      locator: "¶19")
    #expect(export == expected)
    #expect(ValueExport(Quantity(exactly: 3)) == ValueExport(low: 3, best: 3, high: 3))
  }
}
