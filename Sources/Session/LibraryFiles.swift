import CLibrary

/// The files of Library/: the prelude, the casebooks, the guide.
///
/// They travel inside the binary. Another folder may take their place (`COTEJO_LIBRARY`), so that a casebook can be worked on without
/// building.
public struct LibraryFiles: Sendable {
  public struct File: Sendable {
    /// Relative to Library/: `mexico_2018/navy.cotejo`.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  private enum Store {
    case embedded
    case given([File])
  }

  private let store: Store

  /// The files that the binary holds.
  public static let embedded = LibraryFiles(.embedded)

  private init(_ store: Store) { self.store = store }

  /// Files read from elsewhere.
  public init(files: [File]) { store = .given(files.sorted { $0.path < $1.path }) }

  /// The text files of a folder and of the folders in it; what can't be read is left out.
  public init(folder: String) {
    var found: [File] = []
    for name in (try? Files.namesNamed(in: folder)) ?? [] {
      for file in (try? Files.namesNamed(in: folder + "/" + name)) ?? [] where file.hasSuffix(".cotejo") || file.hasSuffix(".md")
      {
        guard let bytes = try? Files.readNamed(folder + "/" + name + "/" + file) else { continue }
        found.append(File(path: name + "/" + file, bytes: bytes))
      }
    }
    self.init(files: found)
  }

  /// All paths, sorted.
  public var paths: [String] {
    switch store {
    case .embedded: return (0..<cotejo_library_file_count).compactMap { Self.embeddedPath($0) }
    case .given(let files): return files.map(\.path)
    }
  }

  /// The names of the folders, sorted: `guide`, `mexico_2018`, `prelude`.
  public var folders: [String] {
    var names: [String] = []
    for path in paths {
      guard let slash = path.firstIndex(of: "/") else { continue }
      let folder = String(path[..<slash])
      if names.last != folder { names.append(folder) }
    }
    return names
  }

  /// The folders that are casebooks: all but what every session reads, and the guide.
  public var casebooks: [String] { folders.filter { $0 != "prelude" && $0 != "guide" } }

  /// The files of one folder, in the order of their paths. Bytes are copied only here.
  public func files(in folder: String) -> [File] {
    let prefix = folder + "/"
    switch store {
    case .embedded:
      return (0..<cotejo_library_file_count).compactMap { index in
        guard let path = Self.embeddedPath(index), path.hasPrefix(prefix) else { return nil }
        return Self.embeddedFile(index, path: path)
      }
    case .given(let files): return files.filter { $0.path.hasPrefix(prefix) }
    }
  }

  private static func embeddedPath(_ index: Int) -> String? {
    cotejo_library_file_at(index).map { String(cString: $0.pointee.path) }
  }

  private static func embeddedFile(_ index: Int, path: String) -> File? {
    cotejo_library_file_at(index).map { file in
      File(path: path, bytes: Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)))
    }
  }
}
