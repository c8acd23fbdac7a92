import Testing

/// Questions to casebooks that are odd: ties in a circle, one long chain, a text of a megabyte.
@Suite struct CasebookQuestionTests {
  private static let schema = """
    kind unit "Unit" { plural units }
    kind source "Source" { plural sources }
    property part_of "Part of" { of unit; value unit; transitive yes; phrase "is part of" }
    property note "Note" { of unit; value text }
    property published "Published" { of source; value time }
    source paper "Paper" { published 2018 }
    citing paper ¶1

    """

  @Test func treesInACircleEnd() {
    let harness = Harness(
      casebookText: Self.schema + """
        unit a "A" { part_of b }
        unit b "B" { part_of c }
        unit c "C" { part_of a }
        unit d "D" { part_of d }
        """)
    #expect(harness.enter("tree of a").hasPrefix("A\n└─ C [1]\n   └─ B [1]\n      └─ A (see above) [1]\n"))
    #expect(harness.enter("tree of d").hasPrefix("D\n└─ D (see above) [1]\n"))
    #expect(harness.enter("path a to c by part_of").contains("Part of by C"))
    #expect(!harness.enter("describe a").isEmpty && !harness.enter("a").isEmpty && !harness.enter("conflicts").isEmpty)
  }

  @Test func aLongChainIsCutAndCounted() {
    let units = (1...2_000).map { "unit u\($0) \"Unit \($0)\" { \($0 > 1 ? "part_of u\($0 - 1)" : "note \"first\"") }\n" }
      .joined()
    let harness = Harness(casebookText: Self.schema + units)
    let tree = harness.enter("tree of u1")
    #expect(tree.contains("… and 1975 further down") && tree.utf8.count < 20_000)
    #expect(harness.enter("path u2000 to u1 by part_of").contains("Unit 1000"))
  }

  @Test func aTextOfAMegabyteIsSearchedAndCut() {
    let text = String(repeating: "nothing here ", count: 80_000) + "but this needle and no more"
    let harness = Harness(casebookText: Self.schema + "unit a \"A\" { note \"\(text)\" }\n")
    let found = harness.enter("search \"needle\"")
    #expect(found.contains("needle and no more") && found.utf8.count < 2_000)
  }

  @Test func oddWordsFindNothing() {
    let harness = Harness(casebookText: Self.schema + "unit a \"A\" { note \"x\" }\n")
    for words in ["", " ", "'", "\u{301}", "…", String(repeating: "a ", count: 5_000)] {
      #expect(harness.enter("search \"\(words)\"").contains("no text holds"))
    }
    #expect(harness.enter("who ‽").isEmpty == false)
  }

  @Test func columnsOfAnEmptyCasebook() {
    let harness = Harness(casebookText: "kind unit \"Unit\" { plural units }\nunit a \"A\"\n")
    #expect(harness.enter("claims") == "no claims\n")
    #expect(harness.enter("a.relations | sort by object | take 3").hasPrefix("no relations"))
    #expect(harness.enter("describe claims").contains("0 rows"))
    #expect(harness.enter("changed since 2000").contains("no claim stands on a source"))
    #expect(harness.enter("tree of a").contains("error"))
  }
}
