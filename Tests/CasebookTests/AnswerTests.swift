import Evidence
import Testing

@testable import Casebook

/// What is asked of a small service whose strength several sources give.
@Suite struct AnswerTests {
  private struct Service {
    var small: SmallCasebook
    var entity: EntityID
    var strength: PropertyID

    init() throws {
      small = try SmallCasebook()
      entity = try small.entity("service", "Arcadian Service")
      strength = try small.property("strength", .quantity(unit: .none, sort: .stock))
      for (id, published) in [("almanac", 2018), ("gazette", 2017), ("digest", 2018), ("wire", 2014)] {
        _ = try small.casebook.addSource(source(id, published: year(published), relays: id == "digest" ? ["gazette"] : []))
      }
      _ = try small.casebook.addSource(source("undated"))
    }

    @discardableResult
    mutating func says(
      _ source: String?, _ number: HedgedNumber, in time: TimeSpan?, _ change: (inout ClaimDraft) -> Void = { _ in }
    ) throws -> ClaimID {
      let cited = source.flatMap { small.casebook.source(named: $0) }
      return try small.claim("service", "strength", .number(number, .none)) { draft in
        draft.time = time
        draft.citations = cited.map { [ClaimCitation($0, locator: "p. 1")] } ?? []
        change(&draft)
      }
    }

    func ask(_ time: TimeQuestion = .any, _ change: (inout Query) -> Void = { _ in }) -> ClaimAnswer {
      var query = Query(entity: entity, property: strength, time: time)
      change(&query)
      return small.casebook.answer(query)
    }
  }

