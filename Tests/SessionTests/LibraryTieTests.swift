import Casebook
import Evidence
import Testing

@testable import Session

/// Every entity, tie and system of the article has its place in the casebook, and places have the codes by which tables name them.
///
/// The tables in Tests/Fixtures tie each row of the working tables to what stands for it.
@Suite struct LibraryTieTests {
  @Test func everyEntityIsThere() throws {
    let casebook = try Library().casebook
    let rows = try Fixture.rows("mexico_2018_entities.tsv", columns: 2)
    #expect(rows.count == 307)
    #expect(Set(rows.map { $0[0] }).count == 307)
    for row in rows {
      let entity = try #require(casebook.entity(named: row[1]), "\(row[0]): no entity \(row[1])")
      #expect(Library.isSpokenOf(entity, in: casebook), "\(row[0]): nothing is said of \(row[1])")
    }
  }

  @Test func everyTieIsAClaim() throws {
    let casebook = try Library().casebook
    let rows = try Fixture.rows("mexico_2018_relations.tsv", columns: 7)
    #expect(rows.count == 273)
    #expect(Set(rows.map { $0[0] }).count == 273)
    for row in rows {
      let entity = try #require(casebook.entity(named: row[1]), "\(row[0]): no entity \(row[1])")
      let property = try #require(casebook.property(named: row[2]), "\(row[0]): no property \(row[2])")
      let claims = casebook.claims(of: entity, property: property).map { casebook[$0] }
      #expect(
        claims.contains { claim in
          Library.gives(claim, row[3], in: casebook) && claim.status.rawValue == row[4]
            && Library.time(of: claim, in: casebook) == row[5]
            && casebook.citations(of: claim).contains { $0.locator == row[6] }
        }, "\(row[0]): no claim is \(row.dropFirst())")
    }
  }

  @Test func everySystemHasItsCards() throws {
    let casebook = try Library().casebook
    let rows = try Fixture.rows("mexico_2018_systems.tsv", columns: 3)
    #expect(rows.map { $0[0] } == (1...47).map(String.init))
    for row in rows {
      let names = row[2].split(separator: ";").map { String($0.drop { $0 == " " }) }
      #expect(!names.isEmpty, "\(row[1])")
      for name in names {
        let entity = try #require(casebook.entity(named: name), "\(row[1]): no entity \(name)")
        #expect(Library.isSpokenOf(entity, in: casebook), "\(row[1]): the card of \(name) is empty")
      }
    }
  }

  /// What is only implied, proposed or foreseen, or stands in a headline, is never told as the article's plain statement.
  @Test func tiesKeepTheirReserve() throws {
    let casebook = try Library().casebook
    func claims(_ entity: String, _ property: String) throws -> [Claim] {
      let entity = try #require(casebook.entity(named: entity))
      let property = try #require(casebook.property(named: property))
      return casebook.claims(of: entity, property: property).map { casebook[$0] }
    }
    #expect(try claims("lopez_obrador", "moves_closer_to").allSatisfy { $0.status == .projected })
    #expect(try claims("army_special_forces", "trained_by").allSatisfy { $0.status == .planned })
    #expect(try claims("jalisco_new_generation", "rival_of").allSatisfy { $0.details?.caveats.isEmpty == false })
    for claim in try claims("jalisco_new_generation", "threatens") {
      #expect(casebook.citations(of: claim).map { $0.source.id } == ["graham_2016"])
    }
  }

  @Test func everyStateHasItsCodeOnce() throws {
    let casebook = try Library().casebook
    let kind = try #require(casebook.kind(named: "state"))
    let states = casebook.entities(of: kind)
    #expect(states.count == 32)
    let codes = states.flatMap { Library.texts(of: $0, "code", in: casebook) }
    #expect(codes.sorted() == (1...32).map { $0 < 10 ? "0\($0)" : "\($0)" })
    #expect(Set(states.flatMap { Library.texts(of: $0, "iso_code", in: casebook) }).count == 32)
  }

  @Test(arguments: [
    ("navy", "navy"), ("marines", "naval_infantry"), ("Chapo", "el_chapo"), ("CJNG", "jalisco_new_generation"),
    ("pena nieto", "pena_nieto"), ("army", "army"), ("minerals", "minerals"), ("MP brigades", "mp_brigades"),
    ("drug cartels", "mexican_criminal_groups"), ("Jalisco Cartel New Generation", "jalisco_new_generation"),
    ("Los Zetas", "zetas"), ("Juarez Cartel", "carrillo_fuentes_organization"), ("Gulf Cartel", "gulf_cartel"),
    ("Sinaloa Cartel", "sinaloa_cartel"), ("Tijuana Cartel", "arellano_felix_organization"),
    ("Beltrán Leyva Cartel", "beltran_leyva_organization"), ("Distrito Federal", "mexico_city"),
    ("CIUDAD DE MEXICO", "mexico_city"), ("Estado de México", "state_of_mexico"), ("México state", "state_of_mexico"),
    ("Coahuila de Zaragoza", "coahuila"), ("Michoacán de Ocampo", "michoacan"), ("NUEVO LEON", "nuevo_leon"),
    ("Veracruz state", "veracruz"), ("Querétaro", "queretaro"),
  ])
  func whatPeopleTypeIsFound(words: String, id: String) throws {
    let casebook = try Library().casebook
    let entity = try #require(casebook.entity(named: id))
    switch casebook.match(words) {
    case .exact(let found), .one(let found, _): #expect(found == entity, "\(words) is \(casebook[found].name)")
    case .ambiguous(let found): Issue.record("\(words) may be any of \(found.map { casebook[$0].name })")
    case .none: Issue.record("nothing is called \(words)")
    }
  }
}

/// The casebook of the article, and what is said in it.
private struct Library {
  /// Kept, since it reads what is asked for only then.
  private let session = Session(library: .embedded, files: Files(), isInterrupted: { false })

  init() throws {
    try #require(session.begin(with: ["mexico_2018"]).isEmpty)
    session.casebook.loadAll()
  }

  var casebook: Casebook { session.casebook }

  /// Whether more is known of an entity than what it is called: a claim of its own, a tie from another, or its being a source.
  static func isSpokenOf(_ entity: EntityID, in casebook: Casebook) -> Bool {
    casebook.source(of: entity) != nil || !casebook.claims(pointingAt: entity).isEmpty
      || casebook.claims(of: entity).contains { claim in
        let property = casebook[casebook[claim].property]
        return property.role == nil && property.name != "note"
      }
  }

  /// Whether a claim points at the entity with that name, or gives that figure.
  static func gives(_ claim: Claim, _ words: String, in casebook: Casebook) -> Bool {
    switch claim.value {
    case .entities(let entities): entities.contains { casebook[$0].name == words }
    case .number(let number, let unit): number.phrase(unit: unit) == words
    default: false
    }
  }

  static func time(of claim: Claim, in casebook: Casebook) -> String {
    claim.timeEntity.map { casebook[$0].name } ?? claim.time?.edtf ?? ""
  }

  static func texts(of entity: EntityID, _ property: String, in casebook: Casebook) -> [String] {
    guard let property = casebook.property(named: property) else { return [] }
    return casebook.claims(of: entity, property: property).flatMap { claim -> [String] in
      guard case .text(let texts) = casebook[claim].value else { return [] }
      return texts
    }
  }
}
