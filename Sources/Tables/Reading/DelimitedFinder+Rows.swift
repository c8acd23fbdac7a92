/// Which rows are titles, headers, data and notes.
extension DelimitedFinder {
  mutating func settleRows(_ rows: SampleRows, byteCount: Int) throws -> Found {
    let columnCount = rows.usualCellCount
    let titles = titleCount(rows, columnCount)
    let headers = headerCount(rows, titles, columnCount)
    let first = min(rows.count, titles + headers)
    var names = columnNames(rows, titles, headers, columnCount)
    names = Self.distinctNames(names)
    // Where the sample has nothing but a header the data begin after it, however long the first row of them is.
    let dataStart = first < rows.count ? rows.offset(first) : rows.end
    let firstLine = first < rows.count ? rows.line(first) : rows.lineAfterEnd
    var dropped = (0..<titles).map {
      FileProfile.DroppedLine(line: rows.line($0), text: rows.raw($0), place: .title)
    }
    let (dataEnd, footRows) = try foot(rows, first, columnCount)
    dropped += footRows
    var layout = DelimitedLayout(
      delimiter: delimiter, quote: quote, data: dataStart..<max(dataStart, dataEnd), firstLine: firstLine,
      columnCount: columnCount,
      raggedRows: options.raggedRows, chunkRowCount: 1, chunkByteCount: 1)
    let last = (first..<rows.count).first { rows.offset($0) >= dataEnd } ?? rows.count
    setChunks(&layout, rows, first..<last)
    return try settleColumns(rows, first..<last, names, layout, dropped, byteCount: byteCount)
  }

  private mutating func titleCount(_ rows: SampleRows, _ columnCount: Int) -> Int {
    if let told = options.titleRows {
      add(.titleRows, Self.rows(told), "", told: true)
      return min(told, rows.count)
    }
    var count = 0
    while columnCount > 1, count < min(20, rows.count - 1) {
      let filled = rows.filledCount(count, quote: quote)
      guard filled * 2 < columnCount || rows.cellCount(count) * 2 <= columnCount,
        rows.cellCount(count) != columnCount || filled <= 1
      else { break }
      count += 1
    }
    add(.titleRows, Self.rows(count), count == 0 ? "" : "fewer cells are filled than in the rows below")
    return count
  }

  /// What a cell of the first rows is.
  private enum Kind { case empty, number, date, text }

  private func kind(_ rows: SampleRows, _ row: Int, _ column: Int) -> Kind {
    var evidence = ColumnEvidence()
    _ = rows.withCell(row, column) { evidence.add($0, quote: quote, line: 1) }
    if evidence.cellCount == evidence.emptyCount { return .empty }
    if !evidence.marks.isEmpty { return .empty }
    if evidence.numbers.count > 0 { return .number }
    return evidence.dateShapes.isEmpty ? .text : .date
  }

  private mutating func headerCount(_ rows: SampleRows, _ titles: Int, _ columnCount: Int) -> Int {
    if let told = options.headerRows {
      add(.headerRows, Self.rows(told), "", told: true)
      return told
    }
    guard titles < rows.count else { return 0 }
    // Columns that are numbers or dates in most rows further down.
    let below = min(titles + 2, max(titles + 1, rows.count - 1))
    let body = below..<max(below, min(rows.count, titles + 60))
    let typed = (0..<columnCount).filter { column in
      var (fitting, filled) = (0, 0)
      for row in body {
        let kind = kind(rows, row, column)
        if kind != .empty { filled += 1 }
        if kind == .number || kind == .date { fitting += 1 }
      }
      return fitting > 0 && fitting * 2 > filled
    }
    func isHeader(_ row: Int) -> Bool {
      guard row < rows.count else { return false }
      let kinds = typed.map { kind(rows, row, $0) }
      return kinds.contains(.text) && !kinds.contains(.number) && !kinds.contains(.date)
    }
    let first = (0..<columnCount).map { rows.text(titles, $0, quote: quote) }
    if isHeader(titles) {
      let isIncomplete = first.contains("") || Set(first).count < first.count
      if isIncomplete, isHeader(titles + 1) {
        add(.headerRows, Self.rows(2), "two rows of text above columns of numbers, the first with empty cells")
        return 2
      }
      add(.headerRows, Self.rows(1), "text above columns of numbers or dates")
      return 1
    }
    if isYears(rows, titles, columnCount) {
      add(.headerRows, Self.rows(1), "years, each once")
      return 1
    }
    let kinds = (0..<columnCount).map { kind(rows, titles, $0) }
    let isPlain = !kinds.contains { $0 == .number || $0 == .date } && Set(first).count == first.count && !first.contains("")
    if body.isEmpty || typed.isEmpty, isPlain {
      add(.headerRows, Self.rows(1), "the first row's cells are all different texts")
      return 1
    }
    add(.headerRows, Self.rows(0), "the first row is like the rows below")
    return 0
  }

  /// Whether a row's numbers are years, rising, as in a table with one column to a year.
  private func isYears(_ rows: SampleRows, _ row: Int, _ columnCount: Int) -> Bool {
    let years = (0..<columnCount).filter { kind(rows, row, $0) == .number }.map { Int(rows.text(row, $0, quote: quote)) ?? 0 }
    guard years.count > 1, kind(rows, row, 0) == .text, row + 1 < rows.count else { return false }
    return years.allSatisfy((1800...2200).contains) && zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
  }

