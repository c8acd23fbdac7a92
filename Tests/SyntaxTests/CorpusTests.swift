import Diagnostics
import Syntax
import Testing

@Suite struct CorpusTests {
  static let files = [
    "claims.cases", "values.cases", "times.cases", "expressions.cases", "statements.cases", "reports.cases", "typed.cases",
    "tables.cases",
  ]

  /// Every input gives the tree and the messages that stand below it.
  @Test(arguments: files + ["errors.cases", "recovery.cases"])
  func parses(_ name: String) {
    var cases = Corpus.cases(name)
    #expect(!cases.isEmpty)
    for index in cases.indices {
      let (file, sources) = source(cases[index].input)
      let result = parse(file)
      var parts = [(name: "tree", text: TreeDump.dump(result.program))]
      if !result.diagnostics.isEmpty {
        parts.append((name: "messages", text: DiagnosticRenderer(sources: sources).render(result.diagnostics)))
      }
      for part in parts.indices { while parts[part].text.hasSuffix("\n") { parts[part].text.removeLast() } }
      if Corpus.isRecording {
        cases[index].expectations = parts
      } else {
        #expect(cases[index].expectations.map(\.name) == parts.map(\.name), "\(cases[index])")
        for (wanted, found) in zip(cases[index].expectations, parts) { #expect(wanted.text == found.text, "\(cases[index])") }
      }
    }
    if Corpus.isRecording { Corpus.record(name, cases) }
  }

  /// Nothing in the corpus of good input is an error.
  @Test(arguments: files) func goodInputHasNoErrors(_ name: String) {
    for item in Corpus.cases(name) {
      let errors = parse(source(item.input).file).diagnostics.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(item): \(errors.map(\.message))")
    }
  }
}
