import Casebook
import Diagnostics
import Evidence
import Syntax
import Testing

@testable import Semantics
@testable import Tables

/// Files of data that lie in memory: only their columns matter to the checker.
private final class SampleFiles: DataFiles {
  /// What the last file was opened with.
  private(set) var options: ReadingOptions?
  private(set) var path: String?

  static let months = [
    "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre", "Diciembre",
  ]

  func open(_ path: String, _ options: ReadingOptions) throws(DataFileFailure) -> OpenedFile {
    guard path != "missing.csv" else { throw DataFileFailure(.noSuchFile, "there is no file missing.csv") }
    self.options = options
    self.path = path
    var columns = [
      ColumnDescription("Año", .integer), ColumnDescription("code", .text, dictionary: TextDictionary()),
      ColumnDescription("Tipo de delito", .text, dictionary: TextDictionary()),
    ]
    columns += Self.months.map { ColumnDescription($0, .integer) }
    columns += [
      ColumnDescription("low", .integer), ColumnDescription("best", .integer), ColumnDescription("high", .integer),
      ColumnDescription("date_start", .date), ColumnDescription("date_end", .date),
    ]
    let profile = FileProfile(
      name: path, format: .delimited, byteCount: nil, rowCount: nil, isWhole: true, examinedRows: 0, findings: [],
      droppedLines: [],
      columns: [], repairs: [], raggedRows: FileProfile.RaggedRowReport(), geometryCount: 0)
    return OpenedFile(source: Table(schema: Schema(columns), chunks: []), profile: profile)
  }
}

/// What statements about tables mean, before anything is evaluated.
@Suite struct TableCheckerTests {
  private static let load = """
    load "deaths.csv" as deaths {
      source almanac
      institution by code
      months Enero..Diciembre of Año as n
      n is count people
    }

    """

  /// Checks a text after the load; gives the type of its last statement and all messages.
  private func check(_ text: String, load: String = Self.load) -> (
    types: [StaticType], messages: [Diagnostic], shape: TableShape?
  ) {
    let reading = Reading()
    for problem in reading.read(Reading.schema) { Issue.record("\(problem.message)") }
    let parsed = parse(reading.sourceMap.add(name: "input", text: load + text))
    var checker = Checker(
      casebook: reading.casebook, units: reading.reader.units, sourceMap: reading.sourceMap, scope: reading.scope,
      dataFiles: SampleFiles(), parameterTexts: ["folder": "elsewhere"])
    let statements = checker.check(parsed.program)
    let types = statements.compactMap { statement -> StaticType? in
      if case .expression(let checked, _) = statement.node { checked.type } else { nil }
    }
    return (types, parsed.diagnostics + checker.diagnostics, checker.scope.table(named: "deaths"))
  }

  private func columns(_ text: String, load: String = Self.load) throws -> [String] {
    let found = check(text, load: load)
    #expect(found.messages.map(\.message) == [])
    guard case .rows(let shape)? = found.types.last else {
      Issue.record("no table: \(text)")
      return []
    }
    return shape.columns.map(\.name)
  }

