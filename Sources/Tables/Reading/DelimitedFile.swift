import Synchronization

/// A file of rows with one character between cells, which is read while it is scanned.
///
/// What isn't told of its layout is found out when it is opened, from all of a small file and from samples of a large one. While it is
/// scanned, blocks of whole rows go to the workers; each finds the cells of its block and reads those that are asked for.
public final class DelimitedFile: TableSource {
  public let schema: Schema
  public let profile: FileProfile
  let source: any ByteSource
  let layout: DelimitedLayout
  let rules: [CellRule]
  let toldMarks: [Set<String>]
  let lastReport = Mutex(ReadingReport())

  /// Opens a file of the system. Throws `TableError`.
  public convenience init(path: String, options: ReadingOptions = ReadingOptions()) throws {
    try self.init(FileBytes.open(path), name: path, options: options)
  }

  /// Opens a file whose columns of text share dictionaries with those of another file, by their folded names.
  convenience init(path: String, options: ReadingOptions, dictionaries: [String: TextDictionary]) throws {
    try self.init(FileBytes.open(path), name: path, options: options, dictionaries: dictionaries)
  }

  /// Takes bytes that were read already, such as those of the standard input. Throws `TableError`.
  public convenience init(bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()) throws {
    try self.init(MemoryBytes(content: bytes), name: name, options: options)
  }

  init(_ source: any ByteSource, name: String, options: ReadingOptions, dictionaries: [String: TextDictionary] = [:]) throws {
    var finder = DelimitedFinder(source, name: name, options: options)
    finder.dictionaries = dictionaries
    let found = try finder.find()
    self.source = found.source
    layout = found.layout
    rules = found.rules
    toldMarks = found.toldMarks
    schema = found.schema
    profile = found.profile
  }

  public var knownRowCount: Int? { profile.rowCount }

  /// What the last scan that has ended came upon.
  public var report: ReadingReport { lastReport.withLock { $0 } }
}
