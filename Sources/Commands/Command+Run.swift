import Diagnostics
import LineEditing
import Session

/// `run`, `-e` and piped input.
extension Command {
  func run(file path: String) -> ExitStatus {
    if path == "-" { return runStandardInput() }
    begin(with: [])
    printer.separatesResults = true
    do throws(Files.Failure) {
      let file = try session.open(path)
      return status(session.run(file, folder: Files.folder(of: path), output: show))
    } catch {
      printer.say("cotejo: \(path) cannot be read: \(error.description)")
      return error == .missing || error == .isFolder ? .noInput : .failure
    }
  }

  /// The whole of standard input as one script: whoever pipes in half a statement is told so.
  func runStandardInput() -> ExitStatus {
    begin(with: [Self.firstCasebook])
    printer.separatesResults = true
    return status(session.run(openStandardInput(), output: show))
  }

  func evaluate(_ snippets: [String]) -> ExitStatus {
    session.beginWhenNeeded(with: [Self.firstCasebook])
    for (index, snippet) in snippets.enumerated() {
      let ending = session.run(snippet, name: snippets.count == 1 ? "input" : "input \(index + 1)", output: show)
      if ending != .finished { return status(ending) }
    }
    return .success
  }
}
