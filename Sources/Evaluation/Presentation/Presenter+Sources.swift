import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// A source among those of some claims.
  private struct Share {
    var source: SourceID
    var claims: [ClaimID]
  }

  /// The sources of some claims by type and date, with how many of the claims each one carries, and how many origins there are. What only
  /// some of them have, such as a language, has a column only where one has it.
  func sources(_ claims: [ClaimID]) -> Block {
    let shares = shares(of: claims)
    guard !shares.isEmpty else {
      let words = evaluator.tables.isEmpty ? "no sources: nothing here rests on a claim" : "nothing here rests on a claim"
      return .paragraph([.text(words)])
    }
    let hasLanguages = shares.contains { casebook[$0.source].language != nil }
    let grades = shares.map { self.grades(of: $0.claims) }
    let hasGrades = grades.contains { !$0.isEmpty }
    let origins = shares.map { self.origins(of: $0.source) }
    let hasOrigins = origins.contains { !$0.isEmpty }
    var columns = [TableBlock.Column("type"), TableBlock.Column("published"), TableBlock.Column("source")]
    if hasLanguages { columns.append(TableBlock.Column("language")) }
    if hasGrades { columns.append(TableBlock.Column("grade")) }
    if hasOrigins { columns.append(TableBlock.Column("relays")) }
    columns.append(TableBlock.Column("claims", isNumeric: true))
    let rows = shares.indices.map { index in
      let source = casebook[shares[index].source]
      var cells = [
        TableBlock.Cell(source.type), TableBlock.Cell(source.published?.words ?? "no date"), TableBlock.Cell(source.shortForm),
      ]
      if hasLanguages { cells.append(TableBlock.Cell(source.language ?? "")) }
      if hasGrades { cells.append(TableBlock.Cell(grades[index])) }
      if hasOrigins { cells.append(TableBlock.Cell(origins[index])) }
      return TableBlock.Row(cells: cells + [TableBlock.Cell("\(shares[index].claims.count)")])
    }
    let count = casebook.origins(of: claims).filter { !$0.sources.isEmpty }.count
    let footer =
      "\(shares.count) \(shares.count == 1 ? "source" : "sources"), \(count) independent \(count == 1 ? "origin" : "origins")"
    return .table(TableBlock(columns: columns, rows: rows, footers: [[.text(footer)]]))
  }

  /// The files that were loaded, each with its source; nil where there are none.
  func filesOfData() -> Block? {
    guard !evaluator.tables.isEmpty else { return nil }
    let files = evaluator.tables.keys.sorted().compactMap { evaluator.tables[$0] }
    return .list(files.flatMap { evaluator.origins(of: $0) }.map { [.text($0)] })
  }

  /// By type, then by date, then by name.
  private func shares(of claims: [ClaimID]) -> [Share] {
    var shares: [Share] = []
    var places: [SourceID: Int] = [:]
    for claim in claims {
      for source in casebook.sourceIDs(of: casebook[claim]) {
        if let place = places[source] {
          shares[place].claims.append(claim)
        } else {
          places[source] = shares.count
          shares.append(Share(source: source, claims: [claim]))
        }
      }
    }
    return shares.sorted { left, right in
      let (one, other) = (casebook[left.source], casebook[right.source])
      if one.type != other.type { return one.type < other.type }
      let (first, second) = (one.published?.startBounds?.lowerBound, other.published?.startBounds?.lowerBound)
      if first != second { return first ?? .infinity < second ?? .infinity }
      return one.id < other.id
    }
  }

  /// `B2`, or the grades that its claims have, best first.
  private func grades(of claims: [ClaimID]) -> String {
    Set(claims.compactMap { casebook[$0].details?.grade?.description }).sorted().joined(separator: ", ")
  }

  /// The sources that a source passes on; empty where it is an origin itself.
  private func origins(of source: SourceID) -> String {
    casebook[source].relays.compactMap { casebook.source(named: $0) }.map { casebook[$0].shortForm }.joined(separator: "; ")
  }
}
