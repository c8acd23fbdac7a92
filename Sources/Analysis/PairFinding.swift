public import Evidence

/// How two figures stand to each other.
public struct PairFinding {
  /// Places of the two cells, in the order in which they are set against each other: the second measured by the first.
  public var first: Int
  public var second: Int
  /// Whether the second holds more.
  public var secondHoldsMore: Verdict
  /// Whether the first holds more.
  public var firstHoldsMore: Verdict
  /// Second − first; nil where there is none.
  public var difference: Figure?
  /// Second ÷ first; nil where the first is zero.
  public var ratio: Figure?
  /// The second as a share of the first, in percent, where a plan is set against what came of it.
  public var share: Figure?
  /// Second ÷ first − 1, in percent, where the cells are times.
  public var change: Figure?
  /// The extreme that the change starts from, where the first figure is a low point or a peak: a bound on a moment, but a figure of its own.
  public var fromExtreme: Extreme?

  /// Whether the bounds of the change leave open everything, as where one figure is only known to exist.
  public var changeIsOpen: Bool {
    guard let change = change?.quantity else { return false }
    return change.low <= -100 && change.high == .infinity
  }

  init?(_ index: Int, _ one: Figure, _ otherIndex: Int, _ other: Figure, _ axis: ComparisonAxis, _ policies: Policies) {
    var (first, second) = (index, otherIndex)
    var (base, measured) = (one, other)
    // What came about is measured by the plan, whichever stands first.
    if case .statuses(let statuses) = axis, index < statuses.count, otherIndex < statuses.count, statuses[index] == .actual {
      (first, second) = (otherIndex, index)
      (base, measured) = (other, one)
    }
    guard var more = try? ComparisonOperator.greater.compare(measured.quantity, base.quantity, policies),
      var less = try? ComparisonOperator.greater.compare(base.quantity, measured.quantity, policies)
    else { return nil }
    // Neither of two subjects is the measure of the other: the one that holds less is.
    if axis == .subjects || axis == .sources, less.truth == .yes {
      swap(&first, &second)
      swap(&base, &measured)
      swap(&more, &less)
    }
    self.first = first
    self.second = second
    secondHoldsMore = more
    firstHoldsMore = less
    if axis == .times, measured.extreme == nil, let extreme = base.atExtreme {
      fromExtreme = base.extreme
      base = extreme
    }
    difference = try? Figure.difference(measured, base)
    ratio = try? Figure.ratio(measured, base)
    switch axis {
    case .statuses: share = try? Figure.ratio(measured, base).converted(to: .percent)
    case .times: change = try? Figure.change(from: base, to: measured)
    case .subjects, .sources: break
    }
  }
}
