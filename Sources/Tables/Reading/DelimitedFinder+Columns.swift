import Names

/// What the columns are.
extension DelimitedFinder {
  /// Names that differ even when folded.
  static func distinctNames(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var candidate = name
      var number = 2
      while !taken.insert(foldName(candidate)).inserted {
        candidate = "\(name) \(number)"
        number += 1
      }
      return candidate
    }
  }

  mutating func settleColumns(
    _ rows: SampleRows, _ data: Range<Int>, _ names: [String], _ layout: DelimitedLayout, _ dropped: [FileProfile.DroppedLine],
    byteCount: Int
  ) throws -> Found {
    var evidence = [ColumnEvidence](repeating: ColumnEvidence(), count: layout.columnCount)
    var ragged = FileProfile.RaggedRowReport()
    var examined = data.count
    Self.gather(rows, data, quote, &evidence, &ragged)
    if !isWhole {
      for spot in 1...Self.spotCount {
        guard let more = try spotRows(spot, layout) else { continue }
        examined += more.count
        var unused = FileProfile.RaggedRowReport()
        Self.gather(more, 0..<more.count, quote, &evidence, &unused)
      }
    }
    let numberMarks = settleMarks(evidence)
    let told = Dictionary(options.typesOfColumns.map { (foldName($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    let marksOfColumns = Dictionary(
      options.missingMarksOfColumns.map { (foldName($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    var (rules, columns, descriptions, toldMarks) = ([CellRule](), [ColumnProfile](), [ColumnDescription](), [Set<String>]())
    for (index, name) in names.enumerated() {
      var verdict = ColumnVerdict(
        evidence[index], told: told[foldName(name)], options: options, marks: numberMarks)
      let marks = (options.missingMarks ?? []) + (marksOfColumns[foldName(name)] ?? [])
      let common = verdict.rule.type == .text || options.missingMarks != nil ? [] : ColumnEvidence.commonMarks.sorted()
      verdict.rule.missingMarks = (marks + common).map { Array($0.utf8) }
      rules.append(verdict.rule)
      toldMarks.append(Set(marks))
      descriptions.append(
        ColumnDescription(
          name, verdict.rule.type, resolution: verdict.rule.type == .date ? verdict.rule.date.resolution : .day,
          dictionary: verdict.rule.type == .text ? dictionaries[foldName(name)] ?? TextDictionary() : nil))
      columns.append(Self.profile(name, evidence[index], verdict, Set(marks)))
    }
    if isWhole { Self.listOddCells(rows, data, quote, rules, &columns) }
    let profile = FileProfile(
      name: name, format: .delimited, byteCount: byteCount, rowCount: isWhole ? data.count : nil, isWhole: isWhole,
      examinedRows: examined, findings: findings, droppedLines: dropped, columns: columns, repairs: Self.repairs(evidence),
      raggedRows: ragged, geometryCount: 0)
    if options.raggedRows == .refuse, let row = ragged.first.first {
      throw TableError.unreadable(
        "a row has \(row.cellCount) cells in place of \(layout.columnCount)", line: row.line, column: 1,
        notes: ["ragged keep: takes absent cells for missing ones and leaves surplus ones out"])
    }
    return Found(
      source: source, layout: layout, rules: rules, toldMarks: toldMarks, schema: Schema(descriptions), profile: profile)
  }

  private static func gather(
    _ rows: SampleRows, _ data: Range<Int>, _ quote: UInt8, _ evidence: inout [ColumnEvidence],
    _ ragged: inout FileProfile.RaggedRowReport
  ) {
    for row in data {
      let count = rows.cellCount(row)
      if count != evidence.count {
        let isTrailing = count == evidence.count + 1 && rows.text(row, count - 1, quote: quote).isEmpty
        if !isTrailing { ragged.add(line: rows.line(row), cellCount: count) }
      }
      for column in evidence.indices {
        let isThere: Void? = rows.withCell(row, column) { evidence[column].add($0, quote: quote, line: rows.line(row)) }
        if isThere == nil { evidence[column].add(UnsafeRawBufferPointer(start: nil, count: 0), quote: quote, line: 0) }
      }
    }
  }

  private func spotRows(_ spot: Int, _ layout: DelimitedLayout) throws -> SampleRows? {
    let begin = layout.data.lowerBound + layout.data.count / (Self.spotCount + 1) * spot
    let bytes = try source.bytes(begin..<min(layout.data.upperBound, begin + Self.spotByteCount))
    guard let from = aligned(bytes, layout.columnCount) else { return nil }
    return SampleRows(bytes, base: begin, line: 0, delimiter: delimiter, quote: quote, isLast: false, from: from)
  }

  /// The mark before fractions and what groups digits, for the whole file.
  private mutating func settleMarks(_ evidence: [ColumnEvidence]) -> NumberMarks {
    let marks = NumberMarks(
      evidence.map(\.numbers), filled: evidence.map(\.filledCount), options: options, delimiter: delimiter)
    let isComma = marks.decimalMark == NumberEvidence.comma
    add(
      .decimalMark, isComma ? "comma" : "point",
      !isComma || marks.doubt != nil ? "" : "\(marks.decided.comma) numbers have one, \(marks.decided.point) a point",
      told: options.decimalComma != nil)
    let words: [UInt8: String] = [0: "none", 0x20: "blank", 0x2C: "comma", 0x2E: "point", 0x27: "apostrophe"]
    add(
      .thousandsSeparator, words[marks.separator] ?? String(decoding: [marks.separator], as: UTF8.self),
      marks.separator == 0 ? "" : "digits stand in groups of three", told: options.thousandsSeparator != nil)
    return marks
  }

  static func profile(
    _ name: String, _ evidence: ColumnEvidence, _ verdict: ColumnVerdict, _ told: Set<String>
  ) -> ColumnProfile {
    func counted(_ marks: [String: Int]) -> [ColumnProfile.CountedText] {
      marks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ColumnProfile.CountedText(text: $0.key, count: $0.value) }
    }
    let isText = verdict.rule.type == .text
    let readings = evidence.numbers.extremes
    let extremes = verdict.rule.decimalMark == NumberEvidence.comma ? readings.comma : readings.point
    let marks = evidence.marks.filter { !isText || told.contains($0.key) }
    let numericMarks = evidence.numericMarks.filter { told.contains($0.key) }
    var candidates = evidence.marks.filter { isText && !told.contains($0.key) }
    if !isText {
      for (text, count) in evidence.numericMarks where !told.contains(text) && isOutlying(text, extremes) {
        candidates[text] = count
      }
    }
    var (least, greatest) = (extremes.least, extremes.greatest)
    for text in evidence.numericMarks.keys.sorted() where !told.contains(text) && candidates[text] == nil {
      guard let value = Double(text) else { continue }
      if value < least?.value ?? .infinity { least = (value, text) }
      if value > greatest?.value ?? -.infinity { greatest = (value, text) }
    }
    return ColumnProfile(
      name: name, type: verdict.rule.type, reason: verdict.reason, cellCount: evidence.cellCount,
      missingCount: evidence.emptyCount + (marks.values.reduce(0, +)) + numericMarks.values.reduce(0, +),
      least: isText ? nil : least?.text,
      greatest: isText ? nil : greatest?.text, distinctCount: evidence.hasManyDistinct ? nil : evidence.distinct.count,
      examples: evidence.examples, missingMarks: counted(marks.merging(numericMarks) { $0 + $1 }),
      missingCandidates: counted(candidates),
      oddCells: OddCells(count: verdict.oddCount), remarks: verdict.remarks)
  }

  /// Whether a number such as 9999 or -1 stands apart from all others of its column.
  private static func isOutlying(_ text: String, _ extremes: NumberEvidence.Extremes) -> Bool {
    guard let value = Double(text), let least = extremes.least?.value, let greatest = extremes.greatest?.value else {
      return false
    }
    return value < 0 ? least >= 0 : value > greatest * 2 && value > 900
  }

  private static func listOddCells(
    _ rows: SampleRows, _ data: Range<Int>, _ quote: UInt8, _ rules: [CellRule], _ columns: inout [ColumnProfile]
  ) {
    for column in columns.indices where columns[column].oddCells.count > 0 {
      var odd = OddCells()
      for row in data {
        let text = rows.withCell(row, column) { CellBytes.bytes($0, quote: quote) } ?? []
        let isOdd = (text + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBytes {
          rules[column].isOdd(UnsafeRawBufferPointer(rebasing: $0[..<text.count]))
        }
        if isOdd { odd.add(line: rows.line(row), text: String(decoding: text.prefix(200), as: UTF8.self)) }
      }
      columns[column].oddCells = odd
    }
  }

  static func repairs(_ evidence: [ColumnEvidence]) -> [FileProfile.TextRepair] {
    var repairs: [FileProfile.TextRepair] = []
    let doubled = evidence.reduce(0) { $0 + $1.doubledCount }
    if let first = evidence.compactMap(\.doubledExample).min(by: { $0.line < $1.line }) {
      repairs.append(
        .init(what: TextDecoding.doubleDecoding, count: doubled, firstLine: first.line, example: first.text, meant: first.meant))
    }
    let stray = evidence.reduce(0) { $0 + $1.strayCount }
    if let first = evidence.compactMap(\.strayExample).min(by: { $0.line < $1.line }) {
      repairs.append(
        .init(
          what: TextDecoding.strayText, count: stray, firstLine: first.line,
          example: first.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), meant: nil))
    }
    let lost = evidence.reduce(0) { $0 + $1.lostCount }
    if let first = evidence.compactMap(\.lostExample).min(by: { $0.line < $1.line }) {
      repairs.append(
        .init(what: TextDecoding.lostCharacters, count: lost, firstLine: first.line, example: first.text, meant: nil))
    }
    return repairs
  }
}
