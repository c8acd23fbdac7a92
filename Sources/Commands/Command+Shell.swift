import LineEditing
import Session

/// The interactive shell.
extension Command {
  func shell() -> ExitStatus {
    begin(with: [Self.firstCasebook])
    if options.readsInit { readInit() }
    let folder = Self.stateFolder()
    var configuration = LineEditorConfiguration(historyPath: folder.map { $0 + "/history.jsonl" })
    if options.color == .never { configuration.usesColor = false }
    let delegate = ShellDelegate(session)
    guard let editor = LineEditor(configuration: configuration, delegate: delegate) else { return runStandardInput() }
    defer { editor.close() }
    printer.say("Cotejo \(Self.version). `help` lists what can be asked, Tab completes, Ctrl-D leaves.")
    if let failure = editor.historyFailure { printer.say("the history cannot be kept: \(failure.description)") }
    while true {
      printer.progress.erase()
      switch editor.readEntry(prompt: "cotejo> ") {
      case .interrupted: continue
      case .endOfInput: return .success
      case .entry(let text):
        if text.allSatisfy(\.isWhitespace) { continue }
        editor.addToHistory(text)
        InterruptFlag.clear()
        if session.run(text, name: "input", output: show) == .quit { return .success }
      }
    }
  }

  /// The user's own definitions, read before the first prompt.
  private func readInit() {
    guard let home = Self.folder("XDG_CONFIG_HOME", under: "/.config") else { return }
    let path = home + "/cotejo/init.cotejo"
    guard let file = try? session.open(path) else { return }
    _ = session.run(file, folder: home + "/cotejo", output: show)
  }

  /// The folder of the history, made if it is missing; nil where there is no home.
  private static func stateFolder() -> String? {
    folder("XDG_STATE_HOME", under: "/.local/state").map { $0 + "/cotejo" }
  }

  private static func folder(_ variable: String, under fallback: String) -> String? {
    if let folder = Terminal.environmentVariable(variable), folder.hasPrefix("/") { return folder }
    return Terminal.environmentVariable("HOME").flatMap { $0.hasPrefix("/") ? $0 + fallback : nil }
  }
}
