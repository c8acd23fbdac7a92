import Diagnostics
import Testing

@Suite struct CatalogueTests {
  @Test(arguments: DiagnosticCode.allCases) func everyCodeIsExplained(_ code: DiagnosticCode) {
    let entry = code.entry
    #expect(!entry.title.isEmpty && !entry.title.hasSuffix("."))
    #expect(entry.title.count <= 60)
    #expect(!entry.example.isEmpty)
    // A sentence ends with a full stop before a blank or the end; so do not `2016..` and `¶19.`.
    let sentences = entry.explanation.split(separator: ". ")
    #expect((2...5).contains(sentences.count), "\(sentences.count) sentences")
    #expect(entry.explanation.hasSuffix(".") || entry.explanation.hasSuffix("\"."))
    #expect(!entry.explanation.contains("\n") && !entry.explanation.contains("  "))
  }

  @Test func entriesAreDistinct() {
    let entries = DiagnosticCode.allCases.map(\.entry)
    #expect(Set(entries.map(\.title)).count == entries.count)
    #expect(Set(entries.map(\.explanation)).count == entries.count)
    #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == entries.count)
  }

  @Test func codesAreFoundByNumber() {
    for code in DiagnosticCode.allCases {
      #expect(DiagnosticCode(number: code.rawValue) == code)
      #expect(DiagnosticCode(number: code.rawValue.lowercased()) == code)
    }
    #expect(DiagnosticCode(number: "31") == .statusMismatch)
    #expect(DiagnosticCode(number: "e4") == .unclosedBracket)
    for text in ["", "E", "E999", "E0310", "031x", "E-1", "١"] { #expect(DiagnosticCode(number: text) == nil, "\(text)") }
  }
}
