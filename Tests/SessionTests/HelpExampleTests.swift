import TestSupport
import Testing

@testable import Session

/// Whatever `help` shows can be typed as it stands.
@Suite struct HelpExampleTests {
  @Test(arguments: (Topics.statements + Topics.parts).map(\.word)) func exampleRuns(word: String) throws {
    let statement = try #require(Topics.statement(word) ?? Topics.part(word))
    let folder = TemporaryFolder()
    let reader = Reader(savingIn: folder.path)
    let load = "load \"Tests/Fixtures/data/deaths.csv\" as deaths { place by state_code; n is count people }"
    if word == "revisions" { #expect(reader.run(load).ending == .finished) }
    // The file of the example is one of the tests' own.
    let example =
      word == "load"
      ? statement.example.replacing("\"deaths.csv\"", with: "\"Tests/Fixtures/data/deaths.csv\"") : statement.example
    let (printed, ending) = reader.run(example)
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
