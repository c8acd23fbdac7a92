import Evidence
import Testing

@testable import Analysis
@testable import Casebook

@Suite struct CandidateFindingTests {
  func figure(
    _ number: HedgedNumber, unit: Unit = .percent, year: Int = 2017, definitions: [PropertyID] = [],
    subjects: [EntityID] = [], scopes: [String] = [], status: Status = .actual
  ) -> ComparedFigure {
    let quantity = number.quantity(unit: unit, isCount: false, policies: Policies())
    return ComparedFigure(
      figure: Figure(quantity, status: status, lineage: .literal("", quantity)), definitions: definitions, scopes: scopes,
      time: TimeSpan(year: year), subjects: subjects)
  }

  func finding(_ candidate: ComparedFigure, _ figure: ComparedFigure) -> CandidateFinding {
    CandidateFinding(of: candidate, against: figure, policies: Policies())
  }

  let printed = HedgedNumber.exact(Number(22.5, decimals: 1))

  @Test func whatRoundsToTheFigureIsTheSameAsPrinted() {
    #expect(finding(figure(.exact(Number(22.46, decimals: 2))), figure(printed)).mark == .sameAsPrinted)
    #expect(finding(figure(.exact(Number(22.44, decimals: 2))), figure(printed)).mark == .differs)
    #expect(finding(figure(printed), figure(printed)).mark == .same)
    // A range that may round to another figure does not come to this one.
    #expect(finding(figure(.range(Number(22.44, decimals: 2), Number(22.5, decimals: 1))), figure(printed)).mark == .cannotTell)
  }

  @Test func aCountIsNotRounded() {
    let eight = figure(.exact(Number(8)), unit: .none)
    #expect(finding(figure(.exact(Number(8.3, decimals: 1)), unit: .none), eight).mark == .differs)
  }

  @Test func distanceIsMeasuredByTheFigure() throws {
    let found = finding(figure(.exact(Number(27, decimals: 0))), figure(printed))
    let relative = try #require(found.relative)
    #expect(abs(relative.quantity.low - 20) < 1e-9)
  }

  @Test func anotherDefinitionIsShownAndNotRefused() {
    let found = finding(figure(printed, definitions: [PropertyID(1)]), figure(printed, definitions: [PropertyID(2)]))
    #expect(found.mark == .same)
    #expect(found.obstacles.count == 1)
  }

  @Test func whatElseIsUnlikeIsNotCompared() {
    #expect(finding(figure(printed, year: 1990), figure(printed)).mark == .notComparable)
    #expect(finding(figure(printed, status: .planned), figure(printed)).mark == .notComparable)
    #expect(finding(figure(printed, scopes: ["in one state"]), figure(printed)).mark == .notComparable)
    let other = finding(figure(printed, subjects: [EntityID(1)]), figure(printed, subjects: [EntityID(2)]))
    #expect(other.obstacles == [.populations([EntityID(2)], [EntityID(1)])])
    #expect(other.mark == .notComparable)
  }

  @Test func aReasonSetsAsideAllButUnits() {
    func through(_ candidate: ComparedFigure) -> CandidateFinding {
      CandidateFinding(of: candidate, against: figure(printed), because: "the author does", policies: Policies())
    }
    #expect(through(figure(printed, status: .planned)).mark == .same)
    #expect(through(figure(printed, status: .planned)).obstacles == [.statuses(.actual, .planned)], "it is said all the same")
    #expect(through(figure(.exact(Number(30)), year: 1990, scopes: ["in one state"])).mark == .differs)
    let ports = UnitTable().adding([
      UnitDefinition(id: "ports", singular: "port", plural: "ports", dimension: .counted(isA: nil))
    ]).table.unit(named: "ports")
    #expect(through(figure(printed, unit: ports ?? .percent)).mark == .notComparable)
  }

  @Test func aStarSaysWhatTheMarkRestsOn() {
    let found = finding(figure(.about(Number(40))), figure(printed))
    #expect(found.mark == .differs)
    #expect(found.equal.restsOnSoftBound)
  }

  @Test func aFigureOfZeroHasNoRelativeDistance() {
    let found = finding(figure(printed), figure(.exact(Number(0))))
    #expect(found.relative == nil)
    #expect(found.difference != nil)
    #expect(found.mark == .differs)
  }
}
