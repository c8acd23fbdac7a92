import Evidence
import Testing

@testable import Casebook

@Suite struct AgreementTests {
  private func agreement(_ values: [ClaimValue], _ property: String, denied: Set<Int> = []) throws -> [Agreement] {
    var small = try SmallCasebook()
    try small.property("strength", .quantity(unit: .none, sort: .stock))
    for name in ["a", "b", "c", "subject"] { try small.entity(name, "Entity \(name)") }
    for (index, value) in values.enumerated() {
      try small.claim("subject", property, value) { draft in
        if denied.contains(index) { draft.mode = .denied }
      }
    }
    return small.casebook.claimSets().map(\.agreement)
  }

  private func numbers(_ numbers: HedgedNumber...) throws -> Agreement? {
    try agreement(numbers.map { .number($0, .none) }, "strength").first
  }

  @Test func numbers() throws {
    #expect(try numbers(exactly(5), exactly(5)) == .agree)
    #expect(try numbers(exactly(5), exactly(6)) == .conflict)
    #expect(try numbers(moreThan(300), exactly(400)) == .agree)
    #expect(try numbers(moreThan(300), exactly(300)) == .conflict)
    #expect(try numbers(moreThan(300), moreThan(300)) == .agree)
    #expect(try numbers(about(100), exactly(105)) == .differ)
    #expect(try numbers(moreThan(90), atMost(200)) == .differ)
    #expect(try numbers(about(100), exactly(100)) == .agree)
    #expect(try numbers(about(100), exactly(150)) == .conflict)
    #expect(try numbers(exactly(3), exactly(5), moreThan(2)) == .conflict)
  }

  @Test func knownAbsence() throws {
    #expect(try agreement([.none, .number(exactly(3), .none)], "strength") == [.conflict])
    #expect(try agreement([.none, .number(atMost(3), .none)], "strength") == [.differ])
    #expect(try agreement([.none, .none], "strength") == [.agree])
    #expect(try agreement([.unknown, .number(exactly(3), .none)], "strength") == [.agree])
  }

  @Test func denials() throws {
    let five = ClaimValue.number(exactly(5), .none)
    #expect(try agreement([five, five], "strength", denied: [1]) == [.conflict])
    #expect(try agreement([five, .number(exactly(6), .none)], "strength", denied: [1]) == [.differ])
    #expect(try agreement([five, five], "strength", denied: [0, 1]) == [.agree])
  }

  @Test func wordsAndTies() throws {
    var small = try SmallCasebook()
    for name in ["a", "b", "c", "subject"] { try small.entity(name, "Entity \(name)") }
    let (a, b, c) = (try small.id("a"), try small.id("b"), try small.id("c"))
    #expect(try agreement([.entities([a]), .entities([b])], "led_by") == [.conflict])
    #expect(try agreement([.entities([a, b]), .entities([b, c])], "led_by") == [.differ])
    #expect(try agreement([.entities([a, b]), .entities([b, a])], "led_by") == [.agree])
    #expect(try agreement([.entities([a]), .entities([b])], "rival_of") == [], "one may have many rivals")
    #expect(try agreement([.entities([a]), .entities([a])], "rival_of") == [.agree])
    #expect(try agreement([.text(["x"]), .text(["y"])], "native") == [.differ])
    #expect(try agreement([.time(year(2010)), .time(year(2011))], "founded") == [.conflict])
    #expect(try agreement([.time(span(2010, 2011)), .time(year(2011))], "founded") == [.differ])
    #expect(try agreement([.text(["x"]), .number(exactly(1), .none)], "native") == [.notComparable])
  }

  @Test func unlikeUnitsCannotBeCompared() throws {
    let (people, ships) = try units()
    #expect(try agreement([.number(exactly(1), people), .number(exactly(1), ships)], "strength") == [.notComparable])
  }
}
