import Evidence
import Testing

@testable import Casebook

@Suite struct SchemaTests {
  @Test func duplicatesAreReportedAndChangeNothing() throws {
    var small = try SmallCasebook()
    let harbour = try small.entity("harbour", "Harbour")
    let unit = try small.id(ofKind: "unit")
    #expect(throws: CasebookError.duplicateEntity(harbour)) { try small.entity("HÁRBOUR", "Another") }
    #expect(throws: CasebookError.duplicateKind(unit)) { try small.kind("Units", "unitses") }
    let ledBy = try small.id(ofProperty: "led_by")
    #expect(throws: CasebookError.duplicateProperty(ledBy)) { try small.property("led_by", .text) }
    let record = SourceRecord(id: "gazette")
    let source = try small.casebook.addSource(record)
    #expect(throws: CasebookError.duplicateSource(source)) { try small.casebook.addSource(SourceRecord(id: "Gazette")) }
    #expect(small.casebook.entity(named: "Harbour").map { small.casebook[$0].title } == "Harbour")
    #expect(small.casebook.kind(named: "unitses") == nil)
    #expect(small.casebook.kind(plural: "UNITS") == unit && small.casebook.kind(plural: "unit") == nil)
  }

  @Test func idsOfAnotherCasebookAreRefused() throws {
    var large = try SmallCasebook()
    for number in 0..<20 { try large.entity("e\(number)", "Entity \(number)") }
    let foreign = try large.id("e19")
    let foreignKind = try large.kind("extra", "extras")
    let foreignSource = try large.casebook.addSource(SourceRecord(id: "gazette"))
    var small = try SmallCasebook()
    try small.entity("harbour", "Harbour")
    #expect(throws: CasebookError.unknownID) { try small.claim("harbour", "led_by", .entities([foreign])) }
    #expect(throws: CasebookError.unknownID) { try small.claim("harbour", "led_by", .none) { $0.timeEntity = foreign } }
    #expect(throws: CasebookError.unknownID) {
      try small.claim("harbour", "led_by", .none) { $0.citations = [ClaimCitation(foreignSource)] }
    }
    #expect(throws: CasebookError.unknownID) {
      try small.claim("harbour", "led_by", .none) { $0.details = ClaimDetails(via: [foreignSource]) }
    }
    #expect(throws: CasebookError.unknownID) {
      try small.casebook.addEntity(name: "x", kind: foreignKind, title: "X", declaration: small.place())
    }
    #expect(throws: CasebookError.unknownID) { try small.property("p", .text) { $0.domain = [foreignKind] } }
    #expect(small.casebook.claimCount == 0)
    #expect(small.casebook.claim(number: 0) == nil)
  }

  @Test func kindsFormATree() throws {
    var small = try SmallCasebook()
    let (thing, place, country) = (try small.id(ofKind: "thing"), try small.id(ofKind: "place"), try small.id(ofKind: "country"))
    #expect(small.casebook.is(country, a: thing))
    #expect(!small.casebook.is(place, a: country))
    #expect(throws: CasebookError.cyclicKind(thing)) { try small.casebook.setParent(of: thing, to: country) }
    #expect(throws: CasebookError.cyclicKind(place)) { try small.casebook.setParent(of: place, to: place) }
    let arcadia = try small.entity("arcadia", "Arcadia", kind: "country")
    let delta = try small.entity("delta", "The Delta", kind: "place")
    #expect(small.casebook.entities(of: place) == [arcadia, delta])
    #expect(small.casebook.entities(of: country) == [arcadia])
  }

  @Test func propertiesApplyToNarrowerKinds() throws {
    var small = try SmallCasebook()
    let place = try small.id(ofKind: "place")
    let id = try small.property("area", .text) { $0.domain = [place] }
    let country = try small.id(ofKind: "country")
    #expect(small.casebook.allows(id, of: country))
    let person = try small.id(ofKind: "person")
    #expect(!small.casebook.allows(id, of: person))
    #expect(small.casebook.hasTime(place), "time may be said of anything here")
    try small.entity("delta", "The Delta", kind: "place")
    let arcadia = try small.entity("arcadia", "Arcadia", kind: "country")
    #expect(small.casebook.firstEntity(with: id) == nil)
    try small.claim("arcadia", "area", .text(["large"]))
    #expect(small.casebook.firstEntity(with: id) == arcadia)
  }
}
