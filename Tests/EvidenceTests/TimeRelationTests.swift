import Testing

@testable import Evidence

/// Relations of times against all pairs of days that they may begin and end on.
@Suite struct TimeRelationTests {
  /// A stretch of days as it may really have been.
  private struct World { var start: Int; var end: Int }

  private static let limits = -30...30

  private static func worlds(_ span: TimeSpan) -> [World] {
    func range(_ bounds: DayBounds) -> [Int] {
      let low =
        bounds.earliest == .distantPast
        ? limits.lowerBound - 10 : bounds.earliest == .distantFuture ? limits.upperBound + 10 : bounds.earliest.number
      let high =
        bounds.latest == .distantFuture
        ? limits.upperBound + 10 : bounds.latest == .distantPast ? limits.lowerBound - 10 : bounds.latest.number
      return Array(low...high)
    }
    let ends = range(span.end)
    return range(span.start).flatMap { start in ends.filter { $0 >= start }.map { World(start: start, end: $0) } }
  }

  private static func span(_ generator: inout SeededGenerator) -> TimeSpan {
    func day() -> Day { Day(raw: Int32(Int.random(in: -8...8, using: &generator))) }
    let points = (0..<4).map { _ in day() }.sorted()
    let shape = Int.random(in: 0..<8, using: &generator)
    var start = Bool.random(using: &generator) ? DayBounds(points[0], points[1]) : DayBounds(points[0])
    var end = Bool.random(using: &generator) ? DayBounds(points[2], points[3]) : DayBounds(points[3])
    // Overlapping ends: a span that may have been a single day.
    if shape == 0 { (start, end) = (DayBounds(points[0], points[2]), DayBounds(points[1], points[3])) }
    if shape == 1 { start = DayBounds(.distantPast) }
    if shape == 2 { end = DayBounds(.distantFuture) }
    if shape == 3 { end = DayBounds(points[0], .distantFuture) }
    return TimeSpan(start: start, end: end, TimeShape(.interval, .day, .day))
  }

  private static func truth(_ one: TimeSpan, _ other: TimeSpan, _ holds: (World, World) -> Verdict.Truth) -> Verdict.Truth {
    var seen: Set<Verdict.Truth> = []
    let others = worlds(other)
    for world in worlds(one) { for second in others { seen.insert(holds(world, second)) } }
    return seen.count == 1 ? seen.first ?? .maybe : .maybe
  }

  private typealias Relation = (
    name: String, verdict: @Sendable (TimeSpan, TimeSpan) -> Verdict, holds: @Sendable (World, World) -> Verdict.Truth
  )

  private static let relations: [Relation] = [
    ("overlaps", { $0.overlaps($1) }, { $0.start <= $1.end && $1.start <= $0.end ? .yes : .no }),
    ("within", { $0.within($1) }, { $1.start <= $0.start && $0.end <= $1.end ? .yes : .no }),
    ("before", { $0.isBefore($1) }, { $0.end < $1.start ? .yes : .no }),
    ("after", { $0.isAfter($1) }, { $0.start > $1.end ? .yes : .no }),
    ("<", { $0.compare(.less, $1) }, { $0.end < $1.start ? .yes : $0.start >= $1.start ? .no : .maybe }),
    (">", { $0.compare(.greater, $1) }, { $0.start > $1.end ? .yes : $0.end <= $1.end ? .no : .maybe }),
  ]

  @Test(arguments: relations.indices) func verdictsAreThoseOfAllWorlds(_ index: Int) {
    let relation = Self.relations[index]
    var generator = SeededGenerator(seed: 9)
    var definite = 0
    for _ in 0..<400 {
      let one = Self.span(&generator)
      let other = Self.span(&generator)
      let verdict = relation.verdict(one, other).truth
      let expected = Self.truth(one, other, relation.holds)
      if verdict != .maybe {
        definite += 1
        #expect(verdict == expected, "\(one.start) \(one.end) \(relation.name) \(other.start) \(other.end)")
      } else if one.start.latest <= one.end.earliest, other.start.latest <= other.end.earliest {
        #expect(expected == .maybe, "\(one.start) \(one.end) \(relation.name) \(other.start) \(other.end)")
      }
    }
    #expect(definite > 100)
  }

