import Glibc
import TestSupport
import Testing

/// Bringing back earlier entries, in one session and from one to the next.
@Suite struct RecallTests {
  private let up = "\u{1b}[A"
  private let down = "\u{1b}[B"

  private func enter(_ entries: [String], in session: TerminalSession) {
    for entry in entries {
      let count = session.results.count
      session.type(entry + "\r")
      #expect(session.waitUntil { $0.text.last == "toy>" && session.results.count == count + 1 })
    }
  }

  @Test func entriesComeBackWhole() throws {
    let session = try TerminalSession()
    enter(["one", "(a\u{1b}\rb\u{1b}\rc)", "three"], in: session)
    session.type(up + up)
    #expect(session.waitUntil { $0.text.suffix(3) == ["toy> (a", "   … b", "   … c)"] }, "\(session.screen.text)")
    // First through the lines of the entry, then on to the one before.
    session.type(up + up + up)
    #expect(session.waitUntil { $0.text.last == "toy> one" })
    session.type(down)
    #expect(session.waitUntil { $0.text.last == "   … c)" })
    session.type("\r")
    #expect(session.waitUntil { $0.text.filter { $0 == "= entry [(a{a}b{a}c)]" }.count == 2 })
  }

  @Test func whatWasTypedComesBackAfterTheNewest() throws {
    let session = try TerminalSession()
    enter(["one", "two"], in: session)
    session.type("\u{10}")
    session.type("\u{e}")
    session.type("draft")
    session.type(up)
    session.settle()
    #expect(session.screen.text.last == "toy> draft", "nothing begins with it")
    session.type("\u{15}" + up + down + "x\r")
    #expect(session.waitFor("entry [x]"))
  }

  @Test func recallKeepsToWhatWasTyped() throws {
    let session = try TerminalSession()
    enter(["show navy", "count ports", "show army", "show army"], in: session)
    session.type("sh" + up)
    #expect(session.waitUntil { $0.text.last == "toy> show army" })
    session.type(up)
    #expect(session.waitUntil { $0.text.last == "toy> show navy" })
    session.type(down + down)
    #expect(session.waitUntil { $0.text.last == "toy> show army" && $0.column == 7 }, "what was typed, and its hint")
  }

  @Test func searchFindsOlderEntries() throws {
    let session = try TerminalSession()
    enter(["show navy", "count ports", "show army"], in: session)
    session.type("\u{12}SHOW")
    #expect(session.waitUntil { $0.text.last == "search `SHOW`: show army" })
    session.type("\u{12}")
    #expect(session.waitUntil { $0.text.last == "search `SHOW`: show navy" })
    session.type("\u{13}")
    #expect(session.waitUntil { $0.text.last == "search `SHOW`: show army" })
    session.type("x")
    #expect(session.waitUntil { $0.text.last == "not found `SHOWx`: show army" })
    session.type("\u{7f}\u{12}\u{1b}[H")
    #expect(session.waitUntil { $0.text.last == "toy> show navy" && $0.column == 5 })
    session.type("\u{12}ports\r")
    #expect(session.waitUntil { $0.text.filter { $0 == "= entry [count ports]" }.count == 2 })
    // What is typed before the next prompt stands is read by the terminal, which has its own meaning for Ctrl-R.
    session.settle()
    session.type("draft\u{12}navy\u{7}")
    #expect(session.waitUntil { $0.text.last == "toy> draft" }, "Ctrl-G leaves things as they were")
  }

  @Test func historyOutlivesTheSession() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/state/history.jsonl"
    let first = try TerminalSession(environment: ["PROBE_HISTORY": path])
    enter(["one", "é (a\u{1b}\rb)", "\"q\\"], in: first)
    // Another shell at the same time.
    let second = try TerminalSession(environment: ["PROBE_HISTORY": path])
    enter(["two"], in: second)
    first.end()
    second.end()
    let third = try TerminalSession(environment: ["PROBE_HISTORY": path])
    third.type(up + up)
    #expect(third.waitUntil { $0.text == ["toy> \"q\\"] })
    third.type(up)
    #expect(third.waitUntil { $0.text == ["toy> é (a", "   … b)"] })
    var status = Glibc.stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func rubbishInTheHistoryFileIsKeptAndCounted() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/history"
    let rubbish = "_HiStOrY_V2_\nshow\\040navy\n{\"text\":\"good\"}\n\n\u{0}\u{1}\n{\"text\":\"cut"
    folder.write(rubbish, to: "history")
    let session = try TerminalSession(environment: ["PROBE_HISTORY": path])
    #expect(session.results == ["skipped [4]"])
    session.type(up)
    #expect(session.waitUntil { $0.text.last == "toy> good" })
    session.type("!\r")
    #expect(session.waitFor("entry [good!]"))
    session.type("quit\r")
    #expect(session.exitStatus() == 0)
    let contents = folder.read("history")
    #expect(contents.hasPrefix(rubbish + "\n{\"time\":\""))
    #expect(contents.hasSuffix("\"text\":\"good!\"}\n"))
  }

  @Test func aHistoryFileThatCannotBeWrittenStopsNothing() throws {
    for path in ["/proc/nowhere/history", "/dev/full", "/"] {
      let session = try TerminalSession(environment: ["PROBE_HISTORY": path])
      enter(["one"], in: session)
      session.type(up)
      #expect(session.waitUntil { $0.text.last == "toy> one" }, "\(path)")
    }
  }
}
