// The casebook: everything that is said of the entities of one field, by whom, and for when.
//
// Everything is an entity, every statement about one is a claim, and every claim has a source. This module keeps the four tables that
// follow from that sentence: the schema (kinds and properties), entities, claims, sources. It knows values, times and sources from
// Evidence and nothing of any language: whoever reads files fills a casebook through `addKind`, `addProperty`, `addEntity`,
// `addSource` and `addClaim`, and nothing that was added is ever changed or taken away. A claim that turned out wrong is marked as
// deprecated and stays visible.
//
// What it answers:
// - Which entity do these words mean? `match`, by ids, titles and other names, with a ranking that needs no list of special cases.
// - What was so, then? `answer` chooses among the claims about one property of one entity by time, status, date of publication and
//   independent origin, says how those that remain agree, and offers the nearest thing there is where none does.
// - How are things tied? `ties`, `neighbours`, `closure`, `path`, in both directions, whichever end states the tie.
// - What is doubtful? `claimSets` for disagreement, `origins` for independence, `problems` for gaps and circles.
//
// A worked example. A fleet is declared, and two sources say how many people serve in it:
//
//     let casebook = Casebook()
//     let institution = try casebook.addKind(name: "institution", plural: "institutions", title: "institution", declaration: place)
//     let personnel = try casebook.addProperty(
//       name: "personnel", title: "Personnel", value: .quantity(unit: people, sort: .stock), declaration: place)
//     let fleet = try casebook.addEntity(name: "fleet", kind: institution, title: "Arcadian Fleet", declaration: place)
//     var draft = ClaimDraft(entity: fleet, property: personnel, value: .number(.exact(4_000), people), place: place)
//     draft.time = year2016
//     draft.citations = [ClaimCitation(gazette, locator: "p. 3")]
//     try casebook.addClaim(draft)                       // and another, about 5,000 in 2018, from the almanac
//
//     casebook.answer(Query(entity: fleet, property: personnel, time: .asOf(year2018))).claims   // both: their origins are independent
//     casebook.answer(Query(entity: fleet, property: personnel, time: .during(year2017))).nearest   // the earlier of two equally near
//
// Claims may be read late: an entity can be registered by its id and title, and a `DeferredClaims` is asked for its claims when they
// are first wanted. All lists come in the order of the files whatever was read first, so nothing depends on what was asked before.
// A casebook belongs to one thread.

public import Evidence

/// The entities of one field, what is said of them, and on whose word.
public final class Casebook {
  // Schema
  public internal(set) var kinds: [Kind] = []
  public internal(set) var properties: [Property] = []
  var kindsByName: [String: KindID] = [:]
  var kindsByPlural: [String: KindID] = [:]
  var propertiesByName: [String: PropertyID] = [:]

  // Entities and sources
  public internal(set) var entities: [Entity] = []
  var entitiesByName: [String: EntityID] = [:]
  var entitiesByKind: [[EntityID]] = []
  public internal(set) var sources: [SourceRecord] = []
  var sourcesByName: [String: SourceID] = [:]
  var sourceEntities: [EntityID?] = []
  var sourcesByEntity: [EntityID: SourceID] = [:]

  // Claims, their citations, and the lists that lead to them
  var claims: [Claim] = []
  var citations: [StoredCitation] = []
  var locators: [String] = []
  var locatorsByText: [String: UInt32] = [:]
  var claimsByEntity = ClaimChains()
  var claimsBySubject = ClaimChains()
  var chainsBySubject: [UInt64: Int] = [:]
  var claimsByPointedEntity = ClaimChains()
  var claimsBySource = ClaimChains()
  var claimsBySupport = ClaimChains()

  // What is not read yet
  weak var loader: (any DeferredClaims)?
  var deferred: [Bool] = []
  var hasUnread = false

  // Made when first asked for
  var nameIndex = NameIndex()
  var originRoots: [[SourceID]] = []

  public init() {}

  public subscript(id: KindID) -> Kind { kinds[id.index] }
  public subscript(id: PropertyID) -> Property { properties[id.index] }
  public subscript(id: EntityID) -> Entity { entities[id.index] }
  public subscript(id: ClaimID) -> Claim { claims[id.index] }
  public subscript(id: SourceID) -> SourceRecord { sources[id.index] }
}

/// A citation as it is kept: numbers of a source and of a locator.
struct StoredCitation {
  var source: UInt32
  var locator: UInt32
  static let noLocator = UInt32.max
}