  private static let cases: [(String, String, String, String)] = [
    ("2018-02-14", "=", "2018", "yes"), ("2018", "=", "2018-02-14", "maybe"), ("2018", "=", "2018", "yes"),
    ("2017", "=", "2018", "no"),
    ("2018-02-14", "<=", "2018", "yes"), ("2018", ">", "2018-02-14", "maybe"), ("2017", "<", "2018", "yes"),
    ("2018", ">=", "2018", "yes"),
    ("2018", "<", "2018", "no"), ("2018", "!=", "2017", "yes"), ("2018-02-14", ">", "2018", "no"),
    ("2016/..", ">", "2010", "yes"),
    ("201X", "<", "2021", "yes"), ("201X", "<", "2015", "maybe"), ("201X", "=", "2015", "maybe"),
    ("unknown", "<", "2015", "maybe"),
    ("2016~", "<", "2018", "yes*"), ("2016~", "<", "2017", "maybe"), ("2016~", "=", "2016", "maybe"),
    ("2016~", "=", "2020", "no*"),
    ("2016?", ">", "2014", "yes*"), ("2016-05~", "<", "2016-07", "yes*"), ("2016-05~", "<", "2016-06", "maybe"),
    ("2016-05-03~", ">", "2016-05-01", "yes*"),
    ("2014~/2016", "<", "2018", "yes"), ("2014/2016~", "<", "2018", "yes*"), ("[2014..]", ">", "2013", "yes"),
    ("[2014,2016]", "=", "2015", "maybe"),
  ]

  @Test(arguments: cases) func timesCompareAsReadersDo(_ one: String, _ sign: String, _ other: String, _ expected: String) throws
  {
    let sign = try #require(ComparisonOperator(rawValue: sign))
    let verdict = try TimeSpan(edtf: one).compare(sign, try TimeSpan(edtf: other))
    #expect(verdict.description == expected)
    if verdict.restsOnSoftBound { #expect(verdict.policies.names == [.circa]) }
  }

  private static let overlaps: [(String, String, String)] = [
    ("2016/..", "2018", "yes"), ("2018/", "2018", "yes"), ("2018/", "2030", "maybe"), ("../2012", "1950", "yes"),
    ("/2012", "1950", "maybe"),
    ("2008/2012", "2012", "yes"), ("2008/2012", "2012-03", "maybe"), ("2008/2012", "2010-03", "yes"),
    ("unknown", "2018", "maybe"),
    ("2018~", "2018", "maybe"), ("2018~", "2015", "no*"), ("2006-12/2012-12", "2012-12/2018", "maybe"),
    ("2018/..", "2018/..", "yes"),
  ]

  @Test(arguments: overlaps) func timesOverlap(_ one: String, _ other: String, _ expected: String) throws {
    let (one, other) = (try TimeSpan(edtf: one), try TimeSpan(edtf: other))
    #expect(one.overlaps(other).description == expected)
    #expect(other.overlaps(one).description == expected)
  }

  @Test func questionsCoverWholeYears() throws {
    let asked = try TimeSpan(edtf: "2006/2018")
    let november = try TimeSpan(edtf: "2018-11")
    #expect(november.overlaps(asked) == .maybe)
    #expect(november.overlaps(asked.covering) == .yes)
    #expect(november.within(asked.covering) == .yes)
  }

  @Test func nearestIsCountedInDays() throws {
    let one = try TimeSpan(edtf: "2016")
    #expect(one.distance(to: try TimeSpan(edtf: "2018")) == 366)
    #expect(try TimeSpan(edtf: "2018").distance(to: one) == 366)
    #expect(one.distance(to: try TimeSpan(edtf: "2016-05/2019")) == 0)
    #expect(one.distance(to: .unknown) == nil)
    #expect(one.distance(to: try TimeSpan(edtf: "../1990")) == 9_132)
    #expect(one.yearsApart(from: try TimeSpan(edtf: "2018")) == 2)
    #expect(one.yearsApart(from: try TimeSpan(edtf: "2016-03/..")) == 0)
    #expect(one.yearsApart(from: try TimeSpan(edtf: "../1990")) == 26)
    #expect(one.yearsApart(from: .unknown) == nil)
  }

  @Test func policiesWidenAndStrictLeavesOpen() throws {
    var policies = Policies()
    try policies.setCircaPad(3)
    let circa = try TimeSpan(edtf: "2016~")
    let later = try TimeSpan(edtf: "2018")
    #expect(circa.isBefore(later).description == "yes*")
    #expect(circa.isBefore(later, policies) == .maybe)
    #expect(!circa.isSurelyBefore(later))
    #expect(try TimeSpan(edtf: "2016").isSurelyBefore(later))
    try policies.setCircaPad(0)
    policies.strict = true
    #expect(circa.isBefore(later, policies).truth == .maybe)
    #expect(circa.isBefore(later, policies).policies.names == [.circa, .strict])
  }
}
