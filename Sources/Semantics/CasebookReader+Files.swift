import Casebook
public import Diagnostics
import Evidence
import Names
public import Syntax

/// Whole files, read statement by statement: each is parsed, read and forgotten, so that no tree of a whole casebook is ever held.
extension CasebookReader {
  /// What files bring besides claims.
  public struct Reading {
    /// For each file that has any, the statements that are for the checker: measures, reports.
    public var programs: [Program]
    public var diagnostics: [Diagnostic]
  }

  /// A statement of a file that has been found and not parsed.
  struct Piece {
    var file: SourceFile
    var entry: DeclarationIndex.Entry
    /// The `citing` that holds for it.
    var citing: Citing?
  }

  /// A `citing` statement; its source and places are read when they are first wanted.
  final class Citing {
    private let file: SourceFile
    private let range: Range<Int>
    private var known: (context: CitationContext, diagnostics: [Diagnostic])?

    init(_ file: SourceFile, _ entry: DeclarationIndex.Entry) {
      self.file = file
      range = entry.range.lowerBound..<(entry.body.isEmpty ? entry.range.upperBound : entry.body.lowerBound - 1)
    }

    /// The context, and what is wrong with the statement.
    func read() -> (context: CitationContext, diagnostics: [Diagnostic]) {
      if let known { return known }
      let parsed = parse(file, range: range)
      var context = CitationContext()
      if case .citing(let source, let locators, _)? = parsed.program.statements.first?.node {
        context = CitationContext(source: Path([source], at: source.range), locators: locators)
      }
      let result = (context, parsed.diagnostics)
      known = result
      return result
    }
  }

  /// The statements of a set of files by phase.
  private struct Pieces {
    var units: [Piece] = []
    var kinds: [Piece] = []
    var properties: [Piece] = []
    var entities: [Piece] = []
    var claims: [Piece] = []
    var derived: [Piece] = []
    var tensions: [Piece] = []
    var deprecations: [Piece] = []
    var citings: [Citing] = []
    var others: [Piece] = []
  }

  /// Reads files that may speak of each other. With an error in them nothing is read. With `later`, properties, claims and what is known
  /// of sources are read when the casebook is asked for them, and what is wrong with them is known only then (`takeProblems`).
  ///
  /// Reading statement by statement gives up at anything that is not in order. Then the files are parsed as a whole, which has the same
  /// result and finds every message.
  public func read(files: [SourceFile], later: Bool = false) -> Reading {
    if let programs = readPieces(of: files, later: later) { return Reading(programs: programs, diagnostics: []) }
    var reading = Reading(programs: [], diagnostics: [])
    for file in files {
      let parsed = parse(file)
      reading.programs.append(parsed.program)
      reading.diagnostics += parsed.diagnostics
    }
    reading.diagnostics += read(reading.programs)
    return reading
  }

  /// Nil where anything is irregular or wrong; the casebook is then as it was.
  private func readPieces(of files: [SourceFile], later: Bool) -> [Program]? {
    guard let pieces = pieces(of: files) else { return nil }
    if !later || !pieces.units.isEmpty { casebook.readProperties() }
    begin()
    let ruleCount = rules.count
    let programs = read(pieces, later: later)
    let isRight = programs != nil && diagnostics.isEmpty
    finish(keeping: isRight)
    if !isRight { rules.removeLast(downTo: ruleCount) }
    diagnostics = []
    return isRight ? programs : nil
  }

  private func pieces(of files: [SourceFile]) -> Pieces? {
    var pieces = Pieces()
    for file in files {
      guard let index = declarationHeads(file) else { return nil }
      var citings: [Int: Citing] = [:]
      for (number, entry) in index.entries.enumerated() {
        let piece = Piece(file: file, entry: entry, citing: entry.citing.flatMap { citings[$0] })
        switch entry.kind {
        case .declaration:
          switch foldName(index.text(entry.word)) {
          case "unit_of_measure": pieces.units.append(piece)
          case "kind": pieces.kinds.append(piece)
          case "property": pieces.properties.append(piece)
          default: pieces.entities.append(piece)
          }
        case .claim: pieces.claims.append(piece)
        case .derive: pieces.derived.append(piece)
        case .tension: pieces.tensions.append(piece)
        case .deprecate: pieces.deprecations.append(piece)
        case .citing:
          let citing = Citing(file, entry)
          citings[number] = citing
          pieces.citings.append(citing)
        case .other: pieces.others.append(piece)
        }
      }
    }
    return pieces
  }

