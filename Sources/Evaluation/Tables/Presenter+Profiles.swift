import Diagnostics
import Evidence
import Reports
import Semantics
import Tables

/// What is said of a file when it is loaded, and more of it under `describe`.
extension Presenter {
  /// One line each for what was found out, what was dropped and what was matched.
  func loaded(_ table: LoadedTable) -> [Block] {
    let profile = table.load.file.profile
    var blocks: [Block] = []
    blocks.append(.paragraph([.text(size(of: table, profile))]))
    blocks.append(.remark(kind: .note, [.text("columns: " + columnNames(of: table.load.shape))]))
    let findings = profile.findings.filter { !$0.isTold && !$0.isUsual }.map { "\($0.setting.rawValue) \($0.value)" }
    if !findings.isEmpty { blocks.append(.remark(kind: .note, [.text("found out: " + findings.joined(separator: "; "))])) }
    for line in problems(profile) + matchLines(table) { blocks.append(.remark(kind: .note, [.text(line)])) }
    return blocks
  }

  private static let namedColumns = 24
  private static let shownMarks = 4

  private func columnNames(of shape: TableShape) -> String {
    let names = shape.columns.prefix(Self.namedColumns).map(\.name).joined(separator: ", ")
    let more = shape.columns.count - Self.namedColumns
    return more > 0 ? "\(names) and \(PipelineWords.number(more)) more; `describe \(shape.name)` shows all" : names
  }

  private func size(of table: LoadedTable, _ profile: FileProfile) -> String {
    let rows = profile.rowCount.map { PipelineWords.count($0, "row") } ?? "rows not counted yet"
    return "\(table.load.shape.name): \(rows), \(PipelineWords.count(profile.columns.count, "column")) of \(table.load.path)"
  }

  private func problems(_ profile: FileProfile) -> [String] {
    var lines: [String] = []
    if !profile.droppedLines.isEmpty {
      lines.append(
        "\(PipelineWords.count(profile.droppedLines.count, "line")) above or below the data left out; `describe` shows them")
    }
    if profile.raggedRows.count > 0 {
      let first = profile.raggedRows.first.first.map { ", the first in line \($0.line)" } ?? ""
      lines.append("\(PipelineWords.count(profile.raggedRows.count, "row")) with too many or too few cells\(first)")
    }
    for repair in profile.repairs {
      let place = repair.firstLine.map { " from line \($0)" } ?? ""
      lines.append(
        "\(repair.what), \(PipelineWords.count(repair.count, "time"))\(place): \(repair.example)"
          + (repair.meant.map { " was meant to be \($0)" } ?? ""))
    }
    for column in profile.columns where column.oddCells.count > 0 {
      let first = column.oddCells.first.first.map { ", “\($0.text)” in line \($0.line)" } ?? ""
      lines.append(
        "\(column.name): \(PipelineWords.count(column.oddCells.count, "cell")) of no \(column.type.rawValue)\(first)")
    }
    for column in profile.columns { for remark in column.remarks { lines.append("\(column.name): \(remark)") } }
    let marked = profile.columns.filter { !$0.missingMarks.isEmpty }
    if !marked.isEmpty {
      let marks = marked.prefix(Self.shownMarks).map { column in
        "\(column.name): "
          + column.missingMarks.prefix(3).map { "\($0.text) (\(PipelineWords.number($0.count)))" }.joined(separator: ", ")
      }
      let more = marked.count > Self.shownMarks ? "; and \(marked.count - Self.shownMarks) more columns" : ""
      lines.append("read as missing: " + marks.joined(separator: "; ") + more)
    }
    for column in profile.columns where !column.missingCandidates.isEmpty {
      let marks = column.missingCandidates.prefix(3).map { "\($0.text) (\(PipelineWords.number($0.count)))" }.joined(
        separator: ", ")
      lines.append("\(column.name): may stand for missing, and were kept: \(marks); `missing` says so")
    }
    return lines
  }

  /// The columns of a file with type, gaps, range and examples, and how the file was read.
  func description(of table: LoadedTable, _ profile: FileProfile) -> [Block] {
    let titles = ["column", "type", "missing", "least", "greatest", "different", "examples"]
    let columns = titles.map { TableBlock.Column($0, isNumeric: $0 == "missing" || $0 == "different") }
    let shapes = Dictionary(table.load.shape.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = profile.columns.map { column in
      let sort = shapes[column.name]?.sort.map { ", \($0.rawValue)" } ?? ""
      return TableBlock.Row(
        cells: [
          column.name, column.type.rawValue + sort, PipelineWords.number(column.missingCount), column.least ?? "",
          column.greatest ?? "", column.distinctCount.map { PipelineWords.number($0) } ?? "",
          column.examples.prefix(3).joined(separator: ", "),
        ].map { TableBlock.Cell($0) })
    }
    var footers: [[Inline]] = []
    if !profile.isWhole { footers.append([.text("from \(PipelineWords.count(profile.examinedRows, "row")) looked at")]) }
    for finding in profile.findings {
      footers.append([
        .text("\(finding.setting.rawValue): \(finding.value)" + (finding.reason.isEmpty ? "" : " (\(finding.reason))"))
      ])
    }
    let read = Set(profile.columns.map(\.name))
    let made = table.load.shape.columns.map(\.name).filter { !read.contains($0) }
    if !made.isEmpty { footers.append([.text("columns made by the block: " + made.joined(separator: ", "))]) }
    for line in problems(profile) + matchLines(table) + evaluator.origins(of: table) { footers.append([.text(line)]) }
    if let fingerprint = table.load.file.fingerprint?() { footers.append([.text(fingerprint)]) }
    let dropped = profile.droppedLines.prefix(10).map { "\($0.line): \($0.text)" }
    return [.paragraph([.text(size(of: table, profile))])] + [.table(TableBlock(columns: columns, rows: rows, footers: footers))]
      + (dropped.isEmpty ? [] : [.code(dropped.joined(separator: "\n"))])
  }
}

extension FileProfile.Finding {
  /// What nearly every file has, so that it goes without saying.
  fileprivate var isUsual: Bool {
    switch setting {
    case .encoding: value == "UTF-8"
    case .lineEnds: value == "LF" || value == "CR LF"
    case .delimiter: value == "comma"
    case .quoting: value == "\""
    case .titleRows, .footRows: value.hasPrefix("0")
    case .headerRows: value.hasPrefix("1 ")
    case .decimalMark: value == "point"
    case .thousandsSeparator: value == "none"
    }
  }
}
