import Casebook
import Diagnostics
import Evidence
import Names
import Semantics
import Tables

/// Finding the entities that a file's codes and names mean.
extension Evaluator {
  /// The different cells of a column as texts, in the order of their first rows, without the missing one.
  func distinctTexts(of column: String, in pipeline: Pipeline, at range: SourceRange) throws(Diagnostic) -> [String] {
    var distinct = pipeline
    distinct.steps += [.select([NamedExpression(column: column)]), .distinct]
    let table = try run(distinct, at: range).table
    let reader = RowReader(table)
    return (0..<reader.rowCount).compactMap { row in reader.cell(row, 0).flatMap { $0.0.text($0.1) } }
  }

  /// The entity of each cell, by its id. Codes are matched by the property `code`, whatever zeros stand before them; names by any of an
  /// entity's names, case and accents folded.
  func match(_ cells: [String], _ column: String, with kind: KindID, keepsUnmatched: Bool) -> ([String: String], MatchReport) {
    var byCode: [String: EntityID] = [:]
    var byName: [String: [EntityID]] = [:]
    let members = casebook.entities(of: kind)
    let code = casebook.property(named: "code")
    var coded: [EntityID] = []
    for entity in members {
      for name in [casebook[entity].name, casebook[entity].title] + names(of: entity) {
        let folded = Self.spelling(name)
        if byName[folded]?.contains(entity) != true { byName[folded, default: []].append(entity) }
      }
      guard let code else { continue }
      for claim in casebook.claims(of: entity, property: code) {
        guard let written = Self.codes(casebook[claim].value) else { continue }
        if coded.last != entity { coded.append(entity) }
        for text in written { byCode[Self.bare(text)] = entity }
      }
    }
    // A name that several have is that of one like the others: among states, México is the state and not the country.
    let sure = Set(
      cells.compactMap { cell in
        byCode[Self.bare(cell)] ?? (byName[Self.spelling(cell)].flatMap { $0.count == 1 ? $0[0] : nil })
      })
    var found: [String: String] = [:]
    var seen: Set<EntityID> = []
    var unmatched: [String] = []
    for cell in cells {
      if let entity = byCode[Self.bare(cell)] ?? choose(among: byName[Self.spelling(cell)] ?? [], like: sure) {
        found[cell] = casebook[entity].name
        seen.insert(entity)
      } else {
        unmatched.append(cell)
        if keepsUnmatched { found[cell] = cell }
      }
    }
    // An entity that is found by its code is expected in a file of codes; one of names may speak of any.
    let absent = keepsUnmatched ? [] : coded.filter { !seen.contains($0) }.map { casebook[$0].title }
    return (
      found,
      MatchReport(
        column: column, kind: casebook[kind].plural, matched: seen.count, unmatched: unmatched,
        absent: seen.isEmpty ? [] : absent,
        isOfNothingKnown: members.isEmpty)
    )
  }

  /// The entity of a kind that most of the others are of, if none of them is it; or else the first.
  private func choose(among candidates: [EntityID], like others: Set<EntityID>) -> EntityID? {
    guard candidates.count > 1 else { return candidates.first }
    var counts: [KindID: Int] = [:]
    for entity in others { counts[casebook[entity].kind, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return candidates.first }
    return candidates.first { casebook[$0].kind == most && !others.contains($0) } ?? candidates.first
  }

  private func names(of entity: EntityID) -> [String] {
    let names = casebook.names(of: entity)
    return names.natives + names.aliases
  }

  private static func codes(_ value: ClaimValue) -> [String]? {
    switch value {
    case .text(let texts): return texts
    case .word(let word): return [word]
    default: return nil
    }
  }

  /// A code without the zeros before it.
  private static func bare(_ code: String) -> String {
    let trimmed = code.drop { $0 == "0" }
    return trimmed.isEmpty ? code : foldName(String(trimmed))
  }

  /// A name as names are compared, without signs between its words.
  private static func spelling(_ name: String) -> String {
    String(foldName(name).map { $0.isLetter || $0.isNumber ? $0 : " " }).split(separator: " ").joined(separator: " ")
  }

  /// Answers with the entity of a cell; missing where there is none.
  func entityLookup(_ entities: [String: String], named name: String) -> ExternalLookup {
    let dictionary = TextDictionary()
    let codes = entities.mapValues { dictionary.code(of: $0) }
    return ExternalLookup(name: name, result: ColumnDescription(name, .entity, dictionary: dictionary)) { keys, descriptions in
      let texts = CellReader(keys[0], descriptions[0])
      return .entity((0..<keys[0].count).map { row in texts.text(row).flatMap { codes[$0] } ?? 0 })
    }
  }
}