  private func read(_ pieces: Pieces, later: Bool) -> [Program]? {
    readUnits(pieces.units.compactMap(declaration))
    readKinds(pieces.kinds.compactMap(declaration))
    if !later { readProperties(pieces.properties.compactMap(declaration)) }
    var entities: [(id: EntityID, piece: Piece)] = []
    entities.reserveCapacity(pieces.entities.count)
    casebook.reserve(entities: pieces.entities.count)
    for piece in pieces.entities {
      guard let id = addEntity(piece) else { return nil }
      entities.append((id, piece))
    }
    for (id, piece) in entities where isSource(casebook[id].kind) {
      guard addSource(id, piece, later: later) else { return nil }
    }
    let statements = pieces.claims + pieces.derived + pieces.tensions + pieces.deprecations
    if later {
      putOff(pieces.properties, entities, statements)
    } else {
      for citing in pieces.citings { diagnostics += citing.read().diagnostics }
      for (_, piece) in entities { read(piece) }
      for piece in statements { read(piece) }
    }
    return programs(of: pieces.others)
  }

  /// The statements that are for the checker, those of one file together.
  private func programs(of pieces: [Piece]) -> [Program] {
    var programs: [Program] = []
    for piece in pieces {
      guard let statement = statement(piece) else { continue }
      if programs.last?.file.id == piece.file.id {
        programs[programs.count - 1].statements.append(statement)
      } else {
        programs.append(Program(file: piece.file, statements: [statement]))
      }
    }
    return programs
  }

  private func isSource(_ kind: KindID) -> Bool { casebook.kind(named: "source").map { casebook.is(kind, a: $0) } ?? false }

  /// Registers an entity by its first line alone.
  private func addEntity(_ piece: Piece) -> EntityID? {
    guard let kind = casebook.kind(named: piece.file.text(piece.entry.word)) else { return nil }
    let name = Self.name(piece)
    let place = TextRange(
      SourceRange(file: piece.file.id, start: piece.entry.range.lowerBound, end: piece.entry.range.upperBound))
    return try? casebook.addEntity(name: name, kind: kind, title: title(piece) ?? name, declaration: place)
  }

  /// The name of what a statement is about, without back-ticks.
  static func name(_ piece: Piece) -> String {
    let range = piece.entry.name
    let isQuoted = range.count >= 2 && piece.file.bytes[range.lowerBound] == 0x60
    return piece.file.text(isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range)
  }

  /// The full name that a declaration gives. One with anything but plain letters in it is left to the parser.
  private func title(_ piece: Piece) -> String? {
    let range = piece.entry.title
    guard range.count >= 2 else { return nil }
    let letters = range.lowerBound + 1..<range.upperBound - 1
    let isPlain = !piece.file.bytes[letters].contains { $0 == 0x22 || $0 == 0x5C || $0 == 0x7B || $0 == 0x7D || $0 < 0x20 }
    if isPlain { return piece.file.text(letters) }
    return declaration(piece)?.item.title.plain
  }

  private func addSource(_ entity: EntityID, _ piece: Piece, later: Bool) -> Bool {
    do {
      if later {
        _ = try casebook.addSource(named: casebook[entity].name, entity: entity)
        unreadSources[entity] = piece
      } else {
        guard let declaration = declaration(piece) else { return false }
        _ = try casebook.addSource(Self.record(of: declaration.item), entity: entity)
      }
      return true
    } catch {
      return false
    }
  }

  // MARK: One statement

  /// The statement of a piece; what is wrong with it is reported.
  private func statement(_ piece: Piece) -> Statement? {
    let parsed = parse(piece.file, range: piece.entry.range)
    diagnostics += parsed.diagnostics
    return parsed.program.statements.first
  }

  func declaration(_ piece: Piece) -> Placed<Declaration>? {
    guard let statement = statement(piece), case .declaration(let declaration) = statement.node else { return nil }
    return Placed(item: declaration, context: CitationContext(), range: statement.range, documentation: statement.documentation)
  }

  /// Reads the claims of a statement.
  func read(_ piece: Piece) {
    guard let statement = statement(piece) else { return }
    let context = piece.citing?.read().context ?? CitationContext()
    func placed<Item>(_ item: Item) -> Placed<Item> {
      Placed(item: item, context: context, range: statement.range, documentation: statement.documentation)
    }
    switch statement.node {
    case .declaration(let declaration):
      guard let entity = casebook.entity(named: declaration.id.text) else { return }
      for line in declaration.lines { add(line, to: entity, context) }
    case .claim(let subject, let line): addClaim(placed((subject, line)))
    case .derived(let derived): add(placed(derived))
    case .tension(let one, let other, let because): add(placed((one, other, because)))
    case .claims(let subject, let lines):
      for line in lines { addClaim(placed((subject, line))) }
    case .deprecate(let deprecation): deprecate(deprecation)
    default: break
    }
  }
}
