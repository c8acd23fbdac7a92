public import Casebook
public import Diagnostics
public import Evidence
public import Syntax
import Names

/// Reads declarations and claims into a casebook.
///
/// A set of files is read in phases, so that every file may speak of what another declares: units, kinds, properties, sources, entities,
/// then claims. Whatever is wrong is reported with its place and left out; nothing else is lost.
///
/// Files that are known to be right may be read later: `read(files:later:)` then only finds their statements, and what one of them says is
/// read when the casebook is first asked for it.
public final class CasebookReader {
  public let casebook: Casebook
  public let rules: DerivationRules
  public internal(set) var units: UnitTable
  let sourceMap: SourceMap
  var diagnostics: [Diagnostic] = []
  /// What was wrong with statements that were read later.
  var lateProblems: [Diagnostic] = []
  /// What there was before what is being read.
  var pending: Earlier?
  /// Claims that were read and wait for the rest to be found right.
  var drafts: [ClaimDraft] = []
  /// Earlier claims that are to be marked as deprecated, with the reasons.
  var deprecations: [(claim: ClaimID, because: String)] = []
  /// Properties for whose claims no source is asked: names, remarks, what is known of a source.
  var unsourced: Set<PropertyID> = []
  /// Properties that are only the other end of a tie: no claim is made of them.
  var inverseNames: Set<PropertyID> = []

  /// Whether a text with an error in it is taken in but for what is wrong: for whoever looks for every fault and asks nothing.
  public var keepsWhatIsRight = false

  // What is read later
  /// The statements that speak of each entity whose claims have not been read.
  var unreadClaims: [EntityID: [Piece]] = [:]
  /// Statements about nobody who is known.
  var unreadRemainder: [Piece] = []
  /// The declarations of properties that have not been read.
  var unreadProperties: [Piece] = []
  /// The declarations of the sources of which only the id has been read.
  var unreadSources: [EntityID: Piece] = [:]

  public init(casebook: Casebook, sourceMap: SourceMap) {
    self.casebook = casebook
    self.sourceMap = sourceMap
    units = UnitTable()
    rules = DerivationRules()
    casebook.setLoader(self)
  }

  /// What there was at some moment.
  struct Earlier {
    var mark: Casebook.Mark
    var units: UnitTable
    var unsourced: Set<PropertyID>
    var inverseNames: Set<PropertyID>
  }

  /// The source that holds where a claim names none, with the place in it.
  struct CitationContext {
    var source: Path?
    var locators: [Locator] = []
  }

  /// A declaration with the citing block it stands in.
  struct Placed<Item> {
    var item: Item
    var context: CitationContext
    var range: SourceRange
    var documentation: [String]
  }

  /// What a set of programs declares, by phase.
  struct Contents {
    var declarations: [Placed<Declaration>] = []
    var claims: [Placed<(subject: Path, line: ClaimLine)>] = []
    var derived: [Placed<DerivedClaim>] = []
    var tensions: [Placed<(Path, Path, Reason)>] = []
    var deprecations: [Placed<Deprecation>] = []
    var isEmpty: Bool {
      declarations.isEmpty && claims.isEmpty && derived.isEmpty && tensions.isEmpty && deprecations.isEmpty
    }
  }

  /// Reads everything that the programs declare and gives what was wrong with it, in the order of the files. With an error in it nothing
  /// is taken in: neither claims nor what they are made of.
  public func read(_ programs: [Program]) -> [Diagnostic] {
    let found = prepare(programs)
    finish(keeping: keepsWhatIsRight || !found.contains { $0.severity == .error })
    return found
  }

  /// Reads everything that the programs declare, and adds its claims only when it is finished with: what stands beside the claims can be
  /// checked first.
  public func prepare(_ programs: [Program]) -> [Diagnostic] {
    var contents = Contents()
    for program in programs { collect(program.statements, CitationContext(), into: &contents) }
    guard !contents.isEmpty else { return [] }
    casebook.readProperties()
    begin()
    readUnits(contents.declarations.filter { foldName($0.item.kind.text) == "unit_of_measure" })
    readKinds(contents.declarations.filter { foldName($0.item.kind.text) == "kind" })
    readProperties(contents.declarations.filter { foldName($0.item.kind.text) == "property" })
    let rest = contents.declarations.filter { !Self.schemaWords.contains(foldName($0.item.kind.text)) }
    let entities = rest.map { (placed: $0, entity: addEntity($0)) }
    readSources(entities.filter { isSource($0.placed.item) })
    for (placed, entity) in entities {
      guard let entity else { continue }
      for line in placed.item.lines { add(line, to: entity, placed.context) }
    }
    for placed in contents.claims { addClaim(placed) }
    for placed in contents.derived { add(placed) }
    for placed in contents.tensions { add(placed) }
    for placed in contents.deprecations { deprecate(placed.item) }
    for draft in drafts { if case .word(let word) = draft.value { casebook.announce(word, of: draft.property) } }
    defer { diagnostics = [] }
    // A citing block names its source once for all its claims; what is wrong with it is said once.
    var seen: Set<Diagnostic> = []
    return diagnostics.inOrderOfPlace().filter { seen.insert($0).inserted }
  }

