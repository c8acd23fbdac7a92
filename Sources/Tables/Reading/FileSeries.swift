import Names
import Synchronization

/// Several files with the same columns, one after the other, as one table.
public final class FileSeries: TableSource {
  /// One file, and which of its columns is which of the series.
  private struct Part: Sendable {
    var file: DelimitedFile
    var columns: [Int]
  }

  /// A chunk of one file, whose columns are numbered as those of the series.
  private struct Chunk: TableChunk {
    let base: any TableChunk
    let columns: [Int]
    var rowCount: Int { base.rowCount }

    func column(_ index: Int, rows: [Int32]?) throws -> Column {
      guard columns.indices.contains(index) else {
        throw TableError.wrongStep("a column is asked for that the files don't have")
      }
      return try base.column(columns[index], rows: rows)
    }
  }

  public let schema: Schema
  private let parts: [Part]

  /// Opens files; the first says the order of the columns. A column that is whole numbers in one and fractions in another is fractions
  /// in all, and text where they differ otherwise. Throws `TableError` where a file has other columns than the first.
  public static func open(paths: [String], options: ReadingOptions = ReadingOptions()) throws -> (
    source: FileSeries, profiles: [FileProfile]
  ) {
    guard !paths.isEmpty else { throw TableError.unreadable("no file is named") }
    var types: [String: ColumnType] = [:]
    let looked = try paths.map { try DelimitedFile(path: $0, options: options) }
    for file in looked {
      for column in file.schema.columns {
        let name = foldName(column.name)
        types[name] = types[name].map { unified($0, column.type) } ?? column.type
      }
    }
    var told = options
    told.typesOfColumns = types
    var dictionaries: [String: TextDictionary] = [:]
    var parts: [Part] = []
    for (path, file) in zip(paths, looked) {
      let agrees = file.schema.columns.allSatisfy { types[foldName($0.name)] == $0.type }
      let again = agrees && dictionaries.isEmpty ? file : try DelimitedFile(path: path, options: told, dictionaries: dictionaries)
      for column in again.schema.columns { if let own = column.dictionary { dictionaries[foldName(column.name)] = own } }
      parts.append(Part(file: again, columns: try order(of: again, as: parts.first?.file, path: path, first: paths[0])))
    }
    return (FileSeries(parts), looked.map(\.profile))
  }

  private init(_ parts: [Part]) {
    self.parts = parts
    schema = parts.first?.file.schema ?? Schema([])
  }

  private static func unified(_ one: ColumnType, _ other: ColumnType) -> ColumnType {
    if one == other { return one }
    return [one, other].allSatisfy { $0 == .integer || $0 == .real } ? .real : .text
  }

  private static func order(of file: DelimitedFile, as first: DelimitedFile?, path: String, first firstPath: String) throws
    -> [Int]
  {
    let names = file.schema.columns.map { foldName($0.name) }
    guard let first else { return Array(names.indices) }
    var order: [Int] = []
    for column in first.schema.columns {
      guard let place = names.firstIndex(of: foldName(column.name)) else {
        throw TableError.unreadable("\(path) has no column \(column.name), which \(firstPath) has")
      }
      order.append(place)
    }
    guard names.count == order.count else {
      let surplus = file.schema.columns.indices.first { !order.contains($0) }.map { file.schema.columns[$0].name } ?? ""
      throw TableError.unreadable("\(path) has a column \(surplus), which \(firstPath) hasn't")
    }
    return order
  }

  public var knownRowCount: Int? {
    parts.reduce(.some(0)) { sum, part in sum.flatMap { sum in part.file.knownRowCount.map { sum + $0 } } }
  }

  public func scan(
    columns: [Int], execution: Execution, body: @Sendable (_ chunk: any TableChunk, _ number: Int, _ worker: Int) throws -> Void
  ) throws {
    guard columns.allSatisfy(schema.columns.indices.contains) else {
      throw TableError.wrongStep("a column is asked for that the files don't have")
    }
    var first = 0
    for part in parts {
      let count = Mutex(0)
      let before = first
      try part.file.scan(columns: columns.map { part.columns[$0] }, execution: execution) { chunk, number, worker in
        count.withLock { $0 = max($0, number + 1) }
        try body(Chunk(base: chunk, columns: part.columns), before + number, worker)
      }
      first += count.withLock { $0 }
    }
  }
}
