import Casebook
import Diagnostics
import Evidence
import Names
import Syntax

/// Casebooks of which only the names have been read: what is said of an entity is read when it is first asked for.
///
/// A casebook of ten times the size takes hardly longer to open, since a skim over its bytes finds where each statement stands. The Library
/// is read like this, because its tests read it whole; a user's own casebook is read whole at once, so that what is wrong is said at once.
final class DeferredCasebook: DeferredClaims {
  /// A statement that has not been read, with the source that holds where it stands.
  private struct Piece {
    var file: SourceFile
    var range: Range<Int>
    var context: CasebookReader.CitationContext
  }

  private unowned let reader: CasebookReader
  private var pieces: [EntityID: [Piece]] = [:]
  private var sourcePieces: [EntityID: Piece] = [:]
  /// Statements that belong to no entity that was registered.
  private var rest: [Piece] = []

  init(_ reader: CasebookReader) { self.reader = reader }

  // MARK: Registering

  /// Registers what the files declare. Gives the statements that must be read at once, such as measures; nil, with nothing done, where a
  /// file can't be skimmed or declares kinds, properties or units, which everything else needs.
  func register(_ files: [SourceFile]) -> (programs: [Program], diagnostics: [Diagnostic])? {
    var indexes: [(SourceFile, DeclarationIndex)] = []
    for file in files {
      guard let index = declarationHeads(file), !Self.declaresSchema(index) else { return nil }
      indexes.append((file, index))
    }
    let casebook = reader.casebook
    let mark = casebook.mark
    var programs: [Program] = []
    for (file, index) in indexes {
      for entry in index.entries where entry.kind == .declaration {
        guard add(entry, index, file) else {
          casebook.undo(to: mark)
          return nil
        }
      }
    }
    var diagnostics: [Diagnostic] = []
    for (file, index) in indexes {
      for entry in index.entries {
        switch entry.kind {
        case .claim, .derive, .tension: place(entry, index, file)
        case .other:
          let parsed = parse(file, range: entry.range)
          programs.append(parsed.program)
          diagnostics += parsed.diagnostics
        case .declaration, .citing: break
        }
      }
    }
    return (programs, diagnostics)
  }

  private static func declaresSchema(_ index: DeclarationIndex) -> Bool {
    index.entries.contains { $0.kind == .declaration && CasebookReader.schemaWords.contains(foldName(index.text($0.word))) }
  }

  /// Registers one entity; false where it can't be, so that the file is read whole and says why.
  private func add(_ entry: DeclarationIndex.Entry, _ index: DeclarationIndex, _ file: SourceFile) -> Bool {
    let casebook = reader.casebook
    guard let kind = casebook.kind(named: index.text(entry.word)) else { return false }
    let name = Self.bare(index.text(entry.name))
    guard let title = Self.title(entry, index, file) else { return false }
    let range = SourceRange(file: file.id, start: entry.range.lowerBound, end: entry.range.upperBound)
    guard
      let entity = try? casebook.addEntity(
        name: name, kind: kind, title: title, declaration: TextRange(range), claimsFollow: true)
    else { return false }
    let piece = Piece(file: file, range: entry.range, context: context(of: entry, index, file))
    pieces[entity, default: []].append(piece)
    if let source = casebook.kind(named: "source"), casebook.is(kind, a: source) {
      guard (try? casebook.addSource(named: name, entity: entity)) != nil else { return false }
      sourcePieces[entity] = piece
    }
    return true
  }

  /// A title without its quotation marks; one with an escaped sign in it is read by the parser.
  private static func title(_ entry: DeclarationIndex.Entry, _ index: DeclarationIndex, _ file: SourceFile) -> String? {
    let written = index.text(entry.title)
    if written.utf8.count >= 2, written.hasPrefix("\""), written.hasSuffix("\""),
      !written.utf8.contains(where: { $0 == 0x5C || $0 == 0x7B })
    {
      return String(written.dropFirst().dropLast())
    }
    guard case .declaration(let declaration)? = parse(file, range: entry.range).program.statements.first?.node else { return nil }
    return declaration.title.plain
  }

  private func place(_ entry: DeclarationIndex.Entry, _ index: DeclarationIndex, _ file: SourceFile) {
    let piece = Piece(file: file, range: entry.range, context: context(of: entry, index, file))
    if let entity = reader.casebook.entity(named: Self.bare(index.text(entry.name))) {
      pieces[entity, default: []].append(piece)
    } else {
      rest.append(piece)
    }
  }

  private func context(of entry: DeclarationIndex.Entry, _ index: DeclarationIndex, _ file: SourceFile)
    -> CasebookReader.CitationContext
  {
    guard let citing = entry.citing else { return CasebookReader.CitationContext() }
    let holder = index.entries[citing]
    let range = SourceRange(file: file.id, start: holder.name.lowerBound, end: holder.name.upperBound)
    let source = Identifier(Self.bare(index.text(holder.name)), at: range)
    return CasebookReader.CitationContext(source: Path([source], at: range), locators: index.locators(ofCiting: holder))
  }

  private static func bare(_ name: String) -> String {
    name.hasPrefix("`") && name.hasSuffix("`") && name.utf8.count > 2 ? String(name.dropFirst().dropLast()) : name
  }

  // MARK: Reading

  func load(_ entity: EntityID, into casebook: Casebook) {
    guard let found = pieces.removeValue(forKey: entity) else { return }
    for piece in found { read(piece, declaring: entity) }
  }

  func loadRemainder(into casebook: Casebook) {
    let left = rest
    rest = []
    for piece in left { read(piece, declaring: nil) }
  }

  func record(of source: SourceID, in casebook: Casebook) -> SourceRecord {
    guard let entity = casebook.entity(of: source), let piece = sourcePieces.removeValue(forKey: entity),
      case .declaration(let declaration)? = parse(piece.file, range: piece.range).program.statements.first?.node
    else { return SourceRecord(id: casebook.sourceNames[Int(source.raw)]) }
    return CasebookReader.record(of: declaration)
  }

  private func read(_ piece: Piece, declaring entity: EntityID?) {
    let parsed = parse(piece.file, range: piece.range)
    reader.readLater(parsed, declaring: entity, piece.context)
  }
}