  /// Remembers what there is before anything is added to it.
  func begin() {
    pending = Earlier(
      mark: casebook.mark, units: units, unsourced: unsourced, inverseNames: inverseNames)
    diagnostics = []
    drafts = []
    deprecations = []
  }

  /// Adds the claims that were prepared, or takes back all that was declared with them.
  public func finish(keeping: Bool) {
    guard let earlier = pending else { return }
    pending = nil
    casebook.forgetAnnouncedWords()
    if keeping {
      addDrafts()
    } else {
      casebook.undo(to: earlier.mark)
      (units, unsourced, inverseNames) = (earlier.units, earlier.unsourced, earlier.inverseNames)
    }
    drafts = []
    deprecations = []
  }

  /// Adds the claims that were prepared and marks those that they deprecate.
  func addDrafts() {
    for draft in drafts { add(draft) }
    for (claim, because) in deprecations { casebook.deprecate(claim, because: because) }
  }

  func add(_ draft: ClaimDraft) {
    do {
      try casebook.addClaim(draft)
    } catch {
      lateProblems.append(Diagnostic(.tooManyClaims, "the casebook can take no more", at: SourceRange(draft.place)))
    }
  }

  static let schemaWords: Set<String> = ["unit_of_measure", "kind", "property"]

  func isSource(_ declaration: Declaration) -> Bool {
    guard let kind = casebook.kind(named: declaration.kind.text), let source = casebook.kind(named: "source") else {
      return false
    }
    return casebook.is(kind, a: source)
  }

  private func collect(_ statements: [Statement], _ context: CitationContext, into contents: inout Contents) {
    var current = context
    for statement in statements {
      switch statement.node {
      case .declaration(let declaration):
        contents.declarations.append(
          Placed(item: declaration, context: current, range: statement.range, documentation: statement.documentation))
      case .claim(let subject, let line):
        contents.claims.append(
          Placed(item: (subject, line), context: current, range: statement.range, documentation: statement.documentation))
      case .derived(let derived):
        contents.derived.append(
          Placed(item: derived, context: current, range: statement.range, documentation: statement.documentation))
      case .tension(let one, let other, let because):
        contents.tensions.append(
          Placed(item: (one, other, because), context: current, range: statement.range, documentation: statement.documentation))
      case .claims(let subject, let lines):
        contents.claims += lines.map {
          Placed(item: (subject, $0), context: current, range: $0.range, documentation: $0.documentation)
        }
      case .deprecate(let deprecation):
        contents.deprecations.append(
          Placed(item: deprecation, context: current, range: statement.range, documentation: statement.documentation))
      case .citing(let source, let locators, let block):
        let inner = CitationContext(source: Path([source], at: source.range), locators: locators)
        if let block { collect(block, inner, into: &contents) } else { current = inner }
      default: break
      }
    }
  }

  // MARK: Entities

  func addEntity(_ placed: Placed<Declaration>, claimsFollow: Bool = false) -> EntityID? {
    let declaration = placed.item
    guard let kind = casebook.kind(named: declaration.kind.text) else {
      diagnostics.append(casebook.unknownKind(declaration.kind))
      return nil
    }
    let title = declaration.title.plain ?? declaration.id.text
    do {
      return try casebook.addEntity(
        name: declaration.id.text, kind: kind, title: title, declaration: TextRange(placed.range), claimsFollow: claimsFollow)
    } catch {
      diagnostics.append(cannotAdd(declaration.id, error))
      return nil
    }
  }

  /// What the casebook refused, with the place where the name was taken first.
  func cannotAdd(_ name: Identifier, _ error: CasebookError) -> Diagnostic {
    let earlier: TextRange?
    switch error {
    case .duplicateKind(let id): earlier = casebook[id].declaration
    case .duplicateProperty(let id): earlier = casebook[id].declaration
    case .duplicateEntity(let id): earlier = casebook[id].declaration
    case .duplicateSource(let id): earlier = casebook.entity(of: id).map { casebook[$0].declaration }
    case .cyclicKind:
      return Diagnostic(.circularDefinition, "\(name.text) would be a kind of itself", at: name.range, "in a circle")
    case .unknownID, .full:
      return Diagnostic(.tooManyClaims, "the casebook can take no more", at: name.range)
    }
    return Diagnostic(
      .alreadyDefined, "\(name.text) is declared twice", at: name.range, "again",
      also: earlier.map { [Diagnostic.Label(SourceRange($0), "first declared here")] } ?? [],
      notes: ["to say more about it, use `claim \(name.text).PROPERTY VALUE from SOURCE …`"])
  }
}

extension TextRange {
  init(_ range: SourceRange) { self.init(file: range.file.value, start: range.start, end: range.end) }
}

extension SourceRange {
  public init(_ range: TextRange) {
    self.init(file: SourceFileID(range.file), start: Int(range.start), end: Int(range.end))
  }
}

extension [Diagnostic] {
  /// In the order in which a reader of the files meets the places.
  public func inOrderOfPlace() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let (one, other) = (left.element.labels.first?.range, right.element.labels.first?.range)
      guard let one, let other else { return left.offset < right.offset }
      return (one.file.value, one.start, left.offset) < (other.file.value, other.start, right.offset)
    }.map(\.element)
  }
}
