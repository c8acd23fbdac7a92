import Testing

@testable import Evidence

@Suite struct SourceTests {
  private static func source(_ id: String, relays: [String] = []) -> SourceRecord { SourceRecord(id: id, relays: relays) }

  @Test func authorsAreFiledByFamily() {
    #expect(Author(name: "R. Evan Ellis").filedName == "Ellis, R. Evan")
    #expect(Author(name: "Peña Nieto, Enrique").fullName == "Enrique Peña Nieto")
    #expect(Author(name: "Plato").filedName == "Plato")
    #expect(Author(name: "").fullName == "")
    #expect(Author(name: "Ellis, ").filedName == "Ellis")
    #expect(Author(literal: "International Crisis Group").filedName == "International Crisis Group")
  }

  @Test func sourcesHaveAShortForm() throws {
    func record(_ authors: [String], _ published: String?, title: String = "", container: String? = nil, anonymous: Bool = false)
      throws -> String
    {
      let time = try published.map { try TimeSpan(edtf: $0) }
      return SourceRecord(
        id: "x", type: "interview", authors: authors.map { Author(name: $0) }, title: title, container: container,
        published: time,
        isAnonymous: anonymous
      ).shortForm
    }
    #expect(try record(["R. Evan Ellis"], "2018") == "Ellis 2018")
    #expect(try record(["A Ellis", "B Serrano"], "2018-02") == "Ellis and Serrano 2018")
    #expect(try record(["A Ellis", "B Serrano", "C Ruiz"], "2018") == "Ellis, Serrano, and Ruiz 2018")
    #expect(try record(["A Ellis", "B Serrano", "C Ruiz", "D Paz"], "2018~") == "Ellis et al. ca. 2018")
    #expect(try record([], "2014/2016", container: "Los Angeles Times") == "Los Angeles Times 2014–2016")
    #expect(try record([], nil, title: "A Title") == "A Title n.d.")
    #expect(try record([], "2017", anonymous: true) == "anonymous interview 2017")
    #expect(try record([], nil) == "x n.d.")
    #expect(SourceRecord(id: "x", shortForm: "ICG Report").shortForm == "ICG Report")
  }

  @Test func citationsNameThePlace() {
    let ellis = SourceRecord(id: "ellis_2018", authors: [Author(name: "R. Evan Ellis")], published: TimeSpan(year: 2018))
    #expect(Citation(source: ellis, locator: "¶19").shortForm == "Ellis 2018 ¶19")
    #expect(Citation(source: ellis, locator: "¶19").shortForm(.ascii) == "Ellis 2018 p19")
    #expect(Citation(source: ellis).shortForm == "Ellis 2018")
    #expect(Citation(source: ellis, locator: "¶19") == Citation(source: SourceRecord(id: "ellis_2018"), locator: "¶19"))
    #expect(Set([Citation(source: ellis, locator: "¶19"), Citation(source: ellis, locator: "¶20")]).count == 2)
  }

  @Test func sourcesThatRelayAreOneOrigin() {
    let sources = [
      Self.source("a"), Self.source("b", relays: ["a"]), Self.source("c", relays: ["b"]), Self.source("d"),
      Self.source("e", relays: ["f"]),
      Self.source("f", relays: ["g"]), Self.source("g", relays: ["f"]), Self.source("h", relays: ["unheard"]),
      Self.source("i", relays: ["i"]),
    ]
    let byID = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
    func origins(_ ids: [String]) -> [String] {
      SourceRecord.independentOrigins(of: ids.compactMap { byID[$0] }) { byID[$0] }.map {
        $0.members.map(\.id).joined(separator: ",") + " < " + $0.roots.map(\.id).joined(separator: ",")
      }
    }
    #expect(origins(["a", "b", "c", "d"]) == ["a,b,c < a", "d < d"])
    #expect(origins(["c"]) == ["c < a"])
    #expect(origins(["d", "c", "a"]) == ["d < d", "c,a < a"])
    #expect(origins(["e", "g"]) == ["e,g < e"])
    #expect(origins(["h"]) == ["h < unheard"])
    #expect(origins(["i", "i"]) == ["i < i"])
    #expect(origins([]) == [])
  }

  @Test func longChainsOfRelaysAreFollowed() {
    let count = 50_000
    let sources = (0..<count).map { Self.source("s\($0)", relays: $0 == 0 ? [] : ["s\($0 - 1)"]) }
    let byID = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
    let origins = SourceRecord.independentOrigins(of: [sources[count - 1], sources[7]]) { byID[$0] }
    #expect(origins.count == 1)
    #expect(origins.first?.roots.map(\.id) == ["s0"])
  }
}
