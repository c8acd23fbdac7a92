import Evidence
import Testing

@testable import Analysis
@testable import Casebook

@Suite struct MeasureFindingTests {
  let units = UnitTable().adding([
    UnitDefinition(id: "people", singular: "person", plural: "people", dimension: .counted(isA: nil)),
    UnitDefinition(id: "ports", singular: "port", plural: "ports", dimension: .counted(isA: nil)),
  ]).table

  func figure(
    _ number: HedgedNumber, unit: String = "people", status: Status = .actual, scopes: [String] = [], year: Int = 2018,
    definitions: [PropertyID] = []
  ) -> ComparedCell {
    let unit = units.unit(named: unit) ?? .none
    let quantity = number.quantity(unit: unit, isCount: true, policies: Policies())
    return .figure(
      ComparedFigure(
        figure: Figure(quantity, status: status, lineage: .literal("", quantity)), definitions: definitions, scopes: scopes,
        time: TimeSpan(year: year)))
  }

  func finding(_ cells: [ComparedCell], _ axis: ComparisonAxis = .subjects, because: String? = nil) -> MeasureFinding {
    MeasureFinding(of: cells, asked: axis, because: because, policies: Policies())
  }

  @Test func aPlanIsTheMeasureOfWhatCameOfIt() throws {
    let planned = figure(.exact(Number(40_000)), status: .planned, year: 2012)
    let actual = figure(.about(Number(1_200)))
    for (cells, statuses) in [([planned, actual], [Status.planned, .actual]), ([actual, planned], [.actual, .planned])] {
      let finding = finding(cells, .statuses(statuses))
      let pair = try #require(finding.pair)
      #expect(finding.mark == .differs)
      #expect(finding.verdict.description == "yes*")
      #expect(finding.obstacles.isEmpty, "status and year differ by design")
      let share = try #require(pair.share)
      #expect(display(share.quantity) == "about 3 %")
      #expect(displayRange(share.quantity) == "2.7–3.3 %*")
    }
  }

  @Test func theOneThatHoldsLessIsTheMeasure() throws {
    for cells in [
      [figure(.exact(Number(15))), figure(.exact(Number(150)))], [figure(.exact(Number(150))), figure(.exact(Number(15)))],
    ] {
      let pair = try #require(finding(cells).pair)
      #expect(pair.secondHoldsMore == .yes)
      #expect(pair.difference?.quantity.low == 135)
      #expect(pair.ratio?.quantity.low == 10)
    }
  }

  @Test func whatIsMissingIsNeverEqualOrLess() {
    #expect(finding([figure(.exact(Number(1))), .absent]).mark == .cannotTell)
    #expect(finding([.absent, .absent]).mark == .cannotTell)
    #expect(finding([figure(.exact(Number(1))), .several]).mark == .cannotTell)
    // Two that surely differ make a measure differ, whatever a third is.
    #expect(finding([figure(.exact(Number(1))), figure(.exact(Number(2))), .absent]).mark == .differs)
    #expect(finding([figure(.exact(Number(1))), figure(.exact(Number(1))), .absent]).mark == .cannotTell)
    #expect(finding([figure(.exact(Number(1))), figure(.exact(Number(1)))]).mark == .same)
    #expect(finding([figure(.about(Number(10))), figure(.about(Number(10)))]).mark == .cannotTell)
  }

