import Diagnostics
import Evidence
import Reports
import Semantics
import Tables

extension Evaluator {
  /// What a table holds, column by column. Of a file all rows are looked at, where its profile rests on samples.
  func description(of plan: RowPlan, _ expression: CheckedExpression) throws(Diagnostic) -> Document {
    let builder = DocumentBuilder()
    let presenter = Presenter(evaluator: self, builder: builder)
    if let table = plan.origins.first, Self.isLoaded(expression) {
      var profile = table.load.file.profile
      if let file = table.load.file.source as? DelimitedFile {
        do {
          profile = try file.wholeProfile(execution: execution())
        } catch {
          throw diagnostic(error, at: expression.range)
        }
      }
      builder.add(presenter.description(of: table, profile))
    } else {
      builder.add(presenter.description(of: try run(plan.pipeline, at: expression.range).table, named: plan.name))
    }
    return builder.document()
  }

  /// Whether nothing is done with a file but to describe it.
  private static func isLoaded(_ expression: CheckedExpression) -> Bool {
    switch expression.node {
    case .table: return true
    case .rows(let source, let steps):
      return isLoaded(source) && steps.allSatisfy { if case .describe = $0 { true } else { false } }
    default: return false
    }
  }
}

extension Presenter {
  /// The columns of a table that was worked out: type, gaps, range.
  func description(of table: Table, named name: String) -> Block {
    let reader = RowReader(table)
    let titles = ["column", "type", "missing", "least", "greatest", "different"]
    let columns = titles.map { TableBlock.Column($0, isNumeric: $0 == "missing" || $0 == "different") }
    let rows = table.schema.columns.enumerated().map { index, column in
      var missing = 0
      var texts: Set<String> = []
      var least: (key: Double, words: String)?
      var greatest: (key: Double, words: String)?
      for row in 0..<reader.rowCount {
        guard let (cells, place) = reader.cell(row, index) else { continue }
        guard let quantity = cells.quantity(place) else {
          if let text = cells.text(place) { texts.insert(text) } else { missing += 1 }
          continue
        }
        let words = NumberText.grouped(quantity.best ?? quantity.low)
        texts.insert(words)
        if least.map({ quantity.low < $0.key }) ?? true { least = (quantity.low, NumberText.grouped(quantity.low)) }
        if greatest.map({ quantity.high > $0.key }) ?? true { greatest = (quantity.high, NumberText.grouped(quantity.high)) }
      }
      if column.type == .date || column.type == .text {
        let sorted = texts.sorted()
        least = sorted.first.map { (0, $0) }
        greatest = sorted.last.map { (0, $0) }
      }
      let sort = column.sort.map { ", \($0.rawValue)" } ?? ""
      return TableBlock.Row(
        cells: [
          column.name, column.type.rawValue + sort, PipelineWords.number(missing), least?.words ?? "", greatest?.words ?? "",
          PipelineWords.number(texts.count),
        ].map { TableBlock.Cell($0) })
    }
    return .table(TableBlock(columns: columns, rows: rows, footers: [[.text(PipelineWords.count(reader.rowCount, "row"))]]))
  }
}
