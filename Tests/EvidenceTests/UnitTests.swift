import Testing

@testable import Evidence

@Suite struct UnitTests {
  private static func unit(_ text: String) throws -> Unit { try #require(SampleUnits.parse(text), "no unit \(text)") }

  @Test func samplesAreDeclaredWithoutProblems() { #expect(SampleUnits.built.problems.isEmpty) }

  @Test func unitsAreFoundByAnyName() throws {
    for name in ["people", "person", "PERSONS", "People"] { #expect(SampleUnits.table.unit(named: name) == SampleUnits.people) }
    for name in ["años", "anos", "AÑOS", "years", "an\u{303}os"] {
      #expect(try SampleUnits.table.unit(named: name) == Self.unit("years"))
    }
    #expect(try SampleUnits.table.unit(named: "$") == Self.unit("usd"))
    #expect(SampleUnits.table.unit(named: "unicorns") == nil)
    #expect(SampleUnits.table.unit(named: "%") == .percent)
    #expect(SampleUnits.table.definition(named: "kg")?.id == "kilograms")
    #expect(UnitTable().unit(named: "people") == nil)
    #expect(SampleUnits.table.names.prefix(3) == ["people", "person", "persons"])
  }

  private static let phrases: [(String, String, String)] = [
    ("people", "person", "people"), ("prisoners per prison", "prisoner per prison", "prisoners per prison"),
    ("homicides per 100,000 people", "homicide per 100,000 people", "homicides per 100,000 people"),
    ("per 100,000 people", "per 100,000 people", "per 100,000 people"),
    ("percent per year", "percent per year", "percent per year"),
    ("usd per person", "US dollar per person", "US dollars per person"), ("", "", ""),
  ]

  @Test(arguments: phrases) func unitsReadAsPeopleSpeak(_ text: String, _ one: String, _ many: String) throws {
    let unit = try Self.unit(text)
    #expect(unit.phrase(isOne: true) == one)
    #expect(unit.phrase(isOne: false) == many)
  }

  @Test func productsAndPowersHaveWords() throws {
    let (people, days, kilometres) = (try Self.unit("people"), try Self.unit("days"), try Self.unit("kilometres"))
    #expect(people.times(days).words == "day-people")
    #expect(kilometres.times(kilometres).words == "square kilometres")
    #expect(people.over(kilometres.times(kilometres)).words == "people per square kilometre")
    #expect(people.over(days).over(kilometres).words == "people per day per kilometre")
    #expect(kilometres.times(kilometres).times(kilometres).words == "cubic kilometres")
    #expect(kilometres.times(kilometres).times(kilometres).times(kilometres).words == "kilometres^4")
    #expect(Unit.none.words == "plain numbers")
  }

  // MARK: Algebra

  private static let samples = [
    "", "people", "prisoners", "ports", "homicides per 100,000 people", "percent", "tonnes", "kilograms", "weeks", "days", "usd",
    "usd per person", "per 100,000 people", "percent per year",
  ]

  @Test func algebraHasItsLaws() throws {
    let units = try Self.samples.map(Self.unit)
    for one in units {
      #expect(one.times(.none) == one)
      #expect(one.over(.none) == one)
      #expect(one.over(one) == .none || one.over(one).isCompatible(with: .none))
      for other in units {
        #expect(one.times(other).isCompatible(with: other.times(one)), "\(one.words) × \(other.words)")
        #expect(one.times(other).over(other).isCompatible(with: one), "\(one.words) × \(other.words) ÷ the same")
        #expect(one.over(other).times(other).isCompatible(with: one), "\(one.words) ÷ \(other.words) × the same")
        for third in units {
          #expect(
            one.times(other).times(third).isCompatible(with: one.times(other.times(third))),
            "\(one.words), \(other.words), \(third.words)")
        }
      }
    }
  }

  /// A product of values doesn't depend on the units that they are given in.
  @Test func valuesKeepTheirSize() throws {
    for first in try Self.samples.map(Self.unit) {
      for second in try Self.samples.map(Self.unit) {
        let one = Quantity(exactly: 6, unit: first)
        let other = Quantity(exactly: 4, unit: second)
        let product = try Quantity.multiply(one, other)
        let expected = 24 * first.scale * second.scale
        #expect((product.low * product.unit.scale - expected).magnitude <= expected * 1e-12, "\(first.words) × \(second.words)")
        let back = try Quantity.divide(product, other)
        #expect(
          (back.low * back.unit.scale - 6 * first.scale).magnitude <= 6 * first.scale * 1e-12,
          "\(first.words) × ÷ \(second.words)")
      }
    }
  }

  @Test func ratesMultiplyOut() throws {
    let rate = Quantity(exactly: 22.5, unit: try Self.unit("homicides per 100,000 people"))
    let homicides = try Quantity.multiply(rate, Quantity(exactly: 200_000, unit: SampleUnits.people))
    #expect(try homicides.unit == Self.unit("homicides"))
    #expect((homicides.low - 45).magnitude < 1e-9)
    let share = try Quantity.multiply(Quantity(exactly: 20, unit: .percent), Quantity(exactly: 1_000, unit: SampleUnits.people))
    #expect(share.unit == SampleUnits.people)
    #expect(share.low == 200)
    let shares = try Quantity.multiply(Quantity(exactly: 20, unit: .percent), Quantity(exactly: 50, unit: .percent))
    #expect(shares.unit == .percent)
    #expect((shares.low - 10).magnitude < 1e-9)
    let whole = try Quantity.divide(Quantity(exactly: 1_200, unit: SampleUnits.people), Quantity(exactly: 3, unit: .percent))
    #expect(whole.unit == SampleUnits.people)
    #expect((whole.low - 40_000).magnitude < 1e-6)
    let weeks = try Quantity.divide(
      Quantity(exactly: 52, unit: try Self.unit("weeks")), Quantity(exactly: 14, unit: try Self.unit("days")))
    #expect(weeks.unit == .none)
    #expect((weeks.low - 26).magnitude < 1e-9)
  }

  // MARK: What adds and what doesn't

  private static let sums: [(String, String, String?)] = [
    ("people", "people", "people"), ("people", "ports", nil), ("prisoners", "ports", nil), ("prisoners", "people", "people"),
    ("people", "prisoners", "people"), ("prisoners", "officers", "people"), ("federal_prisoners", "prisoners", "prisoners"),
    ("federal_prisoners", "officers", "people"), ("usd", "mxn", nil), ("usd", "people", nil), ("percent", "percent", "percent"),
    ("percent", "percentage points", "percent"), ("percentage points", "percentage points", "percentage points"),
    ("percentage points", "", nil), ("percent", "", "percent"), ("tonnes", "kilograms", "tonnes"), ("tonnes", "tons", nil),
    ("weeks", "hours", "weeks"), ("days", "years", nil),
    ("homicides per 100,000 people", "homicides per person", "homicides per 100,000 people"),
    ("homicides per 100,000 people", "homicides", nil), ("prisoners per prison", "people per prison", "people per prison"),
    ("", "people", nil),
  ]

  @Test(arguments: sums) func likeThingsAdd(_ one: String, _ other: String, _ sum: String?) throws {
    let (left, right) = (Quantity(exactly: 1, unit: try Self.unit(one)), Quantity(exactly: 1, unit: try Self.unit(other)))
    guard let sum else {
      #expect(throws: ArithmeticError.unitMismatch(left.unit, right.unit)) { try Quantity.add(left, right) }
      #expect(throws: ArithmeticError.unitMismatch(left.unit, right.unit)) { try Quantity.subtract(left, right) }
      return
    }
    #expect(try Quantity.add(left, right).unit == Self.unit(sum))
  }

  @Test func percentagesLiePointsApart() throws {
    let difference = try Quantity.subtract(Quantity(exactly: 25, unit: .percent), Quantity(exactly: 20, unit: .percent))
    #expect(difference.unit == .percentagePoints)
    #expect(display(difference) == "5 percentage points")
    let back = try Quantity.add(Quantity(exactly: 20, unit: .percent), difference)
    #expect(back == Quantity(exactly: 25, unit: .percent))
    #expect(try Quantity.subtract(back, difference) == Quantity(exactly: 20, unit: .percent))
    #expect(throws: ArithmeticError.self) { try ComparisonOperator.less.compare(difference, back, Policies()) }
  }

  @Test func conversionsGoToTheWiderSort() throws {
    #expect(SampleUnits.prisoners.conversion(to: SampleUnits.people) == 1)
    #expect(SampleUnits.people.conversion(to: SampleUnits.prisoners) == nil)
    #expect(try Self.unit("tonnes").conversion(to: Self.unit("kilograms")) == 1_000)
    #expect(try Self.unit("kilograms").conversion(to: Self.unit("tonnes")) == 0.001)
    #expect(try Self.unit("weeks").conversion(to: Self.unit("hours")) == 168)
    #expect(Unit.percent.conversion(to: .none) == 0.01)
    #expect(Unit.none.conversion(to: .percent) == 100)
    let rate = try Quantity.divide(
      Quantity(exactly: 250, unit: SampleUnits.prisoners), Quantity(exactly: 100_000, unit: SampleUnits.people))
    let per = try #require(rate.unit.rescaled(likeDenominatorOf: try Self.unit("per 100,000 people")))
    #expect(display(try rate.converted(to: per)) == "250 prisoners per 100,000 people")
    #expect(try rate.converted(to: .percent).low == 0.25)
    #expect(rate.unit.rescaled(likeDenominatorOf: SampleUnits.ports) == nil)
    #expect(SampleUnits.people.rescaled(likeDenominatorOf: try Self.unit("per 100,000 people")) == nil)
  }

  @Test func bareUnitsTakeWhatTheyLack() throws {
    let rate = try Self.unit("homicides per 100,000 people")
    let bare = try Self.unit("per 100,000 people")
    #expect(bare.isBareRate(of: rate))
    #expect(try bare.isBareRate(of: Self.unit("homicides per person")))
    #expect(!bare.isBareRate(of: SampleUnits.people) && !rate.isBareRate(of: rate) && !Unit.none.isBareRate(of: rate))
    #expect(bare.completed(by: try Self.unit("homicides per person")) == rate)
    #expect(Unit.none.completed(by: SampleUnits.ports) == SampleUnits.ports)
    #expect(SampleUnits.ports.completed(by: rate) == nil)
    #expect(bare.completed(by: try Self.unit("homicides per prison")) == nil)
  }

  @Test func countsAreCounts() throws {
    #expect(SampleUnits.people.isCount && SampleUnits.prisoners.isCount)
    for name in ["", "percent", "usd", "kilograms", "prisoners per prison"] { #expect(try Self.unit(name).isCount == false) }
  }

  @Test func powersStayInBounds() throws {
    var unit = try Self.unit("kilometres")
    for _ in 0..<80 { unit = unit.times(unit) }
    #expect(unit.factors.first?.power == Unit.largestPower)
    var quantity = Quantity(exactly: 1, unit: try Self.unit("kilometres"))
    #expect(throws: ArithmeticError.overflow) { for _ in 0..<80 { quantity = try Quantity.multiply(quantity, quantity) } }
  }

  // MARK: Declarations

  @Test func wrongDeclarationsAreReported() {
    let declared: [UnitDefinition] = [
      UnitDefinition(id: "a", dimension: .scaled(of: "b", factor: 2)),
      UnitDefinition(id: "b", dimension: .scaled(of: "a", factor: 2)),
      UnitDefinition(id: "people", dimension: .counted(isA: nil)),
      UnitDefinition(id: "c", dimension: .scaled(of: "nothing", factor: 2)),
      UnitDefinition(id: "d", dimension: .scaled(of: "people", factor: -1)),
      UnitDefinition(id: "e", dimension: .difference(of: "people")),
      UnitDefinition(id: "f", plural: "persons", dimension: .counted(isA: nil)),
      UnitDefinition(id: "g", dimension: .ratio(scale: 0)),
      UnitDefinition(id: "h", dimension: .counted(isA: "usd")), UnitDefinition(id: "i", dimension: .scaled(of: "c", factor: 2)),
      UnitDefinition(id: "j", dimension: .scaled(of: "j", factor: 2)),
      UnitDefinition(id: "k", dimension: .scaled(of: "hours", factor: .infinity)),
      UnitDefinition(id: "good", dimension: .scaled(of: "hours", factor: 2)),
    ]
    let (table, problems) = SampleUnits.table.adding(declared)
    #expect(
      problems.map { "\(declared[$0.definition].id): \($0.message)" } == [
        "a: this unit is declared by itself", "b: this unit is declared by itself",
        "people: a unit of this name is already declared",
        "c: no unit is called nothing", "d: the factor of a unit is a number above zero",
        "e: a unit of this sort cannot be declared by people",
        "f: persons already means the unit people", "g: the factor of a unit is a number above zero",
        "h: a unit of this sort cannot be declared by usd", "j: this unit is declared by itself",
        "k: the factor of a unit is a number above zero",
      ])
    #expect(table.unit(named: "good") != nil && table.unit(named: "f") != nil)
    for name in ["a", "c", "i", "j"] { #expect(table.unit(named: name) == nil) }
  }

  @Test func endlessChainsAreRefused() {
    let chain = (0..<500).map { UnitDefinition(id: "u\($0)", dimension: .counted(isA: $0 == 499 ? nil : "u\($0 + 1)")) }
    let (table, problems) = UnitTable().adding(chain)
    #expect(problems.contains { $0.reason == .tooDeep })
    #expect(table.unit(named: "u499") != nil)
    let upwards = (0..<500).map { UnitDefinition(id: "u\($0)", dimension: .counted(isA: $0 == 0 ? nil : "u\($0 - 1)")) }
    let second = UnitTable().adding(upwards)
    #expect(second.table.unit(named: "u63") != nil)
    #expect(second.problems.contains { $0.reason == .tooDeep })
  }

  @Test func unitsOfTwoTablesAreOne() {
    let other = UnitTable().adding(SampleUnits.definitions).table
    #expect(other.unit(named: "people") == SampleUnits.people)
    #expect(other.unit(named: "people").hashValue == SampleUnits.table.unit(named: "people").hashValue)
    #expect(MemoryLayout<Unit>.size == 8)
  }
}
