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
    let candidates = cells.map { cell in byCode[Self.bare(cell)].map { [$0] } ?? byName[Self.spelling(cell)] ?? [] }
    let sure = Set(candidates.compactMap { $0.count == 1 ? $0[0] : nil })
    let usual = usualKind(of: sure)
    var found: [String: String] = [:]
    var seen: Set<EntityID> = []
    var unmatched: [String] = []
    for (cell, candidates) in zip(cells, candidates) {
      // A name that several have is that of one like the others: among states, México is the state and not the country.
      let like = candidates.count > 1 ? candidates.first { casebook[$0].kind == usual && !sure.contains($0) } : nil
      if let entity = like ?? candidates.first {
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

  /// The kind that most of some entities are of.
  private func usualKind(of entities: Set<EntityID>) -> KindID? {
    var counts: [KindID: Int] = [:]
    for entity in entities { counts[casebook[entity].kind, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
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
