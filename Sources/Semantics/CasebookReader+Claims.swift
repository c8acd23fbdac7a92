import Casebook
import Diagnostics
import Evidence
import Syntax

/// Claims: a line of a block, a `claim` statement, a `tension`.
extension CasebookReader {
  /// Adds one line of an entity's block.
  func add(_ line: ClaimLine, to entity: EntityID, _ context: CitationContext) {
    guard let property = casebook.property(named: line.property.text) else {
      diagnostics.append(unknownProperty(line.property, of: casebook[entity].kind))
      return
    }
    guard !inverseNames.contains(property) else {
      diagnostics.append(inverseClaim(line, property))
      return
    }
    guard casebook.allows(property, of: casebook[entity].kind) else {
      diagnostics.append(wrongDomain(line.property, property, entity))
      return
    }
    guard let value = value(of: line, casebook[property]) else { return }
    guard let draft = draft(line, value, property, entity, context) else { return }
    drafts.append(draft)
  }

  private func draft(
    _ line: ClaimLine, _ value: ClaimValue, _ property: PropertyID, _ entity: EntityID, _ context: CitationContext
  )
    -> ClaimDraft?
  {
    var draft = ClaimDraft(entity: entity, property: property, value: value, place: TextRange(line.range))
    let clauses = line.clauses
    if let status = clauses.status { draft.status = LiteralMeaning.status(status) }
    draft.mode = LiteralMeaning.mode(clauses.mode)
    draft.isPreferred = clauses.isPreferred
    if let time = clauses.time, !setTime(time, of: &draft) { return nil }
    guard let citations = citations(of: line, property, entity, context) else { return nil }
    draft.citations = citations
    draft.details = details(of: line)
    return draft
  }

  /// Sets when the claim holds: a time, or the entity by which it is dated.
  private func setTime(_ time: ClaimTime, of draft: inout ClaimDraft) -> Bool {
    switch time {
    case .literal(let literal):
      switch LiteralMeaning.time(literal) {
      case .success(let span): draft.time = span
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        return false
      }
    case .named(let path):
      guard let entity = entity(path) else { return false }
      guard casebook.hasTime(casebook[entity].kind) else {
        diagnostics.append(
          Diagnostic(
            .wrongKind, "\(casebook[entity].name) has no time of its own", at: path.range, casebook[casebook[entity].kind].title,
            notes: ["after `in` stands a time, a period or an event"]))
        return false
      }
      draft.timeEntity = entity
    }
    return true
  }

  /// Reads a claim made outside its entity's block.
  func addClaim(_ placed: Placed<(subject: Path, line: ClaimLine)>) {
    guard let entity = entity(placed.item.subject) else { return }
    add(placed.item.line, to: entity, placed.context)
  }

  // MARK: Citations

  /// The sources of a claim: its own, else those of the citing block. Nil, after a report, where one is unknown or none is named.
  private func citations(of line: ClaimLine, _ property: PropertyID, _ entity: EntityID, _ context: CitationContext)
    -> [ClaimCitation]?
  {
    let clauses = line.clauses
    if clauses.citations.isEmpty {
      guard let inherited = context.source else {
        if unsourced.contains(property) || casebook.source(of: entity) != nil { return [] }
        diagnostics.append(withoutSource(line))
        return nil
      }
      guard let source = source(inherited) else { return nil }
      if clauses.locators.isEmpty && unsourced.contains(property) { return [] }
      let locators = clauses.locators.isEmpty ? context.locators : clauses.locators
      return [ClaimCitation(source, locator: text(of: locators))]
    }
    var result: [ClaimCitation] = []
    for citation in clauses.citations {
      guard let source = source(citation.source) else { return nil }
      result.append(ClaimCitation(source, locator: text(of: citation.locators)))
    }
    // A locator that follows `via` or `supported by` belongs to that; one left over is a place in the last source named.
    if let extra = text(of: clauses.locators), let last = result.last, last.locator == nil {
      result[result.count - 1].locator = extra
    }
    return result
  }

  func source(_ path: Path) -> SourceID? {
    guard let name = path.names.first, path.names.count == 1 else {
      diagnostics.append(Diagnostic(.unknownSource, "a source is named by one word", at: path.range))
      return nil
    }
    if let source = casebook.source(named: name.text) { return source }
    let near = Suggestion.nearest(to: name.text, among: casebook.sourceNames)
    diagnostics.append(
      Diagnostic(
        .unknownSource, "no source is called \(name.text)", at: name.range, "unknown",
        notes: [Suggestion.note(near) ?? "`source \(name.text) \"…\" { author \"…\"; published … }` declares one"]))
    return nil
  }

