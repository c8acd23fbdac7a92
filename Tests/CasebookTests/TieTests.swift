import Testing

@testable import Casebook

@Suite struct TieTests {
  /// `a` is part of `b` and `b` of `c`; `d` has `c` as a part; `e` stands apart but for a rivalry with `a`.
  private func chain() throws -> SmallCasebook {
    var small = try SmallCasebook()
    for name in ["a", "b", "c", "d", "e"] { try small.entity(name, "Entity \(name)") }
    try small.claim("a", "part_of", .entities([small.id("b")]))
    try small.claim("b", "part_of", .entities([small.id("c")]))
    try small.claim("d", "has_part", .entities([small.id("c")]))
    try small.claim("e", "rival_of", .entities([small.id("a")]))
    return small
  }

  private func names(_ small: SmallCasebook, _ ids: [EntityID]) -> String {
    ids.map { small.casebook[$0].name }.joined(separator: " ")
  }

  @Test func closureFollowsInverseClaimsToo() throws {
    let small = try chain()
    let partOf = try small.id(ofProperty: "part_of")
    #expect(names(small, small.casebook.closure(from: try small.id("a"), along: partOf)) == "b c d")
    #expect(names(small, small.casebook.closure(from: try small.id("d"), along: partOf, inverse: true)) == "c b a")
    let hasPart = try small.id(ofProperty: "has_part")
    #expect(names(small, small.casebook.closure(from: try small.id("d"), along: hasPart)) == "c")
    #expect(names(small, small.casebook.neighbours(of: try small.id("c"), along: hasPart)) == "b")
    #expect(names(small, small.casebook.neighbours(of: try small.id("c"), along: hasPart, inverse: true)) == "d")
  }

  @Test func cyclesEndAndAreReported() throws {
    var small = try chain()
    try small.claim("d", "part_of", .entities([small.id("a")]))
    let alone = try small.claim("e", "part_of", .entities([small.id("e")]))
    let partOf = try small.id(ofProperty: "part_of")
    #expect(names(small, small.casebook.closure(from: try small.id("a"), along: partOf)) == "b c d")
    let cycles = small.casebook.problems().filter { $0.kind == .cycle(partOf) }
    #expect(cycles.map { names(small, $0.entities) } == ["a b c d", "e"])
    #expect(cycles.map(\.claims.count) == [4, 1])
    #expect(cycles.last?.claims == [alone])
  }

  @Test func tiesAreReadFromEitherEnd() throws {
    var small = try chain()
    try small.claim("c", "has_part", .entities([small.id("b")]))
    let partOf = try small.id(ofProperty: "part_of")
    let ties = small.casebook.tiesInto(try small.id("c"), along: partOf)
    #expect(names(small, ties.map(\.other)) == "b", "said at both ends, it is one tie")
    let into = small.casebook.tiesInto(try small.id("d"), along: partOf)
    #expect(names(small, into.map(\.other)) == "c" && into.map(\.isForward) == [true])
  }

  @Test func deprecatedClaimsTieNothing() throws {
    var small = try chain()
    try small.claim("e", "part_of", .entities([small.id("d")])) { $0.details = ClaimDetails(deprecatedBecause: "mistaken") }
    #expect(small.casebook.closure(from: try small.id("e"), along: try small.id(ofProperty: "part_of")) == [])
    #expect(small.casebook.ties(of: try small.id("e")).count == 1)
    #expect(small.casebook.claims(pointingAt: try small.id("d")).count == 1, "it is still listed")
  }

  @Test func pathsAreShortest() throws {
    let small = try chain()
    let path = small.casebook.path(from: try small.id("e"), to: try small.id("d"))
    #expect(path?.map { names(small, [$0.other]) } == ["a", "b", "c", "d"])
    #expect(path?.map(\.isForward) == [true, true, true, false])
    #expect(small.casebook.path(from: try small.id("e"), to: try small.id("e")) == [])
    var other = small
    try other.entity("lonely", "Lonely")
    #expect(other.casebook.path(from: try other.id("e"), to: try other.id("lonely")) == nil)
  }
}
