import Evidence
import Testing

@testable import Exchange

@Suite struct BibliographyTests {
  /// Everything that a source may have, in sources of all kinds.
  static let sources = [
    SourceRecord(
      id: "ellis_2018", type: "article", authors: [Author(family: "Ellis", given: "R. Evan")],
      title: "Mexico's \"Fight\" & {more}",
      container: "Review_1", publisher: "Press 100%", published: TimeSpan(year: 2018, month: 2),
      accessed: TimeSpan(year: 2018, month: 5, day: 8),
      url: "https://example.org/a_b?c=1&d=%20~x", language: "es", note: "One\\two $3 #4"),
    SourceRecord(
      id: "court", type: "report",
      authors: [
        Author(literal: "Court of Audit, Main Office"), Author(family: "van der Berg", given: "Ana"),
        Author(family: "Plato", given: nil),
      ],
      title: "Ports", published: TimeSpan(year: 2016, isApproximate: true)),
    SourceRecord(
      id: "relay", type: "column", title: "Relay", published: TimeSpan(from: TimeSpan(year: 2016), to: TimeSpan(year: 2018)),
      relays: ["court", "ellis_2018"], shortForm: "The Relay"),
    SourceRecord(id: "odd", type: "cross_reference", title: "Odd"),
  ]

  private func same(_ one: SourceRecord, _ other: SourceRecord) -> Bool {
    one.id == other.id && one.type == other.type && one.authors == other.authors && one.title == other.title
      && one.container == other.container
      && one.publisher == other.publisher && one.published == other.published && one.accessed == other.accessed
      && one.url == other.url
      && one.language == other.language && one.isAnonymous == other.isAnonymous && one.relays == other.relays
      && one.givenShortForm == other.givenShortForm && one.note == other.note
  }

