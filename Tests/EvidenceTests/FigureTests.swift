import Testing

@testable import Evidence

@Suite struct FigureTests {
  private static func figure(_ claim: UInt32, _ text: String, _ status: Status?) throws -> Figure {
    let hedged = try #require(HedgedText(text))
    return Figure(
      claim: claim, hedged.number, unit: hedged.unit, isCount: hedged.unit.isCount, status: status, policies: Policies())
  }

  @Test func unlikeStatusesNeitherAddNorSubtract() throws {
    let plan = try Self.figure(1, "40,000 people", .planned)
    let now = try Self.figure(2, "about 1,200 people", .actual)
    #expect(throws: ArithmeticError.statusMismatch(.planned, .actual)) { try Figure.add(plan, now) }
    #expect(throws: ArithmeticError.statusMismatch(.actual, .planned)) { try Figure.subtract(now, plan) }
    let share = try Figure.share(of: now, in: plan)
    #expect(share.status == nil && share.mixedStatuses == [.actual, .planned])
    #expect(display(share.quantity) == "about 3 %")
    #expect(share.lineage.claims() == [2, 1])
    let difference = try Figure.difference(plan, now)
    #expect(difference.mixedStatuses == [.actual, .planned])
    #expect(display(difference.quantity) == "about 38,800 people")
    let more = try Figure.multiply(difference, try Self.figure(3, "2", .target))
    #expect(more.status == nil && more.mixedStatuses == [.actual, .planned, .target])
    // What was set against each other once is neither, and goes with either.
    #expect(try Figure.add(difference, now).mixedStatuses == [.actual, .planned])
  }

  @Test func likeStatusesStay() throws {
    let one = try Self.figure(1, "5 people", .planned)
    let number = Figure(Quantity(exactly: 2), lineage: .literal("2"))
    for result in [try Figure.add(one, one), try Figure.multiply(one, number), try Figure.divide(one, number), one.negated()] {
      #expect(result.status == .planned && result.mixedStatuses.isEmpty)
    }
    #expect(try Figure.multiply(number, number).status == nil)
    #expect([one.lowBound, one.highBound, one.bestAlone].allSatisfy { $0?.status == .planned })
    #expect(Status.allCases.map(\.article) == ["an actual", "a planned", "a target", "an authorised", "a projected"])
    #expect(Mode.allCases.map(\.adverb) == [nil, "reportedly", "allegedly", "estimated", "denied"])
  }

  @Test func figuresRememberWhatWasDone() throws {
    let one = try Self.figure(7, "22.5 homicides per 100,000 people", .actual)
    let factor = Figure(Quantity(exactly: 1.275), lineage: .literal("1.275"))
    let result = try Figure.divide(one, factor)
    #expect(result.lineage.operation == .divide)
    #expect(result.lineage.inputs.map(\.operation) == [.claim(7), .literal])
    #expect(result.lineage.inputs.last?.note == "1.275")
    #expect(result.lineage.result == result.quantity)
    let converted = try Self.figure(8, "2 tonnes", .actual).converted(to: SampleUnits.unit("kilograms"))
    #expect(converted.lineage.operation == .convert && display(converted.quantity) == "2,000 kg")
    #expect(throws: ArithmeticError.self) { try converted.converted(to: SampleUnits.people) }
    #expect(try Figure.change(from: one, to: one).lineage.claims() == [7])
  }

  @Test func hullsOfFiguresKeepACommonStatus() throws {
    let (one, other) = (try Self.figure(1, "6 groups", .actual), try Self.figure(2, "8 groups", .actual))
    let hull = try #require(Figure.hull([one, other]))
    #expect(hull.status == .actual && hull.lineage.operation == .hull && hull.lineage.claims() == [1, 2])
    #expect(display(hull.quantity) == "6–8 groups")
    let mixed = try #require(Figure.hull([one, try Self.figure(3, "9 groups", .planned)]))
    #expect(mixed.status == nil && mixed.mixedStatuses == [.actual, .planned])
    #expect(Figure.hull([one, try Self.figure(4, "9 ports", .actual)]) == nil)
    #expect(Figure.hull([]) == nil)
  }

  @Test func bareFiguresTakeAUnit() throws {
    let bare = Figure(Quantity(exactly: 20), lineage: .literal("20"))
    #expect(bare.adopting(SampleUnits.people).quantity.unit == SampleUnits.people)
    #expect(bare.with(best: nil).quantity.best == nil)
    #expect(bare.quantity.atBest == bare.quantity)
  }

  // MARK: Grades

  @Test func gradesAreReadAndNeverAveraged() {
    #expect(Grade("B2") == Grade(.usually, .probablyTrue))
    #expect(Grade("b2")?.description == "B2")
    for text in ["", "B", "B7", "G2", "B22", "2B", "B0", "ß2"] { #expect(Grade(text) == nil) }
    #expect(Grade(.usually, .probablyTrue).words == "usually reliable, probably true")
    let grades = ["A4", "C1", "F6"].compactMap { Grade($0) }
    #expect(Grade.weakest(grades)?.description == "C4")
    #expect(Grade.weakest([Grade(.cannotBeJudged, .doubtful), Grade(.cannotBeJudged, .confirmed)])?.description == "F4")
    #expect(Grade.weakest([]) == nil)
    #expect(Grade.Reliability.allCases.map(\.rank) == [1, 2, 3, 4, 5, nil])
    #expect(Grade.Credibility.allCases.map(\.rank) == [1, 2, 3, 4, 5, nil])
  }
}
