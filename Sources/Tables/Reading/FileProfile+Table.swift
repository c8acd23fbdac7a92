extension FileProfile {
  /// What is known of a table that needed no finding out.
  init(_ table: Table, name: String, byteCount: Int) {
    let columns = table.schema.columns.map { column in
      ColumnProfile(
        name: column.name, type: column.type, reason: "", cellCount: 0, missingCount: 0, examples: [], missingMarks: [],
        missingCandidates: [], oddCells: OddCells(), remarks: [])
    }
    self.init(
      name: name, format: .snapshot, byteCount: byteCount, rowCount: table.rowCount, isWhole: false, examinedRows: 0,
      findings: [],
      droppedLines: [], columns: columns, repairs: [], raggedRows: RaggedRowReport(), geometryCount: 0)
  }
}
