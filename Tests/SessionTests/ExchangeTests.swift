import Casebook
import Diagnostics
import Evidence
import Exchange
import TestSupport
import Testing

@testable import Session

/// Claims that leave for a sheet and come back, and what is said of a sheet that is wrong.
@Suite struct ExchangeTests {
  private func rows(_ casebook: Casebook) -> [[String]] {
    var losses = Losses()
    return ClaimSheet(of: casebook, losses: &losses).rows.map(\.texts)
  }

  /// Every claim of the Library's casebooks, written and read back by the language, is the claim that it was.
  @Test(arguments: [Session.ExportFormat.csv, .jsonl]) func nothingIsLostOnTheWay(_ format: Session.ExportFormat) throws {
    let session = Reader().session
    let folder = TemporaryFolder()
    folder.write(session.export(format).text, to: "claims.\(format.rawValue)")
    let before = rows(session.casebook)
    #expect(before.count > 500)
    let imported = try session.importing(folder.path + "/claims.\(format.rawValue)", isChecked: true)
    #expect(imported.diagnostics.map(\.message) == [])
    #expect(imported.losses.isEmpty)
    #expect(session.run(imported.text, name: "again") { _ in } == .finished)
    let after = rows(session.casebook)
    #expect(after.count == 2 * before.count)
    // A sheet has no order of its own where one block speaks of an entity and another goes on.
    let again = after[before.count...]
    #expect(again.sorted { $0.lexicographicallyPrecedes($1) } == before.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test(arguments: [Session.ExportFormat.csl, .biblatex]) func sourcesComeBack(_ format: Session.ExportFormat) throws {
    let session = Reader().session
    let folder = TemporaryFolder()
    let name = format == .csl ? "sources.json" : "sources.bib"
    let (text, losses) = session.export(format)
    folder.write(text, to: name)
    let imported = try session.importing(folder.path + "/" + name, isChecked: false)
    #expect(imported.diagnostics.isEmpty && imported.losses.isEmpty)
    #expect(losses.map { $0.prefix { $0 != "(" } } == (format == .csl ? [] : ["that an author is anonymous "]))
    let fresh = Session(library: .embedded, files: Files(), isInterrupted: { false })
    fresh.begin()
    #expect(fresh.run(imported.text, name: "sources") { _ in } == .finished)
    for (before, after) in zip(session.casebook.sources, fresh.casebook.sources) {
      #expect(
        before.id == after.id && before.type == after.type && before.title == after.title && before.authors == after.authors)
      #expect(before.published == after.published || before.published == .unknown)
      #expect(before.url == after.url && before.container == after.container && before.shortForm == after.shortForm)
    }
    #expect(session.casebook.sources.count == fresh.casebook.sources.count)
  }

  @Test func aGraphHasEveryTie() {
    let (text, losses) = Reader().session.export(.graphml)
    #expect(text.contains("<node id=\"navy\">") && text.contains("<data key=\"property\">part_of</data>"))
    #expect(text.split(separator: "\n").count { $0.contains("<edge ") } > 100)
    #expect(losses.count == 1)
  }

  /// Each message names row and column and shows the cell.
  @Test func whatIsSaidOfAWrongSheet() throws {
    let folder = TemporaryFolder()
    folder.write(
      """
      entity,property,value,unit,status,mode,time,source,locator,scope
      navy,personnel,60000,people,,,2018,ellis_2018,¶19,
      navy,personel,60000,people,,,2018,ellis_2018,¶19,
      navvy,personnel,60000,people,,,2018,ellis_2018,¶19,
      navy,personnel,many,people,,,2018,ellis_2018,¶19,
      navy,personnel,60k,people,,,2018,ellis_2018,¶19,
      navy,personnel,60000,ports,,,2018,ellis_2018,¶19,
      navy,personnel,60000,peple,,,2018,ellis_2018,¶19,
      navy,personnel,60000,people,wanted,,2018,ellis_2018,¶19,
      navy,personnel,60000,people,,maybe,2018,ellis_2018,¶19,
      navy,personnel,60000,people,,,2018-13,ellis_2018,¶19,
      navy,personnel,60000,people,,,2018..2016,ellis_2018,¶19,
      navy,personnel,60000,people,,,2018,elis_2018,¶19,
      navy,personnel,60000,people,,,2018,,¶19,
      navy,personnel,60000,people,,,2018,,,
      navy,part_of,nobody,,,,,ellis_2018,¶19,
      ,personnel,60000,people,,,2018,ellis_2018,¶19,
      navy,personnel,5 } x,people,,,2018,ellis_2018,¶19,

      """, to: "claims.csv")
    let reader = Reader()
    let imported = try reader.session.importing(folder.path + "/claims.csv", isChecked: true)
    #expect(imported.text.isEmpty)
    let printed = DiagnosticRenderer(sources: reader.session.sourceMap, width: 100).render(imported.diagnostics)
    #expect(Snapshot("wrong_sheet.txt").difference(from: printed.replacing(folder.path + "/", with: "")) == nil)
    // Nothing of it is left behind.
    #expect(reader.codes("claim navy.personnel 1 in 1990 from ellis_2018 ¶1") == [])
  }
}
