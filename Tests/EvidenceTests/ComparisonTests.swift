import Testing

@testable import Evidence

@Suite struct ComparisonTests {
  private static func holds(_ sign: ComparisonOperator, _ one: Double, _ other: Double) -> Bool {
    switch sign {
    case .less: one < other
    case .lessOrEqual: one <= other
    case .equal: one == other
    case .notEqual: one != other
    case .greater: one > other
    case .greaterOrEqual: one >= other
    }
  }

  private static func truth(_ sign: ComparisonOperator, _ one: Bounds, _ other: Bounds) -> Verdict.Truth {
    var some = false
    var all = true
    let others = Worlds.values(other)
    for value in Worlds.values(one) {
      for second in others {
        if holds(sign, value, second) { some = true } else { all = false }
      }
    }
    return all ? .yes : some ? .maybe : .no
  }

  @Test func verdictsAreThoseOfAllWorlds() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3_000 {
      let one = Worlds.quantity(&generator)
      let other = Worlds.quantity(&generator)
      for sign in ComparisonOperator.allCases {
        let verdict = try sign.compare(one, other, Policies())
        let expected = Self.truth(sign, one.bounds, other.bounds)
        #expect(verdict.truth == expected, "\(one.bounds) \(sign.rawValue) \(other.bounds)")
        let hard = Self.truth(sign, one.hardBounds, other.hardBounds)
        #expect(verdict.restsOnSoftBound == (expected != .maybe && hard == .maybe), "star of \(one) \(sign.rawValue) \(other)")
        var strict = Policies()
        strict.strict = true
        #expect(try sign.compare(one, other, strict).truth == (expected == hard ? expected : .maybe))
      }
    }
  }

  private static let words: [(HedgedNumber, ComparisonOperator, HedgedNumber, String)] = [
    (.moreThan(Number(300)), .greater, .exact(Number(250)), "yes"),
    (.moreThan(Number(300)), .greater, .exact(Number(400)), "maybe"),
    (.moreThan(Number(300)), .greater, .exact(Number(300)), "yes"),
    (.moreThan(Number(300)), .greaterOrEqual, .exact(Number(301)), "yes"),
    (.asManyAs(Number(90)), .greater, .exact(Number(95)), "no"),
    (.asManyAs(Number(90)), .greater, .exact(Number(90)), "no"),
    (.about(Number(15_000)), .greater, .exact(Number(10_000)), "yes*"),
    (.about(Number(15_000)), .greater, .exact(Number(20_000)), "no*"),
    (.about(Number(15_000)), .greater, .exact(Number(14_000)), "maybe"),
    (.about(Number(15_000)), .equal, .exact(Number(15_000)), "maybe"),
    (.exact(Number(15_000)), .equal, .exact(Number(15_000)), "yes"),
    (.lowPoint(Number(2_000)), .less, .about(Number(15_000)), "maybe"),
    (.lowPoint(Number(2_000)), .greaterOrEqual, .exact(Number(2_000)), "yes"),
    (.peak(Number(9_000)), .lessOrEqual, .exact(Number(9_000)), "yes"),
    (.unquantified, .greaterOrEqual, .exact(Number(0)), "yes"),
    (.fewerThan(Number(12)), .lessOrEqual, .exact(Number(11)), "yes"),
    (.range(Number(12), Number(14)), .notEqual, .exact(Number(15)), "yes"),
  ]

  @Test(arguments: words) func wordsCompare(
    _ one: HedgedNumber, _ sign: ComparisonOperator, _ other: HedgedNumber, _ expected: String
  ) throws {
    let policies = Policies()
    let left = one.quantity(unit: .none, isCount: true, policies: policies)
    let right = other.quantity(unit: .none, isCount: true, policies: policies)
    #expect(try sign.compare(left, right, policies).description == expected)
  }

  @Test func binaryRoundingDecidesNothing() throws {
    let sum = try Quantity.add(Quantity(exactly: 0.1), Quantity(exactly: 0.2))
    #expect(try ComparisonOperator.equal.compare(sum, Quantity(exactly: 0.3), Policies()) == .yes)
    #expect(try ComparisonOperator.greater.compare(sum, Quantity(exactly: 0.3), Policies()) == .no)
    let large = Quantity(exactly: 1_000_000_000_000_000)
    let larger = Quantity(exactly: 1_000_000_000_000_001)
    #expect(try ComparisonOperator.less.compare(large, larger, Policies()) == .yes)
  }

  @Test func unitsMustFit() throws {
    let people = Quantity(exactly: 3, unit: SampleUnits.people)
    let ports = Quantity(exactly: 3, unit: SampleUnits.ports)
    #expect(throws: ArithmeticError.unitMismatch(people.unit, ports.unit)) {
      try ComparisonOperator.less.compare(people, ports, Policies())
    }
    let officers = Quantity(exactly: 4, unit: SampleUnits.unit("officers"))
    #expect(try ComparisonOperator.less.compare(people, officers, Policies()) == .yes)
    let week = Quantity(exactly: 1, unit: SampleUnits.unit("week"))
    let days = Quantity(exactly: 7, unit: SampleUnits.unit("days"))
    #expect(try ComparisonOperator.equal.compare(week, days, Policies()) == .yes)
  }
}
