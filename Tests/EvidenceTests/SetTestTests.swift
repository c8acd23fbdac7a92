import Testing

@testable import Evidence

/// Conditions on one quantity against every possible world.
@Suite struct SetTestTests {
  func range(_ low: Double, _ high: Double, isOpen: Bool = false) -> Quantity {
    Quantity(low: low, high: high, lowIsOpen: isOpen, highIsOpen: isOpen, unit: .none)
  }

  func judge(_ quantity: Quantity, _ constants: [Double], _ holds: @escaping (Double) -> Bool) throws -> Verdict {
    try quantity.judge(against: constants.map { range($0, $0) }, Policies()) { holds($0.low) }
  }

  @Test func whatCoversEverythingHolds() throws {
    #expect(try judge(range(3, 8), [5]) { $0 > 5 || $0 <= 5 } == .yes)
    #expect(try judge(range(3, 8), [5]) { $0 > 5 && $0 <= 5 } == .no)
    #expect(try judge(range(3, 8), [5]) { $0 > 5 || $0 < 5 } == .maybe)
    #expect(try judge(range(301, .infinity), [300, 400]) { $0 > 400 || $0 > 300 } == .yes)
    #expect(try judge(range(-.infinity, .infinity), [0]) { $0 < 0 || $0 >= 0 } == .yes)
    #expect(try judge(range(5, 5), [5]) { $0 >= 5 && $0 <= 5 } == .yes)
  }

  @Test func anOpenEndDoesNotBelong() throws {
    #expect(try judge(range(3, 8, isOpen: true), [3]) { $0 > 3 } == .yes)
    #expect(try judge(range(3, 8), [3]) { $0 > 3 } == .maybe)
  }

  @Test func aSoftBoundGivesAStar() throws {
    let about = HedgedNumber.about(Number(100)).quantity(unit: .none, isCount: false, policies: Policies())
    let verdict = try about.judge(against: [range(80, 80), range(120, 120)], Policies()) { $0.low > 80 && $0.low < 120 }
    #expect(verdict.description == "yes*")
    var strict = Policies()
    strict.strict = true
    #expect(try about.judge(against: [range(80, 80)], strict) { $0.low > 80 }.truth == .maybe)
    // What covers everything rests on no policy.
    #expect(try about.judge(against: [range(100, 100)], Policies()) { $0.low > 100 || $0.low <= 100 } == .yes)
  }

  @Test func everyConditionOnASmallRange() throws {
    for low in 0...4 {
      for high in low...4 {
        for first in 0...4 {
          for second in 0...4 {
            let holds: (Double) -> Bool = { $0 > Double(first) && $0 != Double(second) || $0 == 0 }
            let verdict = try judge(range(Double(low), Double(high)), [Double(first), Double(second), 0], holds)
            // Halves stand for what lies between whole numbers.
            let results = Set((2 * low...2 * high).map { holds(Double($0) / 2) })
            #expect(verdict.truth == (results == [true] ? .yes : results == [false] ? .no : .maybe))
          }
        }
      }
    }
  }
}
