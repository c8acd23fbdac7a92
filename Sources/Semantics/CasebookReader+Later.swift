public import Casebook
public import Diagnostics
public import Evidence
import Syntax

/// What was put off, read when the casebook asks for it.
extension CasebookReader: DeferredClaims {
  /// Keeps statements with the entities of which they speak.
  func putOff(_ properties: [Piece], _ entities: [(id: EntityID, piece: Piece)], _ statements: [Piece]) {
    if !properties.isEmpty {
      unreadProperties += properties
      casebook.expectProperties()
    }
    for (id, piece) in entities where !piece.entry.body.isEmpty { putOff(piece, of: id) }
    for piece in statements {
      if let entity = casebook.entity(named: Self.name(piece)) {
        putOff(piece, of: entity)
      } else {
        unreadRemainder.append(piece)
        casebook.expectRemainder()
      }
    }
  }

  private func putOff(_ piece: Piece, of entity: EntityID) {
    guard (try? casebook.expectClaims(of: entity)) != nil else { return }
    unreadClaims[entity, default: []].append(piece)
  }

  public func load(_ entity: EntityID, into casebook: Casebook) {
    guard let pieces = unreadClaims.removeValue(forKey: entity) else { return }
    readLate { for piece in pieces { read(piece) } }
  }

  public func loadRemainder(into casebook: Casebook) {
    let pieces = unreadRemainder
    unreadRemainder = []
    readLate { for piece in pieces { read(piece) } }
  }

  public func loadProperties(into casebook: Casebook) {
    let pieces = unreadProperties
    unreadProperties = []
    readLate { readProperties(pieces.compactMap(declaration)) }
  }

  /// What is wrong with the block is said when its claims are read.
  public func record(of source: SourceID, in casebook: Casebook) -> SourceRecord {
    let piece = casebook.entity(of: source).flatMap { unreadSources.removeValue(forKey: $0) }
    guard let piece,
      case .declaration(let declaration)? = parse(piece.file, range: piece.entry.range).program.statements.first?.node
    else { return SourceRecord(id: casebook.sourceNames[Int(source.raw)]) }
    return Self.record(of: declaration)
  }

  /// Reads something without touching what is being read.
  private func readLate(_ body: () -> Void) {
    let outer = (diagnostics, drafts, deprecations)
    (diagnostics, drafts, deprecations) = ([], [], [])
    body()
    addDrafts()
    lateProblems += diagnostics
    (diagnostics, drafts, deprecations) = outer
  }

  /// What was wrong with what has been read later since this was last asked, in the order of the files.
  public func takeProblems() -> [Diagnostic] {
    defer { lateProblems = [] }
    var seen: Set<Diagnostic> = []
    return lateProblems.inOrderOfPlace().filter { seen.insert($0).inserted }
  }
}
