public import Evidence

/// How one of several series that a figure could be taken from stands to that figure.
///
/// Unlike the cells of a comparison, a candidate is measured by the figure whatever it counts: that it is counted in another way is what the
/// reader wants to see, and is said beside the distance. Only unlike units leave no distance at all.
public struct CandidateFinding {
  public enum Mark: String, Hashable, Sendable {
    case same
    /// It comes to the figure when it is rounded to the digits that the figure was printed with.
    case sameAsPrinted = "same as printed"
    case differs
    case cannotTell = "cannot tell"
    case notComparable = "not comparable"
  }

  public var mark: Mark
  /// Whether the two are equal; its policies are those that the mark rests on.
  public var equal: Verdict
  /// What the two don't share.
  public var obstacles: [Obstacle]
  /// Candidate − figure. Where they count unlike things (case files, deaths) it is how far the numbers lie apart, and the mark says so.
  public var difference: Figure?
  /// Candidate ÷ figure − 1, in percent; nil where the figure is zero.
  public var relative: Figure?

  /// Measures a candidate by a figure. A reason sets aside what can be.
  public init(of candidate: ComparedFigure, against figure: ComparedFigure, because reason: String? = nil, policies: Policies) {
    obstacles = Obstacle.between(figure, candidate, asked: .subjects)
    if !figure.subjects.isEmpty, !candidate.subjects.isEmpty, figure.subjects != candidate.subjects {
      obstacles.append(.populations(figure.subjects, candidate.subjects))
    }
    equal = .maybe
    mark = .notComparable
    let (one, other) = (figure.figure, candidate.figure)
    if !one.quantity.unit.isCompatible(with: other.quantity.unit),
      let alike = other.quantity.unit.counting(like: one.quantity.unit)
    {
      let relabelled = other.adopting(alike)
      difference = try? Figure.difference(relabelled, one)
      relative = try? Figure.change(from: one, to: relabelled)
      return
    }
    guard let verdict = try? ComparisonOperator.equal.compare(one.quantity, other.quantity, policies) else { return }
    equal = verdict
    difference = try? Figure.difference(other, one)
    relative = try? Figure.change(from: one, to: other)
    if obstacles.contains(where: { reason == nil ? $0.makesDistanceMeaningless : !$0.canBeSetAside }) { return }
    switch verdict.truth {
    case .yes: mark = .same
    case .maybe: mark = .cannotTell
    case .no: mark = Self.isPrintedAs(one.quantity, other.quantity) ? .sameAsPrinted : .differs
    }
  }

  /// Whether all that the candidate may be rounds to what the figure was printed as.
  private static func isPrintedAs(_ printed: Quantity, _ candidate: Quantity) -> Bool {
    guard printed.isExact, !printed.precision.isExactCount, let decimals = printed.precision.decimals,
      let converted = try? candidate.converted(to: printed.unit)
    else { return false }
    var half = 0.5
    for _ in 0..<min(abs(decimals), 20) { half = decimals > 0 ? half / 10 : half * 10 }
    return converted.low >= printed.low - half && converted.high <= printed.low + half
  }
}

extension Obstacle {
  /// Whether a verdict on the two would mislead: unlike definitions are what a check is there to show, all else is not.
  fileprivate var makesDistanceMeaningless: Bool {
    if case .definitions = self { return false }
    return true
  }
}
