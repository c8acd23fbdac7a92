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
// are first wanted; so may properties and what is known of a source. All lists come in the order of the files whatever was read first, so nothing depends on what was asked before.
// A casebook belongs to one thread.

public import Evidence

/// The entities of one field, what is said of them, and on whose word.
public final class Casebook {
  // Schema
  /// All kinds, by id.
  public internal(set) var kinds: [Kind] = []
  /// All properties, by id; reads them where that was put off.
  public var properties: [Property] {
    readProperties()
    return knownProperties
  }
  /// The properties that have been read.
  var knownProperties: [Property] = []
  /// By folded name.
  var kindsByName: [String: KindID] = [:]
  /// By folded plural.
  var kindsByPlural: [String: KindID] = [:]
  /// By folded name.
  var propertiesByName: [String: PropertyID] = [:]

  // Entities and sources
  /// All entities, by id.
  public internal(set) var entities: [Entity] = []
  /// By folded id in the language.
  var entitiesByName: [String: EntityID] = [:]
  /// By kind, narrower kinds left out.
  var entitiesByKind: [[EntityID]] = []
  /// All sources, by id.
  var sourceSlots: [SourceSlot] = []
  /// By folded id in the language.
  var sourcesByName: [String: SourceID] = [:]
  /// The entity that each source is.
  var sourceEntities: [EntityID?] = []
  /// The source that an entity is.
  var sourcesByEntity: [EntityID: SourceID] = [:]

  // Claims, their citations, and the lists that lead to them
  /// Words whose claims are about to be added.
  var announcedWords: [PropertyID: Set<String>] = [:]
  /// All claims that have been read, by id.
  var claims: [Claim] = []
  /// The citations of all claims, one claim's next to each other.
  var citations: [StoredCitation] = []
  /// Each locator once.
  var locators: [String] = []
  /// The numbers of the locators.
  var locatorsByText: [String: UInt32] = [:]
  /// What is said of each entity.
  var claimsByEntity = ClaimChains()
  /// What is said of a property of an entity; `chainsBySubject` has the lists.
  var claimsBySubject = ClaimChains()
  /// The list of an entity and a property, by `subject`.
  var chainsBySubject: [UInt64: Int] = [:]
  /// The claims whose value each entity is.
  var claimsByPointedEntity = ClaimChains()
  /// What each source says.
  var claimsBySource = ClaimChains()
  /// What others cite each source for.
  var claimsBySupport = ClaimChains()

  // What is not read yet
  weak var loader: (any DeferredClaims)?
  /// For each entity, whether its claims are still to be read.
  var deferred: [Bool] = []
  /// Whether there is anything left to read.
  var hasUnread = false
  /// Whether properties are still to be read.
  var hasUnreadProperties = false

  // Made when first asked for
  /// All names; see `match`.
  var nameIndex = NameIndex()
  /// For each source, the sources that it comes down to; see `roots`.
  var originRoots: [[SourceID]] = []

  /// A casebook without a schema.
  public init() {}

  /// The kind with an id of this casebook.
  public subscript(id: KindID) -> Kind { kinds[id.index] }
  /// The property with an id of this casebook.
  public subscript(id: PropertyID) -> Property { knownProperties[id.index] }
  /// The entity with an id of this casebook.
  public subscript(id: EntityID) -> Entity { entities[id.index] }
  /// The claim with an id of this casebook.
  public subscript(id: ClaimID) -> Claim { claims[id.index] }
  /// The source with an id of this casebook.
  /// What is known of a source; read when it is first asked for, where it was left for later.
  public subscript(id: SourceID) -> SourceRecord {
    switch sourceSlots[id.index] {
    case .read(let record): return record
    case .later(let name):
      let record = loader?.record(of: id, in: self) ?? SourceRecord(id: name)
      sourceSlots[id.index] = .read(record)
      return record
    }
  }

  /// All sources in the order of declaration.
  public var sources: [SourceRecord] { sourceSlots.indices.map { self[SourceID($0)] } }

  /// The ids of all sources in the order of declaration.
  public var sourceNames: [String] { sourceSlots.map(\.name) }
}

/// A citation as it is kept: numbers of a source and of a locator.
struct StoredCitation {
  /// The source's number.
  var source: UInt32
  /// The number in the table of locators, or `noLocator`.
  var locator: UInt32
  /// Stands for a citation of a whole source.
  static let noLocator = UInt32.max
}

/// A source's record, or its name as long as nobody has asked for more.
enum SourceSlot {
  case read(SourceRecord)
  case later(String)

  var name: String {
    switch self {
    case .read(let record): record.id
    case .later(let name): name
    }
  }
}