  struct Guard: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var isSetAside: Bool
    var cells: @Sendable (MeasureFindingTests) -> [ComparedCell]
  }

  static let guards = [
    Guard(testDescription: "units", isSetAside: false) {
      [$0.figure(.exact(Number(1))), $0.figure(.exact(Number(2)), unit: "ports")]
    },
    Guard(testDescription: "statuses", isSetAside: true) {
      [$0.figure(.exact(Number(1))), $0.figure(.exact(Number(2)), status: .planned)]
    },
    Guard(testDescription: "scopes", isSetAside: true) {
      [$0.figure(.exact(Number(1))), $0.figure(.exact(Number(2)), scopes: ["in one state"])]
    },
    Guard(testDescription: "years", isSetAside: true) {
      [$0.figure(.exact(Number(1)), year: 2010), $0.figure(.exact(Number(2)))]
    },
    Guard(testDescription: "definitions", isSetAside: true) { tests in
      let properties = tests.twoProperties()
      return [
        tests.figure(.exact(Number(1)), definitions: [properties[0]]),
        tests.figure(.exact(Number(2)), definitions: [properties[1]]),
      ]
    },
  ]

  func twoProperties() -> [PropertyID] {
    let casebook = Casebook()
    let place = TextRange(file: 0, start: 0, end: 0)
    return ["one", "other"].compactMap { try? casebook.addProperty(name: $0, title: $0, value: .text, declaration: place) }
  }

  @Test(arguments: guards) func whatIsNotAlikeIsNotRanked(guarded: Guard) {
    let stopped = finding(guarded.cells(self))
    #expect(stopped.mark == .notComparable)
    #expect(stopped.pair == nil)
    #expect(stopped.obstacles.count == 1)
    let through = finding(guarded.cells(self), because: "the author does")
    #expect((through.mark == .differs) == guarded.isSetAside)
    #expect(through.obstacles == stopped.obstacles, "what stands in the way is said all the same")
  }

  @Test func yearsThatAreNearOrAskedForStandInNoOnesWay() {
    #expect(finding([figure(.exact(Number(1)), year: 2015), figure(.exact(Number(2)))]).mark == .differs)
    #expect(finding([figure(.exact(Number(1)), year: 1990), figure(.exact(Number(2)))], .times).mark == .differs)
    #expect(finding([figure(.exact(Number(1)), year: 1990), figure(.exact(Number(2)))], .sources).mark == .differs)
  }

  @Test func wordsAreSetSideBySideAsWords() {
    #expect(finding([.words(["modest"]), .words(["large"])]).mark == .inWords)
    #expect(finding([.words(["modest"]), .words(["modest"])]).mark == .same)
    #expect(finding([.words(["modest"]), .absent]).mark == .cannotTell, "words beside nothing are not compared")
    #expect(finding([.words(["modest"])]).mark == .cannotTell)
    #expect(finding([.words(["modest"]), .absent, .words(["modest"])]).mark == .inWords)
    #expect(finding([.verdict(.yes), .verdict(.no)]).mark == .differs)
    #expect(finding([.verdict(.yes), .verdict(.maybe)]).mark == .cannotTell)
  }

  /// What is only possibly named at a time is neither the same nor a difference.
  @Test func entitiesDifferWhereOneIsSurelyNamedThatCannotBe() {
    let (one, other) = (EntityID(1), EntityID(2))
    #expect(finding([.entities([one]), .entities([one])]).mark == .same)
    #expect(finding([.entities([one, other]), .entities([other, one])]).mark == .same)
    #expect(finding([.entities([one]), .entities([other])]).mark == .differs)
    #expect(finding([.entities([one]), .entities([one, other])]).mark == .differs)
    #expect(finding([.entities([one]), .entities([], possible: [one])]).mark == .cannotTell)
    #expect(finding([.entities([one]), .entities([other], possible: [one])]).mark == .differs)
    #expect(finding([.entities([], possible: [one, other]), .entities([one], possible: [other])]).mark == .cannotTell)
    #expect(finding([.entities([], possible: [one]), .entities([], possible: [one])]).mark == .cannotTell)
    #expect(finding([.entities([], possible: [one]), .entities([other], possible: [one])]).mark == .differs)
    #expect(finding([.entities([one]), .absent]).mark == .cannotTell)
  }

  @Test func aFigureThatOnlyExistsLeavesTheChangeOpen() throws {
    let unquantified = figure(.unquantified)
    let pair = try #require(finding([unquantified, figure(.moreThan(Number(300)))], .times).pair)
    #expect(pair.changeIsOpen)
    #expect(
      try #require(finding([figure(.exact(Number(3))), figure(.moreThan(Number(300)))], .times).pair).changeIsOpen == false)
  }

  @Test func changesGoFromTheFirstTimeToTheSecond() throws {
    let pair = try #require(finding([figure(.exact(Number(4)), year: 2012), figure(.exact(Number(21)))], .times).pair)
    #expect(pair.change?.quantity.low == 425)
    #expect(pair.share == nil)
  }

  /// Marks, verdicts and ranks of whole-number ranges against every possible world.
  @Test(arguments: Array(0..<200)) func agreesWithAllWorlds(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func random(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let ranges = (0..<2 + random(2)).map { _ -> ClosedRange<Int> in
      let low = random(5)
      return low...(low + random(3))
    }
    let cells = ranges.map { range in
      figure(
        range.count == 1
          ? .exact(Number(Double(range.lowerBound))) : .range(Number(Double(range.lowerBound)), Number(Double(range.upperBound))))
    }
    let finding = finding(cells)
    let worlds = ranges.reduce([[]]) { worlds, range in worlds.flatMap { world in range.map { world + [$0] } } }
    for world in worlds {
      switch finding.mark {
      case .same: #expect(Set(world).count == 1)
      case .differs: #expect(Set(world).count > 1)
      case .cannotTell, .notComparable, .inWords: break
      }
      if let pair = finding.pair {
        let isMore = world[pair.second] > world[pair.first]
        if pair.secondHoldsMore.truth != .maybe { #expect((pair.secondHoldsMore.truth == .yes) == isMore) }
        #expect(pair.difference?.quantity.contains(Double(world[pair.second] - world[pair.first])) == true)
      }
      for (index, rank) in finding.ranks.enumerated() {
        #expect(rank?.contains(1 + world.count { $0 > world[index] }) == true)
      }
    }
  }
}
