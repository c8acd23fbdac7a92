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

  public func record(of source: SourceID, in casebook: Casebook) -> SourceRecord? {
    guard let piece = unreadSources.removeValue(forKey: source) else { return nil }
    var found: SourceRecord?
    // What is wrong with the block is said when its claims are read.
    readLate(keepingDiagnostics: false) { found = declaration(piece).map { record(of: $0.item) } }
    return found
  }

  /// Reads something without touching what is being read.
  private func readLate(keepingDiagnostics: Bool = true, _ body: () -> Void) {
    let outer = (diagnostics, drafts)
    (diagnostics, drafts) = ([], [])
    body()
    for draft in drafts { add(draft) }
    if keepingDiagnostics { lateDiagnostics += diagnostics }
    (diagnostics, drafts) = outer
  }

  /// What was wrong with what has been read later since this was last asked, in the order of the files.
  public func takeLateDiagnostics() -> [Diagnostic] {
    defer { lateDiagnostics = [] }
    var seen: Set<Diagnostic> = []
    return lateDiagnostics.inOrderOfPlace().filter { seen.insert($0).inserted }
  }
}
