public import Casebook
public import Diagnostics
public import Evidence
public import Syntax
import Names

/// Turns statements into checked ones: finds names, fits kinds, units and statuses, and reports everything that is wrong.
///
/// Nothing is evaluated. Declarations and claims have been read into the casebook before (`CasebookReader`), so a statement may speak of
/// what is declared further down. An expression that could not be checked has the type `unknown`, about which nothing more is said.
public struct Checker {
  let casebook: Casebook
  let units: UnitTable
  let sourceMap: SourceMap
  public var scope: Scope
  public private(set) var diagnostics: [Diagnostic] = []
  /// A reason was given why figures of unlike status may be put together.
  var setsStatusAside = false

  /// Opens the files that `load` names; nil where there are none to open.
  let dataFiles: (any DataFiles)?
  /// Values that were given for parameters, as written: paths of files may hold them.
  let parameterTexts: [String: String]

  public init(
    casebook: Casebook, units: UnitTable, sourceMap: SourceMap, scope: Scope, dataFiles: (any DataFiles)? = nil,
    parameterTexts: [String: String] = [:]
  ) {
    self.casebook = casebook
    self.units = units
    self.sourceMap = sourceMap
    self.scope = scope
    self.dataFiles = dataFiles
    self.parameterTexts = parameterTexts
  }

  /// What a bare name may mean where it stands.
  struct Context {
    /// The kind of the entity that a bare property speaks of; nil where there is none.
    var subject: KindID?
    /// A property of any kind is let through: the subjects of a comparison may differ in kind.
    var anyProperty = false
    /// The value of a clause that is due a time: bare names are entities with a time.
    var wantsTime = false
    /// The row is a claim.
    var isOfClaims = false
    /// The table whose columns have names here.
    var shape: TableShape?
    /// A figure of many rows may stand here.
    var takesAggregates = false
    /// A figure that looks at other rows may stand here.
    var takesWindows = false
    /// Whether it is within a window, of whose figure `within` may be said.
    var isInWindow = false

    static let plain = Context(subject: nil)

    var hasSubject: Bool { subject != nil || anyProperty || shape?.subject != nil }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes back all reports but the first few: what they speak of is checked once more.
  mutating func takeBackReports(after count: Int) { diagnostics.removeSubrange(count...) }

  /// An expression about which something was reported.
  func invalid(at range: SourceRange) -> CheckedExpression { CheckedExpression(.invalid, type: .unknown, at: range) }

  mutating func reportInvalid(_ diagnostic: Diagnostic, at range: SourceRange) -> CheckedExpression {
    report(diagnostic)
    return invalid(at: range)
  }

  // MARK: Statements

  /// Checks the statements of a program in order. Those that are declarations, claims or settings of the file give nothing.
  public mutating func check(_ program: Program) -> [CheckedStatement] {
    let circular = reportCircles(in: program)
    return program.statements.compactMap { statement in
      switch statement.node {
      case .measure(let definition) where circular.contains(foldName(definition.name.text)),
        .filter(let definition) where circular.contains(foldName(definition.name.text)):
        return nil
      default: return check(statement)
      }
    }
  }

  mutating func check(_ statement: Statement) -> CheckedStatement? {
    guard let node = checkNode(statement) else { return nil }
    return CheckedStatement(node, at: statement.range)
  }

  private mutating func checkNode(_ statement: Statement) -> CheckedStatement.Node? {
    switch statement.node {
    case .language, .use, .declaration, .citing, .claim, .derived, .tension, .claims, .deprecate, .invalid: return nil
    case .parameter(let name, let defaultValue, let description):
      let value = check(defaultValue, .plain)
      scope.set(Scope.Variable(type: value.type, definition: value), folded: foldName(name.text))
      return .parameter(name: foldName(name.text), defaultValue: value, description: description)
    case .define(let name, let expression, let because):
      setsStatusAside = because != nil
      defer { setsStatusAside = false }
      let value = check(expression, .plain)
      scope.set(Scope.Variable(type: value.type, definition: value), folded: foldName(name.text))
      return .define(name: foldName(name.text), value, because: text(of: because))
    case .lookup(let words): return checkLookup(words, at: statement.range)
    case .expression(let expression, let because):
      setsStatusAside = because != nil
      defer { setsStatusAside = false }
      return checkEntry(expression, because: because)
    case .why(let expression): return .why(check(expression, .plain))
    case .expect(let expression): return .expect(checkCondition(expression, .plain))
    case .compare(let comparison): return .compare(check(comparison, .plain))
    case .compareNamed(let name, let arguments): return checkRun(name, arguments, expecting: "comparison", at: statement.range)
    case .save(let expression, let path): return checkSave(expression, to: path)
    case .forEach(let name, let collection, let body): return checkForEach(name, in: collection, body: body)
    case .measure(let definition): define(definition, as: .measure, statement)
    case .filter(let definition): define(definition, as: .filter, statement)
    case .comparison(let named): define(named, statement)
    case .report(let report): define(report, statement)
    case .say(let text): return .say(check(text))
    case .show(let expression):
      if let run = checkRunExpression(expression) { return run }
      return .show(check(expression, .plain))
    case .section(let title, let body):
      return .section(check(title), body.compactMap { check($0) })
    case .gaps: return .gaps
    case .sources: return .sources
    case .help(let topic): return .shell(.help(topic))
    case .list(let words): return checkList(words, at: statement.range)
    case .explain(let code): return .shell(.explain(code))
    case .describe(let expression): return checkDescribe(expression)
    case .set(let name, let value): return .shell(.set(name: name.text, value: value.map { spelled($0) }))
    case .quit: return .shell(.quit)
    case .load(let load): return check(load, at: statement.range)
    case .revisions(let revisions): return check(revisions, at: statement.range)
    case .hypotheses(let hypotheses): define(hypotheses, statement)
    case .check(let question): return .check(check(question))
    case .question(let question): return .question(check(question))
    case .whatIf(let policy, let value):
      return .whatIf(policy: policy.text, value: spelled(value), at: value.range)
    }
    return nil
  }

