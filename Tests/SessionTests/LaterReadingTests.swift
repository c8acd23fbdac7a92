import Casebook
import Diagnostics
import Evidence
import Reports
import Testing

@testable import Session

/// What is read later says the same as what is read at once, whatever is asked for first.
@Suite struct LaterReadingTests {
  private static func session(later: Bool, library: LibraryFiles = .embedded) -> (session: Session, problems: [Diagnostic]) {
    let session = Session(library: library, files: Files(), readsLibraryLater: later, isInterrupted: { false })
    let problems = session.begin(with: library.casebooks)
    return (session, problems)
  }

  /// Everything that a casebook says, in the order in which it gives it.
  private static func contents(_ casebook: Casebook) -> [String] {
    func place(_ place: TextRange) -> String { "\(place.file):\(place.start)-\(place.end)" }
    var lines: [String] = []
    for id in casebook.allClaims() {
      let claim = casebook[id]
      let time = claim.time.map { "\($0)" } ?? claim.timeEntity.map { casebook[$0].name } ?? "–"
      var value = "\(claim.value)"
      if case .derived = claim.value { value = "a rule" }
      lines.append(
        "\(place(claim.place)) \(casebook[claim.entity].name).\(casebook[claim.property].name) \(value) \(claim.status) \(claim.mode)"
          + " \(claim.isPreferred) \(time) \(casebook.citations(of: claim).map { "\($0.source.id) \($0.locator ?? "")" })"
          + " \(claim.details.map { "\($0)" } ?? "")")
    }
    for source in casebook.sources {
      lines.append(
        "\(source.id) \(source.type) \(source.authors) \(source.title) \(source.container ?? "") \(source.published.map { "\($0)" } ?? "")"
      )
      lines.append("\(source.url ?? "") \(source.shortForm) \(source.relays) \(source.note ?? "") \(source.language ?? "")")
    }
    for entity in casebook.entities {
      lines.append("\(entity.name) \(casebook[entity.kind].name) \(place(entity.declaration)) \(casebook.names(of: entity.id))")
      lines.append("\(casebook.claims(of: entity.id).count) \(casebook.claims(pointingAt: entity.id).count)")
    }
    for property in casebook.properties { lines.append("\(property)") }
    for kind in casebook.kinds { lines.append("\(kind)") }
    return lines
  }

  @Test func theLibraryIsTheSameWhicheverWayItIsRead() {
    let (atOnce, problemsAtOnce) = Self.session(later: false)
    let (later, problemsLater) = Self.session(later: true)
    #expect(problemsAtOnce == problemsLater)
    // Reads some entities before the others, from the last to the first.
    for entity in later.casebook.entities.reversed().enumerated() where entity.offset.isMultiple(of: 3) {
      _ = later.casebook.claims(of: entity.element.id)
    }
    let (one, other) = (Self.contents(atOnce.casebook), Self.contents(later.casebook))
    #expect(one.count == other.count)
    for (left, right) in zip(one, other) where left != right {
      Issue.record("\(left)\n\(right)")
      return
    }
  }

  @Test func cardsAreTheSameWhicheverWayTheLibraryIsRead() {
    let (atOnce, _) = Self.session(later: false)
    let names =
      atOnce.casebook.entities.map(\.name) + ["units", "$none", "crowding", "navy.personnel", "why navy.personnel in 2018"]
    let (later, _) = Self.session(later: true)
    for name in names.reversed() {
      #expect(Self.answer(to: name, later) == Self.answer(to: name, atOnce), "\(name)")
    }
  }

  private static func answer(to text: String, _ session: Session) -> [String] {
    var said: [String] = []
    _ = session.run(text, name: "input") { output in
      switch output {
      case .document(let document): said.append("\(document)")
      case .diagnostics(let diagnostics): said += diagnostics.map { "\($0.code) \($0.message) \($0.notes)" }
      }
    }
    return said
  }

  // MARK: A Library with something wrong in it

  private static func library(_ text: String) -> LibraryFiles {
    let prelude = """
      kind place "Place" { plural places }
      kind source "Source" { plural sources }
      property remark "Remark" { of place; value text; many yes }
      property title_of "Title" { of source; value text }
      """
    return LibraryFiles(files: [
      LibraryFiles.File(path: "prelude/schema.cotejo", bytes: Array(prelude.utf8)),
      LibraryFiles.File(path: "case/case.cotejo", bytes: Array(text.utf8)),
    ])
  }

  @Test func readsNothingUntilItIsAskedFor() {
    let (session, problems) = Self.session(
      later: true, library: Self.library("place here \"Here\" {\n  remark 5 from nobody\n}\n"))
    #expect(problems.isEmpty)
    #expect(Self.answer(to: "1", session).count == 1)
    #expect(session.casebook.claimCount == 0)
  }

  @Test(arguments: [
    ("place here \"Here\" {\n  remark \"…\" from nobody\n}\n", DiagnosticCode.unknownSource),
    ("place here \"Here\" {\n  remarc \"…\"\n}\n", DiagnosticCode.unknownProperty),
    ("place here \"Here\"\nclaim here.remark \"…\" from nobody\n", DiagnosticCode.unknownSource),
  ])
  func saysLaterWhatIsWrong(text: String, code: DiagnosticCode) {
    let (session, problems) = Self.session(later: true, library: Self.library(text))
    #expect(problems.isEmpty)
    var found: [DiagnosticCode] = []
    for _ in 1...2 {
      _ = session.run("here", name: "input") { output in
        if case .diagnostics(let diagnostics) = output { found += diagnostics.map(\.code) }
      }
    }
    #expect(found == [code], "said once, not lost and not repeated")
  }

  @Test func whatIsIrregularIsReadAtOnce() {
    let (_, problems) = Self.session(later: true, library: Self.library("place here \"Here\" {\n  remark \"\n"))
    #expect(!problems.isEmpty)
  }

  /// A sum opens no casebook; the first name does, and answers are the same.
  @Test func casebooksThatAreOpenedWhenNeeded() {
    let session = Session(library: .embedded, files: Files(), isInterrupted: { false })
    session.beginWhenNeeded(with: ["mexico_2018"])
    #expect(session.run("1 + (2 * 3.5) / 4 >= 90%", name: "input") { _ in } == .finished)
    #expect(session.casebook.entities.isEmpty)
    #expect(session.run("navy.missions in 2018", name: "input") { _ in } == .finished)
    #expect(session.casebook.entity(named: "navy") != nil)
  }
}
