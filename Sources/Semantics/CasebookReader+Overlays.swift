import Casebook
import Diagnostics
import Evidence
import Syntax

/// Claims that a later text marks as deprecated: they stay, answer no more, and `why` gives the reason.
extension CasebookReader {
  /// Marks every claim that fits, those that are being read among them.
  func deprecate(_ deprecation: Deprecation) {
    guard let entity = entity(deprecation.subject) else { return }
    guard let property = casebook.property(named: deprecation.property.text) else {
      diagnostics.append(unknownProperty(deprecation.property, of: casebook[entity].kind))
      return
    }
    guard let pattern = pattern(of: deprecation) else { return }
    var found = 0
    for index in drafts.indices {
      let draft = drafts[index]
      guard draft.entity == entity, draft.property == property, pattern.fits(draft) else { continue }
      found += 1
      let details = draft.details ?? ClaimDetails()
      if details.deprecatedBecause == nil { drafts[index].details = details.deprecated(because: deprecation.because) }
    }
    for claim in casebook.claims(of: entity, property: property) where pattern.fits(casebook[claim], in: casebook) {
      found += 1
      deprecations.append((claim, deprecation.because))
    }
    if found == 0 { diagnostics.append(nothingFits(deprecation, entity, property)) }
  }

  /// What a claim must have to be meant.
  private struct Pattern {
    var status: Status?
    var time: TimeSpan?
    var timeEntity: EntityID?
    var source: SourceID?
    var sourceName = ""
    var locators: [String] = []

    func fits(_ draft: ClaimDraft) -> Bool {
      fits(draft.status, draft.time, draft.timeEntity)
        && (source == nil || draft.citations.contains { $0.source == source && fits(locator: $0.locator) })
    }

    func fits(_ claim: Claim, in casebook: Casebook) -> Bool {
      fits(claim.status, claim.time, claim.timeEntity)
        && (source == nil
          || casebook.citations(of: claim).contains { $0.source.id == sourceName && fits(locator: $0.locator) })
    }

    private func fits(_ status: Status, _ time: TimeSpan?, _ timeEntity: EntityID?) -> Bool {
      (self.status == nil || self.status == status) && (self.time == nil || self.time == time)
        && (self.timeEntity == nil || self.timeEntity == timeEntity)
    }

    private func fits(locator: String?) -> Bool {
      locators.isEmpty || locators.joined(separator: ", ") == locator
    }
  }

  /// Nil, after a report, where a name in it is unknown.
  private func pattern(of deprecation: Deprecation) -> Pattern? {
    var pattern = Pattern(status: deprecation.status.map(LiteralMeaning.status))
    switch deprecation.time {
    case nil: break
    case .literal(let literal):
      switch LiteralMeaning.time(literal) {
      case .success(let span): pattern.time = span
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        return nil
      }
    case .named(let path):
      guard let entity = entity(path) else { return nil }
      pattern.timeEntity = entity
    }
    if let citation = deprecation.citation {
      guard let source = source(citation.source) else { return nil }
      pattern.source = source
      pattern.sourceName = casebook[source].id
      pattern.locators = citation.locators.map(\.text)
    }
    return pattern
  }

  private func nothingFits(_ deprecation: Deprecation, _ entity: EntityID, _ property: PropertyID) -> Diagnostic {
    let others =
      casebook.claims(of: entity, property: property).count + drafts.count { $0.entity == entity && $0.property == property }
    let name = "\(casebook[entity].name).\(casebook[property].name)"
    return Diagnostic(
      .unknownName, "there is no such claim to deprecate", at: deprecation.property.range, "nothing fits",
      notes: [
        others == 0
          ? "nothing is said of \(name)"
          : "of \(name) there \(others == 1 ? "is one claim" : "are \(others) claims") of another status, time or source"
      ])
  }
}
