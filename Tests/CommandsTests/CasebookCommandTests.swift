import TestSupport
import Testing

/// `new` and `check`, on whole casebooks.
@Suite struct CasebookCommandTests {
  let folder = TemporaryFolder()

  func cotejo(_ arguments: String..., input: String = "") throws -> Subprocess {
    try Subprocess([BuiltProgram.path("cotejo")] + arguments, input: Array(input.utf8), in: folder.path)
  }

  @Test func aNewCasebookPassesTheCheck() throws {
    #expect(try cotejo("new", "my_case").status == 0)
    let check = try cotejo("check", "my_case")
    #expect(check.status == 0)
    #expect(check.error.isEmpty)
    #expect(check.output == "3 entities, 17 claims, 2 sources, 0 problems\n")
    for file in ["1_schema", "2_sources", "3_claims"] {
      #expect(try cotejo("format", "--check", "my_case/\(file).cotejo").status == 0, "\(file) is in the canonical layout")
    }
    let question = try cotejo("-e", "use ./my_case", "-e", "lake_police.patrol_boats_in_service in 2020")
    #expect(question.status == 0)
    #expect(question.output.contains("38 boats") && question.output.contains("more than 40 boats"))
  }

  @Test func newTouchesNothingThatIsThere() throws {
    folder.write("mine", to: "my_case")
    let run = try cotejo("new", "my_case")
    #expect(run.status == 73)
    #expect(run.error.contains("is there already"))
    #expect(folder.read("my_case") == "mine")
    #expect(try cotejo("new", "no/such/my_case").status == 73)
    #expect(try cotejo("new").status == 64)
    #expect(try cotejo("new", "a", "b").status == 64)
  }

  private static let frame = """
    source old "Old" { published 1990 }
    source new "New" { published 2020 }
    kind crew "Crew" { plural crews; is_a unit }
    crew a "A"

    """

  /// A hundred faults of all sorts: each is reported, with its place, in the order of the lines.
  @Test func aHundredFaultsAreAHundredReports() throws {
    let kinds = [
      "claim a.personnel 5 people in 20#",  // no source
      "claim a.personnel 5 people in 20# from new",  // no place
      "claim a.personnel 5 people in 20#-13 from new p. 1",  // an impossible date
      "claim a.personnel 5 people in 20#..1999 from new p. 1",  // an interval that ends before it begins
      "claim b#.personnel 5 people from new p. 1",  // an unknown name
      "claim a.personel 5 people in 20# from new p. 1",  // an unknown property
      "claim a.personnel 5 ports in 20# from new p. 1",  // a unit that doesn't fit
      "claim a.part_of nobody# from new p. 1",  // a tie to nothing
      "claim a.personnel 1# people in 20# from old p. 1",  // a source older than what it says
      "crew a \"A\"",  // an id twice
    ]
    // Not the years of which the sources could speak, and none twice.
    let lines = (0..<100).map { kinds[$0 % kinds.count].replacing("#", with: String(10 + $0 / kinds.count)) }
    folder.write(Self.frame + lines.joined(separator: "\n") + "\n", to: "faults.cotejo")
    let run = try cotejo("check", ".")
    #expect(run.status == 65)
    #expect(run.output == "11 entities, 82 claims, 2 sources, 100 problems\n")
    let printed = run.error.split(separator: "\n")
    let places = zip(printed, printed.dropFirst()).filter { $0.0.hasPrefix("error[") || $0.0.hasPrefix("warning[") }
      .compactMap { $0.1.firstMatch(of: /faults\.cotejo:(\d+):\d+$/).flatMap { Int($0.1) } }
    #expect(places == Array(5...104))
    let use = try cotejo("-e", "use ./faults.cotejo", "-e", "a")
    #expect(use.status == 65)
    let after = try cotejo(input: "use ./faults.cotejo\n")
    #expect(after.status == 65)
  }

