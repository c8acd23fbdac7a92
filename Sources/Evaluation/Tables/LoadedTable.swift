import Diagnostics
import Evidence
import Semantics
import Tables

/// A file of data under a name: how its rows are made, what of it was matched with the casebook, and what measures made of it.
final class LoadedTable {
  let load: CheckedLoad
  /// The file, and what the load block does with its columns.
  let pipeline: Pipeline
  /// How codes and names were matched.
  let matches: [MatchReport]
  /// Rows whose low, best and high were out of order.
  let disorderedRows: Int
  /// Rows that begin in one month and end in another, and stand at their start.
  let rowsOverMonths: Int
  /// Figures for all entities and times, by where they are written and the time that was asked for.
  var figures: [TableFigureKey: TableFigures] = [:]
  var provided: [Int: TableFigures] = [:]
  /// How often it was asked: from the second time on its rows are kept in memory.
  private var uses = 0
  private var rows: (any TableSource)?
  /// Whether rows may be only possible, so that they are worked out each time.
  private var cannotBeKept = false

  init(load: CheckedLoad, pipeline: Pipeline, matches: [MatchReport], disorderedRows: Int, rowsOverMonths: Int) {
    self.load = load
    self.pipeline = pipeline
    self.matches = matches
    self.disorderedRows = disorderedRows
    self.rowsOverMonths = rowsOverMonths
  }

  /// Figures are worked out anew when they are next asked for.
  func forgetFigures() {
    figures = [:]
    provided = [:]
  }

  /// Where its rows come from: the file the first time, memory once it is asked again, if it is not too large for that.
  func source(_ execution: Execution) throws -> Pipeline {
    if let rows { return Pipeline(rows) }
    uses += 1
    guard uses > 1, !cannotBeKept, (load.file.profile.byteCount ?? 0) < execution.memoryLimit / 4 else { return pipeline }
    rows = try pipeline.table(execution)
    cannotBeKept = rows == nil
    return rows.map { Pipeline($0) } ?? pipeline
  }
}

/// What came of matching the codes or names of a column with the casebook.
struct MatchReport {
  var column: String
  var kind: String
  var matched: Int
  /// Codes or names that nothing in the casebook has, in order.
  var unmatched: [String]
  /// Entities of the kind that have a code and that no row speaks of.
  var absent: [String]
  /// The casebook has no entity of the kind.
  var isOfNothingKnown: Bool
}

/// Tells figures of tables apart.
struct TableFigureKey: Hashable {
  var measure: SourceRange
  /// The values of the names that it takes from outside the table.
  var values: [String]
  /// Nil for a figure for each year.
  var days: ClosedRange<Int32>?
}

/// A table that an expression came to. It is worked out when it is first shown; going on with it goes on with its pipeline, so that
/// nothing that is only possible becomes certain on the way.
public final class TableValue {
  let name: String
  let shape: TableShape
  let pipeline: Pipeline
  /// The files that it rests on, each once.
  let origins: [LoadedTable]
  /// What was derived, and why, in the order of the steps.
  let reasons: [String]
  /// The time, status and sources that entities are asked for, where rows are of entities.
  let ambient: Ambient
  private(set) var result: PipelineResult?

  init(name: String, shape: TableShape, pipeline: Pipeline, origins: [LoadedTable], reasons: [String], ambient: Ambient = .none) {
    self.name = name
    self.shape = shape
    self.pipeline = pipeline
    self.origins = origins
    self.reasons = reasons
    self.ambient = ambient
  }

  /// What it comes to.
  func run(_ execution: Execution) throws -> PipelineResult {
    if let result { return result }
    let found = try pipeline.run(execution)
    result = found
    return found
  }

  /// What a pipeline that goes on with it begins with.
  var source: Pipeline {
    result.map { Pipeline($0.continuation) } ?? pipeline
  }
}
