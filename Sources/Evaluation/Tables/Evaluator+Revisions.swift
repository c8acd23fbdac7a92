import Diagnostics
import Evidence
import Semantics
import Tables

extension Evaluator {
  /// Two vintages of figures beside each other, with what the later one changed; what only one of them has is said below.
  func revisions(_ revisions: CheckedRevisions, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> TableValue {
    let older = try plan(revisions.older, in: frame)
    var newer = try plan(revisions.newer, in: frame)
    let keys = revisions.keys.map { NamedExpression(column: $0) }
    func side(_ plan: RowPlan, _ word: String) -> Pipeline {
      var pipeline = plan.pipeline
      pipeline.steps.append(.select(keys + revisions.values.map { NamedExpression("\($0) \(word)", .column($0)) }))
      return pipeline
    }
    newer.pipeline = side(newer, "after")
    newer.pipeline.steps.append(
      .join(
        TableJoin(.inner, side(older, "before"), named: older.name, on: revisions.keys.map { (.column($0), .column($0)) })))
    var columns = keys
    for value in revisions.values {
      let (before, after) = (TableExpression.column("\(value) before"), TableExpression.column("\(value) after"))
      columns += [
        NamedExpression(column: "\(value) before"), NamedExpression(column: "\(value) after"),
        NamedExpression("\(value) difference", .arithmetic(.minus, after, before)),
        NamedExpression("\(value) change", .given(.change(before, after), in: .percent)),
      ]
    }
    newer.pipeline.steps.append(.select(columns))
    newer.add(older.origins)
    return TableValue(
      name: "\(older.name) to \(newer.name)", shape: TableShape(name: newer.name, columns: [], isOpen: true),
      pipeline: newer.pipeline,
      origins: newer.origins, reasons: [])
  }
}
