import Testing

@testable import Evidence

@Suite struct PrintingTests {
  private static let cases = Corpus.rows("printing.tsv")

  @Test func corpusIsThere() { #expect(Self.cases.count > 60) }

  @Test(arguments: cases) func figuresHaveTheDigitsThatSourcesSupport(_ row: Corpus.Row) throws {
    let left = try #require(HedgedText(row[1]), "\(row)")
    if row[0] == "says" {
      #expect(left.number.phrase(unit: left.unit) == row[3])
      #expect(displayRange(left.quantity()) == row[4])
      return
    }
    let result: Quantity
    if row[0] == "show" {
      result = left.quantity()
    } else {
      let right = try #require(HedgedText(row[2]), "\(row)").quantity()
      switch row[0] {
      case "add": result = try Quantity.add(left.quantity(), right)
      case "subtract": result = try Quantity.subtract(left.quantity(), right)
      case "multiply": result = try Quantity.multiply(left.quantity(), right)
      case "divide": result = try Quantity.divide(left.quantity(), right)
      case "ratio": result = try Quantity.ratio(left.quantity(), right)
      case "share": result = try Quantity.share(of: left.quantity(), in: right)
      case "change": result = try Quantity.change(from: left.quantity(), to: right)
      default: throw UnknownOperation(name: row[0])
      }
    }
    #expect(display(result) == row[3])
    #expect(displayRange(result) == row[4])
  }

  private struct UnknownOperation: Error { var name: String }

  @Test func asciiHasNoOtherSigns() throws {
    let range = try #require(HedgedText("12 to 14 people"))
    #expect(range.number.phrase(unit: range.unit, style: .ascii) == "12-14 people")
    #expect(display(range.quantity(), style: .ascii) == "12-14 people")
    let width = try #require(HedgedText("15,000 ± 1,000"))
    #expect(width.number.words(.ascii) == "15,000 +- 1,000")
    #expect(display(width.quantity(), style: .ascii) == "15,000 +- 1,000")
    #expect(displayBound(try said("at least 3"), .infinity, style: .ascii) == "infinity")
    #expect(DisplayStyle.ascii.locator("¶19, p. 4–6, §2 …") == "p19, p. 4-6, sec. 2 ...")
    #expect(DisplayStyle.plain.locator("¶19") == "¶19")
  }

  @Test func changesAreWorded() throws {
    func change(_ earlier: String, _ later: String) throws -> String {
      let from = try said(earlier)
      return displayChange(try Quantity.change(from: from, to: try said(later)))
    }
    #expect(try change("40", "50") == "up 25 %")
    #expect(try change("50", "40") == "down 20 %")
    #expect(try change("40", "40") == "unchanged")
    #expect(try change("100 to 120", "50 to 60") == "down 40–58.4 %")
    #expect(try change("50 to 60", "100 to 120") == "up 66–140 %")
    #expect(try change("100", "90 to 120") == "between 10 % down and 20 % up")
    #expect(try change("6", "more than 300") == "up more than 4,900 %")
    #expect(try change("2,000", "about 15,000") == "up about 650 %")
  }

  @Test func ratiosAreWorded() throws {
    let ratio = try Quantity.ratio(try said("about 15,000"), try said("2,000"))
    #expect(displayFold(ratio) == "about 7.5-fold")
    #expect(displayTimes(ratio) == "about 7.5 times")
    let range = try Quantity.ratio(try said("about 50"), try said("12 to 14"))
    #expect(displayFold(range) == "3.21–4.59-fold*")
    #expect(displayTimes(range) == "3.21–4.59 times*")
    let open = try Quantity.ratio(try said("more than 300"), try said("8"))
    #expect(displayFold(open) == "more than 37.5-fold")
    #expect(displayFold(Quantity(low: -.infinity, high: .infinity)) == "unknown")
  }

  @Test func partsOfAQuantityAreShownAlone() throws {
    let share = try Quantity.share(of: try said("about 1,200 people"), in: try said("40,000 people"))
    #expect(displayBound(share, share.low) == "2.7")
    #expect(displayBound(share, share.best ?? 0) == "3")
    #expect(displayBound(share, share.high) == "3.3")
    #expect(share.highBound.map { display($0) } == "about 3.3 %")
    #expect(share.bestAlone.map { display($0) } == "3 %")
    #expect(display(Quantity(low: 1, high: .infinity, best: 4)) == "4 (at least 1)")
    #expect(display(Quantity(low: 1, high: 9, best: 4)) == "4 (1–9)")
    #expect(display(Quantity(low: 1, high: 9, lowIsOpen: true)) == "more than 1 and at most 9")
    #expect(Quantity(count: 2018).displayAsYear == "2018")
    #expect(Quantity(count: 2016...2018).displayAsYear == "2016–2018")
  }

  @Test func printedRangesAreNeverNarrowerThanRealOnes() throws {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<2_000 {
      let hedged = HedgedNumber.about(Number(Double(Int.random(in: 1...100_000, using: &generator))))
      let divisor = Quantity(count: Int.random(in: 1...10_000, using: &generator))
      let quotient = try Quantity.divide(hedged.quantity(unit: .none, policies: Policies()), divisor)
      let low = try #require(Double(displayBound(quotient, quotient.low).filter { $0 != "," }))
      let high = try #require(Double(displayBound(quotient, quotient.high).filter { $0 != "," }))
      let slack = quotient.high * 1e-12
      let width = quotient.high - quotient.low
      #expect(low <= quotient.low + slack && quotient.high - slack <= high, "\(quotient) as \(displayRange(quotient))")
      #expect(high - low <= width * 1.25, "\(quotient) as \(displayRange(quotient))")
    }
  }

  // MARK: Numbers

  private static let fixed: [(Double, Int, String)] = [
    (0, 0, "0"), (0, 2, "0.00"), (-0.0, 1, "0.0"), (1, 0, "1"), (999, 0, "999"), (1_000, 0, "1,000"),
    (-1_234_567, 0, "-1,234,567"),
    (1_234.5, 1, "1,234.5"), (2.675, 2, "2.68"), (0.05, 1, "0.1"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (999.999, 2, "1,000.00"),
    (0.001, 3, "0.001"), (1e21, 0, "1,000,000,000,000,000,000,000"), (1.5e-7, 8, "0.00000015"),
    (9_007_199_254_740_992, 0, "9,007,199,254,740,992"),
    (.infinity, 2, "∞"), (-.infinity, 0, "-∞"), (.nan, 0, "?"), (12.5, 0, "13"), (-12.5, 0, "-13"),
    (1e300, -3, "1" + String(repeating: ",000", count: 100)),
  ]

  @Test(arguments: fixed) func numbersAreWrittenOut(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == expected)
  }

  @Test func exportsReadBackTheSame() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<5_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(NumberText.exact(value)) == value)
    }
    #expect(NumberText.exact(0.1) == "0.1")
    #expect(NumberText.exact(15_000) == "15000")
    #expect(NumberText.exact(1e20) == "100000000000000000000")
    #expect(NumberText.exact(.infinity) == "inf")
    #expect(NumberText.exact(.nan) == "")
  }

  @Test func roundingKeepsToItsDirection() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let value = Double.random(in: -1_000...1_000, using: &generator)
      let place = Int.random(in: -3...6, using: &generator)
      let digits = DecimalDigits(value)
      let down = Double(digits.rounded(toPlace: place, .down).text(grouped: false)) ?? .nan
      let up = Double(digits.rounded(toPlace: place, .up).text(grouped: false)) ?? .nan
      let nearest = Double(digits.rounded(toPlace: place).text(grouped: false)) ?? .nan
      let step = Double.powerOfTen(-place)
      #expect(down <= value && value <= up && up - down <= step * 1.000_001)
      #expect((nearest - value).magnitude <= step * 0.500_001)
    }
  }

  @Test func powersOfTenAreExact() {
    #expect((-30...30).allSatisfy { Double.powerOfTen($0) == Double("1e\($0)") })
    #expect(Double.powerOfTen(400) == .infinity)
    #expect(Double.powerOfTen(-400) == 0)
    for exponent in -320...308 {
      let value = Double("1e\(exponent)") ?? 0
      #expect(value.decimalExponent == exponent || value == 0)
    }
    #expect(999.999.decimalExponent == 2)
    #expect(Double.leastNonzeroMagnitude.decimalExponent == -324)
    #expect(Double.greatestFiniteMagnitude.decimalExponent == 308)
    #expect(0.0.decimalExponent == nil)
  }
}
