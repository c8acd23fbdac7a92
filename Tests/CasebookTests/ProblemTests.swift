import Evidence
import Testing

@testable import Casebook

@Suite struct ProblemTests {
  @Test func findsWhatACarefulReaderWouldStopAt() throws {
    var small = try SmallCasebook()
    try small.entity("guard", "Guard")
    try small.property("strength", .quantity(unit: .none, sort: .stock))
    let author = try small.casebook.addSource(source("author_2018", published: year(2018)))
    let item = try small.casebook.addSource(source("item_2014", published: year(2014)))

    func claim(_ number: Double, _ time: Int, _ citation: ClaimCitation?, support: SourceID?, _ status: Status = .actual) throws
      -> ClaimID
    {
      try small.claim("guard", "strength", .number(exactly(number), .none)) { draft in
        draft.time = year(time)
        draft.status = status
        draft.citations = citation.map { [$0] } ?? []
        if let support { draft.details = ClaimDetails(supportedBy: [ClaimCitation(support)]) }
      }
    }
    let stale = try claim(1_200, 2018, ClaimCitation(author, locator: "p. 30"), support: item)
    _ = try claim(1_100, 2014, ClaimCitation(author, locator: "p. 30"), support: item)
    let unplaced = try claim(1_000, 2013, ClaimCitation(author), support: nil)
    let unsourced = try claim(900, 2012, nil, support: nil)
    _ = try claim(40_000, 2020, ClaimCitation(item, locator: "p. 2"), support: nil, .planned)
    let foretold = try claim(50_000, 2020, ClaimCitation(item, locator: "p. 2"), support: nil)
    _ = try small.claim("guard", "strength", .derived(RuleID(1)))

    #expect(
      small.casebook.problems() == [
        Problem(kind: .supportOlderThanClaim, claims: [stale], sources: [item]),
        Problem(kind: .noLocator, claims: [unplaced], sources: [author]),
        Problem(kind: .noSource, claims: [unsourced]),
        Problem(kind: .supportOlderThanClaim, claims: [foretold], sources: [item]),
      ])
    #expect(small.casebook.claims(supportedBy: item).count == 2)
    #expect(small.casebook.claims(from: item).count == 2)
  }
}
