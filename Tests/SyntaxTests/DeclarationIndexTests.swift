import Diagnostics
import Syntax
import Testing

@Suite struct DeclarationIndexTests {
  private let sample = """
    # A casebook.
    language 1
    source brown "A Coast" { published 2016 }

    ## The service.
    institution coast_guard "Coast Guard {not} a \\"block\\"" {
      aka "a \\{ brace", "GC"   # } in a comment
      `head } office` x
    }
    state sonora "Sonora"  # no block
    citing brown ¶12 {
      ## Boats.
      unit patrol "Patrol" { boats 3 ¶1 }
      claim patrol.boats 12 in 2018
        caveat "counted in May"
      derive the patrol.rate = 1 /
        2
    }
    tension patrol.a, b because "x"
    claim patrol {
      boats 4
    }
    deprecate patrol.boats in 2018
      because "a misprint"
    measure crowding for prison = prisoners / beds
    report r "R" {
      say "}"
    }
    citing brown
    claim coast.ports 3
    """

  @Test func findsEveryStatement() throws {
    let file = source(sample).file
    let index = try #require(declarationHeads(file))
    let found = index.entries.map { entry in
      "\(entry.kind) \(index.text(entry.word)) \(index.text(entry.name))" + (entry.citing.map { " citing \($0)" } ?? "")
    }
    #expect(
      found == [
        "other language ", "declaration source brown", "declaration institution coast_guard", "declaration state sonora",
        "citing citing brown", "declaration unit patrol citing 4", "claim claim patrol citing 4", "derive derive patrol citing 4",
        "tension tension patrol", "claim claim patrol", "deprecate deprecate patrol", "other measure ", "other report ",
        "citing citing brown",
        "claim claim coast citing 13",
      ])
    #expect(index.text(index.entries[2].title) == "\"Coast Guard {not} a \\\"block\\\"\"")
    #expect(index.text(index.entries[2].range).hasPrefix("## The service."))
    #expect(index.text(index.entries[1].body) == " published 2016 ")
    #expect(index.text(index.entries[3].range) == "state sonora \"Sonora\"")
    #expect(index.entries[3].body.isEmpty)
    #expect(index.locators(ofCiting: index.entries[4]).map(\.text) == ["¶12"])
    #expect(index.locators(ofCiting: index.entries[13]).isEmpty)
  }

  /// The tree of a file, its `citing` blocks opened.
  private func flat(_ statements: [Statement]) -> [String] {
    statements.flatMap { statement -> [String] in
      if case .citing(_, _, let block?) = statement.node { return flat(block) }
      return ["\(statement.range.offsets) " + TreeDump.dump(statement, "")]
    }
  }

  /// Where skimming gives an index, each of its pieces reads as it does within the file, at the same place.
  @Test(arguments: CorpusTests.files) func piecesReadAsTheWhole(_ name: String) {
    for item in Corpus.cases(name) + [Corpus.Case(file: name, title: "sample", input: sample, expectations: [])] {
      let file = source(item.input).file
      guard let index = declarationHeads(file) else { continue }
      let pieces = index.entries.filter { $0.kind != .citing || $0.body.isEmpty }
        .flatMap { flat(parse(file, range: $0.range).program.statements) }
      #expect(pieces == flat(parse(file).program.statements), "\(item)")
    }
  }

  @Test func mostOfTheCorpusIsRegular() {
    let cases = Corpus.cases("claims.cases")
    let regular = cases.filter { declarationHeads(source($0.input).file) != nil }
    #expect(regular.count >= cases.count - 1)
  }

  @Test(arguments: [
    "institution a \"A\" {", "institution a \"A\" { b \"c }", "a; b", "let x = a and\n b", "let x = a and\nb", "}",
    "institution a \"A\" { } x",
    "  let a = 1\nlet b = 2", "let x = (1", "say “a”", "institution a \"A\" { b `c\n }", "citing a { citing b { } }",
    "let x = 1\n  let y = 2",
    "citing a {\n claim b.c 1\n", "let a = 1 +",
  ])
  func givesUpOnWhatIsIrregular(_ text: String) {
    #expect(declarationHeads(source(text).file) == nil)
  }

  @Test func anEmptyFileHasNoStatements() {
    #expect(declarationHeads(source("# nothing\n\n").file)?.entries.isEmpty == true)
  }
}
