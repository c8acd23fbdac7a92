import Evidence
import Testing

@testable import Casebook

@Suite struct EntityTimeTests {
  @Test func comesFromBeginningAndEnd() throws {
    var small = try SmallCasebook()
    let group = try small.entity("group", "Green Group")
    #expect(small.casebook.time(of: group) == nil)
    try small.claim("group", "founded", .time(year(2006)))
    #expect(small.casebook.time(of: group)?.overlaps(year(2030)).truth != .no, "nothing says that it ended")
    try small.claim("group", "dissolved", .time(year(2012)))
    let own = try #require(small.casebook.time(of: group))
    #expect(own.overlaps(year(2009)).truth == .yes)
    #expect(own.overlaps(year(2013)).truth == .no)
  }

  @Test func preferredAndActualGoFirst() throws {
    var small = try SmallCasebook()
    let vote = try small.entity("vote", "Vote", kind: "event")
    try small.claim("vote", "time", .time(year(2017))) { $0.status = .planned }
    #expect(small.casebook.time(of: vote) == year(2017))
    try small.claim("vote", "time", .time(year(2018)))
    #expect(small.casebook.time(of: vote) == year(2018))
    try small.claim("vote", "time", .time(year(2019))) { $0.isPreferred = true }
    #expect(small.casebook.time(of: vote) == year(2019))
  }

  @Test func periodsLendTheirTimeAndCirclesEnd() throws {
    var small = try SmallCasebook()
    for name in ["siege", "term", "a", "b"] { try small.entity(name, "The \(name)", kind: "event") }
    try small.property("when", .entity(nil)) { $0.role = .validTime }
    try small.claim("siege", "when", .entities([small.id("term")]))
    try small.claim("term", "time", .time(span(2000, 2006)))
    try small.claim("a", "when", .entities([small.id("b")]))
    try small.claim("b", "when", .entities([small.id("a")]))
    #expect(small.casebook.time(of: try small.id("siege")) == span(2000, 2006))
    #expect(small.casebook.time(of: try small.id("a")) == nil)
  }
}
