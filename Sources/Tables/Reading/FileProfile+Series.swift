extension FileProfile {
  /// Several files of one table: how the first is written and what its columns hold, and what was come upon in all of them.
  public init(of profiles: [FileProfile], named name: String) {
    guard var whole = profiles.first else {
      self.init(
        name: name, format: .delimited, byteCount: 0, rowCount: 0, isWhole: true, examinedRows: 0, findings: [], droppedLines: [],
        columns: [], repairs: [], raggedRows: RaggedRowReport(), geometryCount: 0)
      return
    }
    whole.name = name
    for profile in profiles.dropFirst() {
      whole.byteCount = whole.byteCount.flatMap { sum in profile.byteCount.map { sum + $0 } }
      whole.rowCount = whole.rowCount.flatMap { sum in profile.rowCount.map { sum + $0 } }
      whole.isWhole = false
      whole.droppedLines += profile.droppedLines
      whole.repairs += profile.repairs
      whole.raggedRows.merge(profile.raggedRows)
    }
    self = whole
  }
}
