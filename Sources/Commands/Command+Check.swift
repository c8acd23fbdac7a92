import Diagnostics
import LineEditing
import Session
import Syntax

/// `check` and `format`.
extension Command {
  /// Checks each file, or each folder as one casebook.
  func check(_ paths: [String]) -> ExitStatus {
    var result = ExitStatus.success
    for path in paths {
      let fresh = Command(options)
      let early = fresh.session.begin()
      var report: CheckReport
      do throws(Files.Failure) {
        report = try fresh.session.check(path: path)
      } catch {
        printer.say("cotejo: \(path) cannot be read: \(error.description)")
        return .noInput
      }
      report.diagnostics = early + report.diagnostics
      let diagnostics = report.diagnostics
      fresh.printer.print(diagnostics)
      if diagnostics.contains(where: { $0.severity == .error }) { result = .wrongInput }
      if !diagnostics.isEmpty { printer.say("\(path): \(DiagnosticRenderer.summary(of: diagnostics))") }
      if let line = report.statusLine { fresh.printer.put(paths.count == 1 ? line + "\n" : "\(path): \(line)\n") }
    }
    return result
  }

  func openStandardInput() -> SourceFile {
    var reader = StandardInputReader()
    return session.sourceMap.add(name: "standard input", bytes: reader.readAllBytes())
  }

  func format(_ paths: [String], onlyCheck: Bool) -> ExitStatus {
    var result = ExitStatus.success
    for path in paths {
      do throws(Files.Failure) {
        let file = try path == "-" ? openStandardInput() : session.open(path)
        let formatted = Syntax.format(file)
        if let text = formatted.text {
          let isCanonical = Array(text.utf8) == file.bytes
          if onlyCheck {
            guard !isCanonical else { continue }
            printer.say("\(file.name) is not in the canonical layout")
            result = .failure
          } else if path == "-" {
            printer.put(text)
          } else if !isCanonical {
            try session.replace(path, with: text)
          }
        } else {
          printer.print(formatted.diagnostics)
          result = .wrongInput
        }
      } catch {
        printer.say("cotejo: \(path) cannot be read or written: \(error.description)")
        return error == .missing || error == .isFolder ? .noInput : .cannotWrite
      }
    }
    return result
  }
}
