import Casebook
public import Diagnostics
import Semantics

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

  /// Checks a script, or a folder's files together as a casebook, and with it every rule of a derived figure.
  public func check(path: String) throws(Files.Failure) -> [Diagnostic] {
    guard files.isFolder(path) else {
      let file = try open(path)
      return more(after: check(file, folder: Files.folder(of: path)), in: [file])
    }
    let names = try Files.namesNamed(in: path).filter { $0.hasSuffix(".cotejo") }
    guard !names.isEmpty else { throw .isEmpty }
    let sources = try names.map { name throws(Files.Failure) in try open(path + "/" + name) }
    return more(after: define(modules.read(sources)), in: sources)
  }

  /// What can only be said of a text that was taken in: rules that don't work out, and what a careful reader would stop at.
  private func more(after found: [Diagnostic], in sources: [SourceFile]) -> [Diagnostic] {
    found.contains { $0.severity == .error } ? found : found + checkRules() + problems(in: sources)
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
