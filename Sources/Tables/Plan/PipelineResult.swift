/// What a pipeline came to.
public struct PipelineResult: Sendable {
  public var table: Table
  /// For each row whether it is only a possible one; empty where all are certain.
  public var isPossible: [Bool]
  /// For each row the first and the last place that it may have in the order asked for, from 1; empty where no places overlap.
  public var ranks: [ClosedRange<Int>]
  /// What was left out, what is covered and what a reader should know; in the order of the steps.
  public var notes: [PipelineNote]

  /// What a pipeline that goes on with it begins with.
  public internal(set) var continuation: any TableSource

  /// Certain rows without ranks, unless said.
  public init(table: Table, isPossible: [Bool] = [], ranks: [ClosedRange<Int>] = [], notes: [PipelineNote] = []) {
    self.table = table
    self.isPossible = isPossible
    self.ranks = ranks
    self.notes = notes
    continuation = table
  }
}
