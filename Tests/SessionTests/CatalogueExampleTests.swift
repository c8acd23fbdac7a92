import Diagnostics
import Testing

@testable import Session

/// What `explain` shows as an example provokes the message that it explains.
@Suite struct CatalogueExampleTests {
  /// Codes that no text provokes by itself: bytes, the system, sizes that a test doesn't wait for.
  static let notProvoked: Set<DiagnosticCode> = [.notUTF8, .fileTooLarge, .tooManyClaims, .budgetExceeded, .cannotRead]

  static let provoked = DiagnosticCode.allCases.filter { !notProvoked.contains($0) }

  @Test(arguments: provoked) func exampleProvokesItsCode(_ code: DiagnosticCode) {
    let reader = Reader(isInterrupted: { code == .interrupted })
    var codes = reader.codes(code.entry.example)
    if codes.isEmpty {
      // Warnings that only `check` gives.
      let session = Reader().session
      let file = session.sourceMap.add(name: "example", text: code.entry.example)
      codes = session.check(file).map(\.code) + session.problems(in: [file]).map(\.code)
    }
    #expect(Set(codes) == [code], "\(code.rawValue): \(code.entry.example) gives \(codes.map(\.rawValue))")
  }
}
