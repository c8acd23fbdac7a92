import TestSupport
import Testing

/// The program as others call it: what it prints where, and how it ends.
@Suite struct ProgramTests {
  let folder = TemporaryFolder()

  func cotejo(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Subprocess {
    try Subprocess(
      [BuiltProgram.path("cotejo")] + arguments, input: Array(input.utf8), environment: environment, in: folder.path)
  }

  // MARK: What is printed where

  @Test func anEntry() throws {
    let run = try cotejo("-e", "naval_infantry.personnel in 2018")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("about 15,000 people"))
    #expect(run.error.isEmpty)
  }

  @Test func severalEntriesShareTheirNames() throws {
    let run = try cotejo("-e", "let x = naval_infantry.personnel in 2018", "-e", "$x > 10_000")
    #expect(run.status == 0)
    #expect(run.output.contains("yes"))
  }

  @Test func messagesGoToStandardErrorOnly() throws {
    let run = try cotejo("-e", "navvy.personnel in 2018")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("error[E030]: "))
    #expect(run.error.contains("input:1:1"))
  }

  @Test func resultsBeforeAStopAreKept() throws {
    let run = try cotejo("run", "-", input: "say \"before\"\nexpect 1 > 2\nsay \"after\"\n")
    #expect(run.status == 1)
    #expect(run.output.contains("before") && !run.output.contains("after"))
    #expect(run.error.contains("error[E074]"))
  }

  @Test(arguments: ["naval_infantry.personnel in 2018", "navy", "navvy", "compare army, navy on personnel in 2018"])
  func noEscapeCodesInAPipe(entry: String) throws {
    let run = try cotejo("-e", entry, environment: ["TERM": "xterm-256color"])
    #expect(!run.output.contains("\u{1b}") && !run.error.contains("\u{1b}"))
  }

  @Test func coloursWhereTheyAreAskedFor() throws {
    let run = try cotejo("--color", "always", "-e", "navy")
    #expect(run.output.contains("\u{1b}["))
    let ascii = try cotejo("--ascii", "-e", "why mexico.homicide_rate in 2016", "-e", "navvy")
    #expect((ascii.output + ascii.error).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func width() throws {
    let run = try cotejo("--width", "40", "-e", "navy")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test(arguments: [("json", "{"), ("html", "<!"), ("csv", ""), ("markdown", ""), ("text", "")])
  func formats(_ format: String, _ start: String) throws {
    let run = try cotejo("--format", format, "-e", "naval_infantry.personnel")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(start))
    #expect(run.output.contains("15,000") || run.output.contains("15000"))
    #expect(run.output.utf8.last == UInt8(ascii: "\n"))
  }

  @Test func nobodyReadsTheRest() throws {
    let program = BuiltProgram.path("cotejo")
    let script =
      "{ '\(program)' -e 'list properties' -e 'list properties' -e 'list properties'; echo \"status $?\" >&2; } | head -n 1"
    let run = try Subprocess(["/bin/sh", "-c", script], in: folder.path)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.error == "status 0\n")
  }

  @Test func whatCannotBePrintedIsSaid() throws {
    let program = BuiltProgram.path("cotejo")
    let run = try Subprocess(["/bin/sh", "-c", "'\(program)' -e 'list properties' > /dev/full"], in: folder.path)
    #expect(run.status == 73)
    #expect(run.error.hasPrefix("cotejo: the output cannot be written: "))
  }

  @Test func interruptedFromOutside() throws {
    let work = "for each a in entities { for each b in entities { for each c in entities { expect 1 < 2 } } }"
    let program = BuiltProgram.path("cotejo")
    let run = try Subprocess(["/usr/bin/timeout", "--preserve-status", "-s", "INT", "1", program, "-e", work], in: folder.path)
    #expect(run.status == 130)
    #expect(run.error.contains("error[E073]"))
  }

  @Test func aLibraryThatIsNone() throws {
    let run = try cotejo("-e", "navy", environment: ["COTEJO_LIBRARY": folder.path])
    #expect(run.status == 66)
    #expect(run.error.contains("COTEJO_LIBRARY names \(folder.path)"))
  }

  /// With standard input closed, no file that the program opens itself may take its place, and nothing waits.
  @Test(arguments: ["run -", "format -", ""]) func closedStandardInput(words: String) throws {
    let run = try Subprocess(["/bin/sh", "-c", "exec '\(BuiltProgram.path("cotejo"))' \(words) <&-"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.isEmpty && run.error.isEmpty)
  }

  // MARK: Scripts

  @Test func aCasebookBesideTheScript() throws {
    folder.write("institution coast_guard \"Coast guard\" { note \"seen\" }\n", to: "my_case.cotejo")
    folder.write("use ./my_case\ncoast_guard\n", to: "good.cotejo")
    folder.write("use ./my_cas\n", to: "bad.cotejo")
    #expect(try cotejo("run", "good.cotejo").output.hasPrefix("Coast guard"))
    let bad = try cotejo("run", "bad.cotejo")
    #expect(bad.status == 65)
    #expect(bad.error.contains("error[E080]") && bad.error.contains("did you mean `./my_case`?"))
  }

  @Test func aScriptWithParameters() throws {
    folder.write("param year = 2017 \"the year\"\nuse mexico_2018\nmexico.homicide_rate in $year\n", to: "rate.cotejo")
    let plain = try cotejo("run", "rate.cotejo")
    #expect(plain.status == 0)
    #expect(plain.output.hasPrefix("22.5 homicides per 100,000 people"))
    let set = try cotejo("run", "rate.cotejo", "--set", "year=2016")
    #expect(set.status == 0)
    #expect(set.output.contains("17.6"))
    let unknown = try cotejo("run", "rate.cotejo", "--set", "yeer=2016")
    #expect(unknown.status == 65)
    #expect(unknown.error.contains("yeer") && unknown.error.contains("year"))
    let bad = try cotejo("run", "rate.cotejo", "--set", "year=many")
    #expect(bad.status == 65)
    #expect(bad.output.isEmpty)
  }

  @Test func standardInput() throws {
    #expect(try cotejo("run", "-", input: "1 + 1\n").output == "2\n")
    #expect(try cotejo(input: "1 + 1\n").output == "2\n")
    let half = try cotejo("run", "-", input: "let x = (1 +")
    #expect(half.status == 65)
    #expect(half.error.contains("error[E004]") || half.error.contains("error[E013]"))
    #expect(try cotejo("run", "-").status == 0)
  }

  @Test func notUTF8() throws {
    let run = try Subprocess(
      [BuiltProgram.path("cotejo"), "run", "-"], input: Array("say \"M".utf8) + [0xE9, 0x22, 0x0A], in: folder.path)
    #expect(run.status == 65)
    #expect(run.error.hasPrefix("error[E001]: "))
    _ = TextFile.write(Array("say \"M".utf8) + [0xE9, 0x22, 0x0A], to: folder.path + "/latin.cotejo")
    for command in ["run", "check", "format"] {
      let file = try cotejo(command, "latin.cotejo")
      #expect(file.status == 65, "\(command)")
      #expect(file.error.contains("error[E001]: "), "\(command)")
    }
  }

  @Test(arguments: ["run", "check", "format", "test"]) func noSuchFile(command: String) throws {
    let run = try cotejo(command, "nowhere.cotejo")
    #expect(run.status == 66)
    #expect(run.error.contains("nowhere.cotejo"))
    #expect(run.output.isEmpty)
  }

  @Test func usage() throws {
    let run = try cotejo("--nonsense")
    #expect(run.status == 64)
    #expect(run.error == "cotejo: there is no option --nonsense\n  = `cotejo --help` lists the options\n")
    #expect(run.output.isEmpty)
  }

  @Test func helpAndVersion() throws {
    let help = try cotejo("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("cotejo run FILE"))
    #expect(help.error.isEmpty)
    let version = try cotejo("--version")
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /cotejo \d+\.\d+\.\d+\n/) != nil)
  }

  // MARK: check, format, test

  @Test func check() throws {
    folder.write("let x = 1 + 1\n", to: "good.cotejo")
    folder.write("let x = navvy.personnel\nlet y = $zz\n", to: "bad.cotejo")
    #expect(try cotejo("check", "good.cotejo").status == 0)
    let bad = try cotejo("check", "good.cotejo", "bad.cotejo")
    #expect(bad.status == 65)
    #expect(bad.output.isEmpty)
    #expect(bad.error.contains("bad.cotejo:1:9") && bad.error.contains("bad.cotejo:2:9"))
  }

  @Test func aFolderIsCheckedAsOneCasebook() throws {
    #expect(try cotejo("check", ".").status == 66)
    folder.write("institution port_guard \"Port guard\" { part_of coast_guard from mine p. 1 }\n", to: "a.cotejo")
    folder.write("institution coast_guard \"Coast guard\"\nsource mine \"Mine\" { published 2018 }\n", to: "b.cotejo")
    #expect(try cotejo("check", ".").status == 0)
    #expect(try cotejo("check", "a.cotejo").status == 65)
  }

  @Test func checkEvaluatesNothing() throws {
    folder.write("expect 1 > 2\nsave 1 to \"x.txt\"\n", to: "script.cotejo")
    let run = try cotejo("check", "script.cotejo")
    #expect(run.status == 0)
    #expect(folder.read("x.txt").isEmpty)
  }

  @Test func format() throws {
    folder.write("let   x=1+1   # two\n", to: "a.cotejo")
    let check = try cotejo("format", "--check", "a.cotejo")
    #expect(check.status == 1)
    #expect(check.error.contains("a.cotejo"))
    #expect(folder.read("a.cotejo") == "let   x=1+1   # two\n")
    #expect(try cotejo("format", "a.cotejo").status == 0)
    #expect(folder.read("a.cotejo") == "let x = 1 + 1  # two\n")
    #expect(try cotejo("format", "--check", "a.cotejo").status == 0)
    let pipe = try cotejo("format", "-", input: "let   x=1\n")
    #expect(pipe.status == 0)
    #expect(pipe.output == "let x = 1\n")
    let pipeCheck = try cotejo("format", "--check", "-", input: "let   x=1\n")
    #expect(pipeCheck.status == 1)
    #expect(pipeCheck.output.isEmpty)
    folder.write("let x = (\n", to: "b.cotejo")
    #expect(try cotejo("format", "b.cotejo").status == 65)
    #expect(folder.read("b.cotejo") == "let x = (\n")
  }

  @Test func test() throws {
    folder.write("expect 1 < 2\n", to: "good.cotejo")
    folder.write("expect 1 > 2\n", to: "bad.cotejo")
    folder.write("Text\n\n```cotejo\n1 + 1\n```\n", to: "page.md")
    let good = try cotejo("test", "good.cotejo", "page.md")
    #expect(good.status == 0)
    #expect(good.error.hasSuffix("2 passed, 0 failed\n"))
    let all = try cotejo("test", ".")
    #expect(all.status == 1)
    #expect(all.error.hasSuffix("2 passed, 1 failed\n"))
    #expect(all.error.contains("bad.cotejo"))
  }

  // MARK: Files that are written

  @Test(arguments: [("md", "#"), ("html", "<!"), ("json", "{"), ("csv", ""), ("txt", "")])
  func saves(_ ending: String, _ start: String) throws {
    folder.write(
      "use mexico_2018\nreport marines \"Marines\" { section \"Strength\" { say \"{naval_infantry.personnel in 2018}\"; show naval_infantry.personnel } }\nsave marines to \"out.\(ending)\"\n",
      to: "report.cotejo")
    let run = try cotejo("run", "report.cotejo")
    #expect(run.status == 0, "\(run.error)")
    let text = folder.read("out." + ending)
    #expect(text.hasPrefix(start))
    #expect(text.contains("15,000") || text.contains("15000"), "\(text)")
  }

  @Test func savesToAFolder() throws {
    let other = TemporaryFolder()
    let run = try cotejo("--save-to", other.path, "-e", "save naval_infantry.personnel to \"x.txt\"")
    #expect(run.status == 0)
    #expect(other.read("x.txt").contains("15,000"))
  }

  @Test(arguments: ["/tmp/cotejo-refused.txt", "../cotejo-refused.txt"]) func nothingIsSavedOutside(path: String) throws {
    let run = try cotejo("-e", "save 1 to \"\(path)\"")
    #expect(run.status == 73)
    #expect(run.error.contains("error[E083]"))
    #expect(TextFile.read("/tmp/cotejo-refused.txt") == nil)
  }

  @Test func whatCannotBeSaved() throws {
    #expect(try cotejo("-e", "save 1 to \"none/x.txt\"").status == 73)
    #expect(try cotejo("-e", "save 1 to \"x.pdf\"").status == 73)
    #expect(try cotejo("-e", "save 1 to \"x\"").status == 73)
  }

  @Test(arguments: ["prisons", "promises", "ports_and_fleet", "comparisons", "splintering"]) func savedAnalysesRun(name: String)
    throws
  {
    let run = try cotejo("run", BuiltProgram.root + "/Scripts/\(name).cotejo")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.isEmpty, "\(run.error)")
    #expect(run.output.contains("[1]"))
  }
}
