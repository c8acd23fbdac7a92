import Testing

@testable import Evidence

@Suite struct QuantityTests {
  @Test func triplesOutOfOrderAreMended() {
    let quantity = Quantity(low: 10, high: 5, best: 12)
    #expect(quantity.low == 5 && quantity.high == 12 && quantity.best == 12)
    let low = Quantity(low: 5, high: 10, lowIsOpen: true, best: 5)
    #expect(low.low == 5 && !low.lowIsOpen && low.best == 5)
    let unknown = Quantity(low: .nan, high: .nan, best: .nan)
    #expect(unknown.low == -.infinity && unknown.high == .infinity && unknown.best == nil)
    #expect(unknown.lowIsOpen && unknown.highIsOpen)
    #expect(!Quantity(low: 3, high: 3, lowIsOpen: true, highIsOpen: true).lowIsOpen)
    #expect(Quantity(low: .infinity, high: .infinity).low == .greatestFiniteMagnitude)
    #expect(Quantity(exactly: .nan).high == .infinity)
    #expect(Quantity(low: 1, high: .infinity, highIsSoft: true).isSoft == false)
    #expect(Quantity(low: -0.0, high: -0.0) == Quantity(low: 0, high: 0))
  }

  @Test func arithmeticOfHostileNumbersStaysInOrder() {
    let values = [
      -.infinity, -.greatestFiniteMagnitude, -1, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 1, 1e200,
      .greatestFiniteMagnitude, .infinity,
    ]
    let quantities = values.flatMap { low in values.map { Quantity(low: low, high: $0, best: $0.isFinite ? $0 : nil) } }
    var shown: [Quantity] = []
    for one in quantities {
      for other in quantities {
        for operation in ArithmeticOracleTests.Operation.allCases {
          guard let result = try? operation.apply(one, other) else { continue }
          var isSound = result.low <= result.high && result.low < .infinity && result.high > -.infinity
          if let best = result.best { isSound = isSound && best.isFinite && result.low <= best && best <= result.high }
          if !isSound { Issue.record("\(one) \(operation) \(other) is \(result)") }
          shown.append(result)
        }
      }
    }
    #expect(shown.count > 10_000)
    for (index, quantity) in shown.enumerated() where index % 20 == 0 {
      #expect(!display(quantity).isEmpty && !displayRange(quantity).isEmpty && !displayChange(quantity).isEmpty)
      #expect(Quantity.hull([quantity, shown[index / 2]])?.bounds.contains(quantity.bounds) ?? true)
    }
  }

