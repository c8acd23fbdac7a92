public import Casebook
public import Diagnostics
import Evaluation
import Evidence
public import Reports
import Names
import Semantics
import Syntax

/// What the shell and a script both are: a casebook, what the user has named so far, and the order of the stages.
///
///     let session = Session(library: .embedded, files: Files(), isInterrupted: { false })
///     session.begin(with: ["mexico_2018"])
///     session.run("navy.personnel in 2018", name: "input") { output in … }
///
/// A text is parsed, the casebooks it uses are read, its claims are added, its statements are checked, and only if nothing is wrong they
/// are evaluated, one by one. An entry that fails leaves what was defined before it as it was.
///
/// What casebooks of the Library say is read when it is first asked for, so that starting takes as long for a large Library as for a small
/// one. What turns out to be wrong then is said after the answer.
public final class Session {
  /// What a text says while it runs, in order.
  public enum Output {
    case document(Document)
    case diagnostics([Diagnostic])
  }

  /// How a text ended.
  public enum Ending: Hashable, Sendable {
    case finished
    /// Nothing was evaluated: syntax, names, units, claims.
    case wrongInput
    /// A statement stopped; those after it were not evaluated.
    case stopped
    case interrupted
    case cannotWrite
    /// `quit`
    case quit
  }

  public let sourceMap = SourceMap()
  public let casebook = Casebook()
  let library: LibraryFiles
  let files: Files
  let reader: CasebookReader
  let modules: Modules
  let host: SessionHost
  let evaluator: Evaluator
  var scope: Scope
  let libraryDefinitions: LibraryDefinitions
  private let dataFiles: SessionDataFiles
  /// The casebooks of `beginWhenNeeded`, until they are opened.
  private var unopened: [String]?
  /// Values that the command line gives to parameters of a script, as written.
  public var parameterSettings: [(name: String, value: String)] = []

  /// Told, while a file of data is read, how many of its rows and of its bytes are done, and of how many bytes.
  public var progress: ((_ rows: Int, _ bytes: Int, _ allBytes: Int) -> Void)? {
    get { host.progress }
    set { host.progress = newValue }
  }

  /// With `readsLibraryLater`, what casebooks of the Library say is read only when it is asked for. Answers are the same.
  public init(
    library: LibraryFiles, files: Files, saveFolder: String? = nil, readsLibraryLater: Bool = true,
    isInterrupted: @escaping () -> Bool
  ) {
    self.library = library
    self.files = files
    reader = CasebookReader(casebook: casebook, sourceMap: sourceMap)
    modules = Modules(
      library: library, files: files, sourceMap: sourceMap, reader: reader, readsLibraryLater: readsLibraryLater)
    libraryDefinitions = LibraryDefinitions { [reader, sourceMap] scope in
      Checker(casebook: reader.casebook, units: reader.units, sourceMap: sourceMap, scope: scope)
    }
    scope = Scope(library: libraryDefinitions)
    host = SessionHost(files: files, saveFolder: saveFolder, isInterrupted: isInterrupted)
    dataFiles = SessionDataFiles(files: files)
    host.isRead = { [dataFiles] path in dataFiles.hasOpened(path) }
    let context = RuleContext(reader: reader, sourceMap: sourceMap)
    evaluator = Evaluator(casebook: casebook, sourceMap: sourceMap, host: host) { context.derivation($0) }
  }

