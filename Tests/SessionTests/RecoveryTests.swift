import Casebook
import Diagnostics
import Testing

@testable import Session

/// An entry that fails leaves everything as it was.
@Suite struct RecoveryTests {
  @Test func whatWasDefinedBeforeStays() {
    let reader = Reader()
    #expect(reader.run("let marines = naval_infantry.personnel in 2018").ending == .finished)
    let before = reader.run("$marines").printed
    #expect(reader.run("let marines = 5; navvy").ending == .wrongInput)
    #expect(reader.run("let other = 5; navy.personell").ending == .wrongInput)
    #expect(reader.run("$marines").printed == before)
    #expect(reader.codes("$other") == [.unknownVariable])
  }

  @Test(arguments: [
    "claim navy.personnel 60_000 in 2019 from ellis_2018 ¶99\nnavvy.personnel in 2018",
    "claim navy.personnel 60_000 in 2019 from ellis_2018 ¶99\nclaim navy.personnel 61_000 in 2019 from nobody ¶1",
    "claim navy.personnel 60_000 in 2019 from ellis_2018 ¶99\nlet x = (1",
    "institution coast_guard \"Coast guard\" { part_of navy }\nnavvy",
    "kind militia \"Militia\"\nmilitia gray \"Gray\"\nnavvy",
    "source mine \"Mine\" { published 2018 }\nsource mine \"Again\" { published 2019 }",
  ])
  func theCasebookStays(entry: String) {
    let reader = Reader()
    let casebook = reader.session.casebook
    casebook.loadAll()
    let (claims, entities, kinds) = (casebook.claimCount, casebook.entities.count, casebook.kinds.count)
    #expect(reader.run(entry).ending == .wrongInput)
    casebook.loadAll()
    #expect(casebook.claimCount == claims)
    #expect(casebook.entities.count == entities)
    #expect(casebook.kinds.count == kinds)
  }

  /// A slip in a declaration can be mended by entering it again.
  @Test func aMendedDeclarationIsTaken() {
    let reader = Reader()
    #expect(reader.run("institution coast_guard \"Coast guard\" { part_of navvy }").ending == .wrongInput)
    #expect(reader.run("institution coast_guard \"Coast guard\" { note \"seen\" from ellis_2018 ¶1 }").ending == .finished)
    #expect(reader.run("coast_guard.note").ending == .finished)
  }

  @Test func aStoppedTextSaysSoAndTheNextOneRuns() {
    let reader = Reader()
    #expect(reader.run("let share = 5 / 0").ending == .stopped)
    #expect(reader.codes("$share") != [])
    #expect(reader.run("1 + 1").ending == .finished)
  }

  @Test func whatTheShellCannotListOrExplainIsAnError() {
    let reader = Reader()
    for entry in ["list institutonz", "explain E999", "set abuot = 5%", "set about = many"] {
      #expect(reader.run(entry).ending == .wrongInput, "\(entry)")
    }
  }
}
