import Casebook
import Diagnostics
import Reports
import TestSupport
import Testing

@testable import Session

/// A casebook of another subject in an invented country: nothing in the language is special to the first one.
@Suite struct SecondCasebookTests {
  private static let path = Fixture.tests + "/Fixtures/velmark_floods"

  private func begun() throws -> Session {
    let session = Session(library: .embedded, files: Files(allowingReadOf: [Self.path]), isInterrupted: { false })
    try #require(session.begin().isEmpty)
    #expect(session.run("use \"\(Self.path)\"", name: "input") { _ in } == .finished)
    return session
  }

  @Test func isInOrder() throws {
    let session = Session(library: .embedded, files: Files(allowingReadOf: [Self.path]), isInterrupted: { false })
    session.begin()
    let report = try session.check(path: Self.path)
    #expect(report.diagnostics.map(\.message) == [])
    #expect(report.statusLine == "8 entities, 49 claims, 5 sources, 0 problems")
  }

  @Test func answers() throws {
    let session = try begun()
    let questions = [
      "eastern_ring", "oostring", "old_mill", "eastern_ring.drained_by", "why western_ring.pumping_stations_manned in 2021",
      "november_storm.dwellings_flooded in 2020",
      "compare eastern_ring, western_ring on dike_length, dike_failure_rate, km_per_station in 2020",
      "compare water_board on personnel across planned vs actual", "dike_rings | select dike_length | sort by dike_length desc",
      "eastern_ring.dike_lenth", "describe dike_rings",
    ]
    var transcript = ""
    for question in questions {
      transcript += "> \(question)\n"
      _ = session.run(question, name: "input") { output in
        switch output {
        case .document(let document): transcript += TerminalRenderer(width: 80).render(document)
        case .diagnostics(let found): transcript += found.map { "\($0.code.rawValue) \($0.message)\n" }.joined()
        }
      }
      transcript += "\n"
    }
    #expect(Snapshot("velmark_floods.txt").difference(from: transcript) == nil)
  }

  /// What contradicts what: the storm counted in two ways, and the Board against the audit.
  @Test func conflicts() throws {
    let casebook = try begun().casebook
    let sets = casebook.claimSets().filter { $0.agreement == .conflict }.compactMap { set in
      set.claims.first.map {
        "\(casebook[casebook[$0].entity].name).\(casebook[casebook[$0].property].name): \(set.claims.count)"
      }
    }
    #expect(sets == ["eastern_ring.dike_failure_rate: 2", "november_storm.dwellings_flooded: 3"])
  }
}
