extension Pipeline {
  /// Runs the steps. Throws `TableError`: `wrongStep` for what the columns don't allow, `cancelled`, `tooLarge`, and what the source throws.
  public func run(_ execution: Execution) throws -> PipelineResult {
    var runner = PipelineRunner(self, execution: execution)
    let rows = try runner.run(steps)
    var notes = runner.notes
    let kept = notes
    for (index, column) in rows.columns.enumerated() {
      let (missing, name) = (column.missingCount, rows.descriptions[index].name)
      // What a window has left empty has been said.
      guard missing > 0, !notes.contains(.emptyWindows(column: name, cells: missing)) else { continue }
      notes.append(.coverage(column: name, filled: rows.rowCount - missing, rows: rows.rowCount))
    }
    return rows.result(notes, kept: kept)
  }

  /// The rows in memory, for being asked again; nil where some may be only possible, which a table alone doesn't tell. Throws `TableError`.
  public func table(_ execution: Execution) throws -> (any TableSource)? {
    if steps.isEmpty { return try Table.load(from: source, execution: execution) }
    var runner = PipelineRunner(self, execution: execution)
    return try runner.table(steps)
  }
}
