import Diagnostics
import Testing

@testable import Evaluation

/// Whatever is asked stops in time, and leaves everything as it was.
@Suite struct BudgetTests {
  @Test func stepsAreCounted() {
    let harness = Harness(budget: Budget(steps: 20))
    #expect(harness.enter("1 + 1").hasPrefix("2"))
    let long = (0..<40).map { _ in "1" }.joined(separator: " + ")
    #expect(harness.enter(long).hasPrefix("error[E072]: this was stopped, because it takes more than 20 steps"))
    #expect(harness.enter("1 + 1").hasPrefix("2"), "the budget is each statement's own")
  }

  @Test func depthIsCounted() {
    let harness = Harness(budget: Budget(depth: 10))
    let deep = String(repeating: "(1 + ", count: 12) + "1" + String(repeating: ")", count: 12)
    #expect(harness.enter(deep).hasPrefix("error[E072]: this was stopped, because expressions stand more than 10 deep"))
  }

  @Test func rowsAreCounted() {
    let harness = Harness(budget: Budget(rows: 12))
    #expect(harness.enter("institutions | where armed").hasPrefix("error[E072]: this was stopped, because its pipelines"))
  }

  @Test func bytesAreCounted() {
    let harness = Harness(budget: Budget(bytes: 20))
    #expect(harness.enter("institutions").hasPrefix("error[E072]: this was stopped, because its result is longer"))
  }

  @Test func anInterruptionLeavesEverythingAsItWas() throws {
    let harness = Harness()
    _ = harness.enter("let one = 1")
    _ = harness.enter("naval_infantry.personnel in 2018")
    harness.interruptsAfter = 0
    let stopped = harness.enter("for each group in institutions { say \"{$group.personnel}\" }")
    #expect(stopped == "error[E073]: stopped; everything is as it was before this entry\n  at `institutions`: \n")
    harness.interruptsAfter = nil
    #expect(harness.enter("it").hasPrefix("about 15,000 people in 2018"))
    #expect(harness.enter("$one") == "1\n")
  }

  @Test func aStatementThatFailsDefinesNothing() {
    let harness = Harness()
    _ = harness.enter("let size = 1")
    _ = harness.enter("let size = 1 / 0")
    #expect(harness.enter("$size") == "1\n")
  }
}
