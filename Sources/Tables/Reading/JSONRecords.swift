/// The records of a JSON file, gathered so that they can be read as rows: each object is one, each name in it a column.
///
/// An object within an object becomes columns of its own, `outer.inner`; an array is kept as the text that it is.
struct JSONRecords {
  private static let greatestDepth = 16

  private struct Cell {
    var column: Int
    var range: Range<Int>
  }

  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// All cells as they stand in rows, one record after the other.
  private var text: [UInt8] = []
  private var cells: [Cell] = []
  private var ends: [Int] = []
  private(set) var geometryCount = 0
  private(set) var format: FileFormat

  var count: Int { ends.count }

  /// Reads a file's bytes, which must be UTF-8. Throws `TableError` with a line and a column.
  init(_ bytes: UnsafeRawBufferPointer, format told: FileFormat?) throws {
    var reader = JSONReader(bytes)
    format = told ?? .json
    guard let first = reader.peek() else { throw reader.failure("there is nothing") }
    if first == 0x5B {
      try reader.array { reader in try add(&reader) }
      if let more = reader.peek() {
        throw reader.failure("\(String(decoding: [more], as: UTF8.self)) comes after the last value")
      }
      return
    }
    guard first == 0x7B else { throw reader.failure("an object { or an array [ is expected here") }
    if told != .jsonLines, try readCollection(reader) { return }
    format = .jsonLines
    while reader.peek() != nil { try add(&reader) }
  }

  /// Reads a single object that holds the records in an array: the features of GeoJSON, or the first array of objects.
  private mutating func readCollection(_ start: JSONReader) throws -> Bool {
    var (reader, features, other) = (start, Range<Int>?.none, Range<Int>?.none)
    do {
      try reader.object { reader, name in
        let isArray = reader.peek() == 0x5B
        let range = try reader.value()
        guard isArray else { return }
        if name == "features" { features = range } else if other == nil, range.count > 2 { other = range }
      }
    } catch  where format != .json || reader.offset >= reader.bytes.count {
      return false
    }
    guard reader.peek() == nil, let range = features ?? other else { return false }
    var inner = JSONReader(reader.bytes, from: range.lowerBound)
    if features != nil {
      format = .geoJSON
      try inner.array { reader in try addFeature(&reader) }
    } else {
      var second = JSONReader(reader.bytes, from: range.lowerBound + 1)
      guard second.peek() == 0x7B else { return false }
      try inner.array { reader in try add(&reader) }
    }
    return true
  }

  private mutating func addFeature(_ reader: inout JSONReader) throws {
    var hasProperties = false
    try reader.object { reader, name in
      if name == "properties", reader.peek() == 0x7B {
        hasProperties = true
        try addCells(&reader, prefix: "", depth: 0)
      } else {
        let range = try reader.value()
        if name == "geometry", reader.bytes[range.lowerBound] == 0x7B { geometryCount += 1 }
      }
    }
    if !hasProperties, names.isEmpty { _ = number(of: "feature") }
    ends.append(cells.count)
  }

  private mutating func add(_ reader: inout JSONReader) throws {
    guard reader.peek() == 0x7B else { throw reader.failure("an object { is expected here, one for each row") }
    try addCells(&reader, prefix: "", depth: 0)
    ends.append(cells.count)
  }

  private mutating func addCells(_ reader: inout JSONReader, prefix: String, depth: Int) throws {
    try reader.object { reader, name in
      let column = prefix + name
      if reader.peek() == 0x7B, depth < Self.greatestDepth {
        try addCells(&reader, prefix: column + ".", depth: depth + 1)
        return
      }
      let start = text.count
      if reader.peek() == 0x22 {
        DelimitedText.append(try reader.string(), to: &text, isAlwaysQuoted: true)
      } else {
        let value = reader.bytes[try reader.value()]
        if value.first == 0x5B || value.first == 0x7B {
          DelimitedText.append(Array(value), to: &text, isAlwaysQuoted: true)
        } else if value.first != 0x6E {
          text.append(contentsOf: value)
        }
      }
      cells.append(Cell(column: number(of: column), range: start..<text.count))
    }
  }

  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The records as a delimited file with a header.
  func delimited() -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(text.count + ends.count * names.count + 1024)
    for (index, name) in names.enumerated() {
      if index > 0 { file.append(0x2C) }
      DelimitedText.append(Array(name.utf8), to: &file, isAlwaysQuoted: true)
    }
    file.append(0x0A)
    var row = [Range<Int>](repeating: 0..<0, count: names.count)
    var first = 0
    for end in ends {
      for index in row.indices { row[index] = 0..<0 }
      for cell in cells[first..<end] { row[cell.column] = cell.range }
      for (index, range) in row.enumerated() {
        if index > 0 { file.append(0x2C) }
        file.append(contentsOf: text[range])
      }
      // A row of one missing cell would be a blank line.
      if row.count == 1, row[0].isEmpty { file.append(contentsOf: [0x22, 0x22]) }
      file.append(0x0A)
      first = end
    }
    return file
  }
}
