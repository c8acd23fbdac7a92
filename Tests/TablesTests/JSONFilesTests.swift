import Testing

@testable import Tables

@Suite struct JSONFilesTests {
  private func open(_ text: String, _ name: String = "-") throws -> (table: Table, profile: FileProfile) {
    let file = try DataFile.open(bytes: Array(text.utf8), name: name)
    return (try Table.load(from: file.source, execution: Execution(workerCount: 1)), file.profile)
  }

  @Test func linesOfObjectsAreRows() throws {
    let (table, profile) = try open(
      """
      {"id": 1, "place": "Michoac\\u00e1n", "day": "2020-01-31", "deaths": {"low": 1, "high": 2.5}}
      {"place": "a \\"b\\"\\n\\ud83d\\ude00", "id": 2, "tags": ["x", {"y": 1}], "deaths": {"low": null}}

      {"id": 3, "extra": true}
      """)
    #expect(profile.format == .jsonLines)
    #expect(table.schema.columns.map(\.name) == ["id", "place", "day", "deaths.low", "deaths.high", "tags", "extra"])
    #expect(table.schema.columns.map(\.type) == [.integer, .text, .date, .integer, .real, .text, .boolean])
    #expect(
      TableText.rows(table) == [
        ["1", "Michoacán", "18292", "1", "2.5", nil, nil], ["2", "a \"b\"\n😀", nil, nil, nil, "[\"x\", {\"y\": 1}]", nil],
        ["3", nil, nil, nil, nil, nil, "yes"],
      ])
  }

  @Test func arraysAndWrappedArraysAreRows() throws {
    for text in [#"[{"a":1},{"a":2,"b":"x"}]"#, #"{"count": 2, "data": [{"a":1},{"a":2,"b":"x"}]}"#] {
      let (table, profile) = try open(text)
      #expect(TableText.rows(table) == [["1", nil], ["2", "x"]])
      #expect(profile.format == .json)
    }
  }

  @Test func propertiesOfFeaturesAreRows() throws {
    let (table, profile) = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"CVE":"01","POB":5},"geometry":{"type":"Point","coordinates":[1,2]}},"#
        + #"{"geometry":null,"properties":{"CVE":"02","POB":7}}]}"#)
    #expect(profile.format == .geoJSON)
    #expect(profile.geometryCount == 1)
    #expect(TableText.rows(table) == [["01", "5"], ["02", "7"]])
  }

  @Test(arguments: [
    (#"{"a":1}"# + "\n" + #"{"a":}"#, 2, 6), (#"[{"a":1},"#, 1, 10), (#"{"a":"x"#, 1, 8), ("[1,2]", 1, 2),
    (#"[{"a":01x}]"#, 1, 7),
    (#"{"a":"\q"}"#, 1, 9), ("[{}] 1", 1, 6),
  ]) func whatIsNoJSONIsShown(_ text: String, _ line: Int, _ column: Int) {
    do {
      _ = try DataFile.open(bytes: Array(text.utf8), name: "test.json")
      Issue.record("\(text) was read")
    } catch let error as TableError {
      guard case .unreadable(_, let found, let place, _) = error else { return }
      #expect(found == line, "\(text)")
      #expect(place == column, "\(text)")
    } catch {}
  }

  @Test func deepNestingIsRefused() {
    let text = "[{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(throws: TableError.self) { try DataFile.open(bytes: Array(text.utf8), name: "deep.json") }
    let objects = "[" + String(repeating: "{\"a\":", count: 100_000)
    #expect(throws: TableError.self) { try DataFile.open(bytes: Array(objects.utf8), name: "deep.json") }
  }
}
