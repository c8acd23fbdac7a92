import Casebook
import Diagnostics
import Evidence
import Syntax
import Testing

@testable import Semantics

/// Declarations and claims as they come into the casebook.
@Suite struct CasebookReaderTests {
  private func reading() -> Reading {
    let reading = Reading()
    for problem in reading.read(Reading.schema) { Issue.record("\(problem.code) \(problem.message)") }
    return reading
  }

  private func claims(_ reading: Reading, of entity: String, _ property: String) throws -> [Claim] {
    let casebook = reading.casebook
    let entity = try #require(casebook.entity(named: entity))
    let property = try #require(casebook.property(named: property))
    return casebook.claims(of: entity, property: property).map { casebook[$0] }
  }

  /// A hedge is kept as it was printed.
  static let values: [(String, String)] = [
    ("5_000", "5,000 people"), ("about 5_000", "about 5,000 people"), ("some 5_000", "some 5,000 people"),
    ("more than 300", "more than 300 people"), ("fewer than 12", "fewer than 12 people"), ("at least 300", "at least 300 people"),
    ("at most 12", "at most 12 people"), ("up to 1_000", "up to 1,000 people"), ("12 to 14", "12–14 people"),
    ("15_000 ± 1_000", "15,000 ± 1,000 people"), ("1 person", "1 person"), ("2.2 thousand people", "2,200 people"),
  ]

  @Test(arguments: values) func aHedgedNumber(_ written: String, _ printed: String) throws {
    let reading = reading()
    #expect(reading.read("claim navy.personnel \(written) in 2018 from almanac p. 3").map(\.message) == [])
    let claim = try #require(try claims(reading, of: "navy", "personnel").first)
    guard case .number(let number, let unit) = claim.value else {
      Issue.record("no number")
      return
    }
    #expect(number.phrase(unit: unit) == printed)
    #expect(claim.time?.edtf == "2018")
    #expect(claim.status == .actual)
    #expect(reading.casebook.citations(of: claim).map(\.locator) == ["p. 3"])
  }

  @Test(arguments: ["planned", "target", "authorised", "projected"]) func status(word: String) throws {
    let reading = reading()
    #expect(reading.read("claim navy.personnel 5_000 as \(word) in 2018 from almanac p. 3").map(\.message) == [])
    #expect(try claims(reading, of: "navy", "personnel").map(\.status.rawValue) == [word])
  }

  /// A citing block gives its claims what they don't say themselves.
  @Test func citing() throws {
    let reading = reading()
    let problems = reading.read(
      """
      citing almanac p. 7 {
        claim navy.personnel 5_000 in 2018
        claim navy.personnel 6_000 in 2019 p. 8
        claim navy.ports_held 3
      }
      """)
    #expect(problems.map(\.message) == [])
    let locators = try claims(reading, of: "navy", "personnel").map { reading.casebook.citations(of: $0).map(\.locator) }
    #expect(locators == [["p. 7"], ["p. 8"]])
  }

  /// Files may speak of each other in any order.
  @Test func orderDoesNotMatter() {
    let reading = Reading()
    let lines = [
      "claim island.personnel 12 in 2018 from yearbook p. 1", "fleet island \"Island fleet\"", "source yearbook \"Yearbook\"",
      Reading.schema,
    ]
    #expect(reading.read(lines.joined(separator: "\n")).map(\.message) == [])
    #expect(reading.casebook.claimCount > 0)
  }

  static let wrong: [(String, [DiagnosticCode])] = [
    ("claim navy.personnel 5_000 in 2018", [.claimWithoutSource]),
    ("claim navy.personnel 5_000 in 2018 from almanack p. 1", [.unknownSource]),
    ("claim nvy.personnel 5_000 in 2018 from almanac p. 1", [.unknownName]),
    ("claim navy.persnnel 5_000 in 2018 from almanac p. 1", [.unknownProperty]),
    ("claim almanac.personnel 5_000 in 2018 from almanac p. 1", [.wrongKind]),
    ("claim navy.personnel 5 ports in 2018 from almanac p. 1", [.unitMismatch]),
    ("claim navy.personnel \"many\" in 2018 from almanac p. 1", [.valueDoesNotFit]),
    ("claim navy.motto 5 in 2018 from almanac p. 1", [.valueDoesNotFit]),
    ("claim navy.part_of nowhere from almanac p. 1", [.unknownName]),
    ("claim navy.part_of almanac from almanac p. 1", [.wrongKind]),
    ("claim navy.personnel 5_000 in 2018..2016 from almanac p. 1", [.impossibleTime]),
    ("institution navy \"Another\"", [.alreadyDefined]),
    ("instituton army \"Army\"", [.unknownKind]),
    ("kind fleet \"Fleet\"", [.alreadyDefined]),
    ("kind a \"A\" { is_a b }\nkind b \"B\" { is_a a }", [.circularDefinition]),
    ("property p \"P\" { of institution }", [.expectedValue]),
    ("property p \"P\" { of instituton; value text }", [.unknownKind]),
  ]

  @Test(arguments: wrong) func wrongDeclarations(_ text: String, _ codes: [DiagnosticCode]) {
    let reading = reading()
    let casebook = reading.casebook
    let before = (
      casebook.kinds.count, casebook.properties.count, casebook.entities.count, casebook.sources.count, casebook.claimCount
    )
    #expect(reading.read(text).map(\.code) == codes)
    let after = (
      casebook.kinds.count, casebook.properties.count, casebook.entities.count, casebook.sources.count, casebook.claimCount
    )
    #expect(before == after)
  }

  /// With an error anywhere nothing is taken in, and the mended text can be read afterwards.
  @Test func nothingIsReadByHalves() {
    let reading = reading()
    let declarations = """
      kind squadron "Squadron" { is_a institution }
      property ships "Ships" { of squadron; value text }
      source yearbook "Yearbook" { published 2018 }
      squadron first "First squadron"
      claim first.ships "several" in 2018 from yearbook p. 1
      """
    let before = reading.casebook.claimCount
    #expect(reading.read(declarations + "\nclaim first.ships \"none\" in 2017 from nobody p. 1").map(\.code) == [.unknownSource])
    #expect(reading.casebook.kind(named: "squadron") == nil)
    #expect(reading.casebook.entity(named: "first") == nil)
    #expect(reading.casebook.source(named: "yearbook") == nil)
    #expect(reading.casebook.claimCount == before)
    #expect(reading.read(declarations).map(\.message) == [])
    #expect(reading.casebook.claimCount > before)
  }

  /// Until a text is found right as a whole, what it declares is there to be checked against and its claims are not.
  @Test(arguments: [true, false]) func preparedTextsWait(isRight: Bool) {
    let reading = reading()
    let casebook = reading.casebook
    let before = casebook.claimCount
    let text = "institution army \"Army\"\nclaim navy.ports_held 3 from almanac p. 1"
    let program = parse(reading.sourceMap.add(name: "text", text: text)).program
    #expect(reading.reader.prepare([program]).isEmpty)
    #expect(casebook.entity(named: "army") != nil)
    #expect(casebook.claimCount == before)
    reading.reader.finish(keeping: isRight)
    #expect((casebook.entity(named: "army") != nil) == isRight)
    #expect((casebook.claimCount > before) == isRight)
  }
}
