import Diagnostics
import Syntax
import Testing

@Suite struct FormatterTests {
  /// Inputs and their canonical text.
  @Test func laysOut() {
    var cases = Corpus.cases("format.cases")
    #expect(!cases.isEmpty)
    for index in cases.indices {
      var found = format(source(cases[index].input).file).text ?? "none"
      while found.hasSuffix("\n") { found.removeLast() }
      if Corpus.isRecording {
        cases[index].expectations = [("formatted", found)]
      } else {
        #expect(cases[index].expectations.map(\.text) == [found], "\(cases[index])")
      }
    }
    if Corpus.isRecording { Corpus.record("format.cases", cases) }
  }

  /// The tree stays the same, a second pass changes nothing, and every comment is still there.
  @Test(arguments: CorpusTests.files + ["format.cases"]) func keepsTheMeaning(_ name: String) throws {
    for item in Corpus.cases(name) {
      let before = source(item.input).file
      let formatted = try #require(format(before).text, "\(item)")
      let after = source(formatted).file
      #expect(parse(after).diagnostics.filter { $0.severity == .error && $0.code != .oneEquals }.isEmpty, "\(item)\n\(formatted)")
      #expect(TreeDump.dump(parse(after).program) == TreeDump.dump(parse(before).program), "\(item)\n\(formatted)")
      #expect(format(after).text == formatted, "\(item)")
      #expect(comments(in: formatted) == comments(in: item.input), "\(item)")
      for line in formatted.split(separator: "\n") { #expect(!line.hasSuffix(" "), "\(item)") }
    }
  }

  @Test func leavesWhatCannotBeRead() {
    let result = format(source("let a = (1").file)
    #expect(result.text == nil)
    #expect(result.diagnostics.map(\.code) == [.unclosedBracket])
  }

  @Test func anEmptyFileStaysEmpty() {
    #expect(format(source("").file).text == "")
    #expect(format(source("\n\n  \n").file).text == "")
    #expect(format(source("# only a comment").file).text == "# only a comment\n")
  }

  private func comments(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return highlight(bytes).filter { $0.style == .comment || $0.style == .documentation }.map { span in
      var comment = String(decoding: bytes[span.range], as: UTF8.self)
      while comment.hasSuffix(" ") || comment.hasSuffix("\t") { comment.removeLast() }
      return comment
    }
  }
}
