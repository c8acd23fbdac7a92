import TestSupport
import Evidence
import Testing

@testable import Casebook

/// Random claims, and answers worked out by going through years one by one.
@Suite struct AnswerOracleTests {
  private struct Statement {
    var id: ClaimID
    var years: ClosedRange<Int>?
    var source: Int?
    var status: Status
    var isDeprecated: Bool
  }

  private struct World {
    var small: SmallCasebook
    var query: Query
    var statements: [Statement] = []
    /// For each source, the source it relays, always one with a lower number.
    var relayed: [Int?] = []
    var published: [Int?] = []
    var limit: Int? {
      didSet { query.statedBy = limit.map(year) }
    }

    func root(_ source: Int) -> Int { relayed[source].map(root) ?? source }
  }

  private func world(_ random: inout SplitMix) throws -> World {
    var small = try SmallCasebook()
    let entity = try small.entity("fleet", "Arcadian Fleet")
    let property = try small.property("personnel", .quantity(unit: .none, sort: .stock))
    var world = World(small: small, query: Query(entity: entity, property: property))
    for number in 0..<4 {
      let relayed = number > 0 && Bool.random(using: &random) ? Int.random(in: 0..<number, using: &random) : nil
      let published = Int.random(in: 0..<5, using: &random) == 0 ? nil : Int.random(in: 2000...2009, using: &random)
      world.relayed.append(relayed)
      world.published.append(published)
      let relays = relayed.map { ["source\($0)"] } ?? []
      _ = try small.casebook.addSource(source("source\(number)", published: published.map { year($0) }, relays: relays))
    }
    for _ in 0..<Int.random(in: 0...7, using: &random) {
      let first = Int.random(in: 2000...2009, using: &random)
      let years =
        Int.random(in: 0..<6, using: &random) == 0 ? nil : first...min(2009, first + Int.random(in: 0...3, using: &random))
      let source = Int.random(in: 0..<6, using: &random) == 0 ? nil : Int.random(in: 0..<4, using: &random)
      let status = Int.random(in: 0..<4, using: &random) == 0 ? Status.planned : .actual
      let isDeprecated = Int.random(in: 0..<8, using: &random) == 0
      let casebook = small.casebook
      let id = try small.claim("fleet", "personnel", .number(exactly(Double(first)), .none)) { draft in
        draft.time = years.map { span($0.lowerBound, $0.upperBound) }
        draft.citations = source.flatMap { casebook.source(named: "source\($0)") }.map { [ClaimCitation($0)] } ?? []
        draft.status = status
        if isDeprecated { draft.details = ClaimDetails(deprecatedBecause: "superseded") }
      }
      world.statements.append(Statement(id: id, years: years, source: source, status: status, isDeprecated: isDeprecated))
    }
    world.small = small
    return world
  }

  /// The claims that may answer by everything but their time, and of those the ones whose publication leaves a doubt.
  private func open(_ world: World) -> (open: [Statement], unclear: Set<ClaimID>) {
    var unclear: Set<ClaimID> = []
    let open = world.statements.filter { statement in
      guard statement.status == world.query.status ?? .actual, !statement.isDeprecated else { return false }
      guard let limit = world.limit else { return true }
      guard let published = statement.source.flatMap({ world.published[$0] }) else {
        unclear.insert(statement.id)
        return true
      }
      return published <= limit
    }
    return (open, unclear)
  }

  @Test func choosesWhatGoingThroughYearsChooses() throws {
    var random = SplitMix(seed: 2018)
    for round in 0..<1_500 {
      var world = try world(&random)
      if Bool.random(using: &random) { world.query.status = Bool.random(using: &random) ? .planned : .actual }
      if Bool.random(using: &random) { world.limit = Int.random(in: 1999...2010, using: &random) }
      let first = Int.random(in: 1999...2010, using: &random)
      let asked = first...first + Int.random(in: 0...2, using: &random)
      let question = Int.random(in: 0..<4, using: &random)
      let asking = span(asked.lowerBound, asked.upperBound)
      world.query.time = [.any, .during(asking), .over(asking), .asOf(asking)][question]

      let (open, unclear) = open(world)
      var expected: [Statement]
      switch question {
      case 0: expected = open
      case 1, 2: expected = open.filter { $0.years.map { asked.contains(where: $0.contains) } ?? false }
      default: expected = latest(open, by: asked.upperBound, world)
      }
      expected.sort { key($0) < key($1) }
      let undated = question == 0 ? [] : open.filter { $0.years == nil }

      let answer = world.small.casebook.answer(world.query)
      #expect(answer.claims == expected.map(\.id), "round \(round), \(world.query.time)")
      #expect(answer.undated == undated.map(\.id), "round \(round)")
      #expect(
        answer.otherStatus.count == world.statements.count { !$0.isDeprecated && $0.status != world.query.status ?? .actual })
      let marked = zip(answer.claims, answer.marks).filter { $1.contains(.statedWhenUnclear) }.map(\.0)
      #expect(Set(marked) == unclear.intersection(expected.map(\.id)), "round \(round)")
      #expect(answer.nearest == (expected.isEmpty && question > 0 ? nearest(open, to: asked) : nil), "round \(round)")
    }
  }

  private func key(_ statement: Statement) -> (Int, Int, UInt32) {
    (statement.years?.lowerBound ?? .max, statement.years?.upperBound ?? .max, statement.id.raw)
  }

  /// For each origin, walks back from the year asked for to the first year in which it says anything.
  private func latest(_ open: [Statement], by limit: Int, _ world: World) -> [Statement] {
    var chosen: Set<ClaimID> = []
    for origin in Set(open.map { $0.source.map(world.root) ?? -1 }) {
      let own = open.filter { ($0.source.map(world.root) ?? -1) == origin && $0.years != nil }
      for year in stride(from: limit, through: 1990, by: -1) {
        let then = own.filter { $0.years?.contains(year) ?? false }
        guard !then.isEmpty else { continue }
        let begun = then.compactMap { $0.years?.lowerBound }.max()
        chosen.formUnion(then.filter { $0.years?.lowerBound == begun }.map(\.id))
        break
      }
    }
    return open.filter { chosen.contains($0.id) }
  }

  private func nearest(_ open: [Statement], to asked: ClosedRange<Int>) -> ClaimID? {
    /// Days from some beginning to the first of January.
    func days(_ year: Int) -> Int { year * 365 + (year - 1) / 4 }
    var best: (id: ClaimID, distance: Int)?
    for statement in open.sorted(by: { key($0) < key($1) }) {
      guard let years = statement.years else { continue }
      let before = days(asked.lowerBound) - days(years.upperBound + 1)
      let after = days(years.lowerBound) - days(asked.upperBound + 1)
      let distance = max(before, after) + 1
      if distance < best?.distance ?? .max { best = (statement.id, distance) }
    }
    return best?.id
  }
}
