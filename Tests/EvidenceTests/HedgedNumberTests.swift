import Testing

@testable import Evidence

@Suite struct HedgedNumberTests {
  /// Words, low, best, high; a bracket on an end that is not its own, a star on a soft one.
  private static let counts: [(String, String, String, String)] = [
    ("15,000 people", "15000", "15000", "15000"), ("about 15,000 people", "13500*", "15000", "16500*"),
    ("some 15,000 people", "13500*", "15000", "16500*"),
    ("15,000 ± 1,000 people", "14000", "15000", "16000"), ("more than 300 people", "301", "-", "inf"),
    ("at least 300 people", "300", "-", "inf"),
    ("at most 12 people", "0", "-", "12"), ("fewer than 12 people", "0", "-", "11"), ("fewer than 1 person", "0", "-", "0"),
    ("fewer than 0 people", "-inf", "-", "0)"), ("up to 1,000 people", "0", "-", "1000"),
    ("as many as 90 percent", "0", "-", "90"),
    ("12 to 14 people", "12", "-", "14"), ("14 to 12 people", "12", "-", "14"), ("12 to 12 people", "12", "12", "12"),
    ("21 of 103 ports", "21", "21", "21"), ("low point 2,000 people", "2000", "-", "inf"),
    ("peak 9,000 people", "0", "-", "9000"),
    ("unquantified people", "0", "-", "inf"), ("more than 300 kilometres", "(300", "-", "inf"),
    ("fewer than 12.5 kilometres", "0", "-", "12.5)"),
    ("more than 300.5 people", "301", "-", "inf"), ("about 0 people", "0*", "0", "0*"), ("up to -5 percent", "-inf", "-", "-5"),
    ("about -20 percent", "-22*", "-20", "-18*"), ("at least -3 percent", "-3", "-", "inf"), ("15 ± 0 people", "15", "15", "15"),
  ]

  @Test(arguments: counts) func wordsGiveBounds(_ words: String, _ low: String, _ best: String, _ high: String) throws {
    let quantity = try said(words)
    let lowText =
      (quantity.lowIsOpen && quantity.low.isFinite ? "(" : "") + NumberText.exact(quantity.low) + (quantity.lowIsSoft ? "*" : "")
    let highText =
      NumberText.exact(quantity.high) + (quantity.highIsOpen && quantity.high.isFinite ? ")" : "")
      + (quantity.highIsSoft ? "*" : "")
    #expect([lowText, quantity.best.map(NumberText.exact) ?? "-", highText] == [low, best, high])
  }

  @Test func policiesWidenAbout() throws {
    var policies = Policies()
    try policies.setAboutWidth(0.2)
    let about = HedgedNumber.about(Number(100)).quantity(unit: .none, isCount: false, policies: policies)
    #expect(about.low == 80 && about.high == 120 && about.isSoft)
    try policies.setAboutWidth(0)
    #expect(HedgedNumber.about(Number(100)).quantity(unit: .none, isCount: false, policies: policies).isExact)
    #expect(PolicyName.about.describe(policies) == "\"about\" = ±0 %")
    #expect(PolicyName.about.describe(Policies()) == "\"about\" = ±10 %")
    #expect(PolicyName.circa.describe(Policies()) == "\"~\" = ±1 year, month or day, as the time is given")
    #expect(PolicyName.strict.describe(Policies()) == "not strict: what rests on a policy is starred")
    try policies.setAboutWidth(0.125)
    #expect(PolicyName.about.describe(policies) == "\"about\" = ±12.5 %")
    #expect(PolicyName.allCases.map(\.rawValue) == ["about", "circa", "strict"])
  }

  @Test func absurdPoliciesAreRefused() {
    var policies = Policies()
    #expect(throws: PolicyError(policy: .about, given: "200 %")) { try policies.setAboutWidth(2) }
    #expect(throws: PolicyError(policy: .about, given: "-1 %")) { try policies.setAboutWidth(-0.01) }
    #expect(throws: PolicyError.self) { try policies.setAboutWidth(.nan) }
    #expect(throws: PolicyError(policy: .circa, given: "-1")) { try policies.setCircaPad(-1) }
    #expect(throws: PolicyError.self) { try policies.setCircaPad(.max) }
    #expect(policies == Policies())
    #expect(PolicyError(policy: .about, given: "200 %").message == "\"about\" takes 0 % to 100 %, and this is 200 %")
  }

  @Test func extremesStandForThemselves() {
    #expect(HedgedNumber.lowPoint(Number(2_000)).atExtreme == .exact(Number(2_000)))
    #expect(HedgedNumber.peak(Number(9_000)).extreme == .peak)
    #expect(HedgedNumber.exact(Number(3)).atExtreme == nil)
    #expect(HedgedNumber.portion(Number(21), of: Number(103)).whole == Number(103))
    #expect(MemoryLayout<HedgedNumber>.stride <= 32)
  }

  @Test func hostileNumbersGiveNoNaN() {
    let numbers = [
      Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0, 1e16,
    ]
    .flatMap { value in [0, 3, 300].map { Number(value, decimals: $0) } }
    for number in numbers {
      for other in numbers {
        let hedged: [HedgedNumber] = [
          .exact(number), .about(number), .some(number), .moreThan(number), .atLeast(number), .atMost(number), .fewerThan(number),
          .upTo(number), .asManyAs(number), .range(number, other), .plusMinus(number, other), .portion(number, of: other),
          .lowPoint(number),
          .peak(number), .unquantified,
        ]
        for one in hedged {
          for isCount in [true, false] {
            let quantity = one.quantity(unit: .none, isCount: isCount, policies: Policies())
            #expect(quantity.low <= quantity.high && quantity.low < .infinity && quantity.high > -.infinity, "\(one)")
            #expect(!display(quantity).isEmpty && !displayRange(quantity).isEmpty && !one.phrase(unit: .percent).isEmpty)
            #expect(quantity.best.map { $0.isFinite && quantity.low <= $0 && $0 <= quantity.high } ?? true)
          }
        }
      }
    }
  }
}