  @Test func theBlockSaysWhatTheColumnsAre() throws {
    let shape = try #require(check("").shape)
    #expect(
      shape.columns.map(\.name)
        == ["code", "Tipo de delito", "low", "best", "high", "date_start", "date_end", "institution", "time", "n"])
    #expect(shape.column(named: "N")?.sort == .count)
    #expect(shape.column(named: "time")?.type == .time)
    guard case .entity? = shape.column(named: "institution")?.type else {
      Issue.record("no entity")
      return
    }
  }

  static let shapes: [(String, [String])] = [
    ("deaths | select n, institution", ["n", "institution"]),
    ("deaths | select low..high", ["low", "best", "high"]),
    (
      "deaths | drop low..high, date_start..date_end | rename n to count",
      ["code", "Tipo de delito", "institution", "time", "count"]
    ),
    ("deaths | group by institution, year(time) (n = sum(n), most = max(n))", ["institution", "year", "n", "most"]),
    (
      "deaths | group by half = if month(time) <= 6 then 1 else 2 (part = share(sum(n where low > 1), sum(n)))", ["half", "part"]
    ),
    ("deaths | group (n = sum(n))", ["n"]),
    (
      "deaths | group by year(time) (n = sum(n)) | derive before = previous(n), c = change(n, 12 months)",
      ["year", "n", "before", "c"]
    ),
    ("deaths | select low, high | unpivot low, high as end, value", ["end", "value"]),
    ("deaths | distinct institution", ["institution"]),
    ("deaths | select institution, n | join (deaths | select institution, n) by institution", ["institution", "n", "deaths_n"]),
    ("deaths | select institution, low | anti join deaths by institution", ["institution", "low"]),
    ("institutions | derive people = personnel in 2018", ["institution", "people"]),
    ("institutions | select motto | group by motto (number = count())", ["motto", "number"]),
    ("institutions | group by part_of (all = sum(personnel in 2018))", ["part_of", "all"]),
    ("institutions | join institutions by institution", ["institution"]),
  ]

  @Test(arguments: shapes) func verbsSayWhatColumnsThereAre(_ text: String, _ wanted: [String]) throws {
    #expect(try columns(text) == wanted)
  }

  static let errors: [(String, DiagnosticCode, String)] = [
    ("deaths | where m > 1", .unknownColumn, "deaths has no column m here"),
    ("deaths | group by institution (n = sum(n)) | where low > 1", .unknownColumn, "deaths has no column low here"),
    ("deaths | group by institution (n = n)", .wrongColumn, "a group has many rows, and this gives a figure for each of them"),
    ("deaths | derive all = sum(n)", .wrongColumn, "sum is a figure of many rows, and there is one here"),
    ("deaths | where previous(n) > 1", .wrongColumn, "previous looks at other rows, which only `derive` lets it do"),
    ("deaths | group by code (n = sum(code))", .wrongType, "a number is needed here, and this is a text"),
    ("deaths | select high..low", .wrongColumn, "the column low stands before high"),
    ("deaths | where code = 1", .wrongType, "a text cannot be compared with a quantity"),
    ("deaths | join navy by code", .wrongType, "a table is needed here, and this is an entity"),
    ("deaths | count | take 1", .wrongType, "this pipeline has come to a quantity, and nothing can follow"),
    ("deaths | group by place (n = sum(n)) | whole years", .unknownColumn, "deaths has no column place here"),
    ("deaths | group by code (n = sum(n)) | whole years", .wrongColumn, "`whole years` needs a column of dates"),
    ("revisions deaths to deaths by code on code", .wrongColumn, "a number is needed here, and the column code is a text"),
    ("measure killed for institution = sum(deaths.m)", .unknownColumn, "deaths has no column m here"),
  ]

  @Test(arguments: errors) func saysWhatIsWrong(_ text: String, _ code: DiagnosticCode, _ message: String) {
    let found = check(text).messages
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
    #expect(found.first?.message == message)
  }

  static let wrongBlocks: [(String, DiagnosticCode)] = [
    ("institution by codes", .unknownColumn), ("navies by code", .unknownKind), ("source almanack", .unknownSource),
    ("months Enero..Marzo of Año as n", .wrongColumn), ("n is count people", .unknownColumn), ("low is counts", .wrongColumn),
    ("low is count peeple", .unknownUnit), ("code is count people", .wrongColumn), ("delimitor \";\"", .unexpectedToken),
    ("header 7", .unexpectedToken), ("provides institution.personnel = low", .wrongColumn),
    ("provides institution.motto = low", .wrongColumn), ("time code", .wrongType), ("low -> institution", .wrongColumn),
  ]

  @Test(arguments: wrongBlocks) func saysWhatIsWrongInABlock(_ line: String, _ code: DiagnosticCode) {
    // A use of a table that was not loaded is not reported on top.
    let found = check("deaths | where whatever > 1", load: "load \"deaths.csv\" as deaths { \(line) }\n").messages
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
  }

  @Test func aMissingFileIsSaidOnce() {
    let found = check("deaths | where n > 1", load: "load \"missing.csv\" as deaths\n").messages
    #expect(found.map(\.code) == [.noSuchFile])
  }

  @Test func aPathMayHoldParameters() throws {
    let files = SampleFiles()
    let reading = Reading()
    _ = reading.read(Reading.schema)
    let text = """
      param folder = "data" "where the files are"
      let name = "deaths"
      load "{$folder}/{$name}.csv" as deaths { delimiter tab; header 2; missing 9999, -1; encoding latin1; text code }
      """
    let parsed = parse(reading.sourceMap.add(name: "input", text: text))
    for (settings, path) in [([:], "data/deaths.csv"), (["folder": "elsewhere"], "elsewhere/deaths.csv")] {
      var checker = Checker(
        casebook: reading.casebook, units: reading.reader.units, sourceMap: reading.sourceMap, scope: reading.scope,
        dataFiles: files,
        parameterTexts: settings)
      _ = checker.check(parsed.program)
      #expect((parsed.diagnostics + checker.diagnostics).map(\.message) == [])
      #expect(files.path == path)
    }
    let options = try #require(files.options)
    #expect(options.delimiter == 0x09)
    #expect(options.headerRows == 2)
    #expect(options.encoding == .windows1252)
    #expect(options.missingMarks == ["9999", "-1"])
    #expect(options.typesOfColumns == ["code": .text])
  }
}