  @Test func errorsAreNamed() throws {
    let zero = Quantity(exactly: 0)
    let one = Quantity(exactly: 1)
    let huge = Quantity(exactly: .greatestFiniteMagnitude)
    #expect(throws: ArithmeticError.divisionByZero) { try Quantity.divide(one, zero) }
    #expect(throws: ArithmeticError.divisionByZero) { try Quantity.change(from: zero, to: one) }
    #expect(throws: ArithmeticError.divisionByZero) { try Quantity.share(of: zero, in: zero) }
    #expect(throws: ArithmeticError.overflow) { try Quantity.multiply(huge, huge) }
    #expect(throws: ArithmeticError.overflow) { try Quantity.add(huge, huge) }
    #expect(throws: ArithmeticError.overflow) {
      try Quantity.multiply(Quantity(exactly: .leastNonzeroMagnitude), Quantity(exactly: 0.1))
    }
    #expect(throws: ArithmeticError.overflow) { try Quantity.divide(Quantity(exactly: .leastNonzeroMagnitude), huge) }
    let widened = try Quantity.multiply(Quantity(low: 1, high: 1e300), Quantity(low: 1, high: 1e300))
    #expect(widened.low == 1 && widened.high == .infinity)
  }

  /// What may be zero divides; the result holds every quotient that there is.
  @Test func divisorsThatMayBeZeroWiden() throws {
    let beds = Quantity(low: 0, high: 2)
    let result = try Quantity.divide(Quantity(exactly: 5), beds)
    #expect(result.low == 2.5 && result.high == .infinity && !result.lowIsOpen)
    let either = try Quantity.divide(Quantity(exactly: 5), Quantity(low: -1, high: 2))
    #expect(either.low == -.infinity && either.high == .infinity)
    let nothing = try Quantity.divide(Quantity(exactly: 0), Quantity(low: -1, high: 2))
    #expect(nothing.isExact && nothing.low == 0)
  }

  @Test func lowPointsAreUsedAsThemselves() throws {
    let about = try said("about 15,000 people")
    let low = Figure(
      claim: 1, .lowPoint(Number(2_000)), unit: SampleUnits.people, isCount: true, status: .actual, policies: Policies())
    let moment = try Quantity.ratio(about, low.quantity)
    #expect(moment.low == 0 && moment.lowIsOpen && moment.high == 8.25)
    let extreme = try #require(low.atExtreme)
    let ratio = try Quantity.ratio(about, extreme.quantity)
    #expect(ratio.low == 6.75 && ratio.best == 7.5 && ratio.high == 8.25 && ratio.lowIsSoft && ratio.highIsSoft)
    #expect(extreme.extreme == .lowPoint)
    let peak = Figure(
      claim: 2, .peak(Number(9_000)), unit: SampleUnits.people, isCount: true, status: .actual, policies: Policies())
    #expect(peak.atExtreme?.quantity.low == 9_000)
    #expect(Figure(about, lineage: .claim(3)).atExtreme == nil)
  }

  @Test func closedFormsAreNarrowerThanSteps() throws {
    let (earlier, later) = (Quantity(low: 100, high: 120), Quantity(low: 50, high: 60))
    let change = try Quantity.change(from: earlier, to: later)
    #expect((change.low + 58.333_333_333).magnitude < 1e-6 && (change.high + 40).magnitude < 1e-9)
    let stepwise = try Quantity.divide(try Quantity.subtract(later, earlier), earlier)
    #expect(stepwise.low < -0.69 && stepwise.high > -0.34)
  }

  private static let sets: [([String], QuantityAgreement)] = [
    (["300"], .agree), (["300", "300"], .agree), (["about 300", "300"], .agree), (["about 300", "310"], .differ),
    (["about 300", "400"], .conflict),
    (["more than 300 groups", "400 groups"], .agree), (["12 to 14", "13 to 20"], .differ), (["12 to 14", "15 to 20"], .conflict),
    (["12 to 20", "13 to 14"], .agree), (["8 groups", "8 ports"], .notComparable),
    (["prisoners", "people"].map { "5 \($0)" }, .agree),
    (["1 tonnes", "1,000 kilograms"], .agree), (["more than 300 groups", "300 groups"], .conflict),
    (["5", "6", "more than 1"], .conflict),
  ]

  @Test(arguments: sets) func claimsAgreeDifferOrConflict(_ texts: [String], _ expected: QuantityAgreement) throws {
    let quantities = try texts.map { try said($0) }
    #expect(Quantity.agreement(among: quantities) == expected)
    #expect(Quantity.agreement(among: quantities.reversed()) == expected)
    #expect((Quantity.hull(quantities) == nil) == (expected == .notComparable))
  }

  @Test func hullsKeepOnlyACommonBest() throws {
    let hull = try #require(Quantity.hull([try said("about 300 groups"), try said("more than 320 groups")]))
    #expect(hull.low == 270 && hull.lowIsSoft && hull.high == .infinity && hull.best == nil)
    let same = try #require(Quantity.hull([try said("about 300 groups"), try said("300 groups")]))
    #expect(same.best == 300)
    #expect(Quantity.hull([]) == nil)
    #expect(Quantity.agreement(among: []) == .agree)
  }

  @Test func quantitiesAreSmall() { #expect(MemoryLayout<Quantity>.stride <= 64) }
}
