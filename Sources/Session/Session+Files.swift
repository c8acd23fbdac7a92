import Casebook
public import Diagnostics
import Semantics
import Syntax

/// Files that a session runs, checks or rewrites as a whole.
extension Session {
  /// Reads a file that the user named on the command line; such a file may lie anywhere.
  public func open(_ path: String) throws(Files.Failure) -> SourceFile {
    sourceMap.add(name: path, bytes: try Files.readNamed(path))
  }

  /// Puts a new text in the place of a file that the user named on the command line.
  public func replace(_ path: String, with text: String) throws(Files.Failure) {
    try Files.writeNamed(Array(text.utf8), to: path)
  }

  /// Checks a script, or a casebook: a folder's files together, or a file that only declares. With it every rule of a derived figure is
  /// checked. All that is wrong is found in one go, so this session keeps even what is wrong and is of no further use.
  public func check(path: String) throws(Files.Failure) -> CheckReport {
    let isFolder = files.isFolder(path)
    let names = isFolder ? try Files.namesNamed(in: path).filter { $0.hasSuffix(".cotejo") }.map { path + "/" + $0 } : [path]
    guard !names.isEmpty else { throw .isEmpty }
    let sources = try names.map { name throws(Files.Failure) in try open(name) }
    guard isFolder || sources.contains(where: declares) else {
      return CheckReport(diagnostics: sources.flatMap { check($0, folder: Files.folder(of: path)) })
    }
    reader.keepsWhatIsRight = true
    let found = define(modules.read(sources)) + checkRules() + problems(in: sources)
    return CheckReport(diagnostics: found.inOrderOfPlace(), contents: contents(of: sources))
  }

  /// Whether a file is a casebook: it declares or claims something and does nothing.
  private func declares(_ file: SourceFile) -> Bool {
    guard !Example.isScript(file) else { return false }
    return parse(file).program.statements.contains { statement in
      switch statement.node {
      case .declaration, .citing, .claim, .claims, .derived, .tension, .deprecate: true
      default: false
      }
    }
  }

  /// Makes a folder with a small casebook in it that passes `check`. What is there already is never touched.
  public static func makeCasebook(at path: String) throws(Files.Failure) {
    try Files.makeNamed(folder: path)
    for (name, text) in CasebookTemplate.files { try Files.createNamed(Array(text.utf8), at: path + "/" + name) }
  }

  /// How much the files declare and claim, counted as it is written.
  private func contents(of sources: [SourceFile]) -> CheckReport.Contents {
    var contents = CheckReport.Contents()
    let kind = casebook.kind(named: "source")
    for file in sources {
      contents.count(parse(file).program.statements) { word in
        word == "source" || casebook.kind(named: word).map { found in kind.map { casebook.is(found, a: $0) } ?? false } ?? false
      }
    }
    return contents
  }

  private func checkRules() -> [Diagnostic] {
    casebook.loadAll()
    return reader.rules.all.flatMap { id in reader.rules.rule(id, checkedBy: makeChecker)?.diagnostics ?? [] }
  }

  /// The `.cotejo` and `.md` files at a path: the file itself, or all below the folder, in the order of their paths.
  public func textFiles(at path: String) throws(Files.Failure) -> [SourceFile] {
    guard files.isFolder(path) else { return [try open(path)] }
    var found: [SourceFile] = []
    for name in try Files.namesNamed(in: path) {
      let inner = path + "/" + name
      if files.isFolder(inner) {
        found += try textFiles(at: inner)
      } else if name.hasSuffix(".cotejo") || name.hasSuffix(".md") {
        found.append(try open(inner))
      }
    }
    return found
  }

  /// The files of the Library.
  public func libraryFiles() -> [SourceFile] {
    library.folders.flatMap { library.files(in: $0) }.map { sourceMap.add(name: "Library/" + $0.path, bytes: $0.bytes) }
  }

  /// What could stand at the cursor of an entry.
  public func completions(in text: String, at cursor: Int) -> Completions {
    casebook.loadAll()
    return Completion(casebook: casebook, scope: scope, casebookNames: library.casebooks).completions(in: text, at: cursor)
  }
}
