import TestSupport
import Testing

/// Keys typed on a pseudo-terminal, and the entry that comes of them.
@Suite struct TypingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// Typed one after the other, each when the screen has come to rest.
    var keys: [String]
    /// The entry, with everything but ASCII escaped.
    var entry: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "plain text", keys: ["show navy", "\r"], entry: "show navy"),
    Case(name: "blank entry", keys: ["\r"], entry: ""),
    Case(name: "accents", keys: ["café", "\r"], entry: "caf{e9}"),
    Case(name: "an accent of its own is deleted with its letter", keys: ["cafe\u{301}", "\u{7f}", "\r"], entry: "caf"),
    Case(name: "a joined emoji is one grapheme", keys: ["a👨‍👩‍👧b", "\u{7f}\u{7f}", "\r"], entry: "a"),
    Case(name: "a flag is deleted forwards whole", keys: ["🇲🇽x", "\u{1b}[H", "\u{1b}[3~", "\r"], entry: "x"),
    Case(name: "ideographs", keys: ["日本語", "\u{1b}[D", "x", "\r"], entry: "{65e5}{672c}x{8a9e}"),
    Case(name: "moving left and typing", keys: ["nvy", "\u{1b}[D\u{1b}[D", "a", "\r"], entry: "navy"),
    Case(name: "Ctrl-A and Ctrl-E", keys: ["avy", "\u{1}", "n", "\u{5}", "!", "\r"], entry: "navy!"),
    Case(name: "words by Alt-B and Alt-F", keys: ["one two", "\u{1b}b", "X", "\u{1b}f", "Y", "\r"], entry: "one XtwoY"),
    Case(name: "words by Ctrl-arrows", keys: ["one two", "\u{1b}[1;5D", "X", "\u{1b}[1;5C", "Y", "\r"], entry: "one XtwoY"),
    Case(name: "Ctrl-W deletes one word", keys: ["show navy.personnel", "\u{17}", "\r"], entry: "show "),
    Case(name: "Alt-Backspace stops at the dot", keys: ["navy.personnel", "\u{1b}\u{7f}", "\r"], entry: "navy."),
    Case(name: "Ctrl-U and Ctrl-Y", keys: ["one two", "\u{1b}b", "\u{15}", "\u{5} ", "\u{19}", "\r"], entry: "two one "),
    Case(name: "Ctrl-K", keys: ["one two", "\u{1}\u{1b}f", "\u{b}", "\r"], entry: "one"),
    Case(name: "words deleted in a row come back as one", keys: ["a b c", "\u{17}", "\u{17}", "\u{19}", "\r"], entry: "a b c"),
    Case(name: "Ctrl-D deletes forwards", keys: ["nnavy", "\u{1}", "\u{4}", "\r"], entry: "navy"),
    Case(name: "undo", keys: ["one", " ", "two", "\u{17}", "\u{1f}", "\r"], entry: "one two"),
    Case(name: "undo twice", keys: ["one", " two", "\u{17}", "\u{1f}", "\u{1f}", "\r"], entry: "one"),
    Case(
      name: "an open bracket goes on, indented", keys: ["show {", "\r", "navy", "\r", "}", "\r"], entry: "show {{a}  navy{a}}"),
    Case(name: "Alt-Enter always breaks the line", keys: ["one", "\u{1b}\r", "two", "\r"], entry: "one{a}two"),
    Case(
      name: "Enter in the middle of a complete entry runs it", keys: ["one two", "\u{1b}b", "\r"], entry: "one two"),
    Case(
      name: "Enter in the middle of an incomplete entry breaks the line there",
      keys: ["(one two", "\u{1b}b", "\r", "\u{1b}>)", "\r"],
      entry: "(one {a}  two)"),
    Case(name: "two empty lines give up", keys: ["show (", "\r", "\r", "\r"], entry: "show ("),
    Case(name: "Up moves within the lines", keys: ["ab", "\u{1b}\r", "c", "\u{1b}[A", "X", "\r"], entry: "aXb{a}c"),
    Case(name: "Tab completes", keys: ["per\t", "\r"], entry: "personnel"),
    Case(name: "Tab inserts what candidates share", keys: ["n\t", "y\r"], entry: "navy"),
    Case(name: "Tab adds accents that were not typed", keys: ["pena\t", "\r"], entry: "pe{f1}a_nieto"),
    Case(name: "Tab indents further lines", keys: ["(", "\r", "\u{15}", "\tx)", "\r"], entry: "({a}  x)"),
    Case(name: "the right arrow takes the hint", keys: ["na", "\u{1b}[C", "\r"], entry: "navy.personnel in 2018"),
    Case(name: "Alt-F takes a word of the hint", keys: ["na", "\u{1b}f", "\r"], entry: "navy"),
    Case(
      name: "Ctrl-T exchanges graphemes", keys: ["ab👍🏽", "\u{14}", "\u{1}\u{14}", "\u{1b}[C\u{14}", "\r"],
      entry: "{1f44d}{1f3fd}ab"),
    Case(name: "Alt-U and Alt-L", keys: ["señal OF", "\u{1}\u{1b}u", "\u{1b}l", "\r"], entry: "SE{d1}AL of"),
    Case(name: "keys with Alt that mean nothing", keys: ["a\u{1b}zb\u{1b}éc\u{1b}5d\u{1b}\u{1b}e", "\r"], entry: "abcde"),
    Case(name: "unknown keys type nothing", keys: ["a\u{1b}[15~b\u{1b}[1;9Zc\u{1b}OQ", "\r"], entry: "abc"),
    Case(name: "Ctrl-S and Ctrl-Q neither freeze nor type", keys: ["a\u{13}", "b\u{11}", "c", "\r"], entry: "abc"),
    Case(name: "Ctrl-V types a control character", keys: ["a\u{16}\u{1b}b", "\r"], entry: "a{1b}b"),
  ]

  @Test(arguments: cases) func typing(_ example: Case) throws {
    let session = try TerminalSession()
    for keys in example.keys {
      session.type(keys)
      session.settle()
    }
    #expect(session.waitFor("entry [\(example.entry)]"), "\(session.screen.text)")
    #expect(session.results.count == 1)
    #expect(session.screen.unknown.isEmpty)
  }

  @Test(arguments: [(2, 1), (20, 5), (80, 24)])
  func randomKeysNeverEndTheProgram(columns: Int, rows: Int) throws {
    var random = ScreenPainterTests.Random(state: UInt64(columns))
    let session = try TerminalSession(columns: columns, rows: rows, prompt: nil)
    #expect(session.waitUntil { $0.modes.contains("?2004") })
    session.settle()
    let pieces: [[UInt8]] =
      [
        "\r", "\u{1b}[A", "\u{1b}[B", "\u{1b}[D", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}\r", "\t", "{", "(", "}", "日", "é", "👨‍👩‍👧",
        "\u{12}", "\u{1f}",
      ]
      .map { Array($0.utf8) }
    for _ in 0..<400 {
      var keys: [UInt8] = []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let byte = UInt8.random(in: 0...255, using: &random)
        // Ctrl-D would end it rightly.
        keys += Bool.random(using: &random) ? pieces.randomElement(using: &random) ?? [] : byte == 4 ? [] : [byte]
      }
      session.type(keys)
    }
    session.settle()
    session.type("\u{1b}[201~\u{3}")
    session.settle(80)
    session.type("navy\r")
    // On the narrowest screen the report is broken into pieces.
    #expect(session.waitUntil { $0.text.joined().contains("entry[navy]") || $0.text.contains("= entry [navy]") })
  }

  @Test func bytesOfAnOlderEncodingAreRead() throws {
    let session = try TerminalSession()
    session.type([0x63, 0xE9, 0x20, 0xD1])
    session.settle(80)
    session.type("\r")
    #expect(session.waitFor("entry [c{e9} {d1}]"))
  }

  @Test func charactersAreUTF8WhateverTheLocale() throws {
    for locale in ["C", "POSIX", "es_MX.ISO-8859-1", "C.UTF-8"] {
      let session = try TerminalSession(environment: ["LC_ALL": locale])
      session.type("é日\r")
      #expect(session.waitFor("entry [{e9}{65e5}]"), "\(locale)")
    }
  }
}
