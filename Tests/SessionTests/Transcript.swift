import Diagnostics
import Reports
import Testing

@testable import Session

/// Entries and what a session with the first casebook prints for them, held against a file in Snapshots.
///
/// `UPDATE_SNAPSHOTS=1` writes the files anew; read the difference before keeping it.
enum Transcript {
  static func compare(_ name: String, _ entries: [String], width: Int = 80) throws {
    let session = Session(library: .embedded, files: Files(), isInterrupted: { false })
    try #require(session.begin(with: ["mexico_2018"]).isEmpty)
    let transcript = entries.map { "> \($0)\n" + run($0, in: session, width: width) }.joined(separator: "\n")
    let path = Fixture.tests + "/SessionTests/Snapshots/" + name
    if Fixture.updatesSnapshots {
      try Files(writingOf: [Files.folder(of: path)]).write(Array(transcript.utf8), to: path)
      return
    }
    #expect(String(decoding: try Files.readNamed(path), as: UTF8.self) == transcript)
  }

  private static func run(_ text: String, in session: Session, width: Int) -> String {
    var printed = ""
    _ = session.run(text, name: "input") { output in
      switch output {
      case .document(let document): printed += TerminalRenderer(width: width).render(document)
      case .diagnostics(let found): printed += DiagnosticRenderer(sources: session.sourceMap, width: width).render(found)
      }
    }
    return printed
  }
}
