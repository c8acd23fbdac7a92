import Casebook
import Diagnostics
import Reports
import Testing

@testable import Session

/// What a session prints for what was typed, kept in files: `> ` before each entry, then the result, then the messages.
///
/// `UPDATE_SNAPSHOTS=1` writes the files anew; read the difference before keeping it.
@Suite struct TranscriptTests {
  /// Wrong input: each message has one sentence, the place, and the next step.
  @Test func wrongInputs() throws {
    try compare(
      "wrong_inputs.txt",
      [
        "gendarmery.personnel",
        "naval_infantry.personnel in 2018 + ports_of_mexico.ports in 2018",
        "(gendarmerie.personnel as planned in 2012) + (gendarmerie.personnel in 2018)",
        "navy.tonnage",
        "count(institutions",
        "navy.personnel in 2017-13",
        "99999999999999999999",
        "cartel",
        "claim navy.personnel 5_000 in 2018",
        "claim navy.personel 5_000 in 2018 from ellis_2018 ¶1",
        "claim navy.personnel 5_000 ports in 2018 from ellis_2018 ¶1",
        "claim navy.personnel 5_000 in 2018 from elis_2018 ¶1",
        "claim navy.personnel 5_000 in 2018..2016 from ellis_2018 ¶1",
        "institutions | where personnel",
        "navy.personnel > \"many\"",
        "$nothing",
        "nonsense(1)",
        "measure personnel for institution = 1",
        "use nowhere",
        "set about = 200%",
        "list ships",
        "explain E999",
        "(naval_infantry.personnel) * 2",
        "navy.?",
        "1 / 0",
      ])
  }

  /// The questions that the first casebook is for.
  @Test(arguments: [80, 40]) func answers(width: Int) throws {
    try compare(
      "answers_\(width).txt",
      [
        "why mexico.homicide_rate in 2016",
        "compare gendarmerie on personnel across planned vs actual",
        "change(naval_infantry.personnel, from = low_point)",
        "mexico.criminal_groups as of 2018",
        "naval_infantry.personnel in 2016",
        "surely naval_infantry.personnel in 2018 > 10_000",
        "unaprops.unit_size in 2018 > 48",
        "navy",
        "army",
        "institutions in 2018 | where personnel > 10_000",
        "set about = 1%",
        "unaprops.unit_size in 2018 > 48",
      ], width: width)
  }

  /// An entry that fails leaves the names, the casebook and the policies as they were.
  @Test func anErrorChangesNothing() throws {
    let session = try begun()
    session.casebook.loadAll()
    let before = session.casebook.claimCount
    _ = run("let force = naval_infantry.personnel in 2018", in: session)
    _ = run("let force = nowhere.personnel", in: session)
    _ = run("claim navy.personnel 1 in 2018 from ellis_2018 ¶1\nclaim navy.personnel 1 in 2018 from nobody ¶1", in: session)
    #expect(session.casebook.claimCount == before)
    #expect(run("$force", in: session).hasPrefix("about 15,000 people"))
  }

  /// Every error of a text is reported, in order, not only the first.
  @Test func allErrorsAreReported() throws {
    let session = try begun()
    let text = "let a = nowhere.personnel\nlet b = navy.tonnage\nlet c = (1 + 2\nlet d = 2017-13\n"
    var codes: [DiagnosticCode] = []
    let ending = session.run(text, name: "script") { if case .diagnostics(let found) = $0 { codes += found.map(\.code) } }
    #expect(ending == .wrongInput)
    #expect(codes.contains(.unclosedBracket))
    #expect(codes.contains(.badDate) || codes.contains(.unknownName))
    #expect(codes.count >= 2)
  }

  /// Every example that `help` shows can be typed as it stands.
  @Test(arguments: (Topics.statements + Topics.parts).map(\.example)) func helpExamplesRun(example: String) throws {
    guard !example.hasPrefix("save") else { return }  // writes a file; the commands' tests do that in a folder of their own
    var found: [Diagnostic] = []
    let ending = try begun().run(example, name: "example") { if case .diagnostics(let more) = $0 { found += more } }
    #expect(ending == .finished || ending == .quit, "\(example): \(found.map(\.message))")
  }

  // MARK: Running

  private func begun() throws -> Session {
    let session = Session(library: .embedded, files: Files(), isInterrupted: { false })
    try #require(session.begin(with: ["mexico_2018"]).isEmpty)
    return session
  }

  private func run(_ text: String, in session: Session, width: Int = 80) -> String {
    var printed = ""
    _ = session.run(text, name: "input") { output in
      switch output {
      case .document(let document): printed += TerminalRenderer(width: width).render(document)
      case .diagnostics(let found): printed += DiagnosticRenderer(sources: session.sourceMap, width: width).render(found)
      }
    }
    return printed
  }

  private func compare(_ name: String, _ entries: [String], width: Int = 80) throws {
    let session = try begun()
    let transcript = entries.map { "> \($0)\n" + run($0, in: session, width: width) }.joined(separator: "\n")
    let path = Fixture.tests + "/SessionTests/Snapshots/" + name
    if Fixture.updatesSnapshots {
      try Files(writingOf: [Files.folder(of: path)]).write(Array(transcript.utf8), to: path)
      return
    }
    #expect(String(decoding: try Files.readNamed(path), as: UTF8.self) == transcript)
  }
}