  private func columnNames(_ rows: SampleRows, _ titles: Int, _ headers: Int, _ columnCount: Int) -> [String] {
    guard headers > 0, titles < rows.count else { return (1...max(1, columnCount)).map { "column \($0)" } }
    func names(_ row: Int) -> [String] {
      (0..<columnCount).map { column in
        row < rows.count ? Self.singleLine(rows.text(row, column, quote: quote)) : ""
      }
    }
    var joined = names(titles)
    if headers == 2 {
      let lower = names(titles + 1)
      var group = ""
      for column in joined.indices {
        if !joined[column].isEmpty { group = joined[column] }
        joined[column] =
          lower[column].isEmpty ? joined[column] : group.isEmpty ? lower[column] : "\(group) \(lower[column])"
      }
    }
    return joined.enumerated().map { $1.isEmpty ? "column \($0 + 1)" : $1 }
  }

  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Where the data ends, and the notes below it.
  private mutating func foot(
    _ rows: SampleRows, _ first: Int, _ columnCount: Int
  ) throws -> (end: Int, rows: [FileProfile.DroppedLine]) {
    let tail = isWhole ? rows : try tailRows(columnCount)
    let lowest = isWhole ? first : 0
    var begin = tail.count
    if let told = options.footRows {
      begin = max(lowest, tail.count - told)
      add(.footRows, Self.rows(told), "", told: true)
    } else {
      while begin > lowest, columnCount > 1, isNote(tail, begin - 1, columnCount, rows, first) { begin -= 1 }
      // Where everything looks like a note, nothing is one.
      if begin == lowest { begin = tail.count }
      add(
        .footRows, Self.rows(tail.count - begin),
        begin == tail.count ? "" : "at most one cell is filled, and not as the rows above")
    }
    guard begin < tail.count else { return (source.byteCount, []) }
    let notes = (begin..<tail.count).map { row in
      FileProfile.DroppedLine(line: tail.line(row), text: tail.raw(row), place: .foot)
    }
    return (tail.offset(begin), notes)
  }

  private func isNote(_ tail: SampleRows, _ row: Int, _ columnCount: Int, _ rows: SampleRows, _ first: Int) -> Bool {
    let filled = tail.filledCount(row, quote: quote)
    if filled == 0 { return true }
    guard filled == 1, columnCount > 2 || tail.cellCount(row) < columnCount, !tail.text(row, 0, quote: quote).isEmpty else {
      return false
    }
    // A mark that is never closed takes in all that follows; nor is a row of all cells that begins as others do, with nothing known, a note.
    guard tail.withCell(row, 0, { $0[0] != quote || ($0.count > 1 && $0[$0.count - 1] == quote) }) ?? true else { return false }
    if tail.cellCount(row) == columnCount, resembles(tail.text(row, 0, quote: quote), rows, first) { return false }
    let usual = first < rows.count ? kind(rows, first, 0) : .text
    return usual == .text || kind(tail, row, 0) == .text
  }

  /// Whether a text is no longer than others of the first column in rows that hold more, and has no colon, as `Source: …` has.
  private func resembles(_ text: String, _ rows: SampleRows, _ first: Int) -> Bool {
    let others = first..<max(first, min(rows.count, first + Self.rowsToResemble))
    return !text.contains(":")
      && others.contains { rows.filledCount($0, quote: quote) > 1 && rows.text($0, 0, quote: quote).count >= text.count }
  }

  private static let rowsToResemble = 200

  /// The last rows of a large file; their lines aren't known until it is read, and are counted from its end as negative numbers.
  private func tailRows(_ columnCount: Int) throws -> SampleRows {
    let begin = max(start, source.byteCount - Self.tailByteCount)
    let bytes = try source.bytes(begin..<source.byteCount)
    let from = aligned(bytes, columnCount) ?? bytes.count
    let lineCount = bytes[from...].count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
    return SampleRows(
      bytes, base: begin, line: -lineCount, delimiter: delimiter, quote: quote, isLast: true, from: from)
  }

  /// Where a row begins among bytes from the middle of the file: after the first line break that is followed by three rows of as many
  /// cells as there should be.
  func aligned(_ bytes: [UInt8], _ columnCount: Int) -> Int? {
    var place = 0
    for _ in 0..<8 {
      guard let feed = bytes[place...].firstIndex(of: 0x0A) else { return nil }
      place = feed + 1
      let rows = SampleRows(bytes, base: 0, line: 1, delimiter: delimiter, quote: quote, isLast: true, from: place, limit: 3)
      if rows.count > 0, (0..<rows.count).allSatisfy({ rows.cellCount($0) == columnCount }) { return place }
    }
    return nil
  }

  /// Chunks of about a megabyte and at most as many rows as kernels take.
  private func setChunks(_ layout: inout DelimitedLayout, _ rows: SampleRows, _ data: Range<Int>) {
    let bytes = data.count > 1 ? rows.offset(data.upperBound - 1) - rows.offset(data.lowerBound) : 100
    let mean = max(1, bytes / max(1, data.count - 1))
    var count = 64
    while count * 2 <= Chunks.maximumRowCount, count * 2 * mean <= 3 << 19 { count *= 2 }
    layout.chunkRowCount = count
    layout.chunkByteCount = max(64 << 10, count * (mean + 2))
  }

  static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
