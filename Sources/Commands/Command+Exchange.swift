import Diagnostics
import Session

/// `import` and `export`.
extension Command {
  /// Turns a file of another program into statements of the language.
  func importFile(_ path: String, casebook: String?, to target: String?) -> ExitStatus {
    begin(with: [])
    if let casebook {
      let problems = session.read(casebook: casebook)
      printer.print(problems)
      if problems.contains(where: { $0.severity == .error }) { return .wrongInput }
    }
    do throws(Files.Failure) {
      let imported = try session.importing(path, isChecked: casebook != nil)
      printer.print(imported.diagnostics)
      if imported.diagnostics.contains(where: { $0.severity == .error }) {
        printer.say("\(path): \(DiagnosticRenderer.summary(of: imported.diagnostics)); nothing is written")
        return .wrongInput
      }
      sayLosses(imported.losses, "not kept")
      return write(imported.text, to: target, "\(imported.summary) from \(path)")
    } catch {
      printer.say("cotejo: \(path) cannot be read: \(error.description)")
      return .noInput
    }
  }

  /// Writes what a casebook holds in a format of another program.
  func export(_ casebook: String, as format: Session.ExportFormat, to target: String?) -> ExitStatus {
    begin(with: [])
    let problems = session.read(casebook: casebook)
    printer.print(problems)
    if let first = problems.first(where: { $0.severity == .error }) { return first.code == .noSuchFile ? .noInput : .wrongInput }
    let (text, losses) = session.export(format)
    sayLosses(losses, "not in the file")
    return write(text, to: target, format.rawValue)
  }

  private func sayLosses(_ losses: [String], _ how: String) {
    for line in losses { printer.say("\(how): \(line)") }
  }

  private func write(_ text: String, to target: String?, _ what: String) -> ExitStatus {
    guard let target else {
      printer.put(text)
      return .success
    }
    do throws(Files.Failure) {
      try Session.create(target, with: text)
    } catch {
      printer.say("cotejo: \(target) cannot be written: \(error.description)")
      return .cannotWrite
    }
    printer.say("\(target): \(what)")
    return .success
  }
}
