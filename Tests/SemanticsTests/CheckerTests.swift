import Casebook
import Diagnostics
import Evidence
import Testing

@testable import Semantics

/// What statements mean, before anything is evaluated.
@Suite struct CheckerTests {
  private func reading() -> Reading {
    let reading = Reading()
    for problem in reading.read(Reading.schema + "\n" + Self.claims) { Issue.record("\(problem.code) \(problem.message)") }
    return reading
  }

  static let claims = """
    citing almanac p. 1 {
      claim navy.personnel 5_000 in 2018
      claim navy.personnel 9_000 as planned in 2012
      claim north.personnel about 1_000 in 2018
      claim navy.ports_held 12 in 2018
      claim navy.motto "Onward" in 2018
      claim north.part_of navy
    }
    """

  static let types: [(String, String)] = [
    ("navy.personnel in 2018", "a quantity"),
    ("navy.personnel in 2018 > 4_000", "a yes, no or maybe"),
    ("NÁVY.Personnel in 2018", "a quantity"),
    ("navy.motto", "claims in words"),
    ("navy", "an entity"),
    ("institutions", "a collection of entities"),
    ("institutions | where personnel > 10", "a collection of entities"),
    ("\"text\"", "a text"),
    ("@2017", "a time"),
    ("not (1 < 2)", "a yes, no or maybe"),
    ("surely navy.personnel in 2018 > 1", "a yes, no or maybe"),
    ("(navy.personnel in 2018) / (navy.ports_held in 2018)", "a quantity"),
  ]

  @Test(arguments: types) func typeOfAnExpression(_ text: String, _ type: String) throws {
    let (statements, diagnostics) = reading().check(text)
    #expect(diagnostics.map(\.message) == [])
    let found: String =
      switch try #require(statements.first).node {
      case .expression(let checked, _): checked.type.description
      case .card: StaticType.entity(nil).description
      default: "something else"
      }
    #expect(found == type)
  }

  @Test func aQuotientHasAUnitOfItsOwn() throws {
    let (statements, _) = reading().check("(navy.personnel in 2018) / (navy.ports_held in 2018)")
    guard case .expression(let checked, _)? = statements.first?.node, case .quantity(let type) = checked.type else {
      Issue.record("no quantity")
      return
    }
    #expect(type.unit?.words == "people per port")
  }

  static let wrong: [(String, [DiagnosticCode])] = [
    ("nvy.personnel", [.unknownName]),
    ("navy.persnnel", [.unknownProperty]),
    ("almanac.personnel", [.wrongKind]),
    ("navy.personnel in 2018 + navy.ports_held in 2018", [.unitMismatch]),
    ("navy.personnel in 2018 > navy.ports_held in 2018", [.unitMismatch]),
    ("navy.personnel in 2018 > 5 ports", [.unitMismatch]),
    ("navy.personnel as planned + navy.personnel in 2018", [.statusMismatch]),
    ("navy.personnel as planned - navy.personnel in 2018", [.statusMismatch]),
    ("navy.personnel > \"many\"", [.wrongType]),
    ("navy.personnel and 1 < 2", [.wrongType]),
    ("institutions | where personnel", [.wrongType]),
    ("let x = $y", [.unknownVariable]),
    ("chnge(navy.personnel)", [.unknownFunction]),
    ("ratio(navy.personnel)", [.wrongArguments]),
    ("15_000 peeple", [.unknownUnit]),
    ("navy.personnel in navy", [.wrongKind]),
    ("measure personnel for institution = 1", [.alreadyDefined]),
    ("measure m for instituton = 1", [.unknownKind]),
    ("navy.personnel in ?", [.hole]),
    ("navy.personnel in 2018..2016", [.impossibleTime]),
  ]

  @Test(arguments: wrong) func wrongStatements(_ text: String, _ codes: [DiagnosticCode]) {
    let (_, diagnostics) = reading().check(text)
    #expect(diagnostics.map(\.code) == codes)
    for diagnostic in diagnostics {
      #expect(!diagnostic.message.isEmpty && diagnostic.message.last != ".")
      #expect(!diagnostic.labels.isEmpty)
    }
  }

  /// What was planned is set against what there is by a quotient or by a comparison.
  @Test(arguments: [
    "navy.personnel as planned / navy.personnel in 2018",
    "navy.personnel as planned > navy.personnel in 2018",
  ])
  func whatStatusAllows(text: String) {
    #expect(reading().check(text).diagnostics.map(\.message) == [])
  }

  @Test func oneMistakeIsReportedOnce() {
    let (_, diagnostics) = reading().check("let x = nvy.personnel\n$x + 1\n$x > 5\n")
    #expect(diagnostics.map(\.code) == [.unknownName])
  }

  @Test func aDefinitionTakesParameters() {
    let reading = reading()
    let (_, diagnostics) = reading.check(
      """
      filter large(size = 1_000) for institution = personnel > $size
      institutions in 2018 | where large(2_000)
      institutions in 2018 | where large
      """)
    #expect(diagnostics.map(\.message) == [])
    #expect(
      reading.check("filter large(size = 1_000) for institution = personnel > $sze").diagnostics.map(\.code) == [.unknownVariable]
    )
  }

  /// Nothing that is typed may end the program, however often it is nested.
  @Test func deepTextsAreRefusedNotFollowed() {
    let reading = reading()
    for text in [
      String(repeating: "(", count: 5_000) + "1", String(repeating: "not ", count: 5_000) + "1 < 2",
      (0..<5_000).map { _ in "1" }.joined(separator: " + "), String(repeating: "-", count: 5_000) + "1",
    ] {
      #expect(reading.check(text).diagnostics.contains { $0.severity == .error })
    }
  }
}
