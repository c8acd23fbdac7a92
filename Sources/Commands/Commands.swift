import CProcess
import Diagnostics
import Glibc
import LineEditing
import Session

/// The commands of the program: options in, exit status out.
///
///     cotejo                      the shell
///     cotejo run FILE             a script
///     cotejo -e TEXT              one entry
///     cotejo check | format | test FILE…
///
/// Each command makes a session, feeds it and says how it ended. What to print where is the printer's business; what a text means is the
/// session's.
public enum Commands {
  /// Runs the command that the arguments ask for, on a thread with room for deep expressions.
  public static func run(_ arguments: [String]) -> ExitStatus {
    cotejo_open_standard_descriptors()
    let options: CommandLineOptions
    do throws(CommandLineOptions.Usage) {
      options = try CommandLineOptions(arguments)
    } catch {
      try? FileDescriptorOutput.error.write("cotejo: \(error.message)\n  = \(error.hint)\n")
      return .usage
    }
    InterruptFlag.install()
    return LargeStack.run {
      let command = Command(options)
      let status = command.run()
      // The process ends next: taking a large casebook apart, claim by claim, would only cost time.
      _ = Unmanaged.passRetained(command.session)
      return status
    }
  }
}

/// One command with its session.
struct Command {
  let options: CommandLineOptions
  let session: Session
  let printer: Printer

  init(_ options: CommandLineOptions) {
    self.options = options
    let files = Files(
      allowingReadOf: options.readable + options.namedCasebooks,
      writingOf: options.writable + (options.saveFolder.map { [$0] } ?? []))
    session = Session(
      library: Self.library(), files: files, saveFolder: options.saveFolder, isInterrupted: { InterruptFlag.isRaised })
    session.parameterSettings = options.settings
    printer = Printer(options, sourceMap: session.sourceMap)
    if Terminal.isTerminal(STDERR_FILENO) { session.progress = printer.progress.update }
  }

  /// The Library inside the program, or the folder that takes its place.
  private static func library() -> LibraryFiles { libraryFolder.map { LibraryFiles(folder: $0) } ?? .embedded }

  private static var libraryFolder: String? {
    Terminal.environmentVariable("COTEJO_LIBRARY").flatMap { $0.isEmpty ? nil : $0 }
  }

  func run() -> ExitStatus {
    if let folder = Self.libraryFolder, !LibraryFiles(folder: folder).folders.contains("prelude") {
      printer.say(
        "cotejo: COTEJO_LIBRARY names \(folder), where there is no Library\n  = it is a folder with one named prelude in it")
      return .noInput
    }
    let status = runCommand()
    guard let failure = printer.outputFailure else { return status }
    printer.say("cotejo: the output cannot be written: \(failure.description)")
    return .cannotWrite
  }

  private func runCommand() -> ExitStatus {
    switch options.command {
    case .help:
      printer.put(Self.usage)
      return .success
    case .version:
      printer.put("cotejo \(Self.version)\n")
      return .success
    case .shell: return Terminal.isTerminal(STDIN_FILENO) ? shell() : runStandardInput()
    case .run(let file): return run(file: file)
    case .evaluate(let snippets): return evaluate(snippets)
    case .check(let paths): return check(paths)
    case .format(let paths, let onlyCheck): return format(paths, onlyCheck: onlyCheck)
    case .test(let paths): return test(paths)
    case .new(let folder): return new(folder)
    case .importFile(let file, let casebook, let target): return importFile(file, casebook: casebook, to: target)
    case .export(let casebook, let format, let target): return export(casebook, as: format, to: target)
    }
  }

  static let version = "0.1.0"

  /// The casebook that the shell and `-e` begin with.
  static let firstCasebook = "mexico_2018"

  static let usage = """
    Cotejo sets one piece of evidence beside another.

      cotejo                        the shell
      cotejo -e TEXT                one entry: cotejo -e 'naval_infantry.personnel in 2018'
      cotejo run FILE               a script; - reads it from standard input
      cotejo check FILE…            syntax, names, kinds and units; nothing is evaluated. A folder is checked as one casebook
      cotejo new FOLDER             a small casebook of your own to begin with
      cotejo import FILE            sources (.bib, CSL-JSON) or claims (.csv, .jsonl) as statements of the language
      cotejo export CASEBOOK --format csv|jsonl|csl|biblatex|graphml
      cotejo format FILE…           the one canonical layout, in place; - from standard input to standard output
      cotejo test [FILE…]           runs expectations and the examples in documentation; the Library where no file is named

    Options
      --set NAME=VALUE              gives a parameter of the script a value
      --format text|markdown|html|json|csv
      --to FILE                     with import and export: a new file to write; standard output otherwise
      --casebook CASEBOOK           with import: the casebook that claims are checked against
      --save-to FOLDER              where `save` writes
      --allow-read PATH             lets scripts read there besides the working directory
      --allow-write PATH            lets scripts write there besides the working directory
      --check                       with format: says which files are not canonical, and changes nothing
      --color auto|always|never     colours; NO_COLOR is honoured
      --width COLUMNS               how wide text is; the window's width otherwise
      --ascii                       no signs beyond ASCII
      --no-init                     does not read init.cotejo
      --help, --version

    Exit status: 0 done, 1 an expectation failed or evaluation stopped, 64 usage, 65 the input is wrong, 66 no such input, 73 cannot write,
    130 interrupted. In the shell, `help` says more.

    """

  // MARK: Sharing

  /// Reads the prelude and the named casebooks. What is wrong with them is printed.
  func begin(with casebooks: [String]) {
    let problems = session.begin(with: casebooks)
    if !problems.isEmpty { printer.print(problems) }
  }

  func show(_ output: Session.Output) {
    switch output {
    case .document(let document): printer.print(document)
    case .diagnostics(let diagnostics): printer.print(diagnostics)
    }
  }

  func status(_ ending: Session.Ending) -> ExitStatus {
    switch ending {
    case .finished, .quit: return .success
    case .wrongInput: return .wrongInput
    case .stopped: return .failure
    case .interrupted: return .interrupted
    case .cannotWrite: return .cannotWrite
    }
  }
}
