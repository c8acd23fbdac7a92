import Casebook
import Evidence
import Glibc
import Testing

@testable import Session

/// Every event, judgement, recommendation and disagreement of the article stands in the casebook, and what follows from its figures.
///
/// The tables in Tests/Fixtures tie each row of the working tables to an entity: a row's id, the entity, then what must be said of it.
@Suite struct LibraryRowTests {
  @Test func everyEventIsDated() throws {
    let reading = try Reading()
    let rows = try Fixture.rows("mexico_2018_events.tsv", columns: 6)
    try reading.expect(rows, count: 83, ofKind: "event") { entity, row in
      #expect(reading.words(of: entity, "event_kind").contains(row[2]), "\(row[0])")
      #expect(
        reading.words(of: entity, "time").contains(row[3]), "\(row[0]): \(reading.words(of: entity, "time")), not \(row[3])")
      #expect(reading.words(of: entity, "dating") == [row[4]], "\(row[0])")
      #expect(reading.locators(of: entity, "account").contains(row[5]), "\(row[0]): no \(row[5])")
      #expect(reading.words(of: entity, "account").count == 1, "\(row[0]): what happened is told once")
    }
  }

  @Test func everyJudgementIsAnAssessment() throws {
    let reading = try Reading()
    let rows = try Fixture.rows("mexico_2018_assessments.tsv", columns: 7)
    try reading.expect(rows, count: 168, ofKind: "assessment") { entity, row in
      #expect(reading.entities(of: entity, "concerns") == Reading.parts(row[2]), "\(row[0])")
      #expect(reading.words(of: entity, "stance") == [row[3]], "\(row[0])")
      #expect(reading.words(of: entity, "hedge") == Reading.parts(row[4]), "\(row[0])")
      #expect(reading.entities(of: entity, "by") == Reading.parts(row[5]), "\(row[0])")
      #expect(reading.locators(of: entity, "statement") == [row[6]], "\(row[0])")
    }
  }

  @Test func everyRecommendationHasAnAddressee() throws {
    let reading = try Reading()
    let rows = try Fixture.rows("mexico_2018_recommendations.tsv", columns: 7)
    try reading.expect(rows, count: 26, ofKind: "recommendation") { entity, row in
      #expect(reading.entities(of: entity, "addressed_to") == Reading.parts(row[2]), "\(row[0])")
      #expect(reading.entities(of: entity, "concerns") == Reading.parts(row[3]), "\(row[0])")
      #expect(reading.words(of: entity, "domain") == Reading.parts(row[4]), "\(row[0])")
      #expect(reading.words(of: entity, "modality") == [row[5]], "\(row[0])")
      #expect(reading.locators(of: entity, "action") == [row[6]], "\(row[0])")
    }
  }

  @Test func everyDisagreementHasTwoSidesAndAHandling() throws {
    let reading = try Reading()
    let rows = try Fixture.rows("mexico_2018_disagreements.tsv", columns: 5)
    try reading.expect(rows, count: 44, ofKind: "disagreement") { entity, row in
      #expect(reading.words(of: entity, "disagreement_kind") == [row[2]], "\(row[0])")
      #expect(reading.entities(of: entity, "concerns") == Reading.parts(row[3]), "\(row[0])")
      #expect(reading.locators(of: entity, "side").isSuperset(of: Reading.parts(row[4])), "\(row[0])")
      #expect(reading.words(of: entity, "side").count == 2, "\(row[0])")
      for property in ["explanation", "handling"] { #expect(reading.words(of: entity, property).count == 1, "\(row[0])") }
    }
  }

  @Test func everyDerivedFigureIsWorkedOut() throws {
    let reader = Reader(width: 200)
    let rows = try Fixture.rows("mexico_2018_derived.tsv", columns: 4)
    #expect(rows.count == 22)
    for row in rows {
      #expect(row[2].hasPrefix(row[1] + "."), "\(row[0])")
      let printed = reader.run(row[2]).printed
      #expect(printed.hasPrefix(row[3]), "\(row[0]): \(printed)")
    }
  }

  /// Where the working tables lie beside the repository, they have no row that the fixtures lack.
  @Test(
    .enabled(if: WorkingTables.areThere, "the tables made from the article are not beside the repository"),
    arguments: [
      ("events.tsv", "mexico_2018_events.tsv"), ("claims.tsv", "mexico_2018_assessments.tsv"),
      ("recommendations.tsv", "mexico_2018_recommendations.tsv"), ("conflicts.tsv", "mexico_2018_disagreements.tsv"),
      ("derived.tsv", "mexico_2018_derived.tsv"),
    ])
  func noRowIsLeftOut(table: String, fixture: String) throws {
    let known = Set(try Fixture.firstCells(of: Fixture.tests + "/Fixtures/" + fixture))
    for id in try Fixture.firstCells(of: WorkingTables.folder + "/" + table) { #expect(known.contains(id), "\(table): \(id)") }
  }
}

/// The tables made from the article, which are no part of the repository.
private enum WorkingTables {
  static var folder: String {
    getenv("COTEJO_ARTICLE_TABLES").map { String(cString: $0) } ?? Fixture.tests + "/../../shared/article"
  }

  static var areThere: Bool { (try? Files.readNamed(folder + "/events.tsv")) != nil }
}

extension Fixture {
  /// The first cell of each row of a table, without its heading.
  fileprivate static func firstCells(of path: String) throws -> [String] {
    String(decoding: try Files.readNamed(path), as: UTF8.self).split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "\t" })
    }
  }
}

/// The casebook of the article, and what is said in it of an entity.
private struct Reading {
  /// Kept, since it reads what is asked for only then.
  private let session = Session(library: .embedded, files: Files(), isInterrupted: { false })

  init() throws { try #require(session.begin(with: ["mexico_2018"]).isEmpty) }

  var casebook: Casebook { session.casebook }

  /// Checks that the rows name that many entities of a kind, each once, and then each entity against its row.
  func expect(_ rows: [[String]], count: Int, ofKind kind: String, check: (EntityID, [String]) -> Void) throws {
    #expect(rows.count == count)
    #expect(Set(rows.map { $0[0] }).count == count)
    #expect(Set(rows.map { $0[1] }).count == count)
    let kind = try #require(casebook.kind(named: kind))
    for row in rows {
      let entity = try #require(casebook.entity(named: row[1]), "\(row[0]): no entity \(row[1])")
      #expect(casebook[entity].kind == kind, "\(row[0]): \(row[1]) is of another kind")
      check(entity, row)
    }
  }

  static func parts(_ cell: String) -> Set<String> {
    Set(cell.split(separator: ";").map { part in String(part.drop { $0 == " " }) })
  }

  func words(of entity: EntityID, _ property: String) -> Set<String> {
    Set(
      claims(of: entity, property).flatMap { claim -> [String] in
        switch claim.value {
        case .text(let texts): texts
        case .word(let word): [word]
        case .time(let time): [time.edtf]
        case .unknown: ["unknown"]
        default: []
        }
      })
  }

  func entities(of entity: EntityID, _ property: String) -> Set<String> {
    Set(
      claims(of: entity, property).flatMap { claim -> [String] in
        guard case .entities(let others) = claim.value else { return [] }
        return others.map { casebook[$0].name }
      })
  }

  func locators(of entity: EntityID, _ property: String) -> Set<String> {
    Set(claims(of: entity, property).flatMap { casebook.citations(of: $0).compactMap(\.locator) })
  }

  private func claims(of entity: EntityID, _ property: String) -> [Claim] {
    guard let property = casebook.property(named: property) else { return [] }
    return casebook.claims(of: entity, property: property).map { casebook[$0] }
  }
}
