import Evidence
import Testing

@testable import Casebook

@Suite struct OriginTests {
  /// Sources by name, each with those it relays, and one claim for each list of sources given.
  private func origins(_ sources: [(String, [String])], _ claims: [[String]]) throws -> [String] {
    var small = try SmallCasebook()
    try small.entity("fleet", "Fleet")
    for (name, relays) in sources { _ = try small.casebook.addSource(source(name, relays: relays)) }
    let ids = try claims.map { cited in
      let casebook = small.casebook
      return try small.claim("fleet", "aka", .text(["x"])) { draft in
        draft.citations = cited.compactMap { casebook.source(named: $0) }.map { ClaimCitation($0) }
      }
    }
    return small.casebook.origins(of: ids).map { origin in
      let names = origin.sources.map { small.casebook[$0].id }.joined(separator: "+")
      return names + ":" + origin.claims.map { String($0.raw) }.joined(separator: ",")
    }
  }

  @Test func relayingDocumentsCountOnce() throws {
    let sources = [("a", []), ("b", ["a"]), ("c", ["b"]), ("d", [])]
    #expect(try origins(sources, [["c"], ["a"], ["d"], ["b"]]) == ["a:0,1,3", "d:2"])
  }

  @Test func aDigestAddsNoOriginAndJoinsNone() throws {
    let sources = [("a", []), ("b", []), ("digest", ["a", "b"])]
    #expect(try origins(sources, [["digest"]]) == ["a+b:0"])
    #expect(try origins(sources, [["a"], ["b"], ["digest"]]) == ["a:0,2", "b:1,2"])
    #expect(try origins(sources, [["digest"], ["a"]]) == ["a:0,1"])
  }

  @Test func digestsThatShareASourceAreOne() throws {
    let sources = [("a", []), ("b", []), ("c", []), ("d", []), ("x", ["a", "b"]), ("y", ["b", "c"]), ("z", ["c", "d"])]
    #expect(try origins(sources, [["x"], ["z"], ["y"]]) == ["a+b+c+d:0,1,2"])
  }

  @Test func aClaimOfTwoSourcesHasTwoOrigins() throws {
    #expect(try origins([("a", []), ("b", [])], [["a", "b"], ["b"]]) == ["a:0", "b:0,1"])
  }

  @Test func claimsWithoutASourceAreOneGroup() throws {
    #expect(try origins([("a", [])], [[], ["a"], []]) == [":0,2", "a:1"])
    #expect(try origins([], []) == [])
  }

  @Test func circlesHaveOneOriginAndAreReported() throws {
    let circle = [("a", ["b"]), ("b", ["a"]), ("c", ["a"]), ("unheard", ["nobody"])]
    #expect(try origins(circle, [["a"], ["b"], ["c"], ["unheard"]]) == ["a:0,1,2", "unheard:3"])
    let casebook = Casebook()
    for (name, relays) in circle { _ = try casebook.addSource(source(name, relays: relays)) }
    #expect(casebook.problems().map(\.kind) == [.sourceCycle])
    #expect(casebook.problems().first?.sources.map { casebook[$0].id } == ["a", "b"])
  }
}
