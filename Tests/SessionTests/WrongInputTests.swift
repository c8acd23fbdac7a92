import Diagnostics
import TestSupport
import Testing

@testable import Session

/// What is said of the slips that people make: one sentence, the place, the next step.
@Suite struct WrongInputTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var input: String
    var codes: [DiagnosticCode]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "misspelt_entity", input: "naval_infantri.personnel in 2018", codes: [.unknownName]),
    Case(name: "misspelt_entity_with_blank", input: "naval infantri", codes: [.unknownName]),
    Case(
      name: "people_and_ports", input: "naval_infantry.personnel in 2018 + ports_of_mexico.ports in 2018", codes: [.unitMismatch]),
    Case(
      name: "planned_and_actual", input: "gendarmerie.personnel as planned + gendarmerie.personnel as of 2018",
      codes: [.statusMismatch]),
    Case(name: "unknown_property", input: "naval_infantry.personel in 2018", codes: [.unknownProperty]),
    Case(
      name: "unclosed_bracket", input: "let rate = (mexico.homicide_rate in 2016 / 100\nsay \"done\"", codes: [.unclosedBracket]),
    Case(name: "bad_date", input: "mexico.homicide_rate in 2017-13", codes: [.badDate]),
    Case(name: "number_too_large", input: "let many = 99_999_999_999_999_999", codes: [.numberTooLarge]),
    Case(name: "two_meanings", input: "cartel", codes: [.ambiguousName]),
    Case(name: "claim_without_source", input: "claim navy.personnel 60_000 in 2018", codes: [.claimWithoutSource]),
  ]

  @Test(arguments: cases) func isExplained(_ item: Case) {
    let reader = Reader()
    let (printed, ending) = reader.run(item.input)
    #expect(ending == .wrongInput)
    #expect(Reader().codes(item.input) == item.codes)
    for part in ["  input:", "│", "^", "  = "] { #expect(printed.contains(part), "\(part) in:\n\(printed)") }
  }

  @Test func aFileThatIsNotUTF8() {
    let reader = Reader()
    let bytes = Array("language 1\ninstitution armada \"Armada de M".utf8) + [0xE9] + Array("xico\"\n".utf8)
    let (printed, ending) = reader.run(reader.session.sourceMap.add(name: "armada.cotejo", bytes: bytes))
    #expect(ending == .wrongInput)
    #expect(printed.hasPrefix("error[E001]: "))
    #expect(Snapshot("not_utf8.txt").difference(from: printed) == nil)
  }

  /// The one message whose every byte is promised.
  @Test func plannedAndActualAreNotAdded() {
    let script = """
      let plan = gendarmerie.personnel as planned
      let now = gendarmerie.personnel as of 2018
      $plan + $now

      """
    let expected = """
      error[E031]: a planned figure cannot be added to an actual one
        hiring.cotejo:3:1
      3 │ $plan + $now
        │ ^^^^^ planned, 40,000 people (Ellis 2018 ¶8)
        │         ^^^^ actual, about 1,200 people (Ellis 2018 ¶30)
        = to set them side by side: compare gendarmerie on personnel across planned vs actual

      """
    let (printed, ending) = Reader(width: 100).run(script, name: "hiring.cotejo")
    #expect(ending == .wrongInput)
    #expect(printed == expected)
  }

  /// What is wrong in a text is all said, in the order of its lines.
  @Test func everyErrorOfATextIsReported() {
    let reader = Reader()
    let found = reader.diagnostics(
      """
      navvy.personnel in 2018
      let good = navy
      navy.personell in 2018
      compare army on nothing_such
      institution coast_guard "Coast guard" { part_of nobody from ellis_2018 ¶1 }
      coast_guard.personnel in 2018
      mexico.homicide_rate in $when
      """)
    #expect(found.map(\.code) == [.unknownName, .unknownProperty, .unknownName, .unknownName, .unknownVariable])
    let places = found.compactMap(\.labels.first).map(\.range.start)
    #expect(places == places.sorted())
  }

  @Test func errorsOfSyntaxAndOfMeaningAreReportedTogether() {
    let codes = Reader().codes("let x = 15k\nnavvy.personnel in 2018\nnavy.personnel in 2017-13\nnavy.personell in 2018")
    #expect(
      codes.contains(.badNumber) && codes.contains(.badDate) && codes.contains(.unknownName) && codes.contains(.unknownProperty))
    #expect(codes.count == 4)
  }
}
