import Diagnostics

/// Counts what a statement has taken so far, and says when it is too much or the user wants to stop.
struct Meter {
  let budget: Budget
  private(set) var steps = 0
  private(set) var depth = 0
  private(set) var rows = 0
  private(set) var bytes = 0

  init(_ budget: Budget) { self.budget = budget }

  /// One expression more. `isInterrupted` is asked every 256 steps.
  mutating func step(at range: SourceRange, _ isInterrupted: () -> Bool) throws(Diagnostic) {
    steps += 1
    if steps > budget.steps { throw Self.exceeded("it takes more than \(budget.steps) steps", at: range) }
    if steps & 255 == 0, isInterrupted() { throw Self.interrupted(at: range) }
  }

  mutating func enter(at range: SourceRange) throws(Diagnostic) {
    depth += 1
    if depth > budget.depth { throw Self.exceeded("expressions stand more than \(budget.depth) deep in one another", at: range) }
  }

  mutating func leave() { depth -= 1 }

  mutating func add(rows more: Int, at range: SourceRange, _ isInterrupted: () -> Bool) throws(Diagnostic) {
    let (sum, overflow) = rows.addingReportingOverflow(more)
    rows = overflow ? Int.max : sum
    if rows > budget.rows { throw Self.exceeded("its pipelines pass on more than \(budget.rows) rows", at: range) }
    if isInterrupted() { throw Self.interrupted(at: range) }
  }

  mutating func add(bytes more: Int, at range: SourceRange) throws(Diagnostic) {
    let (sum, overflow) = bytes.addingReportingOverflow(more)
    bytes = overflow ? Int.max : sum
    if bytes > budget.bytes { throw Self.exceeded("its result is longer than \(budget.bytes) bytes", at: range) }
  }

  static func exceeded(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .budgetExceeded, "this was stopped, because \(what)", at: range, "",
      notes: ["ask for less at a time: a narrower collection, `take`, or one entity"])
  }

  static func interrupted(at range: SourceRange) -> Diagnostic {
    Diagnostic(.interrupted, "stopped; everything is as it was before this entry", at: range)
  }
}