  @Test func circlesAndRepetitionsAreWarnings() throws {
    folder.write(
      """
      source one "One" { published 2020; relays two }
      source two "Two" { published 2020; relays one }
      source three "Three" { published 2020 }
      source four "Four" { published 2020 }
      citing three p. 1
      institution a "A" { part_of b }
      institution b "B" { part_of a }
      claim a.personnel 5 in 2010 from three p. 1 via four
      claim b.personnel 5 in 2010 from four p. 1 via three
      claim a.personnel 7 in 2011
      claim a.personnel 7 in 2011

      """, to: "circles.cotejo")
    let run = try cotejo("check", "circles.cotejo")
    #expect(run.status == 0)
    #expect(run.output == "2 entities, 12 claims, 4 sources, 4 problems\n")
    for code in ["E065", "E066", "E069"] { #expect(run.error.contains("warning[\(code)]")) }
  }

  /// An author may write of a year from older reports; where a caveat names that year, the keeper of the casebook has seen it.
  @Test func aCaveatAdmitsThatASourceIsOlder() throws {
    func check(_ caveat: String) throws -> Subprocess {
      folder.write(
        """
        source report "Report" { published 2014-08 }
        source article "Article" { published 2018 }
        institution guard "Guard" { personnel about 1_200 in 2018 from article p. 1 supported by report \(caveat) }

        """, to: "older.cotejo")
      return try cotejo("check", "older.cotejo")
    }
    for caveat in ["", "caveat \"A round figure.\""] {
      let run = try check(caveat)
      #expect(run.output == "1 entity, 3 claims, 2 sources, 1 problem\n")
      #expect(run.error.contains("warning[E067]"))
    }
    let admitted = try check("caveat \"The report is from August 2014.\"")
    #expect(admitted.output == "1 entity, 3 claims, 2 sources, 0 problems\n" && admitted.error.isEmpty, "\(admitted.error)")
  }

  @Test func theCasebookOfTheArticleIsSound() throws {
    let library = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Library/mexico_2018"
    let run = try cotejo("check", library)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    #expect(run.output.contains(/^\d+ entities, \d+ claims, \d+ sources, 0 problems\n$/), "\(run.output)")
  }

  @Test func aTextOfAMegabyteIsReadAtOnce() throws {
    let text = String(repeating: "lake ", count: 210_000)
    folder.write("source s \"S\" { published 2020 }\ninstitution a \"A\" { note \"\(text)\" }\n", to: "long.cotejo")
    let run = try cotejo("check", "long.cotejo")
    #expect(run.status == 0)
    #expect(run.output == "1 entity, 2 claims, 1 source, 0 problems\n")
    let card = try cotejo("-e", "use ./long", "-e", "a")
    #expect(card.status == 0 && card.output.utf8.count < 2_000 && card.output.contains("a.note has all of it"))
    #expect(try cotejo("-e", "use ./long", "-e", "a.note").output.utf8.count > 1_000_000)
    folder.write("source s \"S\" { published 2020 }\ninstitution a \"A\" { note \"\(text) }\n", to: "unclosed.cotejo")
    let unclosed = try cotejo("check", "unclosed.cotejo")
    #expect(unclosed.status == 65)
    #expect(unclosed.error.utf8.count < 2_000)
  }

  @Test func aCasebookMayUseAnother() throws {
    folder.write(
      """
      source gazette "Gazette" { published 2020 }
      institution guard "Guard" { personnel 500 in 2018 from gazette p. 1 }

      """, to: "base.cotejo")
    folder.write(
      """
      use ./base
      source review "Review" { published 2021 }
      deprecate guard.personnel in 2018 from gazette because "the review counts anew"
      claim guard { personnel 450 in 2018 from review p. 9 }

      """, to: "overlay.cotejo")
    #expect(try cotejo("check", "overlay.cotejo").output == "0 entities, 2 claims, 1 source, 0 problems\n")
    let run = try cotejo("-e", "use ./overlay", "-e", "guard.personnel in 2018", "-e", "why guard.personnel in 2018")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("450 people"))
    #expect(run.output.contains("because the review counts anew"))
    folder.write("use ./ring_b\n", to: "ring_a.cotejo")
    folder.write("use ./ring_a\n", to: "ring_b.cotejo")
    #expect(try cotejo("-e", "use ./ring_a").status == 0)
    folder.write("use ./nowhere\nclaim guard.personnel 1 from nobody p. 1\n", to: "lost.cotejo")
    let lost = try cotejo("-e", "use ./lost")
    #expect(lost.status == 65)
    #expect(lost.error.contains("lost.cotejo:1:1"))
  }

  // MARK: import, export

  @Test func sourcesAndClaimsComeIn() throws {
    #expect(try cotejo("new", "my_case").status == 0)
    folder.write(
      "@report{atlas, title = {Lakes & Rivers}, author = {Ruiz, Ana}, date = {2022-01}, pages = {9}}\n", to: "zotero.bib")
    let sources = try cotejo("import", "zotero.bib", "--to", "my_case/4_zotero.cotejo")
    #expect(sources.status == 0)
    #expect(sources.error.contains("not kept: pages (1)"))
    let claims = try cotejo("import", "my_case/claims.csv", "--casebook", "my_case", "--to", "my_case/5_sheet.cotejo")
    #expect(claims.status == 0, "\(claims.error)")
    let check = try cotejo("check", "my_case")
    #expect(check.status == 0)
    #expect(check.output == "3 entities, 22 claims, 3 sources, 0 problems\n", "\(check.error)")
    #expect(try cotejo("format", "--check", "my_case/4_zotero.cotejo", "my_case/5_sheet.cotejo").status == 0)
    // What is there is never written over.
    #expect(try cotejo("import", "zotero.bib", "--to", "my_case/4_zotero.cotejo").status == 73)
    let export = try cotejo("export", "my_case", "--format", "csv")
    #expect(export.status == 0)
    #expect(export.output.contains("lake_police,personnel,about 1300,people,"))
    #expect(try cotejo("export", "my_case", "--format=graphml", "--to", "no/such/graph").status == 73)
  }

  @Test func whatCannotComeInWritesNothing() throws {
    folder.write("[{\"title\": \"x\"", to: "a.json")
    folder.write("entity,property,value\na,b,5 }\n", to: "a.csv")
    for name in ["a.json", "a.csv"] {
      let run = try cotejo("import", name, "--to", "out.cotejo")
      #expect(run.status == 65)
      #expect(run.error.contains("error[E085]") && run.error.contains("\(name):"))
      #expect(folder.read("out.cotejo").isEmpty && run.output.isEmpty)
    }
    #expect(try cotejo("import", "b.bib").status == 66)
    #expect(try cotejo("import", "b.txt").status == 64)
    #expect(try cotejo("export", "nowhere", "--format", "csv").status == 66)
    #expect(try cotejo("export", "mexico_2018").status == 64)
    #expect(try cotejo("export", "mexico_2018", "--format", "pdf").status == 64)
    #expect(try cotejo("run", "--to", "x", "a.cotejo").status == 64)
  }
}
