import Casebook
import Evidence
import Testing

@testable import Session

/// Every figure and every source of the article stands in the casebook, as the tables made from the article say.
@Suite struct LibraryFixtureTests {
  @Test func everyFactIsAClaim() throws {
    let session = try mexico()
    let casebook = session.casebook
    let rows = try Fixture.rows("mexico_2018_facts.tsv", columns: 8)
    #expect(rows.count == 131)
    for row in rows {
      let fact = Fact(row)
      let claims = try #require(
        fact.candidates(in: casebook), "\(fact.id): no entity \(fact.entity), or no property \(fact.property)")
      #expect(
        claims.contains { fact.matches(casebook[$0], in: casebook) },
        "\(fact.id): none of \(claims.map { Fact.describe(casebook[$0], in: casebook) }) is \(row.dropFirst(3))")
    }
  }

  @Test func everySourceIsThere() throws {
    let session = try mexico()
    let casebook = session.casebook
    let rows = try Fixture.rows("mexico_2018_sources.tsv", columns: 2)
    #expect(rows.count == 37)
    #expect(Set(rows.map { $0[1] }).count == 37)
    for row in rows { #expect(casebook.source(named: row[1]) != nil, "\(row[0]): no source \(row[1])") }
  }

  @Test func theLibraryHasNoErrors() throws {
    let session = Session(library: .embedded, files: Files(), isInterrupted: { false })
    #expect(session.begin(with: ["mexico_2018"]).isEmpty)
    session.casebook.loadAll()
    #expect(session.casebook.claimCount > 900)
  }

  private func mexico() throws -> Session {
    let session = Session(library: .embedded, files: Files(), isInterrupted: { false })
    let problems = session.begin(with: ["mexico_2018"])
    try #require(problems.isEmpty)
    return session
  }
}

/// One row of the table of facts.
private struct Fact {
  var id, entity, property, value, hedge, status, time, locator: String

  init(_ row: [String]) {
    id = row[0]
    entity = row[1]
    property = row[2]
    value = row[3]
    hedge = row[4]
    status = row[5].isEmpty ? "actual" : row[5]
    time = row[6]
    locator = row[7]
  }

  func candidates(in casebook: Casebook) -> [ClaimID]? {
    guard let entity = casebook.entity(named: entity), let property = casebook.property(named: property) else { return nil }
    return casebook.claims(of: entity, property: property)
  }

  func matches(_ claim: Claim, in casebook: Casebook) -> Bool {
    Self.words(claim, in: casebook) == value && claim.status.rawValue == status && Self.time(claim, in: casebook) == time
      && casebook.citations(of: claim).contains { $0.locator == locator } && (hedge.isEmpty || value.hasPrefix(hedge))
  }

  static func words(_ claim: Claim, in casebook: Casebook) -> String {
    switch claim.value {
    case .number(let number, let unit): number.phrase(unit: unit)
    case .text(let texts): texts.joined(separator: "; ")
    case .time(let time): time.edtf
    case .entities(let entities): entities.map { casebook[$0].name }.joined(separator: ", ")
    case .truth(let truth): truth ? "yes" : "no"
    case .word(let word): word
    case .none: "none"
    case .unknown: "unknown"
    case .derived: "derived"
    }
  }

  static func time(_ claim: Claim, in casebook: Casebook) -> String {
    claim.timeEntity.map { casebook[$0].name } ?? claim.time?.edtf ?? ""
  }

  static func describe(_ claim: Claim, in casebook: Casebook) -> String {
    let locators = casebook.citations(of: claim).map { $0.locator ?? "-" }.joined(separator: ", ")
    return "\(words(claim, in: casebook)) | \(claim.status.rawValue) | \(time(claim, in: casebook)) | \(locators)"
  }
}
