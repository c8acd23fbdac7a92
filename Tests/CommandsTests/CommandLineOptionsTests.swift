import Testing

@testable import Commands

/// The words of a command line and what they ask for.
@Suite struct CommandLineOptionsTests {
  typealias Command = CommandLineOptions.Command

  static let commands: [([String], Command)] = [
    ([], .shell),
    (["run", "a.cotejo"], .run(file: "a.cotejo")),
    (["run", "-"], .run(file: "-")),
    (["run", "--", "--strange.cotejo"], .run(file: "--strange.cotejo")),
    (["--width", "80", "run", "a.cotejo"], .run(file: "a.cotejo")),
    (["run", "run"], .run(file: "run")),
    (["-e", "navy"], .evaluate(["navy"])),
    (["-e", "navy", "--evaluate", "army"], .evaluate(["navy", "army"])),
    (["--evaluate=navy"], .evaluate(["navy"])),
    (["-e", "-1"], .evaluate(["-1"])),
    (["check", "a", "b"], .check(["a", "b"])),
    (["format", "a"], .format(["a"], onlyCheck: false)),
    (["format", "--check", "a", "-"], .format(["a", "-"], onlyCheck: true)),
    (["test"], .test([])),
    (["test", "a"], .test(["a"])),
    (["help"], .help), (["--help"], .help), (["-h", "nonsense"], .help),
    (["--version"], .version), (["-V"], .version),
  ]

  @Test(arguments: commands) func command(_ words: [String], _ expected: Command) throws {
    #expect(try CommandLineOptions(words).command == expected)
  }

  @Test func values() throws {
    let options = try CommandLineOptions([
      "run", "a.cotejo", "--set", "year=2016", "--set=title=a=b", "--allow-read", "/r", "--allow-write=/w", "--save-to", "out",
      "--format=json",
      "--colour", "never", "--width=40", "--ascii", "--no-init",
    ])
    #expect(options.settings.map(\.name) == ["year", "title"])
    #expect(options.settings.map(\.value) == ["2016", "a=b"])
    #expect(options.readable == ["/r"])
    #expect(options.writable == ["/w"])
    #expect(options.saveFolder == "out")
    #expect(options.format == .json)
    #expect(options.color == .never)
    #expect(options.width == 40)
    #expect(options.isASCII)
    #expect(!options.readsInit)
  }

  /// Each with a word that the message must hold.
  static let wrong: [([String], String)] = [
    (["--colr"], "--colr"),
    (["-x"], "-x"),
    (["run"], "one file"),
    (["run", "a", "b"], "one file"),
    (["check"], "files or folders"),
    (["format"], "takes files"),
    (["a.cotejo"], "cotejo run a.cotejo"),
    (["runn", "a.cotejo"], "runn"),
    (["-e"], "-e needs a value"),
    (["-e", "navy", "a.cotejo"], "a.cotejo"),
    (["run", "a", "-e", "navy"], "a"),
    (["--set"], "--set needs a value"),
    (["run", "a", "--set", "year"], "NAME=VALUE"),
    (["run", "a", "--set", "=5"], "NAME=VALUE"),
    (["--format", "pdf"], "text, markdown, html, json, csv"),
    (["--color", "sometimes"], "auto, always, never"),
    (["--width", "many"], "20 to 10000"),
    (["--width", "19"], "20 to 10000"),
    (["--width", "99999999999999999999"], "20 to 10000"),
    (["--allow-read"], "needs a value"),
    (["--allow-write"], "needs a value"),
    (["--save-to"], "needs a value"),
    (["run", "--check", "a"], "--check"),
    (["--check"], "--check"),
    (["--ascii=yes"], "--ascii"),
    (["--help=yes"], "--help"),
  ]

  @Test(arguments: wrong) func usage(_ words: [String], _ part: String) {
    #expect {
      _ = try CommandLineOptions(words)
    } throws: { error in
      guard let usage = error as? CommandLineOptions.Usage else { return false }
      return (usage.message + " " + usage.hint).contains(part) && !usage.hint.isEmpty
    }
  }
}
