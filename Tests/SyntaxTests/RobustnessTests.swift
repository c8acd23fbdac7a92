import Diagnostics
import Syntax
import Testing

/// Whatever the input, reading it ends, and nothing traps.
@Suite struct RobustnessTests {
  /// Everything that can be done with a text.
  private func exercise(_ bytes: [UInt8]) -> [Diagnostic] {
    let sources = SourceMap()
    let file = sources.add(name: "input", bytes: bytes)
    let result = parse(file)
    _ = format(file)
    _ = highlight(bytes)
    _ = declarationHeads(file)
    _ = completeness(of: String(decoding: bytes, as: UTF8.self))
    let starts = result.diagnostics.map(\.labels[0].range.start)
    #expect(starts == starts.sorted())
    for diagnostic in result.diagnostics.prefix(3) {
      #expect(!DiagnosticRenderer(sources: sources, width: 40, usesColor: true).render(diagnostic).isEmpty)
    }
    return result.diagnostics
  }

  static let repeated = [
    "(", ")", "{", "}", "-", "not ", "- -", "1+", "a.", "f(", "\"", "\"{", "\"\"\"", "`", "a b ", "if ", "..", "1..", "$", "¶",
    "#", "##", "|",
    "| count ", "x | where ", "a,", "compare a on ", "in ", "a in ", "as ", "k i \"t\" {", "k i \"t\" {\n", "section \"a\" { ",
    "\\", "@", "= ",
    "a one of (", "per ", "5 per ", "about ", "claim a.b 1 from c ¶1, ", "\u{0}", "\r", "é", "{\"", "a(b)(", "for each a in b {",
    "- 1 ",
    "surely ", "1,000,", "2017-", "9", "0.", "9_", "a is missing ", "a and ", "a = ", "(a)",
  ]

  @Test(arguments: repeated) func survivesRepetition(_ unit: String) {
    let bytes = Array(unit.utf8)
    _ = exercise(Array(repeatElement(bytes, count: 6_000 / bytes.count).joined()))
  }

  /// Long inputs are read in time that grows with their length, and depth stops at the limit.
  @Test(arguments: [("(", 1_000_000), ("{", 1_000_000), ("\"", 1_000_000), ("-", 300_000), ("1+1+", 300_000), ("a.b.", 300_000)])
  func survivesAMegabyte(_ unit: String, _ length: Int) {
    let bytes = Array(unit.utf8)
    let file = SourceMap().add(name: "input", bytes: Array(repeatElement(bytes, count: length / bytes.count).joined()))
    #expect(!parse(file).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("let x = ", "(", "1", ")"), ("let x = ", "not ", "a", ""), ("let x = 1", " + 1", "", ""), ("let x = a", ".b", "", ""),
    ("let x = ", "f(", "1", ")"), ("let x = ", "- ", "a", ""), ("", "section \"s\" { ", "", "}"),
    ("let x = ", "if a then b else ", "c", ""), ("let x = a", " per b", "", ""),
  ])
  func countsDepth(_ head: String, _ unit: String, _ middle: String, _ closing: String) {
    func text(_ count: Int) -> String {
      head + String(repeating: unit, count: count) + middle + String(repeating: closing, count: count)
    }
    let shallow = parse(source(text(90)).file).diagnostics
    #expect(!shallow.contains { $0.code == .tooDeep })
    let deep = parse(source(text(5_000)).file).diagnostics
    #expect(deep.filter { $0.code == .tooDeep }.count == 1)
    #expect(!deep.contains { $0.code == .unclosedBracket || $0.code == .unmatchedBracket })
  }

  /// Chains in brackets in chains add up.
  @Test func countsChainsInBrackets() {
    var text = "1"
    for _ in 0..<50 { text = "(\(text) + 1 + 1 + 1 + 1 + 1 + 1)" }
    #expect(parse(source("let x = \(text)").file).diagnostics.map(\.code) == [.tooDeep])
  }

  @Test func survivesRandomBytes() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    for round in 0..<60 {
      let length = Int(next() % 800)
      let alphabet = Array("(){}\"`|.,;:=<>+-*/% \n#$¶aé19_\\".utf8)
      let bytes = (0..<length).map { _ in
        round % 2 == 0 ? UInt8(truncatingIfNeeded: next()) : alphabet[Int(next() % UInt64(alphabet.count))]
      }
      _ = exercise(bytes)
    }
  }

  @Test func survivesManyRandomBytes() {
    var state: UInt32 = 12345
    let bytes = (0..<300_000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let file = SourceMap().add(name: "input", bytes: bytes)
    #expect(parse(file).diagnostics.contains { $0.code == .notUTF8 })
    #expect(declarationHeads(file) == nil)
  }

  /// Every sample is also read when it is cut off at any of its bytes, and when one byte is missing.
  @Test(arguments: ["claims.cases", "expressions.cases", "reports.cases", "typed.cases"]) func survivesTruncation(_ name: String)
  {
    for item in Corpus.cases(name) {
      let bytes = Array(item.input.utf8)
      for end in 0..<bytes.count {
        let file = SourceMap().add(name: "input", bytes: Array(bytes[..<end]))
        _ = parse(file)
        if end % 11 == 0 {
          _ = exercise(Array(bytes[..<end]))
          _ = exercise(Array(bytes[..<end] + bytes[(end + 1)...]))
        }
      }
    }
  }

  @Test func namesThePlaceOfBytesThatAreNotUTF8() {
    let bytes = Array("say \"a\"\nnative \"M".utf8) + [0xE9] + Array("xico\"\n".utf8)
    let file = SourceMap().add(name: "input", bytes: bytes)
    let fault = parse(file).diagnostics.first { $0.code == .notUTF8 }
    #expect(fault?.labels[0].range.offsets == 17..<18)
    #expect(fault?.labels[0].text.contains("0xE9") == true)
    #expect(file.position(at: 17) == SourcePosition(line: 2, column: 10))
  }

  @Test func passesAByteOrderMark() {
    let file = SourceMap().add(name: "input", bytes: [0xEF, 0xBB, 0xBF] + Array("navy.personnel".utf8))
    let result = parse(file)
    #expect(result.diagnostics.isEmpty)
    #expect(TreeDump.dump(result.program) == "ask navy.personnel\n")
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func readsEveryLineEnd(_ lineEnd: String) {
    let text = ["institution a \"A\" {", "  b 1", "  c 2 # end", "}", "let x = 1 +", "  2"].joined(separator: lineEnd)
    let result = parse(source(text).file)
    #expect(result.diagnostics.isEmpty)
    #expect(TreeDump.dump(result.program) == "declare institution a \"A\"\n  b: 1\n  c: 2\nlet x = (1 + 2)\n")
  }
}
