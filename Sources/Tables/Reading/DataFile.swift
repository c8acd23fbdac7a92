/// A file of data of any format, looked over.
public struct DataFile: Sendable {
  public var source: any TableSource
  public var profile: FileProfile

  /// Opens a file of the system. Throws `TableError`.
  public static func open(path: String, options: ReadingOptions = ReadingOptions()) throws -> DataFile {
    try open(FileBytes.open(path), name: path, options: options)
  }

  /// Takes bytes that were read already, such as those of the standard input. Throws `TableError`.
  public static func open(bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()) throws -> DataFile {
    try open(MemoryBytes(content: bytes), name: name, options: options)
  }

  private static func open(_ source: any ByteSource, name: String, options: ReadingOptions) throws -> DataFile {
    let file = try DelimitedFile(source, name: name, options: options)
    return DataFile(source: file, profile: file.profile)
  }
}
