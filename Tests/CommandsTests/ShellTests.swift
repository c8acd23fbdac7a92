import Glibc
import TestSupport
import Testing

/// The shell on a terminal, as somebody types at it.
@Suite(.serialized) struct ShellTests {
  let home = TemporaryFolder()

  private func shell(columns: Int = 100) throws -> TerminalSession {
    let session = try TerminalSession(
      [BuiltProgram.path("cotejo")], columns: columns, rows: 40,
      environment: [
        "HOME": home.path, "XDG_STATE_HOME": home.path + "/state", "XDG_CONFIG_HOME": home.path + "/config", "NO_COLOR": "1",
      ],
      prompt: nil)
    guard session.waitUntil({ $0.text.last == "cotejo>" }) else { throw TerminalSession.Failure.noPrompt }
    session.settle()
    return session
  }

  /// Whether the prompt is back after what was asked last.
  private func isReady(_ screen: ScreenModel, after text: String) -> Bool {
    screen.text.last == "cotejo>" && screen.text.contains { $0.contains(text) }
  }

  /// Waits for the prompt after what was asked last, and for the terminal to be ready for typing: what comes while it changes hands is lost.
  private func becomesReady(_ session: TerminalSession, after text: String = "") -> Bool {
    guard session.waitUntil({ text.isEmpty ? $0.text.last == "cotejo>" : isReady($0, after: text) }) else { return false }
    session.settle()
    return true
  }

  @Test func anEntryAnswersAndErrorsAreSurvived() throws {
    let session = try shell()
    session.type("let x = naval_infantry.personnel in 2018\r")
    #expect(session.waitUntil { $0.text.last == "cotejo>" && $0.text.count > 2 })
    session.type("navvy.personnel\r")
    #expect(becomesReady(session, after: "error[E030]"))
    session.type("1 / 0\r")
    #expect(becomesReady(session, after: "error[E070]"))
    session.type("$x\r")
    #expect(becomesReady(session, after: "about 15,000 people"))
    session.type("\u{4}")
    #expect(session.exitStatus() == 0)
  }

  @Test func quitLeaves() throws {
    let session = try shell()
    session.type("quit\r")
    #expect(session.exitStatus() == 0)
  }

  @Test func tabCompletesNames() throws {
    let session = try shell()
    session.type("naval_infantry_\t")
    session.settle()
    session.type("\u{3}")
    #expect(becomesReady(session))
    session.type("naval_inf\t")
    #expect(session.waitUntil { $0.text.contains { $0.hasPrefix("cotejo> naval_infantry") } })
  }

  @Test func tabCompletesAProperty() throws {
    let session = try shell()
    session.type("naval_infantry.perso\t in 2018\r")
    #expect(becomesReady(session, after: "about 15,000 people"))
  }

  @Test func interruptDropsTheLine() throws {
    let session = try shell()
    session.type("navvy.personnel")
    session.settle()
    session.type("\u{3}")
    #expect(becomesReady(session))
    session.type("1 + 1\r")
    #expect(becomesReady(session, after: "2"))
    #expect(!session.screen.text.contains { $0.contains("error") })
  }

  @Test func interruptStopsWorkAndNotTheShell() throws {
    let session = try shell()
    session.type("for each a in entities { for each b in entities { for each c in entities { expect 1 < 2 } } }\r")
    session.settle()
    usleep(200_000)
    session.type("\u{3}")
    #expect(becomesReady(session, after: "error[E073]"))
    session.type("naval_infantry.personnel in 2018\r")
    #expect(becomesReady(session, after: "about 15,000 people"))
    session.type("\u{4}")
    #expect(session.exitStatus() == 0)
  }

  @Test func anOpenBracketContinues() throws {
    let session = try shell()
    session.type("(1 +\r")
    #expect(session.waitUntil { $0.text.last?.hasPrefix("cotejo>") == false })
    #expect(!session.screen.text.contains { $0.contains("error") })
    session.type("41)\r")
    #expect(session.waitUntil { $0.text.contains("42") && $0.text.last == "cotejo>" })
  }

  @Test func historyIsKeptFromOneRunToTheNext() throws {
    let first = try shell()
    first.type("naval_infantry.personnel in 2018\r")
    #expect(first.waitUntil { isReady($0, after: "about 15,000 people") })
    first.type("\u{4}")
    #expect(first.exitStatus() == 0)
    #expect(home.read("state/cotejo/history.jsonl").contains("naval_infantry.personnel in 2018"))
    let second = try shell()
    second.type("\u{1b}[A")
    #expect(second.waitUntil { $0.text.last == "cotejo> naval_infantry.personnel in 2018" })
    second.type("\r")
    #expect(second.waitUntil { isReady($0, after: "about 15,000 people") })
  }

  @Test func theUsersOwnDefinitionsAreRead() throws {
    mkdir(home.path + "/config", 0o700)
    mkdir(home.path + "/config/cotejo", 0o700)
    home.write("let mine = 20 + 22\n", to: "config/cotejo/init.cotejo")
    let session = try shell()
    session.type("$mine\r")
    #expect(becomesReady(session, after: "42"))
  }
}
