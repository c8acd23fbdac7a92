public import Casebook
public import Diagnostics
public import Evidence
public import Syntax
import Names

/// Reads declarations and claims into a casebook.
///
/// A set of files is read in phases, so that every file may speak of what another declares: units, kinds, properties, sources, entities,
/// then claims. Whatever is wrong is reported with its place and left out; nothing else is lost.
public final class CasebookReader {
  public let casebook: Casebook
  public let rules: DerivationRules
  public internal(set) var units: UnitTable
  let sourceMap: SourceMap
  var diagnostics: [Diagnostic] = []
  /// Casebooks of which only the names have been read.
  private var deferredCasebook: DeferredCasebook?
  private var lateProblems: [Diagnostic] = []
  /// What there was before what is being read.
  private var pending: (mark: Casebook.Mark, units: UnitTable, unsourced: Set<PropertyID>, inverseNames: Set<PropertyID>)?
  /// Claims that were read and wait for the rest to be found right.
  var drafts: [ClaimDraft] = []
  /// Properties for whose claims no source is asked: names, remarks, what is known of a source.
  var unsourced: Set<PropertyID> = []
  /// Properties that are only the other end of a tie: no claim is made of them.
  var inverseNames: Set<PropertyID> = []

  public init(casebook: Casebook, sourceMap: SourceMap) {
    self.casebook = casebook
    self.sourceMap = sourceMap
    units = UnitTable()
    rules = DerivationRules()
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
  }

  /// Reads everything that the programs declare and gives what was wrong with it, in the order of the files. With an error in it nothing
  /// is taken in: neither claims nor what they are made of.
  public func read(_ programs: [Program]) -> [Diagnostic] {
    let found = prepare(programs)
    finish(keeping: !found.contains { $0.severity == .error })
    return found
  }

  /// Reads everything that the programs declare, and adds its claims only when it is finished with: what stands beside the claims can be
  /// checked first.
  public func prepare(_ programs: [Program]) -> [Diagnostic] {
    pending = (casebook.mark, units, unsourced, inverseNames)
    diagnostics = []
    drafts = []
    var contents = Contents()
    for program in programs { collect(program.statements, CitationContext(), into: &contents) }
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
    defer { diagnostics = [] }
    // A citing block names its source once for all its claims; what is wrong with it is said once.
    var seen: Set<Diagnostic> = []
    return diagnostics.inOrderOfPlace().filter { seen.insert($0).inserted }
  }

  /// Adds the claims that were prepared, or takes back all that was declared with them.
  public func finish(keeping: Bool) {
    guard let earlier = pending else { return }
    pending = nil
    if keeping {
      for draft in drafts { add(draft) }
    } else {
      casebook.undo(to: earlier.mark)
      (units, unsourced, inverseNames) = (earlier.units, earlier.unsourced, earlier.inverseNames)
    }
    drafts = []
  }

  private func add(_ draft: ClaimDraft) {
    do {
      try casebook.addClaim(draft)
    } catch {
      lateProblems.append(Diagnostic(.tooManyClaims, "the casebook can take no more", at: SourceRange(draft.place)))
    }
  }

  // MARK: Reading later

  /// Registers what the files of a casebook declare, and leaves what they say to be read when it is asked for. Gives the statements that
  /// are no claims. Files that can't be skimmed are read whole.
  public func readNames(of files: [SourceFile]) -> (programs: [Program], diagnostics: [Diagnostic]) {
    let store = deferredCasebook ?? DeferredCasebook(self)
    if let registered = store.register(files) {
      deferredCasebook = store
      casebook.setLoader(store)
      return registered
    }
    let parsed = files.map { parse($0) }
    let programs = parsed.map(\.program)
    return (programs, parsed.flatMap(\.diagnostics) + read(programs))
  }

  /// Reads one statement that had been left for later. What is wrong with it waits for `takeProblems`.
  func readLater(_ parsed: ParseResult, declaring entity: EntityID?, _ context: CitationContext) {
    let outer = (diagnostics, drafts)
    (diagnostics, drafts) = (parsed.diagnostics, [])
    var contents = Contents()
    collect(parsed.program.statements, context, into: &contents)
    if let entity {
      for placed in contents.declarations { for line in placed.item.lines { add(line, to: entity, placed.context) } }
    }
    for placed in contents.claims { addClaim(placed) }
    for placed in contents.derived { add(placed) }
    for placed in contents.tensions { add(placed) }
    for draft in drafts { add(draft) }
    lateProblems += diagnostics
    (diagnostics, drafts) = outer
  }

  /// What was found wrong in what was read late, since the last time that was asked.
  public func takeProblems() -> [Diagnostic] {
    defer { lateProblems = [] }
    return lateProblems
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
      diagnostics.append(unknownKind(declaration.kind))
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

  func unknownKind(_ name: Identifier) -> Diagnostic {
    let near = Suggestion.nearest(to: name.text, among: casebook.kinds.map(\.name))
    return Diagnostic(
      .unknownKind, "no kind is called \(name.text)", at: name.range, "unknown",
      notes: near.isEmpty
        ? ["`kind \(name.text) \"…\" { plural … }` declares one"] : ["did you mean \(near.joined(separator: " or "))?"])
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
