import Casebook
import Diagnostics
import Evidence
import Names
import Syntax

/// The messages of the checker: one sentence, what stands there, the next step.
extension Checker {
  // MARK: Names

  func unknownName(_ text: String, at range: SourceRange) -> Diagnostic {
    let near = nearNames(to: text)
    return Diagnostic(
      .unknownName, "nothing here is called \(text)", at: range, "unknown",
      notes: [Suggestion.note(near) ?? nextStep]
    )
  }

  /// What to do where a name is unknown and none is near.
  private var nextStep: String {
    casebook.entities.isEmpty
      ? "no casebook is open: `use mexico_2018` opens the one of the Library"
      : "`list kinds` and `list institutions` show what there is; Tab completes a name"
  }

  func unknownLookup(_ words: [String], near: [EntityID], at range: SourceRange) -> Diagnostic {
    let text = words.joined(separator: " ")
    var notes = [Suggestion.note(near.map { casebook[$0].name })].compactMap(\.self)
    if let question = questionWithoutDot(words) {
      notes.append("a property stands behind a dot: `\(question)`")
      return Diagnostic(.unknownName, "no entity is called “\(text)”", at: range, "unknown", notes: notes)
    }
    if casebook.entities.isEmpty { notes.append(nextStep) }
    notes.append("a line of words is looked up as a name; a figure is asked for as ENTITY.PROPERTY in YEAR")
    return Diagnostic(.unknownName, "no entity is called “\(text)”", at: range, "unknown", notes: notes)
  }

  /// `navy.personnel in 2018` where the words are `navy personnel in 2018`: a name, a property, and what follows it.
  private func questionWithoutDot(_ words: [String]) -> String? {
    for place in words.indices.dropFirst() where casebook.property(named: foldName(words[place])) != nil {
      switch casebook.match(words[..<place].joined(separator: " ")) {
      case .exact(let entity), .one(let entity, _):
        return ([casebook[entity].name + "." + words[place]] + words[(place + 1)...]).joined(separator: " ")
      case .ambiguous, .none: continue
      }
    }
    return nil
  }

