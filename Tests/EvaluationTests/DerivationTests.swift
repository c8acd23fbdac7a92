import Diagnostics
import Evidence
import Testing

@testable import Evaluation

/// Figures that follow from others by a rule of the casebook.
@Suite struct DerivationTests {
  static let head = """
    unit_of_measure people "people" { singular "person"; plural "people" }
    kind source "Source" { plural sources }
    kind place "Place" { plural places }
    property published "Published" { of source; value time }
    property size "Size" { of place; value quantity; unit people }
    property growth "Growth" { of place; value quantity; unit people }
    source book "A Book" { published 2010 }
    place here "Here" { size about 100 in 2001 from book p. 1 }

    """

  @Test func aRuleIsEvaluatedWhenAskedFor() {
    let harness = Harness(casebookText: Self.head + "derive here.growth in 2001 = here.size in 2001 * 2")
    #expect(harness.enter("here.growth in 2001").hasPrefix("about 200 people (180–220 people*) in 2001 (derived) [1]"))
  }

  @Test func rulesRestOnRules() {
    let harness = Harness(
      casebookText: Self.head
        + "derive here.growth in 2001 = here.size in 2002 * 2\nderive here.size in 2002 = here.size in 2001 + 50 people")
    #expect(harness.enter("here.growth in 2001").hasPrefix("about 300 people"))
  }

  @Test func aCircleIsNamed() {
    let harness = Harness(
      casebookText: Self.head
        + "derive here.growth in 2001 = here.size in 2002 * 2\nderive here.size in 2002 = here.growth in 2001 / 2")
    let output = harness.enter("here.growth in 2001 + 1 people")
    #expect(output.hasPrefix("error[E045]: this derived figure rests on itself"))
    #expect(output.contains("by way of this"))
    #expect(harness.enter("here.size in 2001").hasPrefix("about 100 people"), "the session survives it")
  }

  @Test func whatIsMissingStaysMissing() {
    let harness = Harness(casebookText: Self.head + "derive here.growth in 2003 = here.size in 2003 * 2")
    #expect(
      harness.enter("here.growth in 2003 + 1 people").hasPrefix(
        "no claim of here.size in 2003; nearest: about 100 people in 2001 [1]"))
  }

  @Test func aRuleThatFailsSaysWhere() {
    let harness = Harness(casebookText: Self.head + "derive here.growth in 2001 = here.size in 2001 / (1 - 1)")
    #expect(harness.enter("here.growth in 2001 + 1 people").hasPrefix("error[E070]: this divides by zero\n  at `(1 - 1)`"))
  }

  @Test func aNewPolicyMakesNewFigures() throws {
    let harness = Harness(casebookText: Self.head + "derive here.growth in 2001 = here.size in 2001 * 2")
    _ = harness.enter("here.growth in 2001")
    try harness.evaluator.policies.setAboutWidth(0.2)
    #expect(harness.enter("here.growth in 2001").hasPrefix("about 200 people (160–240 people*)"))
  }

  @Test func whatWasSaidLaterIsNotDerivedFrom() {
    let harness = Harness(casebookText: Self.head + "derive here.growth in 2001 = here.size in 2001 * 2")
    let output = harness.enter("here.growth in 2001 as stated by 2005 + 1 people")
    #expect(output.hasPrefix("no claim of here.size in 2001 stated by 2005; 1 said only later"))
  }

  @Test func aChainTooLongIsStoppedInTime() {
    var text = Self.head
    for year in 2002..<2042 { text += "derive here.size in \(year) = here.size in \(year - 1) + 1 people\n" }
    #expect(Harness(casebookText: text).enter("here.size in 2041 + 1 people").hasPrefix("about 141 people"))
    let output = Harness(casebookText: text, budget: Budget(depth: 30)).enter("here.size in 2041 + 1 people")
    #expect(output.hasPrefix("error[E072]: this was stopped, because expressions stand more than 30 deep"))
  }
}
