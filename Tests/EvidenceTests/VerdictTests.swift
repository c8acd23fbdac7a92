import Testing

@testable import Evidence

@Suite struct VerdictTests {
  private static let truths: [Verdict.Truth] = [.no, .maybe, .yes]

  /// Rows and columns: no, maybe, yes.
  private static let and: [[Verdict.Truth]] = [[.no, .no, .no], [.no, .maybe, .maybe], [.no, .maybe, .yes]]
  private static let or: [[Verdict.Truth]] = [[.no, .maybe, .yes], [.maybe, .maybe, .yes], [.yes, .yes, .yes]]

  @Test func tablesAreKleenes() {
    for (row, one) in Self.truths.enumerated() {
      for (column, other) in Self.truths.enumerated() {
        #expect(Verdict(one).and(Verdict(other)).truth == Self.and[row][column])
        #expect(Verdict(one).or(Verdict(other)).truth == Self.or[row][column])
      }
    }
    #expect(Self.truths.map { Verdict($0).not().truth } == [.yes, .maybe, .no])
    #expect(Self.truths.map { Verdict($0).surely } == [false, false, true])
    #expect(Self.truths.map { Verdict($0).perhaps } == [false, true, true])
    #expect(Self.truths.map(\.word) == ["no", "maybe", "yes"])
  }

  private static let starredYes = Verdict(.yes, withoutSoftBounds: .maybe, policy: .about, Policies())
  private static let starredNo = Verdict(.no, withoutSoftBounds: .maybe, policy: .circa, Policies())
  private static let all = [Verdict.no, starredNo, .maybe, starredYes, .yes]

  /// A star says that the verdict would be open if the starred operands were.
  @Test func starsFollowFromTheOperandsTakenForMaybe() {
    func hard(_ verdict: Verdict) -> Verdict { verdict.restsOnSoftBound ? .maybe : verdict }
    for one in Self.all {
      for other in Self.all {
        for (result, check) in [(one.and(other), hard(one).and(hard(other))), (one.or(other), hard(one).or(hard(other)))] {
          #expect(result.restsOnSoftBound == (result.truth != check.truth), "\(one) and/or \(other)")
          if !result.restsOnSoftBound, result.truth != .maybe { #expect(result.policies.isEmpty) }
          if result.restsOnSoftBound { #expect(!result.policies.isEmpty) }
        }
        #expect(one.and(other).not() == one.not().or(other.not()), "De Morgan for \(one) and \(other)")
        #expect(one.and(other) == other.and(one))
        for third in Self.all {
          #expect(one.and(other).and(third) == one.and(other.and(third)), "\(one), \(other), \(third)")
          #expect(one.or(other).or(third) == one.or(other.or(third)), "\(one), \(other), \(third)")
        }
      }
      #expect(one.not().not() == one)
    }
  }

  @Test func starsAreShownAndNamed() {
    #expect(Self.all.map(\.description) == ["no", "no*", "maybe", "yes*", "yes"])
    #expect(Self.starredYes.and(Self.starredNo.not()).policies.names == [.about, .circa])
    #expect(Self.starredYes.policies.contains(PolicyName.about))
    #expect(!Self.starredYes.policies.contains(PolicyName.circa))
    #expect(Self.starredNo.and(.no).description == "no")
  }

  @Test func strictLeavesWhatRestsOnAPolicyOpen() {
    var strict = Policies()
    strict.strict = true
    let verdict = Verdict(.yes, withoutSoftBounds: .maybe, policy: .about, strict)
    #expect(verdict.truth == .maybe)
    #expect(verdict.policies.names == [.about, .strict])
    #expect(Verdict(.yes, withoutSoftBounds: .yes, policy: .about, strict) == .yes)
  }
}
