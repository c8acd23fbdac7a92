import Casebook
import Evidence
import Testing

@testable import Evaluation

/// And, or and not are Kleene's, and what is missing is never a no.
@Suite struct JudgementTests {
  let all = [Judgement(.yes), Judgement(.no), Judgement(.maybe), Judgement(missing: [.noBest])]

  @Test(arguments: 0..<4, 0..<4) func tablesAreKleenes(first: Int, second: Int) {
    let names = ["yes", "no", "maybe", "cannot tell"]
    // Rows and columns in the order of `names`.
    let and = [
      ["yes", "no", "maybe", "cannot tell"], ["no", "no", "no", "no"], ["maybe", "no", "maybe", "cannot tell"],
      ["cannot tell", "no", "cannot tell", "cannot tell"],
    ]
    let or = [
      ["yes", "yes", "yes", "yes"], ["yes", "no", "maybe", "cannot tell"], ["yes", "maybe", "maybe", "cannot tell"],
      ["yes", "cannot tell", "cannot tell", "cannot tell"],
    ]
    let (one, other) = (all[first], all[second])
    #expect(one.and(other).words == and[first][second], "\(names[first]) and \(names[second])")
    #expect(one.or(other).words == or[first][second], "\(names[first]) or \(names[second])")
    // De Morgan's law holds with what can't be told too.
    #expect(one.and(other).negated().words == one.negated().or(other.negated()).words)
  }

  @Test func notOfWhatIsMissingStaysSo() {
    #expect(Judgement(missing: [.noBest]).negated().cannotTell)
    #expect(Judgement(.yes).negated().words == "no")
  }
}
