/// What the last scan of a file came upon. Only cells that were read have been looked at: those of the columns and rows that were asked
/// for.
public struct ReadingReport: Sendable {
  /// By the number of the column; columns where all fits are not there.
  public var oddCells: [Int: OddCells] = [:]
  public var raggedRows = FileProfile.RaggedRowReport()
  /// Texts, by column, with bytes that the encoding doesn't allow; they were read as Windows-1252.
  public var repairs: [Int: FileProfile.TextRepair] = [:]
  public var rowCount = 0

  mutating func take(_ chunk: FileChunk, _ ragged: FileProfile.RaggedRowReport) {
    rowCount += chunk.rowCount
    raggedRows.merge(ragged)
    for (column, cells) in chunk.oddCells { oddCells[column, default: OddCells()].merge(cells) }
    for (column, repair) in chunk.repairs {
      guard var known = repairs[column] else {
        repairs[column] = repair
        continue
      }
      known.count += repair.count
      if let line = repair.firstLine, line < known.firstLine ?? .max {
        (known.firstLine, known.example, known.meant) = (line, repair.example, repair.meant)
      }
      repairs[column] = known
    }
  }
}