  /// Reads the prelude and the casebooks of the Library that the session starts with. Gives what is wrong with them.
  @discardableResult
  public func begin(with casebooks: [String] = []) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for name in [Self.prelude] + casebooks {
      let loaded = modules.load(name, askedAt: nil, from: "")
      libraryDefinitions.add(loaded.programs)
      found += loaded.diagnostics
    }
    return found
  }

  /// Like `begin(with:)`, but at the first text that names anything: plain sums need no casebook, however large that has become. What is
  /// wrong with the casebooks is then said with that text.
  public func beginWhenNeeded(with casebooks: [String]) { unopened = casebooks }

  /// Opens what was put off, if the text names anything.
  private func open(for file: SourceFile) -> [Diagnostic] {
    guard let casebooks = unopened, !Self.isSum(file.bytes) else { return [] }
    unopened = nil
    return begin(with: casebooks)
  }

  private static let signsOfSums = Set("0123456789_.,+-*/()<>=% \n".utf8)

  /// Whether a text holds nothing but numbers and the signs between them.
  private static func isSum(_ text: [UInt8]) -> Bool {
    text.allSatisfy(signsOfSums.contains)
  }

  /// The casebook that every session reads: the schema.
  static let prelude = "prelude"

  // MARK: Running

  /// Runs a text: a script, or one entry of the shell. `folder` is where paths in it begin.
  public func run(_ text: String, name: String, folder: String = "", output: (Output) -> Void) -> Ending {
    run(sourceMap.add(name: name, text: text), folder: folder, output: output)
  }

  /// Runs a file that was read.
  public func run(_ file: SourceFile, folder: String = "", output: (Output) -> Void) -> Ending {
    defer {
      let late = reader.takeProblems() + libraryDefinitions.takeDiagnostics()
      if !late.isEmpty { output(.diagnostics(late)) }
    }
    // What is wrong with a casebook of the Library is said, and doesn't keep the text from being run.
    let problems = open(for: file)
    if !problems.isEmpty { output(.diagnostics(problems)) }
    let outerScope = scope
    let (statements, diagnostics) = prepare(file, folder: folder)
    if !diagnostics.isEmpty { output(.diagnostics(diagnostics)) }
    if diagnostics.contains(where: { $0.severity == .error }) {
      scope = outerScope
      return .wrongInput
    }
    host.colophon = colophon(of: file)
    for statement in statements {
      if case .shell(let request) = statement.node {
        if case .quit = request { return .quit }
        guard answer(request, at: statement.range, output: output) else { return .wrongInput }
        continue
      }
      let outcome = evaluator.run(statement)
      if let document = outcome.document { output(.document(document)) }
      if !outcome.diagnostics.isEmpty { output(.diagnostics(outcome.diagnostics)) }
      if outcome.failed { return ending(of: outcome.diagnostics) }
    }
    return .finished
  }

  /// What reports of a text say of where they come from: the script, where it is one, and the casebooks that were read.
  private func colophon(of file: SourceFile) -> [ColophonEntry] {
    var lines = file.name.hasSuffix(".cotejo") ? [ColophonEntry("Script", file.name)] : []
    let casebooks = modules.used.filter { $0 != Self.prelude }
    if !casebooks.isEmpty { lines.append(ColophonEntry("Casebook", casebooks.joined(separator: ", "))) }
    return lines
  }

  private func ending(of diagnostics: [Diagnostic]) -> Ending {
    switch diagnostics.last(where: { $0.severity == .error })?.code {
    case .interrupted: return .interrupted
    case .cannotWrite, .notAllowed: return .cannotWrite
    default: return .stopped
    }
  }

  /// Parses and checks a text, reading what it uses and adding what it claims. Nothing is evaluated.
  public func check(_ file: SourceFile, folder: String = "") -> [Diagnostic] {
    let outerScope = scope
    defer { scope = outerScope }
    return prepare(file, folder: folder).diagnostics
  }

  private func prepare(_ file: SourceFile, folder: String) -> (statements: [CheckedStatement], diagnostics: [Diagnostic]) {
    let parsed = parse(file)
    dataFiles.folder = folder
    var diagnostics = parsed.diagnostics
    for statement in parsed.program.statements {
      switch statement.node {
      case .use(let name): diagnostics += define(modules.load(name, askedAt: statement.range, from: folder))
      case .language(let version) where version.value != 1:
        diagnostics.append(
          Diagnostic(
            .unknownLanguageVersion, "this program reads version 1 of the language", at: version.range, "another version",
            notes: ["write `language 1`"]))
      default: break
      }
    }
    // Claims go into the casebook only from a text without errors: nothing is loaded by halves.
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return ([], (diagnostics + checkOnly(parsed.program)).inOrderOfPlace())
    }
    diagnostics += reader.prepare([parsed.program])
    var checker = makeChecker()
    let statements = checker.check(parsed.program)
    diagnostics += checker.diagnostics
    diagnostics += takeSettings(for: statements, &checker)
    reader.finish(keeping: !diagnostics.contains { $0.severity == .error })
    evaluator.casebookChanged()
    scope = checker.scope
    return (statements, diagnostics.inOrderOfPlace())
  }

  /// What else is wrong with a text that will not be evaluated because of its syntax.
  private func checkOnly(_ program: Program) -> [Diagnostic] {
    var checker = makeChecker()
    _ = checker.check(program)
    return checker.diagnostics
  }

  /// Takes the measures and other definitions of a casebook's files into the scope.
  func define(_ loaded: Modules.Loaded) -> [Diagnostic] {
    var checker = makeChecker()
    for program in loaded.programs { _ = checker.check(program) }
    scope = checker.scope
    return loaded.diagnostics + checker.diagnostics
  }

  func makeChecker() -> Checker {
    var texts: [String: String] = [:]
    for (name, value) in parameterSettings { texts[foldName(name)] = value }
    return Checker(
      casebook: casebook, units: reader.units, sourceMap: sourceMap, scope: scope, dataFiles: dataFiles, parameterTexts: texts)
  }
}

/// How the evaluator gets at the rules of derived figures: checked against the whole casebook, when first asked for.
final class RuleContext {
  private let reader: CasebookReader
  private let sourceMap: SourceMap

  init(reader: CasebookReader, sourceMap: SourceMap) {
    self.reader = reader
    self.sourceMap = sourceMap
  }

  func derivation(_ id: RuleID) -> Derivation? {
    let checked = reader.rules.rule(id) {
      Checker(casebook: reader.casebook, units: reader.units, sourceMap: sourceMap, scope: Scope())
    }
    return checked.map {
      Derivation(
        expression: $0.expression, because: $0.because, caveats: $0.caveats, range: $0.range, diagnostics: $0.diagnostics)
    }
  }
}
