/// Finds out how a delimited file is laid out and what its columns are, save for what is told.
struct DelimitedFinder {
  /// What was found.
  struct Found {
    var source: any ByteSource
    var layout: DelimitedLayout
    var rules: [CellRule]
    /// Of each column, the marks of the missing that were told.
    var toldMarks: [Set<String>]
    var schema: Schema
    var profile: FileProfile
  }

  /// A file up to this size is looked at in full.
  static let wholeByteCount = 4 << 20
  /// Of a larger one, so much of its start and of places within.
  static let headByteCount = 192 << 10
  /// Of one with long rows, so many rows, unless they take more than so many bytes.
  static let fewestRows = 8
  static let longestHead = 64 << 20
  static let spotByteCount = 24 << 10
  static let spotCount = 8
  static let tailByteCount = 32 << 10

  var source: any ByteSource
  let name: String
  let options: ReadingOptions
  var findings: [FileProfile.Finding] = []
  var delimiter: UInt8 = 0x2C
  var quote: UInt8 = 0x22
  /// Dictionaries to use, by the folded names of columns.
  var dictionaries: [String: TextDictionary] = [:]
  /// Where the text begins, after a byte order mark.
  var start = 0

  init(_ source: any ByteSource, name: String, options: ReadingOptions) {
    self.source = source
    self.name = name
    self.options = options
  }

  var isWhole: Bool { source.byteCount <= Self.wholeByteCount }

  mutating func find() throws -> Found {
    let byteCount = source.byteCount
    guard byteCount > 0 else { throw TableError.unreadable("\(name) is empty") }
    try settleEncoding()
    var head = try source.bytes(start..<(isWhole ? source.byteCount : start + Self.headByteCount))
    guard head.contains(where: { $0 > 0x20 }) else { throw TableError.unreadable("\(name) has nothing but blanks in it") }
    if try settleLineEnds(head) { head = try source.bytes(start..<(isWhole ? source.byteCount : start + Self.headByteCount)) }
    settleDelimiter(head)
    var isAll = isWhole
    var rows = SampleRows(head, base: start, line: 1, delimiter: delimiter, quote: quote, isLast: isAll)
    // Long rows: a sample of them must be larger, or the first rows of data would be none.
    while rows.count < Self.fewestRows, !isAll, head.count < Self.longestHead {
      let wanted = start + head.count * 8
      isAll = wanted >= source.byteCount
      head = try source.bytes(start..<wanted)
      rows = SampleRows(head, base: start, line: 1, delimiter: delimiter, quote: quote, isLast: isAll)
    }
    guard rows.count > 0 else { throw tooLong(head) }
    return try settleRows(rows, byteCount: byteCount)
  }

  mutating func add(_ setting: FileProfile.Setting, _ value: String, _ reason: String, told: Bool = false) {
    findings.append(FileProfile.Finding(setting: setting, value: value, reason: told ? "" : reason, isTold: told))
  }

  private mutating func settleEncoding() throws {
    let sample = try source.bytes(0..<(isWhole ? source.byteCount : Self.headByteCount))
    let found = sample.withUnsafeBytes { TextDecoding.detect($0, isWhole: isWhole) }
    let encoding = options.encoding ?? found.encoding
    start = found.encoding == encoding ? found.markLength : 0
    add(.encoding, encoding.rawValue, found.reason, told: options.encoding != nil)
    guard encoding != .utf8 else { return }
    let bytes = try source.bytes(start..<source.byteCount)
    source = MemoryBytes(content: bytes.withUnsafeBytes { TextDecoding.utf8($0, from: encoding) })
    start = 0
  }

  /// Whether the bytes had to be changed: lines that end in single carriage returns get line feeds.
  private mutating func settleLineEnds(_ head: [UInt8]) throws -> Bool {
    var (feeds, pairs, returns) = (0, 0, 0)
    for index in head.indices {
      if head[index] == 0x0A {
        if index > 0, head[index - 1] == 0x0D { pairs += 1 } else { feeds += 1 }
      } else if head[index] == 0x0D, index + 1 < head.count, head[index + 1] != 0x0A {
        returns += 1
      }
    }
    let kinds = [(feeds, "LF"), (pairs, "CR LF"), (returns, "CR")].filter { $0.0 > 0 }
    let isOld = returns > 0 && (feeds + pairs == 0 || returns * 10 > feeds + pairs)
    let said = kinds.isEmpty ? "none" : kinds.filter { $0.1 != "CR" || isOld }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    add(
      .lineEnds, kinds.count == 1 ? kinds[0].1 : said,
      kinds.count > 1 ? "lines end in different ways, or quoted cells hold breaks" : "")
    guard isOld else { return false }
    let mark: UInt8 = if case .marks(let mark)? = options.quoting { mark } else { 0x22 }
    source = MemoryBytes(content: TextDecoding.withLineFeeds(try source.bytes(start..<source.byteCount), quote: mark))
    start = 0
    return true
  }

  private mutating func settleDelimiter(_ head: [UInt8]) {
    let (quoting, reason) = quoteByte(head)
    quote = quoting
    let candidates: [UInt8] = options.delimiter.map { [$0] } ?? [0x2C, 0x09, 0x3B, 0x7C]
    var best: (delimiter: UInt8, cells: Int, share: Double, rows: Int)?
    for candidate in candidates {
      let rows = SampleRows(
        Array(head.prefix(64 << 10)), base: 0, line: 1, delimiter: candidate, quote: quote,
        isLast: head.count <= 64 << 10 && isWhole,
        limit: 500)
      guard rows.count > 0 else { continue }
      let cells = rows.usualCellCount
      let share = Double((0..<rows.count).count { rows.cellCount($0) == cells }) / Double(rows.count)
      // One cell to a row is no sign of a delimiter, however constant.
      let score = cells > 1 ? share + Double(min(cells, 50)) / 1000 : 0
      let known = best.map { $0.cells > 1 ? $0.share + Double(min($0.cells, 50)) / 1000 : 0 } ?? -1
      if score > known { best = (candidate, cells, share, rows.count) }
    }
    delimiter = best?.delimiter ?? 0x2C
    let names: [UInt8: String] = [0x2C: "comma", 0x09: "tab", 0x3B: "semicolon", 0x7C: "bar"]
    let word = names[delimiter] ?? String(decoding: [delimiter], as: UTF8.self)
    let why = best.map {
      $0.cells > 1 ? "\($0.cells) cells in \(Self.percent($0.share)) of \($0.rows) rows" : "no other parts the rows"
    }
    add(.delimiter, word, why ?? "", told: options.delimiter != nil)
    add(
      .quoting, quote == RecordReader.noQuote ? "none" : String(decoding: [quote], as: UTF8.self), reason,
      told: options.quoting != nil)
  }

  private func quoteByte(_ head: [UInt8]) -> (UInt8, String) {
    switch options.quoting {
    case .none?: (RecordReader.noQuote, "")
    case .marks(let mark)?: (mark, "")
    case nil: (0x22, head.contains(0x22) ? "cells stand within marks" : "no cell stands within marks so far")
    }
  }

  static func percent(_ share: Double) -> String {
    share == 1 ? "all" : "\(Int((share * 100).rounded(.down))) %"
  }

  private func tooLong(_ head: [UInt8]) -> TableError {
    let mark = head.firstIndex(of: quote)
    return .unreadable(
      "no row of \(name) ends within its first \(head.count >> 10) KB", line: 1, column: (mark ?? 0) + 1,
      notes: [
        mark == nil ? "it may be no table of rows" : "a quotation mark may be opened and never closed",
        "if marks are plain text in this file, load it with quote none",
      ])
  }
}
