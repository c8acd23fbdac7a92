/// A file of data of any format, looked over.
public struct DataFile: Sendable {
  public var source: any TableSource
  public var profile: FileProfile

  /// Opens a file of the system; messages call it by `name`, or else by its path. Throws `TableError`.
  public static func open(path: String, name: String? = nil, options: ReadingOptions = ReadingOptions()) throws -> DataFile {
    try open(FileBytes.open(path), name: name ?? path, options: options)
  }

  /// Takes bytes that were read already, such as those of the standard input. Throws `TableError`.
  public static func open(bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()) throws -> DataFile {
    try open(MemoryBytes(content: bytes), name: name, options: options)
  }

  private static func open(_ source: any ByteSource, name: String, options: ReadingOptions) throws -> DataFile {
    var source = source
    let start = try source.bytes(0..<64)
    if Inflation.isCompressed(start) {
      source = MemoryBytes(content: try Inflation.inflate(source.bytes(0..<source.byteCount), name: name))
      return try open(source, name: name, options: options)
    }
    let format = options.format ?? format(start, name)
    if format != .snapshot, options.encoding == nil, let refusal = BinaryContent.refusal(try source.bytes(0..<4096), name: name) {
      throw refusal
    }
    switch format {
    case .snapshot: return try snapshot(source, name)
    case .json, .jsonLines, .geoJSON: return try json(source, name: name, options: options)
    case .delimited:
      let file = try DelimitedFile(source, name: name, options: options)
      return DataFile(source: file, profile: file.profile)
    }
  }

  /// The format that a file's first bytes and its name speak for.
  private static func format(_ start: [UInt8], _ name: String) -> FileFormat {
    if start.starts(with: TableSnapshot.mark) { return .snapshot }
    let name = name.lowercased()
    for (ending, format) in [(".geojson", FileFormat.geoJSON), (".jsonl", .jsonLines), (".ndjson", .jsonLines), (".json", .json)]
    {
      if name.hasSuffix(ending) { return format }
    }
    let text = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let second = text.dropFirst().first { $0 > 0x20 }
    switch text.first {
    case 0x7B? where second == 0x22 || second == 0x7D: return .json
    case 0x5B? where second == 0x7B || second == 0x5D: return .json
    default: return .delimited
    }
  }

  private static func snapshot(_ source: any ByteSource, _ name: String) throws -> DataFile {
    let table = try TableSnapshot.read(source.bytes(0..<source.byteCount), name: name)
    return DataFile(source: table, profile: FileProfile(table, name: name, byteCount: source.byteCount))
  }

  private static func json(_ source: any ByteSource, name: String, options: ReadingOptions) throws -> DataFile {
    let bytes = try source.bytes(0..<source.byteCount)
    guard bytes.contains(where: { $0 > 0x20 }) else { throw TableError.unreadable("\(name) is empty") }
    let found = bytes.withUnsafeBytes { TextDecoding.detect($0, isWhole: true) }
    let encoding = options.encoding ?? found.encoding
    let text = bytes.withUnsafeBytes {
      TextDecoding.utf8(
        UnsafeRawBufferPointer(rebasing: $0[(found.encoding == encoding ? found.markLength : 0)...]), from: encoding)
    }
    let records = try text.withUnsafeBytes { try JSONRecords($0, format: options.format) }
    guard records.count > 0, !records.names.isEmpty else { throw TableError.unreadable("\(name) has no objects in it") }
    var rows = options
    (rows.delimiter, rows.quoting, rows.encoding) = (0x2C, .marks(0x22), .utf8)
    (rows.headerRows, rows.titleRows, rows.footRows) = (1, 0, 0)
    (rows.decimalComma, rows.thousandsSeparator) = (false, ReadingOptions.ThousandsSeparator.none)
    let file = try DelimitedFile(MemoryBytes(content: records.delimited()), name: name, options: rows)
    var profile = file.profile
    (profile.format, profile.byteCount, profile.geometryCount) = (records.format, bytes.count, records.geometryCount)
    profile.findings = [
      FileProfile.Finding(
        setting: .encoding, value: encoding.rawValue, reason: options.encoding == nil ? found.reason : "",
        isTold: options.encoding != nil)
    ]
    return DataFile(source: file, profile: profile)
  }
}
