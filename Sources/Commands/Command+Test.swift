import Diagnostics
import Session

/// `test`: scripts with their expectations, the examples in documentation comments, and the blocks of Markdown pages.
extension Command {
  func test(_ paths: [String]) -> ExitStatus {
    var counts = (passed: 0, failed: 0)
    for path in paths {
      do throws(Files.Failure) {
        for file in try session.textFiles(at: path) { test(file, &counts) }
      } catch {
        printer.say("cotejo: \(path) cannot be read: \(error.description)")
        return error == .missing ? .noInput : .failure
      }
    }
    if paths.isEmpty { testLibrary(&counts) }
    printer.say("\(counts.passed) passed, \(counts.failed) failed")
    return counts.failed == 0 ? .success : .failure
  }

  /// The Library inside the program.
  private func testLibrary(_ counts: inout (passed: Int, failed: Int)) {
    for file in session.libraryFiles() { test(file, &counts) }
  }

  /// Runs what a file shows: a script as a whole, then the examples in it; a page's blocks one after another in one session. A file that
  /// only declares is no script; `check` reads it.
  private func test(_ file: SourceFile, _ counts: inout (passed: Int, failed: Int)) {
    if file.name.hasSuffix(".md") {
      run(Example.inMarkdown(file), after: nil, &counts)
      return
    }
    guard Example.isScript(file) else { return run(Example.inDocumentation(of: file), after: nil, &counts) }
    let command = fresh()
    let ending = command.session.run(
      command.session.sourceMap.add(name: file.name, bytes: file.bytes), folder: Files.folder(of: file.name),
      output: command.showOnlyDiagnostics)
    count(ending == .finished, file.name, &counts)
    run(Example.inDocumentation(of: file), after: ending == .finished ? command : nil, &counts)
  }

  private func run(_ examples: [Example], after command: Command?, _ counts: inout (passed: Int, failed: Int)) {
    guard !examples.isEmpty else { return }
    let command = command ?? fresh()
    for example in examples {
      let ending = command.session.run(example.text, name: example.place, output: command.showOnlyDiagnostics)
      count(ending == .finished, example.place, &counts)
    }
  }

  private func count(_ succeeded: Bool, _ name: String, _ counts: inout (passed: Int, failed: Int)) {
    if succeeded {
      counts.passed += 1
    } else {
      counts.failed += 1
      printer.say("failed: \(name)")
    }
  }

  /// A session of its own, so that one test can't lean on another.
  private func fresh() -> Command {
    let command = Command(options)
    command.begin(with: [Self.firstCasebook])
    return command
  }

  private func showOnlyDiagnostics(_ output: Session.Output) {
    if case .diagnostics = output { show(output) }
  }
}