  func ambiguous(_ text: String, _ candidates: [EntityID], at range: SourceRange) -> Diagnostic {
    let shown = candidates.prefix(8).map { "\(casebook[$0].name) (\(casebook[$0].title))" }
    let rest = candidates.count - shown.count
    return Diagnostic(
      .ambiguousName, "\(text) may mean \(candidates.count) things", at: range, "ambiguous",
      notes: ["say which: " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")])
  }

  func unknownProperty(_ name: Identifier, of kind: KindID?) -> Diagnostic {
    let near = Suggestion.nearest(to: name.text, among: casebook.propertyNames(of: kind) + measureNames(for: kind))
    var notes = [Suggestion.note(near)].compactMap(\.self)
    if let kind { notes.append("`describe \(casebook[kind].name)` lists what can be asked of \(article(casebook[kind].title))") }
    return Diagnostic(.unknownProperty, "no property is called \(name.text)", at: name.range, "unknown", notes: notes)
  }

  func notAPropertyOf(_ id: PropertyID, _ kind: KindID, at range: SourceRange) -> Diagnostic {
    let property = casebook[id]
    let domains = property.domain.map { casebook[$0].name }.joined(separator: ", ")
    return Diagnostic(
      .wrongKind, "\(property.name) is not asked of \(article(casebook[kind].title))", at: range, "a property of \(domains)",
      notes: ["`describe \(casebook[kind].name)` lists what can be asked"])
  }

  func wrongKind(_ entry: DefinitionEntry, wanted: KindID, found: KindID, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongKind,
      "the \(entry.category) \(entry.name) is for \(article(casebook[wanted].title)), and this is \(article(casebook[found].title))",
      at: range, "for \(casebook[wanted].plural)")
  }

  func unknownVariable(_ name: String, at range: SourceRange) -> Diagnostic {
    let near = Suggestion.nearest(to: name, among: scope.variableNames)
    return Diagnostic(
      .unknownVariable, "$\(name) has not been given a value", at: range, "unknown",
      notes: [Suggestion.note(near.map { "$" + $0 }) ?? "`let \(name) = …` gives it one"])
  }

  func unknownFunction(_ name: Identifier) -> Diagnostic {
    let near = Suggestion.nearest(to: name.text, among: Builtin.allCases.map(\.rawValue) + scope.definitions.map(\.name))
    return Diagnostic(
      .unknownFunction, "no function is called \(name.text)", at: name.range, "unknown",
      notes: [Suggestion.note(near) ?? "`list functions` shows them all"])
  }

  func unknownDefinition(_ name: Identifier, category: String) -> Diagnostic {
    let near = Suggestion.nearest(to: name.text, among: scope.definitions.filter { $0.category == category }.map(\.name))
    var notes = [Suggestion.note(near)].compactMap(\.self)
    if category == "comparison" { notes.append("to compare directly: `compare SUBJECT, SUBJECT on MEASURE`") }
    return Diagnostic(.unknownName, "no \(category) is called \(name.text)", at: name.range, "unknown", notes: notes)
  }

  func wrongDefinition(_ name: Identifier, _ entry: DefinitionEntry, wanted: String) -> Diagnostic {
    Diagnostic(.wrongType, "\(name.text) is a \(entry.category), not a \(wanted)", at: name.range, "a \(entry.category)")
  }

  func needsSubject(_ property: PropertyID, at range: SourceRange) -> Diagnostic {
    let name = casebook[property].name
    let example = casebook.allClaims().first { casebook[$0].property == property }.map { casebook[casebook[$0].entity].name }
    return Diagnostic(
      .unknownName, "\(name) is a property: it is asked of an entity", at: range, "of what?",
      notes: ["for example `\(example ?? "ENTITY").\(name)`"])
  }

  func needsSubject(_ entry: DefinitionEntry, at range: SourceRange) -> Diagnostic {
    switch entry.body {
    case .measure, .filter:
      return Diagnostic(
        .wrongType, "the \(entry.category) \(entry.name) is asked of an entity", at: range, "of what?",
        notes: ["for example `ENTITY.\(entry.name)`, or `| where \(entry.name)` after a collection"])
    case .comparison, .report, .hypotheses: return notAValue(entry, at: range)
    }
  }

  func notAValue(_ entry: DefinitionEntry, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongType, "the \(entry.category) \(entry.name) is no value", at: range, "a \(entry.category)",
      notes: [entry.category == "report" ? "`show \(entry.name)` prints it" : "`compare \(entry.name)` prints it"])
  }

  func notAnEntity(_ value: CheckedExpression, member: Identifier) -> Diagnostic {
    Diagnostic(
      .wrongType, "\(member.text) is asked of an entity, and this is \(value.type.description)", at: value.range,
      value.type.description)
  }

  func memberOfCollection(_ value: CheckedExpression, member: Identifier) -> Diagnostic {
    Diagnostic(
      .wrongType, "\(member.text) is asked of one entity at a time", at: value.range, "a collection",
      notes: ["for a column of it: `… | select name, \(member.text)`"])
  }

  func notCallable(at range: SourceRange) -> Diagnostic {
    Diagnostic(.unknownFunction, "this is no function", at: range, "not a name", notes: ["`list functions` shows them all"])
  }

  func hole(at range: SourceRange, _ context: Context) -> Diagnostic {
    let notes: [String]
    if context.wantsTime {
      notes = [
        "a time fits here: 2018, 2017-12, 2006..2012, or a period such as \(periodNames.prefix(4).joined(separator: ", "))"
      ]
    } else if let kind = context.subject {
      let names = casebook.propertyNames(of: kind) + measureNames(for: kind)
      notes = ["of \(article(casebook[kind].title)) one can ask: " + names.joined(separator: ", ")]
    } else {
      notes = ["an entity, a collection, a number, a text or a time fits here; Tab lists names"]
    }
    return Diagnostic(.hole, "something is still to be filled in", at: range, "what fits here?", notes: notes)
  }

  // MARK: Arguments

