import Evidence
import Reports
import Testing

/// Text with what is in italics between asterisks.
func marked(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    if case .emphasis(let content) = inline { "*" + plainText(content) + "*" } else { plainText([inline]) }
  }.joined()
}

@Suite struct ChicagoTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let source: SourceRecord
    let locator: String
    let note: String
    let later: String
    let entry: String
    var testDescription: String { source.id }
  }

  static let examples: [Example] = [
    .init(
      source: SampleSource.ellis, locator: "¶19",
      note: "R. Evan Ellis, “Mexico's Fight against Transnational Organized Crime,” 2018, ¶19.",
      later: "Ellis, “Mexico's Fight,” ¶19.",
      entry: "Ellis, R. Evan. “Mexico's Fight against Transnational Organized Crime.” 2018."),
    .init(
      source: SampleSource.review, locator: "p. 31",
      note: "R. Evan Ellis and Ann Doe, “Why Did the Groups Splinter?,” *Military Review 98, no. 6* (2018): 31, "
        + "https://example.org/review_98.pdf.",
      later: "Ellis and Doe, “Why Did the Groups,” 31.",
      entry: "Ellis, R. Evan, and Ann Doe. “Why Did the Groups Splinter?” *Military Review 98, no. 6* (2018). "
        + "https://example.org/review_98.pdf."),
    .init(
      source: SampleSource.asmann, locator: "¶3",
      note:
        "Parker Asmann, “Militarization Continues as Mexico Records Most Homicidal Year on Record,” *InsightCrime*, January 22, 2018, ¶3, "
        + "accessed May 2, 2018, https://example.org/militarization.",
      later: "Asmann, “Militarization Continues,” ¶3.",
      entry:
        "Asmann, Parker. “Militarization Continues as Mexico Records Most Homicidal Year on Record.” *InsightCrime*, January 22, 2018. "
        + "Accessed May 2, 2018. https://example.org/militarization."),
    .init(
      source: SampleSource.excelsior, locator: "¶1",
      note: "“Michoacán fue el inicio de la crisis; combate al crimen,” *Excelsior* (website), December 12, 2016, ¶1.",
      later: "“Michoacán fue el inicio,” ¶1.",
      entry: "“Michoacán fue el inicio de la crisis; combate al crimen.” *Excelsior* (website), December 12, 2016."),
    .init(
      source: SampleSource.mucd, locator: "table 2", note: "MUCD, *Count of criminal groups in Mexico* (n.d.), table 2.",
      later: "MUCD, *Count of criminal groups*, table 2.", entry: "MUCD. *Count of criminal groups in Mexico*. n.d."),
    .init(
      source: SampleSource.book, locator: "pp. 3–5",
      note: "Ann Doe, Ben Roe, and Cleo Poe, *Ports and Power: A History* (Example Press, ca. 2009), 3–5.",
      later: "Doe, Roe, and Poe, *Ports and Power*, 3–5.",
      entry: "Doe, Ann, Ben Roe, and Cleo Poe. *Ports and Power: A History*. Example Press, ca. 2009."),
    .init(
      source: SampleSource.video, locator: "4:10",
      note:
        "Aristegui Noticias, “‘El Chapo’ ya no controla ni su casa,” October 3, 2016, YouTube video, 9:13, 4:10, https://example.org/video.",
      later: "Aristegui Noticias, “‘El Chapo’ ya no,” 4:10.",
      entry:
        "Aristegui Noticias. “‘El Chapo’ ya no controla ni su casa.” October 3, 2016, YouTube video, 9:13. https://example.org/video."
    ),
    .init(
      source: SampleSource.photograph, locator: "caption",
      note: "Guillermo Arias, *Soldier on Guard*, October 20, 2010, photograph, Associated Press, caption.",
      later: "Arias, *Soldier on Guard*, caption.",
      entry: "Arias, Guillermo. *Soldier on Guard*. October 20, 2010, photograph, Associated Press."),
    .init(
      source: SampleSource.figure, locator: "legend",
      note: "Geopolitical Futures, “Dominant Cartels throughout Mexico,” 2018, figure, legend.",
      later: "Geopolitical Futures, “Dominant Cartels throughout Mexico,” legend.",
      entry: "Geopolitical Futures. “Dominant Cartels throughout Mexico.” 2018, figure."),
    .init(
      source: SampleSource.interviews, locator: "note 15",
      note: "Interviews with Mexican navy officers (anonymous), February 2018, note 15.",
      later: "Interviews with Mexican navy officers (anonymous), note 15.",
      entry: "Interviews with Mexican navy officers (anonymous). February 2018."),
    .init(
      source: SampleSource.namedInterview, locator: "notes", note: "Ann Doe, interview by the author, February 14, 2018, notes.",
      later: "Doe, interview by the author, notes.", entry: "Doe, Ann. Interview by the author. February 14, 2018."),
    .init(
      source: SampleSource.page, locator: "top",
      note: "“Base de Operaciones Mixtas,” El Universal, n.d., top, accessed May 8, 2018, https://example.org/tag/bom.",
      later: "“Base de Operaciones Mixtas,” top.",
      entry: "“Base de Operaciones Mixtas.” El Universal. n.d. Accessed May 8, 2018. https://example.org/tag/bom."),
  ]

  @Test(arguments: examples) func forms(example: Example) {
    let citation = Citation(source: example.source, locator: example.locator)
    #expect(marked(chicagoNote(citation)) == example.note)
    #expect(marked(chicagoBibliography(example.source)) == example.entry)
    var notes = NoteCollector()
    _ = notes.note(for: [Citation(source: example.source)])
    _ = notes.note(for: [citation])
    #expect(notes.notes.map(\.number) == [1, 2])
    #expect(marked(notes.notes[1].content) == example.later)
  }

  @Test func manyAuthors() {
    #expect(marked(chicagoNote(Citation(source: SampleSource.untitled))).hasPrefix("Given1 Family1 et al., “"))
    #expect(
      marked(chicagoBibliography(SampleSource.untitled)).hasPrefix(
        "Family1, Given1, Given2 Family2, Given3 Family3, Given4 Family4, Given5 Family5, Given6 Family6, Given7 Family7, et al. “"
      ))
  }

  /// A source of which nothing is known still has a name.
  @Test func nothingKnown() {
    #expect(marked(chicagoNote(Citation(source: SampleSource.bare))) == "“bare n.d.,” n.d.")
    #expect(marked(chicagoBibliography(SampleSource.bare)) == "“bare n.d.” n.d.")
  }
}
