import Casebook
import Diagnostics
import Reports

@testable import Session

/// A session with the casebook that the shell begins with, and what it prints.
struct Reader {
  let session: Session
  let width: Int

  /// `folder` is where `save` writes; nil where nothing is saved.
  init(width: Int = 80, savingIn folder: String? = nil, isInterrupted: @escaping () -> Bool = { false }) {
    let files = Files(writingOf: folder.map { [$0] } ?? [])
    session = Session(library: .embedded, files: files, saveFolder: folder, isInterrupted: isInterrupted)
    session.begin(with: ["mexico_2018"])
    self.width = width
  }

  /// What a text prints, results and messages in their order, and how it ended.
  func run(_ text: String, name: String = "input") -> (printed: String, ending: Session.Ending) {
    run(session.sourceMap.add(name: name, text: text))
  }

  func run(_ file: SourceFile) -> (printed: String, ending: Session.Ending) {
    var printed = ""
    let ending = session.run(file) { printed += words(of: $0) }
    return (printed, ending)
  }

  /// The codes of a text's messages, in order.
  func codes(_ text: String) -> [DiagnosticCode] { diagnostics(text).map(\.code) }

  func diagnostics(_ text: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    _ = session.run(text, name: "input") { output in
      if case .diagnostics(let diagnostics) = output { found += diagnostics }
    }
    return found
  }

  private func words(of output: Session.Output) -> String {
    switch output {
    case .document(let document):
      let text = TerminalRenderer(width: width).render(document)
      return text.hasSuffix("\n") ? text : text + "\n"
    case .diagnostics(let diagnostics): return DiagnosticRenderer(sources: session.sourceMap, width: width).render(diagnostics)
    }
  }
}
