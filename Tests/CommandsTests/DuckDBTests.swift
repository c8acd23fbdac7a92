import Glibc
import TestSupport
import Testing

/// Random plain pipelines come to what DuckDB makes of the same rows, where DuckDB's command is installed.
@Suite struct DuckDBTests {
  static let duckdb = path(of: "duckdb")
  let folder = TemporaryFolder()

  /// One question in both languages.
  private struct Question {
    var pipeline: String
    var query: String
  }

  @Test(.enabled(if: duckdb != nil, "DuckDB's command is not here")) func randomPipelines() throws {
    var random = SplitMix(seed: 20)
    folder.write(Self.rows(&random), to: "rows.csv")
    let questions = (0..<120).map { _ in Self.question(&random) }
    var script = "load \"rows.csv\" as rows\n"
    var queries = "CREATE TABLE data AS SELECT * FROM read_csv('rows.csv', header = true);\n.mode csv\n"
    for (number, question) in questions.enumerated() {
      script += "save \(question.pipeline) to \"ours_\(number).csv\"\n"
      queries += ".output theirs_\(number).csv\n\(question.query);\n"
    }
    folder.write(script, to: "script.cotejo")
    let ours = try Subprocess([BuiltProgram.path("cotejo"), "run", "script.cotejo"], in: folder.path)
    #expect(ours.status == 0, "\(ours.error)")
    let theirs = try Subprocess([#require(Self.duckdb)], input: Array(queries.utf8), in: folder.path)
    #expect(theirs.status == 0, "\(theirs.error)")
    for (number, question) in questions.enumerated() {
      let found = Self.table(folder.read("ours_\(number).csv"))
      let wanted = Self.table(folder.read("theirs_\(number).csv"))
      #expect(found == wanted, "\(question.pipeline)\n\(question.query)")
    }
  }

  // MARK: Making rows and questions

  private static func rows(_ random: inout SplitMix) -> String {
    var text = "place,kind,year,n,share\n"
    for _ in 0..<3_000 {
      let place = ["Colima", "Jalisco", "Nuevo León", "Sonora", "Tabasco"].randomElement(using: &random) ?? ""
      let kind = Bool.random(using: &random) ? "armed" : ["arrest", "clash"].randomElement(using: &random) ?? ""
      let count = Int.random(in: 0..<12, using: &random) == 0 ? "" : String(Int.random(in: -20...500, using: &random))
      let share = Int.random(in: 0..<9, using: &random) == 0 ? "" : "\(Double(Int.random(in: 0...9_999, using: &random)) / 8)"
      text += "\(place),\(kind),\(Int.random(in: 2010...2019, using: &random)),\(count),\(share)\n"
    }
    return text
  }

  private static func question(_ random: inout SplitMix) -> Question {
    let conditions = [
      ("n > 100", "n > 100"), ("n between 10 and 90", "n BETWEEN 10 AND 90"), ("share < 400.5", "share < 400.5"),
      ("kind = \"armed\"", "kind = 'armed'"), ("place != \"Jalisco\"", "place <> 'Jalisco'"), ("n is missing", "n IS NULL"),
      ("share is not missing", "share IS NOT NULL"), ("place contains \"on\"", "strip_accents(lower(place)) LIKE '%on%'"),
      ("year one of (2011, 2014, 2019)", "year IN (2011, 2014, 2019)"), ("n + year > 2150", "n + year > 2150"),
      ("not (n > 50 or kind = \"clash\")", "NOT (n > 50 OR kind = 'clash')"),
      ("n * 2 <= share and year >= 2012", "n * 2 <= share AND year >= 2012"),
    ]
    let figures = [
      ("count()", "count(*)"), ("sum(n)", "sum(n)"), ("min(share)", "min(share)"), ("max(n)", "max(n)"), ("mean(n)", "avg(n)"),
      ("median(share)", "median(share)"), ("distinct(place)", "count(DISTINCT place)"),
      ("sum(n where year >= 2015)", "sum(n) FILTER (WHERE year >= 2015)"),
      ("count(where n > 250)", "count(*) FILTER (WHERE n > 250)"), ("sum(share)", "sum(share)"),
    ]
    let keys = ["place", "kind", "year"].filter { _ in Bool.random(using: &random) }
    let wanted = conditions.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
    let chosen = figures.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
    var pipeline = "rows"
    for condition in wanted { pipeline += " | where \(condition.0)" }
    let names = chosen.indices.map { "f\($0)" }
    pipeline += " | group by \(keys.joined(separator: ", ")) ("
    pipeline += zip(names, chosen).map { "\($0) = \($1.0)" }.joined(separator: ", ") + ")"
    var query = "SELECT " + (keys + zip(names, chosen).map { "\($1.1) AS \($0)" }).joined(separator: ", ") + " FROM data"
    if !wanted.isEmpty { query += " WHERE " + wanted.map { "(\($0.1))" }.joined(separator: " AND ") }
    if !keys.isEmpty { query += " GROUP BY " + keys.joined(separator: ", ") }
    return Question(pipeline: pipeline, query: query)
  }

  // MARK: Reading what came out

  /// The rows in one order, numbers as they compare equal however their last digits fell out; a sum of nothing is nothing or zero.
  private static func table(_ text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).dropFirst()
    return lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        let cell = cell.filter { $0 != "\"" && $0 != "\r" }
        guard let number = Double(cell) else { return cell.isEmpty || cell == "NULL" ? "0.0" : cell }
        return "\((number * 1e6).rounded() / 1e6)"
      }.joined(separator: ",")
    }.sorted()
  }

  private static func path(of command: String) -> String? {
    guard let folders = getenv("PATH").map({ String(cString: $0) }) else { return nil }
    return folders.split(separator: ":").map { "\($0)/\(command)" }.first { access($0, X_OK) == 0 }
  }
}
