public import Evidence

/// A yes, no or maybe with what it rests on; or that it cannot be told, and for want of what.
public struct Judgement {
  public var verdict: Verdict
  /// Not empty where it cannot be told: something was asked for of which there is no claim. `verdict` is then a maybe.
  public var missing: [Missing]
  /// The comparisons that it was made of, in order.
  var grounds: [ComparisonGround]

  /// `surely` or `perhaps` made it a plain yes or no.
  var isSettled = false

  init(_ verdict: Verdict, grounds: [ComparisonGround] = []) {
    self.verdict = verdict
    self.missing = []
    self.grounds = grounds
  }

  /// It cannot be told.
  init(missing: [Missing], grounds: [ComparisonGround] = []) {
    self.verdict = .maybe
    self.missing = missing
    self.grounds = grounds
  }

  public var cannotTell: Bool { !missing.isEmpty }

  /// Kleene's and. What is surely no stays no, whatever is missing on the other side.
  func and(_ other: Judgement) -> Judgement { combined(other, absorbing: .no) { $0.and($1) } }

  /// Kleene's or. What is surely yes stays yes, whatever is missing on the other side.
  func or(_ other: Judgement) -> Judgement { combined(other, absorbing: .yes) { $0.or($1) } }

  func negated() -> Judgement {
    var result = self
    if !cannotTell { result.verdict = verdict.not() }
    return result
  }

  private func combined(_ other: Judgement, absorbing: Verdict.Truth, _ combine: (Verdict, Verdict) -> Verdict) -> Judgement {
    let grounds = grounds + other.grounds
    if cannotTell || other.cannotTell {
      if !cannotTell, verdict.truth == absorbing { return self }
      if !other.cannotTell, other.verdict.truth == absorbing { return other }
      return Judgement(missing: missing.union(other.missing), grounds: grounds)
    }
    return Judgement(combine(verdict, other.verdict), grounds: grounds)
  }
}

/// One comparison of two figures, kept to say what makes a verdict a maybe.
struct ComparisonGround {
  var sign: ComparisonOperator
  var left: FigureValue
  var right: FigureValue
  var verdict: Verdict
}
