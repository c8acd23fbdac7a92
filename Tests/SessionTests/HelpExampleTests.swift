import TestSupport
import Testing

@testable import Session

/// Whatever `help` shows can be typed as it stands.
@Suite struct HelpExampleTests {
  @Test(arguments: (Topics.statements + Topics.parts).map(\.word)) func exampleRuns(word: String) throws {
    let statement = try #require(Topics.statement(word) ?? Topics.part(word))
    let folder = TemporaryFolder()
    let (printed, ending) = Reader(savingIn: folder.path).run(statement.example)
    #expect(ending == (word == "quit" ? .quit : .finished), "\(statement.example)\n\(printed)")
    #expect(!printed.contains("error[") && !printed.contains("warning["), "\(statement.example)\n\(printed)")
  }

  @Test func everyWordHasAPage() {
    let reader = Reader()
    for statement in Topics.statements + Topics.parts {
      let page = reader.run("help \(statement.word)").printed
      #expect(page.contains(statement.word), "\(statement.word)")
    }
  }
}
