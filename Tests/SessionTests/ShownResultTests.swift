import Testing

@testable import Session

/// What must be in the answers to the first questions that anyone would ask, however they are laid out.
@Suite struct ShownResultTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var entry: String
    /// What must be there whatever the layout.
    var says: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "why_homicide_rate", entry: "why mexico.homicide_rate in 2016", says: ["17.6", "22.5", "27.5", "¶1"]),
    Case(
      name: "gendarmerie_planned_vs_actual", entry: "compare gendarmerie on personnel across planned vs actual",
      says: ["40,000", "1,200", "3 %", "2014"]),
    Case(
      name: "naval_infantry_change", entry: "change(naval_infantry.personnel, from = low_point)", says: ["7.5", "6.75", "8.25"]),
    Case(name: "criminal_groups", entry: "mexico.criminal_groups as of 2018", says: ["more than 300", "400"]),
    Case(name: "no_claim", entry: "naval_infantry.personnel in 2016", says: ["no claim", "2018"]),
    Case(name: "surely", entry: "surely naval_infantry.personnel in 2018 > 10_000", says: ["yes"]),
    Case(name: "maybe", entry: "unaprops.unit_size in 2018 > 48", says: ["maybe", "10 %"]),
    Case(name: "card", entry: "navy", says: ["Mexican Navy"]),
  ]

  @Test(arguments: cases, [80, 40]) func saysWhatMatters(_ item: Case, width: Int) {
    let (printed, ending) = Reader(width: width).run(item.entry)
    #expect(ending == .finished)
    for words in item.says { #expect(printed.contains(words), "\(words) in:\n\(printed)") }
  }

  @Test(arguments: cases) func fitsANarrowScreen(_ item: Case) {
    let lines = Reader(width: 40).run(item.entry).printed.split(separator: "\n")
    #expect(lines.filter { $0.count > 40 } == [])
  }
}