  private func text(of locators: [Locator]) -> String? {
    locators.isEmpty ? nil : locators.map(\.text).joined(separator: ", ")
  }

  private func details(of line: ClaimLine) -> ClaimDetails? {
    let documentation = line.documentation.joinedLines
    guard let rare = line.clauses.rare else { return documentation.map { ClaimDetails(documentation: $0) } }
    var grade: Grade?
    if let written = rare.grade {
      grade = Grade(written.text)
      if grade == nil {
        diagnostics.append(
          Diagnostic(
            .valueDoesNotFit, "\(written.text) is no grade", at: written.range, "unknown",
            notes: ["a grade is a letter A–F for the source and a digit 1–6 for the information: B2"]))
      }
    }
    return ClaimDetails(
      scope: rare.scope, caveats: rare.caveats, words: rare.words, grade: grade, via: rare.via.compactMap { source($0) },
      supportedBy: rare.supportedBy.compactMap { citation in
        source(citation.source).map { ClaimCitation($0, locator: text(of: citation.locators)) }
      },
      deprecatedBecause: rare.deprecatedBecause, documentation: documentation)
  }

  // MARK: Entities

  /// An entity by its id, or by another name where that can mean only one.
  func entity(_ path: Path) -> EntityID? {
    guard let name = path.names.first, path.names.count == 1 else {
      diagnostics.append(
        Diagnostic(
          .unknownName, "an entity is named by one word", at: path.range, "", notes: ["names with blanks stand in back-ticks"]))
      return nil
    }
    if let entity = casebook.entity(named: name.text) { return entity }
    // Other names are not asked for: to find them, everything would have to be read, this line among it.
    let near = Suggestion.nearest(to: name.text, among: casebook.entities.map(\.name))
    diagnostics.append(
      Diagnostic(
        .unknownName, "no entity is called \(name.text)", at: name.range, "unknown",
        notes: [Suggestion.note(near) ?? "a claim names an entity by its id"]))
    return nil
  }

  // MARK: Tensions and derived figures

  /// Two claims, properties or assessments that pull against each other: kept as a claim of each about the other.
  func add(_ placed: Placed<(Path, Path, Reason)>) {
    guard let property = casebook.property(named: "in_tension_with") else {
      diagnostics.append(
        Diagnostic(
          .unknownProperty, "a tension needs the property in_tension_with", at: placed.range, "",
          notes: [
            "`property in_tension_with \"In tension with\" { of entity; value entity; symmetric yes; many yes }` declares it"
          ]))
      return
    }
    guard let one = entity(placed.item.0), let other = entity(placed.item.1) else { return }
    guard case .text(let reason, _) = placed.item.2 else {
      diagnostics.append(Diagnostic(.expectedValue, "a tension gives its reason in words", at: placed.range))
      return
    }
    var draft = ClaimDraft(entity: one, property: property, value: .entities([other]), place: TextRange(placed.range))
    draft.details = ClaimDetails(caveats: [reason])
    if let cited = placed.context.source, let source = source(cited) {
      draft.citations = [ClaimCitation(source, locator: text(of: placed.context.locators))]
    }
    drafts.append(draft)
  }

  /// A figure that follows from others: a claim whose value is a rule.
  func add(_ placed: Placed<DerivedClaim>) {
    let derived = placed.item
    guard let entity = entity(derived.subject) else { return }
    guard let property = casebook.property(named: derived.property.text) else {
      diagnostics.append(unknownProperty(derived.property, of: casebook[entity].kind))
      return
    }
    guard casebook.allows(property, of: casebook[entity].kind) else {
      diagnostics.append(wrongDomain(derived.property, property, entity))
      return
    }
    let rule = rules.add(
      DerivationRule(expression: derived.value, because: derived.because, caveats: derived.caveats, range: placed.range))
    var draft = ClaimDraft(entity: entity, property: property, value: .derived(rule), place: TextRange(placed.range))
    if let time = derived.time, !setTime(time, of: &draft) { return }
    if !derived.caveats.isEmpty { draft.details = ClaimDetails(caveats: derived.caveats) }
    drafts.append(draft)
  }
}
