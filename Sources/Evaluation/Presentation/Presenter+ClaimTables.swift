import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

/// Tables whose rows are claims.
extension Presenter {
  /// The columns of a collection of claims of which none were selected.
  func columns(of collection: ClaimCollection) -> [TableBlock.Column] {
    [ClaimColumn.entity, .property, .value].map { TableBlock.Column($0.name(in: collection)) }
  }

  /// One claim under them, noted with where it stands.
  func cells(of claim: ClaimID, in collection: ClaimCollection) -> [TableBlock.Cell] {
    let property = casebook[casebook[claim].property]
    return [
      TableBlock.Cell([name(casebook[claim].entity)]),
      TableBlock.Cell([.property(collection == .claims ? property.title : property.phrase ?? property.title)]),
      TableBlock.Cell(inlines(claim: claim)),
    ]
  }

  /// A cell that was selected of a claim: nothing where the claim has none; sources by their short names.
  func cell(ofClaim value: Value) throws(Diagnostic) -> TableBlock.Cell {
    switch value {
    case .missing(let gaps) where gaps.isEmpty: return TableBlock.Cell([])
    case .entity(let entity): return TableBlock.Cell([shortName(entity)])
    case .entities(let table) where table.claims == nil:
      var names: [Inline] = []
      for (index, entity) in table.rows.compactMap(\.entity).enumerated() {
        names += (index > 0 ? [.text("; ")] : []) + [shortName(entity)]
      }
      return TableBlock.Cell(names)
    default: return TableBlock.Cell(try inlines(value))
    }
  }

  /// A source by its short form, anything else by its name.
  func shortName(_ entity: EntityID) -> Inline {
    guard let source = casebook.source(of: entity) else { return name(entity) }
    return .name(casebook[source].shortForm, id: casebook[entity].name)
  }

  /// What can be asked of claims: one row a column, with how many of them have it.
  func describe(_ collection: ClaimCollection, _ table: EntityTable) throws(Diagnostic) -> [Block] {
    var counts = [Int](repeating: 0, count: ClaimColumn.allCases.count)
    for row in table.rows {
      let frame = Frame().about(row.subject.value)
      for (index, column) in ClaimColumn.allCases.enumerated() {
        let value = try evaluator.value(of: column, at: evaluator.statementRange, in: frame)
        if case .verdict(let judgement) = value, judgement.verdict.truth == .no { continue }
        if !evaluator.isEmpty(value) { counts[index] += 1 }
      }
    }
    let rows = zip(ClaimColumn.allCases, counts).map { column, count in
      TableBlock.Row(cells: [
        TableBlock.Cell([.property(column.name(in: collection))]), TableBlock.Cell(column.summary), TableBlock.Cell("\(count)"),
      ])
    }
    let columns = [
      TableBlock.Column("column"), TableBlock.Column("what stands in it"), TableBlock.Column("have it", isNumeric: true),
    ]
    return [
      .paragraph([
        .strong([.keyword(table.name)]), .text(" · \(PipelineWords.count(table.rows.count, "row")): \(collection.summary)"),
      ]),
      .table(TableBlock(columns: columns, rows: rows)),
    ]
  }
}