  func unknownParameter(_ name: Identifier, of entry: DefinitionEntry) -> Diagnostic {
    let names = entry.parameters.map(\.name)
    return Diagnostic(
      .wrongArguments, "\(entry.name) has no parameter \(name.text)", at: name.range, "unknown",
      notes: [names.isEmpty ? "it has none" : "it has " + names.joined(separator: ", ")])
  }

  func tooManyArguments(for entry: DefinitionEntry, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "\(entry.name) takes \(entry.parameters.count == 0 ? "no" : "\(entry.parameters.count)") arguments",
      at: range,
      "one too many")
  }

  func missingArgument(_ parameter: DefinitionEntry.Parameter, of entry: DefinitionEntry, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "\(entry.name) needs a value for \(parameter.name)", at: range, "missing",
      notes: ["`\(entry.name)(\(parameter.name) = …)`"])
  }

  func argumentUnit(_ value: CheckedExpression, _ found: Unit, parameter: String, _ wanted: Unit) -> Diagnostic {
    Diagnostic(
      .unitMismatch, "\(parameter) is given in \(wanted.words), and this is in \(found.words)", at: value.range,
      "in \(found.words)")
  }

  func argumentType(_ value: CheckedExpression, parameter: DefinitionEntry.Parameter) -> Diagnostic {
    Diagnostic(
      .wrongType, "\(parameter.name) is \(parameter.type.description), and this is \(value.type.description)", at: value.range,
      value.type.description)
  }

  func wrongArguments(_ builtin: Builtin, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "\(builtin.rawValue) cannot be called like this", at: range, "", notes: ["it is \(builtin.signature)"])
  }

  // MARK: Types, units, status

  func wrongType(_ value: CheckedExpression, wanted: String, notes: [String]) -> Diagnostic {
    Diagnostic(
      .wrongType, "\(wanted) is needed here, and this is \(value.type.description)", at: value.range, value.type.description,
      notes: notes)
  }

  func noTimeOfItsOwn(_ value: CheckedExpression, _ kind: KindID) -> Diagnostic {
    Diagnostic(
      .wrongKind, "\(article(casebook[kind].title)) has no time of its own", at: value.range, casebook[kind].title,
      notes: ["periods and events have one: " + periodNames.prefix(4).joined(separator: ", ")])
  }

  func statusMismatch(
    _ sign: ArithmeticOperator, _ first: CheckedExpression, _ one: Status, _ second: CheckedExpression, _ other: Status
  )
    -> Diagnostic
  {
    let verb = sign == .add ? "added to" : "subtracted from"
    // In a subtraction the second is what is taken away.
    let (moved, kept) = sign == .add ? (one, other) : (other, one)
    var notes: [String] = []
    if let (subject, property) = propertyQuestion(first) ?? propertyQuestion(second) {
      notes.append("to set them side by side: compare \(subject) on \(property) across \(planFirst(one, other))")
    } else {
      notes.append("`ratio(a, b)` and `difference(a, b)` set figures of unlike status against each other")
    }
    return Diagnostic(
      .statusMismatch, "\(article(moved.rawValue)) figure cannot be \(verb) \(article(kept.rawValue)) one", at: first.range,
      operandDescription(first), also: [Diagnostic.Label(second.range, operandDescription(second))], notes: notes)
  }

  private func planFirst(_ one: Status, _ other: Status) -> String {
    let (plan, fact) = one == .actual ? (other, one) : (one, other)
    return "\(plan.rawValue) vs \(fact.rawValue)"
  }

  func unitMismatch(
    _ sign: ArithmeticOperator, _ first: CheckedExpression, _ one: Unit, _ second: CheckedExpression, _ other: Unit
  )
    -> Diagnostic
  {
    let verb = sign == .add ? "added" : "subtracted"
    return Diagnostic(
      .unitMismatch, "\(one.words) and \(other.words) cannot be \(verb)", at: first.range, operandDescription(first),
      also: [Diagnostic.Label(second.range, operandDescription(second))],
      notes: ["a quotient of unlike units has a meaning: \(one.words) / \(other.words)"])
  }

  func incomparable(_ first: CheckedExpression, _ one: Unit, _ second: CheckedExpression, _ other: Unit) -> Diagnostic {
    Diagnostic(
      .unitMismatch, "\(one.words) cannot be compared with \(other.words)", at: first.range, operandDescription(first),
      also: [Diagnostic.Label(second.range, operandDescription(second))],
      notes: ["a quotient of unlike units has a meaning: \(one.words) / \(other.words)"])
  }

  func cannotGive(_ value: CheckedExpression, in unit: UnitExpression, found: Unit) -> Diagnostic {
    Diagnostic(
      .unitMismatch, "a figure in \(found.words) cannot be given per \(unit.denominator?.text ?? "unit")", at: value.range,
      "in \(found.words)",
      notes: [
        found == .none
          ? "people by people is a plain number: what is counted has a unit of its own, such as deaths, victims or case_files"
          : "divide by what it is to be given per: `… / population per 100_000 people`"
      ])
  }

  // MARK: Describing

  /// What an operand is: status, figure and source where a single claim stands behind it, otherwise its status and unit.
  func operandDescription(_ value: CheckedExpression) -> String {
    guard case .quantity(let type) = value.type else { return value.type.description }
    if let claim = claimBehind(value) { return describe(claim) }
    var parts: [String] = []
    if let status = type.status { parts.append(status.rawValue) }
    if let unit = type.unit { parts.append(unit == Unit.none ? "a bare number" : "in \(unit.words)") }
    return parts.joined(separator: ", ")
  }

  private func describe(_ claim: Claim) -> String {
    guard case .number(let number, let unit) = claim.value else { return claim.status.rawValue }
    let figure = number.phrase(unit: unit)
    let source = casebook.citations(of: claim).first.map { " (\($0.shortForm))" } ?? ""
    return "\(claim.status.rawValue), \(figure)\(source)"
  }

  /// The claim that answers a plain question such as `gendarmerie.personnel in 2018`, through variables.
  private func claimBehind(_ value: CheckedExpression) -> Claim? {
    guard let query = query(for: value) else { return nil }
    return casebook.answer(query).claims.first.map { casebook[$0] }
  }

  private func query(for value: CheckedExpression) -> Query? {
    switch value.node {
    case .variable(let name): return scope.variable(named: name)?.definition.flatMap { query(for: $0) }
    case .property(let subject, let property):
      guard case .entity(let entity) = subject.node else { return nil }
      return Query(entity: entity, property: property)
    case .qualified(let inner, let qualifiers):
      guard var query = query(for: inner) else { return nil }
      for qualifier in qualifiers {
        switch qualifier {
        case .status(let status): query.status = status
        case .during(let time):
          guard case .time(let span) = time.node else { return nil }
          query.time = .during(span)
        case .asOf(let time):
          guard case .time(let span) = time.node else { return nil }
          query.time = .asOf(span)
        default: return nil
        }
      }
      return query
    default: return nil
    }
  }

  /// The names in a question such as `gendarmerie.personnel as planned`.
  private func propertyQuestion(_ value: CheckedExpression) -> (String, String)? {
    guard let query = query(for: value) else { return nil }
    return (casebook[query.entity].name, casebook[query.property].name)
  }

  /// `a unit`, `an institution`.
  func article(_ word: String) -> String {
    let lowered = word.lowercased()
    let isVowel = lowered.first.map { "aeiou".contains($0) } ?? false
    return (isVowel && !lowered.hasPrefix("uni") && !lowered.hasPrefix("eu") ? "an " : "a ") + lowered
  }

  func nearNames(to text: String) -> [String] {
    var names = casebook.kinds.map(\.plural) + casebook.properties.map(\.name) + scope.definitions.map(\.name)
    if case .none(let near) = casebook.match(text) { names += near.map { casebook[$0].name } }
    return Suggestion.nearest(to: text, among: names)
  }

  private func measureNames(for kind: KindID?) -> [String] {
    scope.definitions.filter { entry in
      switch entry.body {
      case .measure(let wanted, _), .filter(let wanted, _): return kind.map { casebook.is($0, a: wanted) } ?? true
      case .comparison, .report, .hypotheses: return false
      }
    }.map(\.name)
  }

  private var periodNames: [String] {
    casebook.entities.filter { casebook.hasTime($0.kind) }.map(\.name).sorted()
  }
}
