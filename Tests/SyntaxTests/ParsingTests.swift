import Diagnostics
import Syntax
import Testing

@Suite struct ParsingTests {
  /// The codes of reading and syntax, by the numbers that are theirs.
  static let syntaxCodes = DiagnosticCode.allCases.filter { $0.rawValue < "E030" }

  /// The example of each code in the catalogue provokes it.
  @Test(arguments: syntaxCodes.filter { $0 != .notUTF8 && $0 != .fileTooLarge })
  func examplesProvokeTheirCode(_ code: DiagnosticCode) {
    let codes = parse(source(code.entry.example).file).diagnostics.map(\.code)
    #expect(codes == [code])
  }

  /// The examples of codes that are not of syntax are good syntax.
  @Test(arguments: DiagnosticCode.allCases.filter { $0.rawValue >= "E030" })
  func otherExamplesAreGoodSyntax(_ code: DiagnosticCode) {
    let diagnostics = parse(source(code.entry.example).file).diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
  }

  /// Every message about syntax stands in the corpus of errors or of what people type.
  @Test func everyCodeIsInTheCorpus() {
    var missing = Set(Self.syntaxCodes)
    missing.subtract([.notUTF8, .fileTooLarge, .tooDeep])
    for name in ["errors.cases", "recovery.cases", "typed.cases", "values.cases"] {
      for item in Corpus.cases(name) {
        for diagnostic in parse(source(item.input).file).diagnostics { missing.remove(diagnostic.code) }
      }
    }
    #expect(missing.isEmpty)
  }

  @Test func mendsWhatItCan() throws {
    for (input, mended) in [
      ("a == b", "a = b"), ("a in 2006–2012", "a in 2006..2012"), ("a in 2017-1", "a in 2017-01"),
      ("let a = 15k", "let a = 15 k"),
      ("a && b", "a and b"), ("show (a > 10,000)", "show (a > 10_000)"), ("a in 2006-2012", "a in 2006..2012"),
      ("institution army Mexican Army { }", "institution army \"Mexican Army\" { }"),
    ] {
      let file = source(input).file
      let fixIt = try #require(parse(file).diagnostics.first?.fixIts.first, "\(input)")
      var bytes = file.bytes
      bytes.replaceSubrange(fixIt.range.offsets, with: Array(fixIt.replacement.utf8))
      #expect(String(decoding: bytes, as: UTF8.self) == mended)
      #expect(parse(source(mended).file).diagnostics.isEmpty, "\(mended)")
    }
  }

  @Test func readsAPieceAtItsPlace() throws {
    let text = "let a = 1\nclaim navy.personnel 3 in 2018\nlet b = 2"
    let file = source(text).file
    let statement = try #require(parse(file, range: 10..<41).program.statements.first)
    #expect(file.text(statement.range.offsets) == "claim navy.personnel 3 in 2018")
    guard case .claim(let subject, let line) = statement.node else {
      Issue.record("no claim")
      return
    }
    #expect(file.text(subject.range.offsets) == "navy")
    #expect(file.text(line.property.range.offsets) == "personnel")
    #expect(file.text(line.clauses.time?.range.offsets ?? 0..<0) == "2018")
    #expect(parse(file, range: -5..<9_000).program.statements.count == 3)
  }

  /// The ranges of expressions hold their brackets.
  @Test(arguments: [
    ("(a + b) * c", "(a + b) * c"), ("f(a, b).c in 2018", "f(a, b).c in 2018"), ("- (a)", "- (a)"),
    ("a is missing", "a is missing"),
    ("\"x {y}\" # c", "\"x {y}\""), ("institutions | take 3  ", "institutions | take 3"), ("$a..$b", "$a..$b"),
  ])
  func rangesAreWhole(_ text: String, _ expected: String) throws {
    let file = source(text).file
    let statement = try #require(parse(file).program.statements.first)
    guard case .expression(let value, _) = statement.node else {
      Issue.record("no expression")
      return
    }
    #expect(file.text(value.range.offsets) == expected)
  }
}
