/// Tables as they lie in memory, for opening them again without reading the file they came from.
///
/// A mark of eight bytes, the version, how long the content is and its checksum (CRC-32), then the content: the columns with their
/// dictionaries, and the chunks. All numbers are little-endian. Units aren't kept: whoever loads a file says them.
public enum TableSnapshot {
  /// How the name of such a file ends.
  public static let ending = ".snapshot"
  /// What every snapshot begins with.
  static let mark: [UInt8] = Array("COTEJOTB".utf8)
  private static let version: UInt64 = 1

  public static func bytes(_ table: Table) -> [UInt8] {
    var content = SnapshotWriter()
    content.add(number: table.schema.columns.count)
    for column in table.schema.columns {
      content.add(text: column.name)
      content.add(text: column.type.rawValue)
      content.add(text: column.sort?.rawValue ?? "")
      content.add(text: column.resolution.rawValue)
      let texts = column.dictionary?.texts.dropFirst() ?? []
      content.add(number: column.dictionary == nil ? -1 : texts.count)
      for text in texts { content.add(text: text) }
    }
    content.add(number: table.chunks.count)
    for chunk in table.chunks {
      content.add(number: chunk.first?.count ?? 0)
      for column in chunk { content.add(column) }
    }
    var head = SnapshotWriter()
    head.add(number: Int(version))
    head.add(number: content.bytes.count)
    head.add(number: Int(Inflation.checksum(content.bytes)))
    return mark + head.bytes + content.bytes
  }

  /// Throws `TableError` where the bytes are no snapshot of this version, or damaged.
  public static func read(_ bytes: [UInt8], name: String) throws -> Table {
    func damaged(_ what: String) -> TableError {
      .unreadable("the snapshot \(name) \(what)", notes: ["load the file that it was made from, and save it again"])
    }
    let contentStart = mark.count + 24
    var head = SnapshotReader(bytes, from: mark.count)
    guard bytes.starts(with: mark), let version = head.number(), let count = head.number(), let sum = head.number() else {
      throw damaged("isn't one")
    }
    guard version == Int(Self.version) else { throw damaged("is of another version, \(version)") }
    guard count == bytes.count - contentStart, Int(Inflation.checksum(bytes[contentStart...])) == sum else {
      throw damaged("is damaged")
    }
    var reader = SnapshotReader(bytes, from: contentStart)
    guard let columns = columns(&reader), let chunks = chunks(&reader, columns) else { throw damaged("is damaged") }
    return Table(schema: Schema(columns), chunks: chunks)
  }

  private static func columns(_ reader: inout SnapshotReader) -> [ColumnDescription]? {
    guard let count = reader.number(), count >= 0 else { return nil }
    var columns: [ColumnDescription] = []
    for _ in 0..<count {
      guard let name = reader.text(), let type = reader.text().flatMap(ColumnType.init), let sort = reader.text(),
        let resolution = reader.text().flatMap(DateResolution.init), let textCount = reader.number()
      else { return nil }
      var dictionary: TextDictionary?
      if textCount >= 0 {
        let texts = TextDictionary()
        for number in 0..<textCount {
          guard let text = reader.text(), texts.code(of: text) == UInt32(exactly: number + 1) else { return nil }
        }
        dictionary = texts
      }
      columns.append(
        ColumnDescription(name, type, sort: SortOfQuantity(rawValue: sort), resolution: resolution, dictionary: dictionary))
    }
    return columns
  }

  private static func chunks(_ reader: inout SnapshotReader, _ columns: [ColumnDescription]) -> [[Column]]? {
    guard let count = reader.number(), count >= 0 else { return nil }
    var chunks: [[Column]] = []
    for _ in 0..<count {
      guard let rowCount = reader.number(), (0...Chunks.maximumRowCount).contains(rowCount) else { return nil }
      var chunk: [Column] = []
      for column in columns {
        guard let cells = reader.column(column, rowCount: rowCount) else { return nil }
        chunk.append(cells)
      }
      chunks.append(chunk)
    }
    return chunks
  }
}