  @Test func asOfGivesTheLatestOfEachOrigin() throws {
    var service = try Service()
    try service.says("almanac", exactly(8), in: span(2006, 2012))
    let own = try service.says("almanac", moreThan(300), in: year(2018))
    let relay = try #require(service.small.casebook.source(named: "almanac"))
    let relayed = try service.says("gazette", exactly(400), in: year(2017)) { $0.details = ClaimDetails(via: [relay]) }
    let answer = service.ask(.asOf(year(2018)))
    #expect(answer.claims == [relayed, own])
    #expect(answer.relation == .several)
    #expect(service.ask(.asOf(year(2018))) { $0.resolver = .latestStated }.claims == [own])
    #expect(
      service.ask(.asOf(year(2018))) { $0.resolver = .latestStated }.hidden == [HiddenClaim(claim: relayed, reason: .notChosen)])
  }

  @Test func aRelayedClaimIsNoSecondOrigin() throws {
    var service = try Service()
    try service.says("gazette", exactly(400), in: year(2016))
    let later = try service.says("digest", exactly(420), in: year(2017))
    #expect(service.ask(.asOf(year(2018))).claims == [later])
  }

  @Test func claimsThatBeganLaterDoNotAnswerAsOf() throws {
    var service = try Service()
    let later = try service.says("almanac", exactly(5), in: year(2018))
    let answer = service.ask(.asOf(year(2016)))
    #expect(answer.relation == .nothing)
    #expect(answer.nearest == later)
  }

  @Test func scopesAreKeptApartAsOf() throws {
    var service = try Service()
    let narrow = try service.says("almanac", exactly(2), in: year(2015)) { $0.details = ClaimDetails(scope: "in one state") }
    let wide = try service.says("almanac", exactly(52), in: year(2017))
    #expect(service.ask(.asOf(year(2018))).claims == [narrow, wide])
  }

  @Test func lowPointsBoundAMomentAndAnswerForThemselves() throws {
    var service = try Service()
    let period = try service.small.entity("old_term", "Old term", kind: "period")
    try service.small.claim("old_term", "time", .time(span(2000, 2006)))
    let low = try service.says("almanac", lowPoint(2_000), in: nil) { $0.timeEntity = period }
    let now = try service.says("almanac", exactly(15_000), in: year(2018))
    let term = try #require(service.small.casebook.time(of: period))
    #expect(term == span(2000, 2006))

    let then = service.ask(.during(term))
    #expect(then.claims == [low])
    #expect(then.marks == [.boundsTheMoment])
    #expect(then.sets.first?.hull?.high == .infinity)

    let extreme = service.ask(.any) { $0.extreme = .lowPoint }
    #expect(extreme.claims == [low])
    #expect(extreme.marks == [[]])
    #expect(service.ask(.any) { $0.extreme = .peak }.relation == .nothing)
    #expect(service.ask().claims == [low, now])
    #expect(service.ask().relation == .several)
  }

  @Test func plannedFiguresAreNamedButNotMixedIn() throws {
    var service = try Service()
    let plan = try service.says("wire", exactly(40_000), in: year(2012)) { $0.status = .planned }
    let actual = try service.says("almanac", exactly(1_200), in: year(2018))
    #expect(service.ask().claims == [actual])
    #expect(service.ask().otherStatus == [plan])
    #expect(service.ask { $0.status = .planned }.claims == [plan])
    let then = service.ask(.during(year(2012)))
    #expect(then.claims == [] && then.nearest == actual && then.otherStatus == [plan])
  }

  @Test func aQuestionWithoutATimeMergesNothing() throws {
    var service = try Service()
    let undated = try service.says("almanac", exactly(6), in: nil)
    let later = try service.says("almanac", exactly(9), in: year(2018))
    let earlier = try service.says("almanac", exactly(8), in: year(2010))
    let answer = service.ask()
    #expect(answer.claims == [earlier, later, undated])
    #expect(answer.relation == .several)
    #expect(answer.sets.map(\.claims) == [[earlier], [later], [undated]])
    #expect(service.ask(.over(span(2010, 2018))).undated == [undated])
    #expect(service.ask(.during(year(2010))).undated == [undated])
    #expect(service.ask(.during(year(2010))).relation == .one)
  }

  @Test func laterKnowledgeIsHidden() throws {
    var service = try Service()
    let early = try service.says("wire", exactly(1), in: year(2012))
    let late = try service.says("almanac", exactly(2), in: year(2012))
    let unclear = try service.says("undated", exactly(3), in: year(2012))
    let answer = service.ask(.during(year(2012))) { $0.statedBy = year(2016) }
    #expect(answer.claims == [early, unclear])
    #expect(answer.marks(of: early) == [])
    #expect(answer.marks(of: unclear) == .statedWhenUnclear)
    #expect(answer.hidden == [HiddenClaim(claim: late, reason: .saidLater)])
    #expect(answer.relation == .claimSet(.conflict))
  }

  @Test func resolversChooseWithinAThing() throws {
    var service = try Service()
    let old = try service.says("wire", exactly(1), in: year(2012)) { $0.isPreferred = true }
    let new = try service.says("almanac", exactly(2), in: year(2012))
    let other = try service.says("wire", exactly(9), in: year(2013))
    #expect(service.ask { $0.resolver = .preferred }.claims == [old, other])
    #expect(service.ask { $0.resolver = .latestStated }.claims == [new, other])
    let each = service.ask(.during(year(2012))) { $0.resolver = .each }
    #expect(each.claims == [old, new] && each.relation == .several)
    #expect(service.ask(.during(year(2012))).relation == .claimSet(.conflict))
    #expect(service.ask(.during(year(2012))).sets.first?.hull?.low == 1)
    #expect(service.ask(.during(year(2012))).sets.first?.hull?.high == 2)
    #expect(service.ask(.during(year(2012))).sets.first?.hull?.best == 1, "the best of the preferred claim")
  }

  @Test func withdrawnClaimsAreListedAndAnswerNothing() throws {
    var service = try Service()
    let withdrawn = try service.says("wire", exactly(1), in: year(2012)) {
      $0.details = ClaimDetails(deprecatedBecause: "a misprint")
    }
    let answer = service.ask(.during(year(2012)))
    #expect(answer.relation == .nothing && answer.nearest == nil)
    #expect(answer.hidden == [HiddenClaim(claim: withdrawn, reason: .deprecated)])
  }

  @Test func derivedFiguresComeLast() throws {
    var service = try Service()
    let derived = try service.small.claim("service", "strength", .derived(RuleID(7))) { $0.time = year(2010) }
    let stated = try service.says("almanac", exactly(9), in: year(2018))
    let answer = service.ask()
    #expect(answer.claims == [stated, derived])
    #expect(answer.marks == [[], .derived])
    #expect(answer.sets.map(\.agreement) == [.single, .single])
    #expect(service.ask(.during(year(2010))).claims == [derived])
  }

  @Test func relatedPropertiesAreOffered() throws {
    var service = try Service()
    let recruits = try service.small.property("recruits", .quantity(unit: .none, sort: .stock))
    try service.small.casebook.update(service.strength) { $0.seeAlso = [recruits] }
    let related = try service.small.claim("service", "recruits", .number(exactly(4_500), .none)) { $0.time = year(2015) }
    #expect(service.ask(.during(year(2015))).relatedByProperty == [related])
    #expect(service.ask(.during(year(2016))).relatedByProperty == [])
  }

  @Test func relationsWithoutATimeHoldAtAnyTime() throws {
    var service = try Service()
    try service.small.entity("ministry", "Ministry")
    let tie = try service.small.claim("service", "part_of", .entities([service.small.id("ministry")]))
    let query = Query(entity: service.entity, property: try service.small.id(ofProperty: "part_of"), time: .during(year(2015)))
    let answer = service.small.casebook.answer(query)
    #expect(answer.claims == [tie] && answer.marks == [.undated])
  }

  @Test func eventsOfCoarseDateOnlyPossiblyHappenedWithin() throws {
    var service = try Service()
    let raids = try service.small.property("raids", .quantity(unit: .none, sort: .count)) { $0.timeMeaning = .within }
    let claim = try service.small.claim("service", "raids", .number(exactly(3), .none)) { $0.time = span(2010, 2018) }
    func ask(_ time: TimeQuestion) -> ClaimAnswer {
      service.small.casebook.answer(Query(entity: service.entity, property: raids, time: time))
    }
    #expect(ask(.during(year(2015))).marks == [.possiblyThen])
    #expect(ask(.during(span(2009, 2018))).marks == [[]])
    #expect(ask(.asOf(year(2015))).marks(of: claim) == .possiblyThen)
    #expect(ask(.asOf(year(2018))).marks(of: claim) == [])
  }

  @Test func circaYearsAnswerWithAMark() throws {
    var service = try Service()
    let circa = try service.says("almanac", exactly(3), in: circa(2016))
    #expect(service.ask(.during(year(2017))).marks(of: circa) == .possiblyThen)
    #expect(service.ask(.during(year(2016))).claims == [circa])
    #expect(service.ask(.during(year(2030))).claims == [])
  }

  @Test func unknownTimesAreNoTimes() throws {
    var service = try Service()
    let claim = try service.says("almanac", exactly(3), in: .unknown)
    #expect(service.ask(.during(year(2016))).undated == [claim])
    #expect(service.ask().claims == [claim])
    #expect(service.ask(.during(.unknown)).claims == [])
  }
}
