import Casebook
import Diagnostics
import Semantics
import Syntax

/// Finds and reads casebooks: those of the Library by name, the user's own by path.
///
/// A module is a file or a folder of `.cotejo` files, which are read together in the order of their paths. Each is read once.
final class Modules {
  private let library: LibraryFiles
  private let files: Files
  private let sourceMap: SourceMap
  private let reader: CasebookReader
  /// Whether what the Library's casebooks say is read only when it is asked for.
  private let readsLibraryLater: Bool
  private var loaded: Set<String> = []
  /// How many casebooks are being read because the one before uses them.
  private var depth = 0
  private static let greatestDepth = 64
  /// The names by which modules were asked for, in that order: the colophon's casebooks.
  private(set) var used: [String] = []

  init(library: LibraryFiles, files: Files, sourceMap: SourceMap, reader: CasebookReader, readsLibraryLater: Bool) {
    self.library = library
    self.files = files
    self.sourceMap = sourceMap
    self.reader = reader
    self.readsLibraryLater = readsLibraryLater
  }

  /// What a module brings besides claims: statements of its files, such as measures, to be checked by the session.
  struct Loaded {
    var programs: [Program] = []
    var diagnostics: [Diagnostic] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Reads a module if that has not been done. `range` is where it was asked for; `folder` that of the file that asks.
  func load(_ name: String, askedAt range: SourceRange?, from folder: String) -> Loaded {
    if !Self.isPath(name), library.folders.contains(name) {
      guard loaded.insert(name).inserted else { return Loaded() }
      used.append(name)
      return readLibrary(name)
    }
    let path = Self.join(folder, name)
    guard loaded.insert(path).inserted else { return Loaded() }
    do throws(Problem) {
      let sources = try readPaths(path)
      let found = read(sources)
      // What was wrong may be mended, and the casebook asked for again.
      if found.hasErrors { loaded.remove(path) } else { used.append(name) }
      return found
    } catch {
      loaded.remove(path)
      return Loaded(diagnostics: [notFound(name, error, askedAt: range, from: folder)])
    }
  }

  private func readLibrary(_ folder: String) -> Loaded {
    let files = library.files(in: folder).filter { $0.path.hasSuffix(".cotejo") }
    let sources = files.map { sourceMap.add(name: "Library/" + $0.path, bytes: $0.bytes) }
    let reading = reader.read(files: sources, later: readsLibraryLater)
    return Loaded(programs: reading.programs, diagnostics: reading.diagnostics)
  }

  private enum Problem: Error { case missing, empty, unreadable(String) }

  private func readPaths(_ path: String) throws(Problem) -> [SourceFile] {
    let paths: [String]
    if path.hasSuffix(".cotejo") {
      paths = [path]
    } else if let names = files.names(in: path) {
      paths = names.filter { $0.hasSuffix(".cotejo") }.map { path + "/" + $0 }
    } else {
      paths = [path + ".cotejo"]
    }
    guard !paths.isEmpty else { throw .empty }
    var sources: [SourceFile] = []
    for path in paths {
      do throws(Files.Failure) {
        sources.append(sourceMap.add(name: path, bytes: try files.read(path)))
      } catch {
        throw error == .missing ? .missing : .unreadable(error.description)
      }
    }
    return sources
  }

  /// Reads the files of one casebook, and before them the casebooks that they use. Where one of those is wrong, the files are not read:
  /// most of what would be said of them would follow from that.
  func read(_ sources: [SourceFile]) -> Loaded {
    var found = Loaded()
    depth += 1
    defer { depth -= 1 }
    for (file, name, range) in sources.flatMap(Self.uses) {
      guard depth <= Self.greatestDepth else {
        found.diagnostics.append(
          Diagnostic(
            .tooDeep, "casebooks use one another through more than \(Self.greatestDepth) others", at: range,
            notes: ["let one file use them all"]))
        return found
      }
      let inner = load(name, askedAt: range, from: Files.folder(of: file.name))
      found.programs += inner.programs
      found.diagnostics += inner.diagnostics
    }
    guard !found.hasErrors else { return found }
    let reading = reader.read(files: sources)
    // Of a casebook that was refused nothing else is taken in either.
    if reader.keepsWhatIsRight || !reading.diagnostics.contains(where: { $0.severity == .error }) {
      found.programs += reading.programs
    }
    found.diagnostics += reading.diagnostics
    return found
  }

  /// The casebooks that a file names with `use`. Only a file with such a line is looked at more closely.
  private static func uses(in file: SourceFile) -> [(file: SourceFile, name: String, range: SourceRange)] {
    let word = Array("use".utf8)
    let hasLine = file.bytes.indices.contains { offset in
      file.bytes[offset] | 0x20 == word[0] && (offset == 0 || file.bytes[offset - 1] <= 0x20)
        && file.bytes[offset...].prefix(4).elementsEqual(word + [0x20])
    }
    guard hasLine else { return [] }
    return parse(file).program.statements.compactMap { statement in
      if case .use(let name) = statement.node { (file, name, statement.range) } else { nil }
    }
  }

  private func notFound(_ name: String, _ problem: Problem, askedAt range: SourceRange?, from folder: String) -> Diagnostic {
    let place = range ?? SourceRange(file: SourceFileID(0), start: 0, end: 0)
    switch problem {
    case .missing:
      return Diagnostic(
        .noSuchFile, "no casebook is called \(name)", at: place, "not found", notes: [whatIsThere(insteadOf: name, from: folder)])
    case .empty: return Diagnostic(.noSuchFile, "\(name) holds no .cotejo files", at: place, "empty")
    case .unreadable(let why): return Diagnostic(.cannotRead, "\(name) cannot be read: \(why)", at: place)
    }
  }

  /// Near names of casebooks: those of the Library, or for a path those of the files and folders beside it.
  private func whatIsThere(insteadOf name: String, from folder: String) -> String {
    let isPath = Self.isPath(name)
    let parent = name.hasPrefix("/") || name.hasPrefix("./") || name.hasPrefix("../") ? Files.folder(of: name) + "/" : ""
    let beside = isPath ? files.names(in: Self.join(folder, Files.folder(of: name))) ?? [] : []
    let near = Suggestion.nearest(to: name, among: isPath ? beside.map { parent + Self.withoutEnding($0) } : library.casebooks)
    if let note = Suggestion.note(near) { return note }
    if isPath {
      return
        "a path leads to a folder of .cotejo files or to one of them, from \(folder.isEmpty ? "the working directory" : folder)"
    }
    return
      "the Library holds \(library.casebooks.joined(separator: ", ")); a casebook of your own is named by its path: `use ./my_case`"
  }

  private static func withoutEnding(_ name: String) -> String {
    name.hasSuffix(".cotejo") ? String(name.dropLast(".cotejo".utf8.count)) : name
  }

  /// Whether a name is a path and not that of a casebook of the Library.
  private static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".cotejo") || name.hasPrefix(".") }

  /// A path as seen from a folder.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return folder + "/" + path
  }
}