  @Test func throughCSL() throws {
    let sources =
      Self.sources + [
        SourceRecord(id: "someone", type: "interview", title: "Talk", published: .unknown, isAnonymous: true),
        SourceRecord(id: "spring", title: "Spring", published: try TimeSpan(edtf: "2018-21")),
        SourceRecord(
          id: "doubt", title: "Doubt", published: try TimeSpan(edtf: "2018?"), accessed: try TimeSpan(edtf: "2018/..")),
      ]
    let read = Bibliography(csl: Array(Bibliography(sources).csl.utf8))
    #expect(read.problems.isEmpty && read.losses.isEmpty)
    #expect(read.sources.count == sources.count)
    for (before, after) in zip(sources, read.sources) where before.type != "" { #expect(same(before, after), "\(before.id)") }
  }

  @Test func throughBibLaTeX() {
    var losses = Losses()
    let text = Bibliography(Self.sources).biblatex(losses: &losses)
    let read = Bibliography(biblatex: Array(text.utf8))
    #expect(read.problems.isEmpty && read.losses.isEmpty && losses.isEmpty)
    for (before, after) in zip(Self.sources, read.sources) { #expect(same(before, after), "\(before.id)\n\(text)") }
    _ = Bibliography([SourceRecord(id: "x", published: .unknown, isAnonymous: true)]).biblatex(losses: &losses)
    #expect(losses.lines.count == 2)
  }

  /// A casebook calls a language by its name, CSL by its code, babel by a name of its own; what none of these is stays as it was.
  @Test(arguments: [
    ("Spanish", "es", "spanish"), ("English", "en", "english"), ("Nahuatl", "Nahuatl", "Nahuatl"), ("es", "es", "es"),
  ])
  func languagesKeepTheirNames(name: String, code: String, babel: String) throws {
    let source = SourceRecord(id: "one", type: "news", title: "One", published: TimeSpan(year: 2018), language: name)
    let csl = Bibliography([source]).csl
    #expect(csl.contains(/"language": ?"(\w+)"/), "\(csl)")
    #expect(csl.contains("\"\(code)\""), "\(csl)")
    #expect(Bibliography(csl: Array(csl.utf8)).sources.first?.language == name)
    var losses = Losses()
    let biblatex = Bibliography([source]).biblatex(losses: &losses)
    #expect(biblatex.contains("{\(babel)}"), "\(biblatex)")
    #expect(Bibliography(biblatex: Array(biblatex.utf8)).sources.first?.language == name)
  }

  @Test func whatZoteroExportsAsCSL() throws {
    let text = """
      [{"id":"http://zotero.org/users/1/items/AB","type":"article-newspaper","title":" La Armada ","container-title":"Reforma",
        "author":[{"family":"Pérez","given":"Ana"},{"family":"Beauvoir","given":"S.","non-dropping-particle":"de"},{"literal":"SEMAR"}],
        "issued":{"date-parts":[["2017",12,"3"]]},"DOI":"10.1/x","volume":"3","page":"4-5","language":"es-MX"},
       {"id":2,"type":"webpage","title":"Untitled","issued":{"raw":"spring 2017"}},
       "no item", {"type":"book"}]
      """
    let read = Bibliography(csl: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(read.sources.map(\.id) == ["perez_2017", "source_2"])
    let first = try #require(read.sources.first)
    #expect(first.type == "news" && first.title == "La Armada" && first.language == "Spanish")
    #expect(first.authors.map(\.filedName) == ["Pérez, Ana", "de Beauvoir, S.", "SEMAR"])
    #expect(first.published == TimeSpan(year: 2017, month: 12, day: 3))
    #expect(first.url == "https://doi.org/10.1/x")
    #expect(read.losses.lines == ["volume (1)", "page (1)"])
    #expect(read.problems.map(\.isWarning) == [true, false, false])
  }

  @Test func whatZoteroExportsAsBibLaTeX() throws {
    let text = #"""
      % a comment with an @ sign: a@b.org
      @string{rev = "Review of " # "Ports"}
      @comment{nothing}
      @article{Perez-2017:a,
        title = {La {Armada} en los a{\~n}os de {Pe\~na} --- \'Ultimo \& \textit{mejor}},
        subtitle = "a \"u{}ber {B}" ,
        author = {P{\'e}rez, Ana and {Secretar\'{\i}a de Marina} and de la Cruz, Juan and Jane van Doe and others},
        journaltitle = rev, date = {2017-12/2018}, urldate = {2018-05-08},
        doi = {10.1000/a\_b}, langid = {spanish}, pages = {3--4},
      }
      @techreport(key2, title={Old}, year=1999, month=mar, institution={Ministry})
      """#
    let read = Bibliography(biblatex: Array(text.utf8))
    #expect(read.problems.isEmpty, "\(read.problems)")
    #expect(read.sources.map(\.id) == ["perez_2017_a", "key2"])
    let first = try #require(read.sources.first)
    #expect(first.title == "La Armada en los años de Peña — Último & mejor: a über B")
    #expect(first.authors.map(\.filedName) == ["Pérez, Ana", "Secretaría de Marina", "de la Cruz, Juan", "van Doe, Jane"])
    #expect(first.container == "Review of Ports" && first.language == "Spanish" && first.url == "https://doi.org/10.1000/a_b")
    #expect(first.published == TimeSpan(from: TimeSpan(year: 2017, month: 12), to: TimeSpan(year: 2018)))
    #expect(read.losses.lines == ["pages (1)"])
    #expect(read.sources.last?.published == TimeSpan(year: 1999, month: 3))
    #expect(read.sources.last?.type == "report")
  }

  /// A wrong entry is reported at its place; those after it are read.
  @Test(arguments: [
    "@article{a, title = {x", "@article{a, title = \"x}\n", "@article{a title = {x}}", "@article{a, title {x}}",
    "@article{a, = {x}}",
    "@article{a, title = }", "@article{a, title = {x} year = 2}",
    "@article{a, title = {" + String(repeating: "{", count: 100_000),
  ])
  func aWrongEntry(_ text: String) {
    let read = Bibliography(biblatex: Array((text + "\n@book{good, title = {Good}}\n").utf8))
    #expect(!read.problems.isEmpty)
    #expect(read.sources.map(\.id) == ["good"])
  }

  @Test func otherEncodings() {
    for bytes: [UInt8] in [[0x40, 0x61, 0x7B, 0xE9, 0x7D], [0xFF, 0xFE, 0x40, 0x00]] {
      #expect(Bibliography(biblatex: bytes).problems.count == 1)
      #expect(Bibliography(csl: bytes).problems.count == 1)
    }
    #expect(Bibliography(csl: Array("[\"caf".utf8) + [0xE9]).problems.first?.range == 5..<6)
    #expect(Bibliography(biblatex: []).sources.isEmpty && Bibliography(biblatex: Array("text".utf8)).problems.count == 1)
  }

  /// No input stops the program: cut anywhere, and with any byte changed.
  @Test func spoiledInput() {
    var losses = Losses()
    let texts = [Bibliography(Self.sources).csl, Bibliography(Self.sources).biblatex(losses: &losses)].map { Array($0.utf8) }
    for (text, step) in zip(texts, [7, 5]) {
      for position in stride(from: 0, to: text.count, by: step) {
        var changed = text
        changed[position] = [0x22, 0x7B, 0x7D, 0x5C, 0x00, 0xC3][position % 6]
        for bytes in [Array(text[..<position]), changed] {
          _ = Bibliography(csl: bytes)
          _ = Bibliography(biblatex: bytes)
          _ = ClaimSheet(csv: bytes)
          _ = ClaimSheet(jsonLines: bytes)
        }
      }
    }
  }

  @Test func declarationsKeepWhatTheyCan() throws {
    var losses = Losses()
    let text = SourceText.declarations(
      of: Self.sources + [SourceRecord(id: "x y", published: try TimeSpan(edtf: "2018-21"))], losses: &losses)
    #expect(text.contains("author \"Ellis, R. Evan\"") && text.contains("corporate_author \"Court of Audit, Main Office\""))
    #expect(text.contains("source ellis_2018 \"Mexico's \\\"Fight\\\" & \\{more\\}\" {"))
    #expect(text.contains("published 2016..2018") && text.contains("source `x y` \"x y\""))
    #expect(losses.lines == ["a date that the language has no form for, kept as a note (1)"])
  }
}
