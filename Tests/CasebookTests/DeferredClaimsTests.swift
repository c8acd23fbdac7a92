import Evidence
import Testing

@testable import Casebook

@Suite struct DeferredClaimsTests {
  /// Holds back the claims of three entities, and one claim that stands outside their blocks.
  private final class Loader: DeferredClaims {
    var loaded: [String] = []
    let small: SmallCasebook
    init(_ small: SmallCasebook) { self.small = small }

    private func add(_ entity: String, _ property: String, _ value: ClaimValue, at position: UInt32, _ casebook: Casebook) {
      guard let subject = casebook.entity(named: entity), let property = casebook.property(named: property) else { return }
      let place = TextRange(file: 1, start: position, end: position)
      _ = try? casebook.addClaim(ClaimDraft(entity: subject, property: property, value: value, place: place))
    }

    func load(_ entity: EntityID, into casebook: Casebook) {
      let name = casebook[entity].name
      loaded.append(name)
      switch name {
      case "a": add("a", "aka", .text(["First"]), at: 10, casebook)
      case "b":
        // Asks for its own claims, and for another's, while it is being read.
        _ = casebook.claims(of: entity)
        _ = casebook.entity(named: "c").map { casebook.claims(of: $0) }
        if let first = casebook.entity(named: "a") { add("b", "part_of", .entities([first]), at: 20, casebook) }
      default: add("c", "aka", .text(["Third"]), at: 30, casebook)
      }
    }

    func loadRemainder(into casebook: Casebook) {
      loaded.append("rest")
      add("a", "aka", .text(["Outside"]), at: 5, casebook)
      _ = casebook.allClaims()
    }

    func record(of source: SourceID, in casebook: Casebook) -> SourceRecord {
      SourceRecord(id: casebook.sourceNames[Int(source.raw)], title: "Read later")
    }
  }

  @Test func aSourceIsReadWhenItIsAskedFor() throws {
    try lazily { small, _ in
      let entity = try small.casebook.addEntity(
        name: "s", kind: small.casebook.kinds[0].id, title: "S", declaration: TextRange(file: 1, start: 50, end: 51))
      let source = try small.casebook.addSource(named: "s", entity: entity)
      #expect(small.casebook.sourceNames.last == "s")
      #expect(small.casebook[source].title == "Read later")
    }
  }

  private func lazily(_ body: (SmallCasebook, Loader) throws -> Void) throws {
    var small = try SmallCasebook()
    let kind = try small.id(ofKind: "unit")
    for name in ["a", "b", "c"] {
      _ = try small.casebook.addEntity(
        name: name, kind: kind, title: "Unit \(name)", declaration: small.place(), claimsFollow: true)
    }
    let loader = Loader(small)
    small.casebook.setLoader(loader)
    try withExtendedLifetime(loader) { try body(small, loader) }
  }

  @Test func looksUpIdsWithoutReading() throws {
    try lazily { small, loader in
      let b = try small.id("b")
      #expect(small.casebook.match("B") == .exact(b))
      #expect(loader.loaded == [])
    }
  }

  @Test func readsAnEntityOnceAndAlone() throws {
    try lazily { small, loader in
      let (a, aka) = (try small.id("a"), try small.id(ofProperty: "aka"))
      #expect(small.casebook.claims(of: a).count == 1)
      #expect(small.casebook.claims(of: a, property: aka).count == 1)
      #expect(loader.loaded == ["a"])
    }
  }

  @Test func readingMayAskBack() throws {
    try lazily { small, loader in
      let b = try small.id("b")
      #expect(small.casebook.claims(of: b).count == 1)
      #expect(loader.loaded == ["b", "c"])
    }
  }

  @Test func readsTheRestWhenAllIsNeeded() throws {
    try lazily { small, loader in
      let (a, c) = (try small.id("a"), try small.id("c"))
      _ = small.casebook.claims(of: c)
      #expect(small.casebook.claims(pointingAt: a).count == 1)
      #expect(loader.loaded == ["c", "a", "b", "rest"])
      #expect(small.casebook.match("third") == .one(c, others: []))
      #expect(loader.loaded.count == 4)
    }
  }

  @Test func theOrderOfReadingDoesNotShow() throws {
    try lazily { small, _ in
      let (a, c) = (try small.id("a"), try small.id("c"))
      _ = small.casebook.claims(of: c)
      let all = small.casebook.allClaims().map { small.casebook[$0].place.start }
      #expect(all == [5, 10, 20, 30])
      #expect(small.casebook.names(of: a).aliases == ["Outside", "First"])
    }
  }
}
