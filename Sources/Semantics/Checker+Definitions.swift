import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

extension Checker {
  enum DefinitionCategory { case measure, filter }

  /// Parameters become variables of the body; what they hide comes back afterwards.
  private mutating func withParameters<Result>(
    _ parameters: [FormalParameter], _ body: (inout Checker, [DefinitionEntry.Parameter]) -> Result
  ) -> Result {
    let outer = scope
    var checked: [DefinitionEntry.Parameter] = []
    for parameter in parameters {
      let value = parameter.defaultValue.map { check($0, .plain) }
      let name = foldName(parameter.name.text)
      if checked.contains(where: { $0.name == name }) {
        report(
          Diagnostic(
            .alreadyDefined, "the parameter \(parameter.name.text) is named twice", at: parameter.name.range, "named before"))
      }
      checked.append(DefinitionEntry.Parameter(name: name, defaultValue: value, type: value?.type ?? .unknown))
      scope.set(Scope.Variable(type: value?.type ?? .unknown, definition: nil), folded: name)
    }
    let result = body(&self, checked)
    scope = outer
    return result
  }

  mutating func define(_ definition: Definition, as category: DefinitionCategory, _ statement: Statement) {
    guard nameIsFree(definition.name) else { return }
    guard let kind = casebook.kind(named: definition.kind.text) else {
      report(casebook.unknownKind(definition.kind))
      return
    }
    let errorsBefore = diagnostics.count
    let entry = withParameters(definition.parameters) { checker, parameters in
      let context = Context(subject: kind)
      let body: DefinitionEntry.Body
      switch category {
      case .measure: body = .measure(kind: kind, checker.check(definition.body, context))
      case .filter: body = .filter(kind: kind, checker.checkCondition(definition.body, context))
      }
      return DefinitionEntry(
        name: definition.name.text, parameters: parameters, body: body, documentation: statement.documentation,
        range: statement.range)
    }
    add(entry, unlessErrorsSince: errorsBefore)
  }

  mutating func define(_ named: NamedComparison, _ statement: Statement) {
    guard nameIsFree(named.name) else { return }
    let errorsBefore = diagnostics.count
    let entry = withParameters(named.parameters) { checker, parameters in
      DefinitionEntry(
        name: named.name.text,
        title: named.title.map { CheckedExpression(.text([.literal($0)]), type: .text, at: named.name.range) },
        parameters: parameters, body: .comparison(checker.check(named.body, .plain)), documentation: statement.documentation,
        range: statement.range)
    }
    add(entry, unlessErrorsSince: errorsBefore)
  }

  mutating func define(_ report: Report, _ statement: Statement) {
    guard nameIsFree(report.name) else { return }
    let errorsBefore = diagnostics.count
    let entry = withParameters(report.parameters) { checker, parameters in
      let title = report.title.map { checker.check($0) }
      return DefinitionEntry(
        name: report.name.text, title: title, parameters: parameters, body: .report(report.body.compactMap { checker.check($0) }),
        documentation: statement.documentation, range: statement.range)
    }
    add(entry, unlessErrorsSince: errorsBefore)
  }

  mutating func add(_ entry: DefinitionEntry, unlessErrorsSince count: Int) {
    guard !diagnostics.dropFirst(count).contains(where: { $0.severity == .error }) else { return }
    scope.define(entry, folded: foldName(entry.name))
  }

  /// A definition may replace an earlier definition, but not hide a property, a kind, an entity or a function.
  mutating func nameIsFree(_ name: Identifier) -> Bool {
    let folded = foldName(name.text)
    let taken: String?
    if casebook.property(named: folded) != nil {
      taken = "a property"
    } else if casebook.kind(named: folded) != nil {
      taken = "a kind"
    } else if casebook.entity(named: folded) != nil {
      taken = "an entity"
    } else if Builtin(rawValue: folded) != nil {
      taken = "a function"
    } else {
      taken = nil
    }
    guard let taken else { return true }
    report(
      Diagnostic(
        .alreadyDefined, "\(name.text) is \(taken) already", at: name.range, "taken",
        notes: ["give the definition another name"]))
    return false
  }

  // MARK: Comparisons

  mutating func check(_ comparison: Comparison, _ context: Context) -> CheckedComparison {
    var subjects: [CheckedExpression] = []
    var kinds: Set<KindID> = []
    for path in comparison.subjects {
      let subject = check(path: path)
      switch subject.type {
      case .entity(let kind): if let kind { kinds.insert(kind) }
      case .entities(let kind): if let kind { kinds.insert(kind) }
      case .unknown: break
      default: report(wrongType(subject, wanted: "an entity or a collection", notes: []))
      }
      subjects.append(subject)
    }
    let row = Context(subject: kinds.count == 1 ? kinds.first : nil, anyProperty: kinds.count != 1)
    let items = comparison.items.map {
      CheckedComparison.Item(label: label($0.value, $0.label), value: check($0.value, row))
    }
    for item in items {
      guard case .entity(let entity) = item.value.node else { continue }
      report(
        Diagnostic(
          .wrongType, "\(casebook[entity].name) is an entity, the same beside every subject", at: item.value.range, "no measure",
          notes: ["a property or a measure of the subjects stands after `on`"]))
    }
    let qualifiers = check(comparison.qualifiers)
    return CheckedComparison(
      subjects: subjects, items: items, qualifiers: qualifiers, facets: comparison.facets.flatMap { check($0) },
      because: text(of: comparison.because))
  }

  private mutating func check(_ facets: Comparison.Facets) -> CheckedComparison.Facets? {
    switch facets {
    case .statuses(let words): return .statuses(words.map(LiteralMeaning.status))
    case .times(let times):
      return .times(times.map { (spelled($0), checkTime($0)) })
    case .sources: return .sources
    case .beforeAfter(let path):
      let event = check(path: path)
      guard case .entity(let id) = event.node else {
        if !event.isInvalid { report(wrongType(event, wanted: "an event", notes: [])) }
        return nil
      }
      if !casebook.hasTime(casebook[id].kind) {
        report(noTimeOfItsOwn(event, casebook[id].kind))
        return nil
      }
      return .beforeAfter(id)
    }
  }

  /// A path as an expression: an entity, a collection, or a property of an entity.
  mutating func check(path: Path) -> CheckedExpression {
    guard let first = path.names.first else { return invalid(at: path.range) }
    var expression = Expression(path.isEntity ? .theEntity(first) : .name(first), at: first.range)
    for name in path.names.dropFirst() {
      expression = Expression(.member(expression, name), at: first.range.union(name.range))
    }
    return check(expression, .plain)
  }
}
