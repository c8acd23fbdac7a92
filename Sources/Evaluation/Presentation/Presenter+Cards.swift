import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// How many values of one property a card shows before it says where the rest are.
  private static let valuesShown = 5
  /// How many letters of one text a card shows.
  private static let longestText = 800
  /// How many entities are named in a row of ties.
  private static let tiesShown = 8

  /// An entity's card: what it is called, its figures over time, what else is said of it, its ties, and the sources.
  func card(_ entity: EntityID) throws(Diagnostic) -> [Block] {
    let record = casebook[entity]
    let names = casebook.names(of: entity)
    var heading: [Inline] = [.strong([name(entity)]), .text(" · \(casebook[record.kind].title.lowercased())")]
    let others = names.natives + names.aliases
    if !others.isEmpty { heading.append(.text(" · " + others.map(oneLine).joined(separator: ", "))) }
    let claims = casebook.claims(of: entity).filter { casebook[$0].details?.deprecatedBecause == nil }
    var rows: [FactRow] = []
    let properties = propertiesSaid(claims)
    for property in properties where casebook[property].value.isQuantity { rows.append(row(property, of: entity)) }
    for property in properties where !casebook[property].value.isQuantity { rows.append(row(property, of: entity)) }
    rows += tiesIn(entity)
    rows += contradictions(entity)
    if let source = casebook.source(of: entity) { rows += sourceRows(source) }
    let from = sourceCounts(claims)
    if !from.isEmpty { rows.append(FactRow("sources", [.text(from)])) }
    var blocks: [Block] = [.paragraph(heading)]
    blocks.append(rows.isEmpty ? .paragraph([.absent("nothing is said of it yet")]) : .facts(rows))
    return blocks
  }

  /// What else has in its names what was asked for: all of them by name, where they are few.
  func namesakes(_ others: [EntityID], _ asked: String) -> [Inline] {
    let count = others.count == 1 ? "one other has" : "\(others.count) others have"
    let words = asked.replacing("_", with: " ")
    let start = [Inline.text("\(count) “\(words)” in \(others.count == 1 ? "its names" : "their names"): ")]
    return start + (others.count <= 3 ? names(others) : [.text("`who \(words)` lists them")])
  }

  /// The properties of which something is said, names left out, in the order in which they are first met.
  private func propertiesSaid(_ claims: [ClaimID]) -> [PropertyID] {
    var found: [PropertyID] = []
    for claim in claims {
      let property = casebook[claim].property
      switch casebook[property].role {
      case .alias, .native: continue
      default: if !found.contains(property) { found.append(property) }
      }
    }
    return found
  }

  private func row(_ property: PropertyID, of entity: EntityID) -> FactRow {
    let claims = casebook.claims(of: entity, property: property).filter { casebook[$0].details?.deprecatedBecause == nil }
    let groups = alike(claims) { words(claim: $0) }
    var values = groups.prefix(Self.valuesShown).map { group in
      clipped(group.words, of: entity, property) + mark(group.claims.flatMap { sources(of: $0) })
    }
    if groups.count > Self.valuesShown {
      values.append([
        .text("and \(groups.count - Self.valuesShown) more: "), .code("\(casebook[entity].name).\(casebook[property].name)"),
      ])
    }
    return FactRow(label: [.property(casebook[property].title)], values: values)
  }

  /// A card is read at one glance: of a text of pages it has the beginning, and says where all of it is.
  private func clipped(_ words: [Inline], of entity: EntityID, _ property: PropertyID) -> [Inline] {
    let text = plainText(words)
    guard text.utf8.count > Self.longestText else { return words }
    let start = text.prefix(Self.longestText).split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(
      separator: " ")
    let beginning = start.isEmpty ? String(text.prefix(Self.longestText)) : start
    return [.text(beginning + " … ("), .code("\(casebook[entity].name).\(casebook[property].name)"), .text(" has all of it)")]
  }

  /// What other entities' claims say of it, one row for each way of being tied to it.
  private func tiesIn(_ entity: EntityID) -> [FactRow] {
    var groups: [(label: String, entities: [EntityID], claims: [ClaimID])] = []
    for tie in casebook.ties(of: entity) where !tie.isForward {
      let property = casebook[tie.property]
      let label = property.inversePhrase ?? property.inverse.map { casebook[$0].title.lowercased() } ?? "\(property.name) of"
      if let index = groups.firstIndex(where: { $0.label == label }) {
        if !groups[index].entities.contains(tie.other) { groups[index].entities.append(tie.other) }
        groups[index].claims.append(tie.claim)
      } else {
        groups.append((label, [tie.other], [tie.claim]))
      }
    }
    return groups.map { group in
      var value = names(Array(group.entities.prefix(Self.tiesShown)))
      if group.entities.count > Self.tiesShown { value.append(.text(" and \(group.entities.count - Self.tiesShown) more")) }
      return FactRow(group.label, value + mark(Array(group.claims.prefix(Self.tiesShown))))
    }
  }

  /// What its claims contradict each other in; the rest is in `conflicts of` it.
  private func contradictions(_ entity: EntityID) -> [FactRow] {
    let sets = casebook.claimSets(of: entity, policies: policies).filter { $0.agreement == .conflict || $0.agreement == .differ }
    guard !sets.isEmpty else { return [] }
    let values = sets.prefix(Self.valuesShown).map { set -> [Inline] in
      let claims = alike(set.claims) { words(claim: $0) }
      var said: [Inline] = [.property(casebook[casebook[set.claims[0]].property].title), .text(": ")]
      for (index, claim) in claims.enumerated() { said += (index > 0 ? [.text("; ")] : []) + claim.words + mark(claim.claims) }
      return said
    }
    let more = sets.count - values.count
    let rest: [[Inline]] = more > 0 ? [[.text("and \(more) more: "), .code("conflicts of \(casebook[entity].name)")]] : []
    return [FactRow(label: [.text("claims disagree on")], values: values + rest)]
  }

  /// What a source says: how many claims stand on it.
  private func sourceRows(_ source: SourceID) -> [FactRow] {
    let said = casebook.claims(from: source).count
    let supported = casebook.claims(supportedBy: source).count
    var rows = [FactRow("claims from it", [.text("\(said)")])]
    if supported > 0 { rows.append(FactRow("claims that cite it", [.text("\(supported)")])) }
    return rows
  }

  /// `Ellis 2018 (12), Proceso 2017 (1)`, in the order in which the sources are met.
  private func sourceCounts(_ claims: [ClaimID]) -> String {
    var counts: [(name: String, count: Int)] = []
    for claim in claims {
      for citation in casebook.citations(of: casebook[claim]) {
        let name = citation.source.shortForm
        if let index = counts.firstIndex(where: { $0.name == name }) {
          counts[index].count += 1
        } else {
          counts.append((name, 1))
        }
      }
    }
    return counts.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
  }
}
