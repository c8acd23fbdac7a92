import Glibc
import TestSupport
import Testing

/// Ctrl-C, Ctrl-D, Ctrl-Z, and a terminal that goes away.
@Suite struct SignalTests {
  @Test func interruptDropsTheEntryAndNeverTheProcess() throws {
    let session = try TerminalSession()
    for attempt in 1...3 {
      session.type("show (")
      session.settle()
      session.type("\rabc")
      session.settle()
      session.type("\u{3}")
      #expect(session.waitUntil { $0.text.filter { $0 == "= interrupted []" }.count == attempt && $0.text.last == "toy>" })
    }
    session.type("navy\r")
    #expect(session.waitFor("entry [navy]"))
    #expect(session.screen.text.contains("(1 … abc^C"))
  }

  @Test func interruptWorksInTheMiddleOfAKeyAndInASearch() throws {
    for keys in ["abc\u{1b}", "\u{12}ab", "\u{1b}[200~unfinished", "\u{18}"] {
      let session = try TerminalSession()
      session.type(keys)
      session.settle()
      session.type("\u{3}")
      #expect(session.waitFor("interrupted []"), "\(keys.debugDescription)")
      session.settle()
      session.type("navy\r")
      #expect(session.waitFor("entry [navy]"))
    }
  }

  @Test func interruptStopsWork() throws {
    let session = try TerminalSession()
    session.type("work\r")
    #expect(session.waitFor("working []"))
    session.type("\u{3}")
    #expect(session.waitUntil { $0.text.contains { $0.hasSuffix("= stopped []") } })
    session.type("navy\r")
    #expect(session.waitFor("entry [navy]"))
  }

  @Test func endOfInputOnlyOnAnEmptyLine() throws {
    let session = try TerminalSession()
    session.type("a\u{4}\u{4}")
    session.settle()
    #expect(session.results.isEmpty)
    session.type("\u{7f}\u{4}")
    #expect(session.exitStatus() == 0)
    #expect(session.results == ["end []"])
    #expect(!session.screen.modes.contains("?2004"), "marked pastes are switched off again")
  }

  @Test func aTerminalThatGoesAwayEndsTheProcess() throws {
    let session = try TerminalSession()
    session.type("abc")
    session.settle()
    session.signal(SIGHUP)
    #expect(session.exitStatus() == -SIGHUP)
    #expect(!session.screen.modes.contains("?2004"))
  }

  @Test func quitKeyIsIgnored() throws {
    let session = try TerminalSession()
    session.type("ab\u{1c}c\r")
    #expect(session.waitUntil { $0.text.contains { $0.hasPrefix("= entry [") && $0.hasSuffix("c]") } })
  }

  @Test func stoppingAndContinuingKeepsTheEntry() throws {
    // Only a process with a parent in its own session can be stopped by the keyboard.
    let script = "set -m; '\(TerminalSession.probe)'; echo STOPPED; read answer; fg >/dev/null; echo OVER"
    let session = try TerminalSession(["/bin/bash", "--norc", "-c", script])
    session.type("show (\u{1b}\rnavy")
    session.settle()
    session.type("\u{1a}")
    #expect(session.waitUntil { $0.text.last == "STOPPED" }, "\(session.screen.text)")
    #expect(!session.screen.modes.contains("?2004"))
    session.type("\n")
    #expect(session.waitUntil { $0.text.suffix(2) == ["toy> show (", "(1 … navy"] && $0.column == 9 }, "\(session.screen.text)")
    #expect(session.screen.modes.contains("?2004"))
    session.type(")\r")
    #expect(session.waitFor("entry [show ({a}navy)]"))
    session.type("quit\r")
    #expect(session.waitUntil { $0.text.last == "OVER" })
  }
}
