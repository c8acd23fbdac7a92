@testable import Evidence

/// Units as a casebook would declare them.
enum SampleUnits {
  static let definitions: [UnitDefinition] = [
    UnitDefinition(id: "people", singular: "person", aliases: ["persons"], dimension: .counted(isA: nil)),
    UnitDefinition(id: "officers", singular: "officer", dimension: .counted(isA: "people")),
    UnitDefinition(id: "prisoners", singular: "prisoner", dimension: .counted(isA: "people")),
    UnitDefinition(
      id: "federal_prisoners", singular: "federal prisoner", plural: "federal prisoners", dimension: .counted(isA: "prisoners")),
    UnitDefinition(id: "homicides", singular: "homicide", dimension: .counted(isA: nil)),
    UnitDefinition(id: "groups", singular: "group", dimension: .counted(isA: nil)),
    UnitDefinition(id: "ports", singular: "port", dimension: .counted(isA: nil)),
    UnitDefinition(id: "prisons", singular: "prison", dimension: .counted(isA: nil)),
    UnitDefinition(id: "percent", plural: "percent", symbol: "%", dimension: .ratio(scale: 0.01)),
    UnitDefinition(
      id: "percentage_points", singular: "percentage point", plural: "percentage points", dimension: .difference(of: "percent")),
    UnitDefinition(id: "tonnes", singular: "tonne", aliases: ["metric tons"], dimension: .scaled(of: "kilograms", factor: 1_000)),
    UnitDefinition(id: "kilograms", singular: "kilogram", symbol: "kg", dimension: .measured),
    UnitDefinition(id: "tons", singular: "ton", dimension: .measured),
    UnitDefinition(id: "hours", singular: "hour", dimension: .measured),
    UnitDefinition(id: "weeks", singular: "week", dimension: .scaled(of: "days", factor: 7)),
    UnitDefinition(id: "days", singular: "day", dimension: .scaled(of: "hours", factor: 24)),
    UnitDefinition(id: "years", singular: "year", aliases: ["años"], dimension: .measured),
    UnitDefinition(id: "kilometres", singular: "kilometre", dimension: .measured),
    UnitDefinition(
      id: "usd", singular: "US dollar", plural: "US dollars", symbol: "$", aliases: ["dollars"], dimension: .currency),
    UnitDefinition(id: "mxn", singular: "Mexican peso", plural: "Mexican pesos", aliases: ["pesos"], dimension: .currency),
  ]

  static let built = UnitTable().adding(definitions)
  static let table = built.table

  static func unit(_ name: String) -> Unit {
    // A name that is missing gives a bare number, which no test of units expects.
    table.unit(named: name) ?? .none
  }

  static let people = unit("people")
  static let ports = unit("ports")
  static let prisoners = unit("prisoners")
  static let prisons = unit("prisons")

  /// `people`, `people per prison`, `homicides per 100,000 people`, `per 100,000 people`; empty for none. Nil for a unit that isn't there.
  static func parse(_ text: String) -> Unit? {
    if text.isEmpty { return Unit.none }
    let padded = " " + text
    guard let range = padded.firstRange(of: " per ") else { return table.unit(named: text) }
    let above = String(padded[..<range.lowerBound].drop { $0 == " " })
    var below = String(padded[range.upperBound...])
    var count = 1.0
    if let first = below.split(separator: " ").first, let number = Double(first.filter { $0 != "," }) {
      count = number
      below = String(below.dropFirst(first.count + 1))
    }
    guard let numerator = above.isEmpty ? Unit.none : table.unit(named: above), let denominator = table.unit(named: below) else {
      return nil
    }
    return numerator.per(count, denominator)
  }
}
