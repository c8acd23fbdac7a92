import TestSupport
import Testing

@testable import Tables

/// Small files in the shapes that publishers have, oddities included: `Corpus/NAME` and what is made of it, `Snapshots/NAME.txt`.
@Suite struct PublishersFilesTests {
  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Corpus/"

  @Test(arguments: [
    "state_months_latin1.csv", "population_codes.csv", "events_breaks_in_cells.csv", "deaths_by_month.psv",
    "national_two_headers.csv", "survey_semicolons.csv", "spreadsheet_codes.tsv", "ragged_marks.csv", "events.jsonl",
    "states.geojson",
  ])
  func everythingIsFoundOut(_ name: String) throws {
    let file = try DataFile.open(bytes: TextFile.read(Self.folder + name) ?? [], name: name)
    let table = try Table.load(from: file.source, execution: Execution(workerCount: 2))
    var lines = ["\(file.profile.format.rawValue), \(file.profile.rowCount ?? -1) rows"]
    lines += file.profile.findings.map { "\($0.setting.rawValue): \($0.value)\($0.reason.isEmpty ? "" : " - \($0.reason)")" }
    lines += file.profile.droppedLines.map { "left out, \($0.place.rawValue), line \($0.line): \($0.text)" }
    lines += file.profile.raggedRows.first.map { "ragged, line \($0.line): \($0.cellCount) cells" }
    lines += file.profile.repairs.map {
      "\($0.what): \($0.count), line \($0.firstLine ?? 0): \($0.example) -> \($0.meant ?? "?")"
    }
    if file.profile.geometryCount > 0 { lines.append("geometries left out: \(file.profile.geometryCount)") }
    lines += file.profile.columns.map(Self.line)
    lines += TableText.rows(table).map { row in row.map { $0 ?? "." }.joined(separator: " | ") }
    let difference = Snapshot(name + ".txt").difference(from: lines.joined(separator: "\n") + "\n")
    #expect(difference == nil)
  }

  private static func line(_ column: ColumnProfile) -> String {
    func list(_ label: String, _ marks: [ColumnProfile.CountedText]) -> String {
      marks.isEmpty ? "" : "; \(label) \(marks.map { "\($0.text) \($0.count)" }.joined(separator: ", "))"
    }
    let range = column.least.map { ", \($0) to \(column.greatest ?? "")" } ?? ""
    return "column \(column.name): \(column.type.rawValue)\(column.reason.isEmpty ? "" : " (\(column.reason))")\(range), "
      + "\(column.missingCount) missing" + list("marks", column.missingMarks) + list("perhaps missing", column.missingCandidates)
      + column.remarks.map { "; \($0)" }.joined()
  }
}
