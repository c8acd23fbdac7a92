import TestSupport
import Testing

@testable import LineEditing

@Suite struct HistoryTests {
  private func read(_ line: String) -> String? { HistoryRecord(line: Array(line.utf8))?.text }

  @Test(arguments: [
    "navy", "", "\"quoted\" and \\ and /", "two\nlines\r\n\tand a tab", "é 日本 🙂 e\u{301}", "\u{0}\u{1}\u{1f}\u{7f}",
    "{\"text\":1}", "\u{2028}",
  ])
  func recordsSurviveTheirOwnWriting(_ text: String) {
    let line = HistoryRecord(time: "2018-02-14T10:30:00Z", text: text).line
    #expect(line.hasSuffix("\n"))
    let body = line.dropLast()
    #expect(body.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    let record = HistoryRecord(line: Array(body.utf8))
    #expect(record?.text.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    #expect(record?.time == "2018-02-14T10:30:00Z")
  }

  @Test(arguments: [
    (#"{"text":"a"}"#, "a"), (#" { "text" : "a" , "x" : [1, {"text":"no"}, "]"], "y": {"a":{"b":[]}} } "#, "a"),
    (#"{"n":-1.5e3,"b":true,"z":null,"text":"a\u00e9\ud83d\ude42\/\b\f"}"#, "aé🙂/\u{8}\u{C}"),
    (#"{"text":"\ud83d"}"#, "\u{FFFD}"), (#"{"text":"\ud83dx"}"#, "\u{FFFD}x"), (#"{"text":"\ud83d\u0041"}"#, "\u{FFFD}A"),
    (#"{"text":"\udc00\ud800"}"#, "\u{FFFD}\u{FFFD}"), (#"{"text":"one","text":"two"}"#, "two"),
  ])
  func otherWritersAreRead(_ line: String, text: String) { #expect(read(line) == text) }

  @Test(arguments: [
    "", "{", "{}", "null", "[]", #""text""#, #"{"text":}"#, #"{"text":1}"#, #"{"text":null}"#, #"{"text":"a"#, #"{"text":"a"}}"#,
    #"{"text":"a"} {}"#, #"{"text":"a\"}"#, #"{"text":"\x"}"#, #"{"text":"\u12"}"#, #"{"text":"\u00g0"}"#, #"{"text" "a"}"#,
    #"{text:"a"}"#, #"{"text":"a",}"#, #"{"x":,"text":"a"}"#, "{\"text\":\"a\nb\"}", #"{"x":[,"text":"a"#, "_HiStOrY_V2_",
  ])
  func rubbishIsNoRecord(_ line: String) { #expect(read(line) == nil) }

  @Test func deepNestingIsSkippedWithoutRecursion() {
    let depth = 200_000
    let line = #"{"x":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + #","text":"a"}"#
    #expect(read(line) == "a")
    #expect(read(#"{"x":"# + String(repeating: "[", count: depth)) == nil)
  }

  @Test func bytesThatAreNoTextAreNoRecord() {
    #expect(HistoryRecord(line: Array(#"{"text":""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)) == nil)
  }

  @Test func filesAreReadFromTheirEnd() throws {
    let folder = TemporaryFolder()
    let file = HistoryFile(path: folder.path + "/a/b/history")
    #expect(file.load(limit: 10) == HistoryFile.Contents())
    for number in 0..<30 { try file.append("entry \(number)", at: number) }
    try file.append("entry 29", at: 30)
    let contents = file.load(limit: 3)
    #expect(contents.entries == ["entry 27", "entry 28", "entry 29"])
    #expect(contents.skippedLines == 0)
    #expect(folder.read("a/b/history").hasPrefix("{\"time\":\"1970-01-01T00:00:00Z\",\"text\":\"entry 0\"}\n"))
  }

  @Test func whatIsNoFileIsEmpty() {
    for path in ["/", "/dev/zero", "/dev/null", "/proc/self/nothing", ""] {
      #expect(HistoryFile(path: path).load(limit: 10).entries.isEmpty)
    }
  }

  @Test func timesAreUniversal() {
    #expect(HistoryFile.timestamp(1_518_604_200) == "2018-02-14T10:30:00Z")
    #expect(HistoryFile.timestamp(.max) == "" || !HistoryFile.timestamp(.max).isEmpty)
  }

  @Test func entriesAreNotRepeated() {
    var history = History(limit: 3)
    #expect(["a", "a", "b", " \n", "a"].map { history.add($0) } == [true, false, true, false, true])
    #expect(history.entries == ["a", "b", "a"])
  }

  @Test func memoryIsLimited() {
    var history = History(limit: 100)
    for number in 0..<1000 { _ = history.add("\(number)") }
    #expect((100...130).contains(history.entries.count))
    #expect(history.entries.last == "999")
  }

  @Test func searching() {
    let history = History(entries: ["show navy", "count ports", "Show Army"], limit: 10)
    #expect(history.search("SHOW", from: 2, backwards: true)?.index == 2)
    #expect(history.search("show", from: 1, backwards: true)?.index == 0)
    #expect(history.search("show", from: 1, backwards: false)?.index == 2)
    #expect(history.search("navy", from: 2, backwards: true)?.range == 5..<9)
    #expect(history.search("", from: 2, backwards: true) == nil)
    #expect(history.search("zebra", from: 99, backwards: true) == nil)
    #expect(history.search("show", from: -5, backwards: false)?.index == 0)
  }
}
