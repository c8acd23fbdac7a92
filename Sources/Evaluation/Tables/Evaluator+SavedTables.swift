import Casebook
import Diagnostics
import Evidence
import Names
import Reports
import Semantics
import Tables

/// Tables written as files of data, with all their digits.
extension Evaluator {
  /// Writes a table in the format that the path's ending names, and says how many rows there were; false where it names none of data.
  func saved(
    _ table: TableValue, to path: CheckedExpression, at range: SourceRange, in frame: Frame, saying builder: DocumentBuilder
  )
    throws(Diagnostic)
    -> Bool
  {
    let name = words(try evaluate(path, in: frame))
    let format = TableFormat(path: name)
    guard format != nil || name.hasSuffix(TableSnapshot.ending) else { return false }
    let written: StreamedRows
    do {
      if let format { written = try write(table, as: format, to: name) } else { written = try snapshot(table, to: name) }
    } catch let failure as HostFailure {
      throw Diagnostic(failure.code, failure.message, at: path.range, name, notes: failure.notes)
    } catch {
      throw diagnostic(error, at: range)
    }
    builder.add(.paragraph([.text("saved "), .code(name), .text(": \(PipelineWords.count(written.rowCount, "row"))")]))
    let lines = written.notes.flatMap { PipelineWords.sentences($0) } + takeHeard().holes + table.reasons
    for line in lines { builder.add(.remark(kind: .note, [.text(line)])) }
    return true
  }

  private func write(_ table: TableValue, as format: TableFormat, to path: String) throws -> StreamedRows {
    var pipeline = table.source
    // Where the figures come from stands beside them, since nothing else in such a file can say it.
    if let source = sourceColumn(of: table) { pipeline.steps.append(.derive([source])) }
    var rows = StreamedRows(rowCount: 0, notes: [])
    try host.save(to: path) { write in
      rows = try pipeline.stream(execution()) { schema in
        let writer = TableWriter(schema, format: format)
        try write(writer.header())
        return { writer.rows($0) }
      } write: { bytes in
        try write(bytes)
      }
    }
    return rows
  }

  private func snapshot(_ table: TableValue, to path: String) throws -> StreamedRows {
    let result = try table.run(execution())
    try host.save(to: path) { write in try write(TableSnapshot.bytes(result.table)) }
    return StreamedRows(rowCount: result.table.rowCount, notes: [])
  }

  /// A column with the sources of a table; nil where none was named, or a column is called so already.
  private func sourceColumn(of table: TableValue) -> NamedExpression? {
    let names = table.origins.compactMap { origin -> String? in
      switch origin.load.source {
      case .known(let source): casebook[source].title.isEmpty ? casebook[source].id : casebook[source].title
      case .title(let title): title
      case nil: nil
      }
    }
    let name = "source"
    guard !names.isEmpty, !table.shape.isOpen, table.shape.column(named: name) == nil else { return nil }
    return NamedExpression(name, .text(names.joined(separator: "; ")))
  }
}
