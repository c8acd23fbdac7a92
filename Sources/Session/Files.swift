import Glibc

/// The files that a session may read and write: those below the folders that were allowed, the working directory first among them.
///
/// Paths are resolved before they are judged, links included, so that `..` or a link leads nowhere else.
public struct Files: Sendable {
  /// Why a file was not read or written.
  public enum Failure: Error, Hashable, Sendable {
    case missing
    case notAllowed
    case isFolder
    /// A folder without any file of the language.
    case isEmpty
    /// What was to be made is there already.
    case exists
    /// What the system said: `Permission denied`.
    case system(String)

    public var description: String {
      switch self {
      case .missing: return "there is no such file"
      case .notAllowed: return "it lies outside the folders that may be used"
      case .isFolder: return "it is a folder"
      case .isEmpty: return "it holds no .cotejo files"
      case .exists: return "it is there already"
      case .system(let words): return words
      }
    }
  }

  private let readable: [String]
  private let writable: [String]

  /// - Parameters:
  ///   - readable: folders and files that may be read besides what lies below the working directory.
  ///   - writable: folders and files that may be written likewise.
  public init(allowingReadOf readable: [String] = [], writingOf writable: [String] = []) {
    let here = Self.resolved(".") ?? "/"
    self.readable = [here] + readable.compactMap { Self.resolved($0) ?? Self.absolute($0) }
    self.writable = [here] + writable.compactMap { Self.resolved($0) ?? Self.absolute($0) }
  }

  /// A whole file, read in large blocks.
  public func read(_ path: String) throws(Failure) -> [UInt8] { try Self.contents(of: try permitted(path)) }

  /// Where a file that may be read really lies.
  func permitted(_ path: String) throws(Failure) -> String {
    guard let real = Self.resolved(path) else { throw Self.lastFailure() }
    guard Self.allows(real, under: readable) else { throw .notAllowed }
    return real
  }

  /// The names in a folder, sorted; nil where it is none, or may not be read.
  public func names(in folder: String) -> [String]? {
    guard let real = Self.resolved(folder), Self.allows(real, under: readable), let stream = opendir(real) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a whole file under a temporary name beside it, then puts it in place: nobody ever sees half of it.
  public func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try write(to: path) { write in try write(bytes) }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .system("\(error)")
    }
  }

  /// Writes a file part by part, in the same way. Throws `Failure`, and what the body throws; then there is no new file.
  func write(to path: String, _ body: (_ write: @escaping @Sendable ([UInt8]) throws -> Void) throws -> Void) throws {
    let folder = Self.folder(of: path)
    guard let real = Self.resolved(folder) else { throw Self.lastFailure() }
    guard Self.allows(real, under: writable) else { throw Failure.notAllowed }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != ".." else { throw Failure.isFolder }
    let target = real + "/" + name
    if let existing = Self.resolved(target), !Self.allows(existing, under: writable) { throw Failure.notAllowed }
    let temporary = real + "/." + name + ".\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.lastFailure() }
    do {
      try body { bytes in if !Self.writeAll(bytes, to: descriptor) { throw Self.lastFailure() } }
      guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, target) == 0 else { throw Self.lastFailure() }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  /// A file that the user named on the command line; such a file may lie anywhere.
  static func readNamed(_ path: String) throws(Failure) -> [UInt8] {
    guard let real = resolved(path) else { throw lastFailure() }
    return try contents(of: real)
  }

  /// Puts a text in the place of a file that the user named on the command line.
  static func writeNamed(_ bytes: [UInt8], to path: String) throws(Failure) {
    guard let real = resolved(path) else { throw lastFailure() }
    try Files(allowingReadOf: [], writingOf: [real]).write(bytes, to: real)
  }

  /// The names in a folder that the user named on the command line, sorted.
  static func namesNamed(in folder: String) throws(Failure) -> [String] {
    guard let names = Files(allowingReadOf: [folder]).names(in: folder) else { throw .missing }
    return names
  }

  /// Makes a folder that the user named on the command line; fails where anything of that name is there.
  static func makeNamed(folder: String) throws(Failure) {
    guard mkdir(folder, 0o755) == 0 else { throw lastFailure() }
  }

  /// Writes a new file that the user named on the command line; fails where it is there already, and leaves no half of it.
  static func createNamed(_ bytes: [UInt8], at path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw lastFailure() }
    guard writeAll(bytes, to: descriptor), close(descriptor) == 0 else {
      let failure = lastFailure()
      close(descriptor)
      unlink(path)
      throw failure
    }
  }

  /// Whether a folder exists, so that a path can name one.
  public func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: Paths

  /// The folder that a path lies in: `.` where it names none.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func absolute(_ path: String) -> String? {
    path.hasPrefix("/") ? path : resolved(".").map { $0 + "/" + path }
  }

  private static func allows(_ path: String, under folders: [String]) -> Bool {
    folders.contains { folder in folder == "/" || path == folder || path.hasPrefix(folder + "/") }
  }

  // MARK: The system

  private static func contents(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastFailure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw lastFailure() }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(clamping: status.st_size)) + 1)
    // No larger than the file needs: most are small, and a block must be filled before it can be read into. What has no size, such as a
    // pipe, is read in small pieces.
    var block = [UInt8](repeating: 0, count: max(1 << 12, min(1 << 18, Int(clamping: status.st_size) + 1)))
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw lastFailure()
      }
      bytes += block[..<count]
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      written += count
    }
    return true
  }

  static func lastFailure() -> Failure {
    switch errno {
    case ENOENT, ENOTDIR: return .missing
    case EISDIR: return .isFolder
    case EEXIST: return .exists
    default: return .system(String(cString: strerror(errno)))
    }
  }
}
