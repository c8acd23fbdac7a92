import Testing

@testable import Exchange

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(ExchangeProblem) -> JSONValue {
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes, range: 0..<bytes.count)
    return try reader.read()
  }

  @Test func values() throws {
    let value = try read(#" {"a": [1, -2.50e3, true, null, "x\n\u00e9\ud83d\ude00\/"], "b": {}, "a": 2} "#)
    let list = try #require(value["a"]?.list)
    #expect(list.map(\.text) == ["1", "-2.50e3", nil, nil, "x\né😀/"])
    #expect(list[2].content == .truth(true) && list[3].content == .null)
    #expect(value["b"]?.content == .object([]))
    #expect(list[0].range == 8..<9)
  }

  static let wrong = [
    "", "{", "[1,", "[1,]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "'x'", "\"x", "\"a\nb\"", "01", "1.", ".5", "1e", "-", "+1", "tru",
    "nul",
    "[1 2]", "{} {}", "\"\\x\"", "\"\\u12\"", "// c\n1", "NaN", "[1}", "\u{FEFF}1",
  ]

  @Test(arguments: wrong) func anythingElseIsRefused(_ text: String) {
    #expect(throws: ExchangeProblem.self) { try read(text) }
  }

  @Test func halvesOfPairsAreReplaced() throws {
    #expect(try read(#""\ud83d""#).text == "\u{FFFD}")
    #expect(try read(#""\ud83dA""#).text == "\u{FFFD}A")
    #expect(try read(#""\ude00""#).text == "\u{FFFD}")
  }

  @Test func depthIsLimited() throws {
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
      let depth = JSONReader.deepest
      _ = try read(String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth))
      for count in [depth + 1, 200_000] {
        do throws(ExchangeProblem) {
          _ = try read(String(repeating: opening, count: count))
          Issue.record("nothing thrown")
        } catch { #expect(error.message.contains("deep")) }
      }
    }
  }

  /// What is written is read back as it was.
  @Test func textsSurvive() throws {
    let text = "a\"b\\c\n\r\t\u{0}\u{1f}\u{7f}\u{2028}é😀"
    #expect(try read(JSONText.quoted(text)).text == text)
    #expect(JSONText.quoted(text).utf8.allSatisfy { $0 >= 0x20 })
  }
}