  /// An expression that stands alone: the name of a definition shows or runs it, an entity shows its card.
  private mutating func checkEntry(_ expression: Expression, because: Reason?) -> CheckedStatement.Node? {
    if let run = checkRunExpression(expression) { return run }
    if case .name(let name) = expression.node, scope.definition(named: foldName(name.text)) != nil || isPropertyOnly(name) {
      return checkDescribe(expression)
    }
    let value = check(expression, .plain)
    if case .entity(let entity) = value.node {
      if case .name(let name) = expression.node {
        return .card(entity, others: namesakes(of: entity, name.text), asked: name.text)
      }
      return .card(entity, others: [], asked: "")
    }
    return .expression(value, because: text(of: because))
  }

  /// Words that may name an entity.
  private mutating func checkLookup(_ words: [String], at range: SourceRange) -> CheckedStatement.Node? {
    let text = words.joined(separator: " ")
    if let collection = collection(inWords: words, at: range) { return .expression(collection, because: nil) }
    switch casebook.match(text) {
    case .exact(let entity), .one(let entity, _): return .card(entity, others: namesakes(of: entity, text), asked: text)
    case .ambiguous(let candidates): report(ambiguous(text, candidates, at: range))
    case .none(let near): report(unknownLookup(words, near: near, at: range))
    }
    return nil
  }

  /// What else may have been meant by an everyday word, though one entity plainly is. An id of several words was meant as it stands.
  private func namesakes(of entity: EntityID, _ words: String) -> [EntityID] {
    switch casebook.match(words) {
    case .one(_, let others): others
    case .exact where !words.contains("_"): casebook.entities(called: words).filter { $0 != entity }
    case .exact, .ambiguous, .none: []
    }
  }

  private mutating func checkSave(_ expression: Expression, to path: TextLiteral) -> CheckedStatement.Node {
    let target = check(path)
    if case .run(let entry, let arguments) = checkRunExpression(expression) { return .saveRun(entry, arguments, to: target) }
    return .save(check(expression, .plain), to: target)
  }

  private mutating func checkForEach(_ name: Identifier, in collection: Expression, body: [Statement]) -> CheckedStatement.Node {
    let entities = check(collection, .plain)
    var kind: KindID?
    switch entities.type {
    case .entities(let found): kind = found
    case .unknown, .table, .claims: break
    default:
      report(wrongType(entities, wanted: "a collection of entities", notes: ["for example `for each state in states { … }`"]))
    }
    let outer = scope
    scope.set(Scope.Variable(type: .entity(kind), definition: nil), folded: foldName(name.text))
    let statements = body.compactMap { check($0) }
    scope = outer
    return .forEach(name: foldName(name.text), in: entities, body: statements)
  }

  private mutating func checkDescribe(_ expression: Expression) -> CheckedStatement.Node {
    if case .name(let name) = expression.node, scope.table(named: foldName(name.text)) == nil {
      let folded = foldName(name.text)
      if let entry = scope.definition(named: folded) { return .describeDefinition(entry) }
      if let kind = casebook.kind(named: folded) { return .describeKind(kind) }
      if let property = casebook.property(named: folded), casebook.entity(named: folded) == nil {
        return .describeProperty(property)
      }
    }
    let value = check(expression, .plain)
    // The columns of a table are what `… | describe` gives.
    if case .rows = value.type { return .show(CheckedExpression(.rows(value, [.describe]), type: .table, at: value.range)) }
    return .describe(value)
  }

  /// Whether a bare name is a property and nothing else.
  private func isPropertyOnly(_ name: Identifier) -> Bool {
    let folded = foldName(name.text)
    guard casebook.property(named: folded) != nil, casebook.entity(named: folded) == nil, casebook.kind(named: folded) == nil,
      scope.table(named: folded) == nil
    else {
      return false
    }
    if case .exact = casebook.match(name.text) { return false }
    return true
  }

  /// An expression as it was written.
  func spelled(_ expression: Expression) -> String { sourceMap.text(expression.range) }

  /// The words of a reason.
  func text(of reason: Reason?) -> String? {
    switch reason {
    case nil: return nil
    case .text(let text, _): return text
    case .claims(let paths): return paths.map { $0.names.map(\.text).joined(separator: ".") }.joined(separator: ", ")
    }
  }
}
