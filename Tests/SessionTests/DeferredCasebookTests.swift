import Casebook
import Diagnostics
import Evidence
import Semantics
import Syntax
import Testing

@testable import Session

/// A casebook whose statements are read when they are asked for says the same as one that is read whole.
@Suite struct DeferredCasebookTests {
  @Test func theLibraryIsTheSame() throws {
    let (whole, deferred) = (try open(deferring: false), try open(deferring: true))
    #expect(deferred.casebook.claimCount < whole.casebook.claimCount)
    #expect(claims(in: deferred.casebook) == claims(in: whole.casebook))
    #expect(deferred.casebook.sources.map(describe) == whole.casebook.sources.map(describe))
    #expect(deferred.casebook.entities.map(\.name) == whole.casebook.entities.map(\.name))
    #expect(deferred.casebook.entities.map(\.title) == whole.casebook.entities.map(\.title))
    #expect(deferred.takeProblems().isEmpty)
  }

  /// A file that the fast scan gives up on makes the whole casebook be read at once.
  @Test func everyFileIsScannedFast() throws {
    let map = SourceMap()
    for file in LibraryFiles.embedded.files(in: "mexico_2018") {
      #expect(declarationHeads(map.add(name: file.path, bytes: file.bytes)) != nil, "\(file.path)")
    }
  }

  @Test func onlyWhatIsAskedForIsRead() throws {
    let reader = try open(deferring: true)
    let before = reader.casebook.claimCount
    let navy = try #require(reader.casebook.entity(named: "navy"))
    let ofNavy = reader.casebook.claims(of: navy).count
    #expect(ofNavy > 0)
    #expect(reader.casebook.claimCount == before + ofNavy)
  }

  @Test func whatIsWrongIsSaidWhenItIsRead() throws {
    let map = SourceMap()
    let reader = try open(deferring: true, map)
    let text = "citing ellis_2018\nunit lighthouse \"The Lighthouse\" {\n  nonsense 5 ¶1\n}\n"
    #expect(reader.read(files: [map.add(name: "faulty", text: text)], later: true).diagnostics.isEmpty)
    let entity = try #require(reader.casebook.entity(named: "lighthouse"))
    #expect(reader.casebook.claims(of: entity).isEmpty)
    #expect(reader.takeProblems().map(\.code) == [.unknownProperty])
  }

  private func open(deferring: Bool, _ map: SourceMap = SourceMap()) throws -> CasebookReader {
    let reader = CasebookReader(casebook: Casebook(), sourceMap: map)
    let library = LibraryFiles.embedded
    func files(_ folder: String) -> [SourceFile] { library.files(in: folder).map { map.add(name: $0.path, bytes: $0.bytes) } }
    try #require(reader.read(files("prelude").map { parse($0).program }).isEmpty)
    if deferring {
      try #require(reader.read(files: files("mexico_2018"), later: true).diagnostics.isEmpty)
    } else {
      try #require(reader.read(files("mexico_2018").map { parse($0).program }).isEmpty)
    }
    return reader
  }

  private func claims(in casebook: Casebook) -> [String] {
    casebook.allClaims().map { id in
      let claim = casebook[id]
      let citations = casebook.citations(of: claim).map {
        "\($0.shortForm) via \($0.via.map(\.id)) on \($0.supportedBy.map(\.shortForm))"
      }
      let dated = claim.timeEntity.map { casebook[$0].name } ?? claim.time?.edtf ?? ""
      var value = "\(claim.value)"
      if case .entities(let entities) = claim.value { value = entities.map { casebook[$0].name }.joined(separator: ", ") }
      if case .derived = claim.value { value = "derived" }
      let details = claim.details.map { "\($0.caveats) \($0.scope ?? "") \($0.words ?? "")" } ?? ""
      return
        "\(casebook[claim.entity].name).\(casebook[claim.property].name) \(value) \(claim.status) \(dated) \(citations) \(details)"
    }
  }

  private func describe(_ source: SourceRecord) -> String {
    "\(source.id) \(source.shortForm) \(source.type) \(source.authors) \(source.relays) \(source.url ?? "")"
  }
}
