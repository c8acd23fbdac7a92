import Evidence
import Testing

@testable import Casebook

/// A casebook of a hundred thousand claims answers as a small one does.
@Suite struct ScaleTests {
  @Test func aHundredThousandClaims() throws {
    var small = try SmallCasebook()
    let strength = try small.property("strength", .quantity(unit: .none, sort: .stock))
    let partOf = try small.id(ofProperty: "part_of")
    let sources = try (0..<50).map { try small.casebook.addSource(source("s\($0)", published: year(2050))) }
    let entities = try (0..<2_000).map { try small.entity("unit\($0)", "Unit \($0)", kind: "unit") }
    for number in 0..<100_000 {
      let entity = entities[number % entities.count]
      let round = number / entities.count
      var draft = ClaimDraft(
        entity: entity, property: strength, value: .number(exactly(Double(number)), .none), place: small.place())
      if round == 0 {
        draft.property = partOf
        draft.value = .entities([entities[number / 2]])
      }
      draft.time = year(2000 + round)
      draft.citations = [ClaimCitation(sources[number % 50], locator: "p. \(number % 100)")]
      try small.casebook.addClaim(draft)
    }
    let casebook = small.casebook
    #expect(casebook.claimCount == 100_000)
    #expect(casebook.claims(of: entities[7], property: strength).count == 49)
    #expect(casebook.claims(from: sources[3]).count == 2_000)
    let answer = casebook.answer(Query(entity: entities[1_999], property: strength, time: .asOf(year(2010))))
    #expect(answer.claims.count == 1 && answer.relation == .one)
    #expect(casebook.closure(from: entities[0], along: partOf, inverse: true).count == 1_999)
    #expect(casebook.closure(from: entities[1_024], along: partOf).count == 11)
    #expect(casebook.path(from: entities[1_999], to: entities[0])?.count == 11)
    #expect(casebook.problems().map(\.kind) == [.cycle(partOf)], "the first is its own whole")
  }
}
