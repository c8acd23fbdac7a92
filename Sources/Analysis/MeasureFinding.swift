import Casebook
public import Evidence

/// What follows from the cells of one measure.
public struct MeasureFinding {
  public enum Mark: String, Hashable, Sendable {
    case differs
    case same
    case cannotTell = "cannot tell"
    /// Something stands in the way; nothing is ranked.
    case notComparable = "not comparable"
    /// Words are set side by side as words; what they come to is for the reader.
    case inWords = "in words"
  }

  public var mark: Mark
  /// What mark it gets and how surely: the policies that it rests on are the verdict's.
  public var verdict: Verdict
  /// What stands in the way, each once, in the order of the cells.
  public var obstacles: [Obstacle] = []
  /// Set where exactly two cells hold figures that may be set against each other.
  public var pair: PairFinding?
  /// For three figures or more: between which ranks each cell stands, greatest first; nil for cells without a figure.
  public var ranks: [ClosedRange<Int>?] = []

  /// Judges cells that were asked for along an axis. A reason sets obstacles aside where any can.
  ///
  /// Verdicts are as of Evidence: bounds decide, and a star says that a policy made the bounds.
  public init(of cells: [ComparedCell], asked axis: ComparisonAxis, because reason: String? = nil, policies: Policies) {
    mark = .cannotTell
    verdict = .maybe
    if cells.contains(where: \.isInWords) {
      judgeWords(cells)
      return
    }
    let figures = cells.enumerated().compactMap { index, cell in
      if case .figure(let figure) = cell { (index: index, figure: figure) } else { nil }
    }
    var stopped = false
    for (position, one) in figures.enumerated() {
      for other in figures[(position + 1)...] {
        for obstacle in Obstacle.between(one.figure, other.figure, asked: axis) {
          if !obstacles.contains(obstacle), !obstacles.contains(obstacle.reversed) { obstacles.append(obstacle) }
          if reason == nil || !obstacle.canBeSetAside { stopped = true }
        }
      }
    }
    if stopped {
      mark = .notComparable
      return
    }
    judgeFigures(figures.map(\.figure.figure), isComplete: figures.count == cells.count, policies)
    if figures.count == 2 {
      pair = PairFinding(figures[0].index, figures[0].figure.figure, figures[1].index, figures[1].figure.figure, axis, policies)
    } else if figures.count > 2 {
      ranks = Self.ranks(cells, policies)
    }
  }

  /// Takes back what was concluded, where the cells turn out to be one claim seen twice.
  public mutating func withdraw() {
    mark = .cannotTell
    verdict = .maybe
    pair = nil
  }

  /// Texts and entities are the same or they are not; that they differ is left to the reader where it is a matter of wording. Words that
  /// stand beside nothing are not compared.
  private mutating func judgeWords(_ cells: [ComparedCell]) {
    let worded = cells.count { if case .words = $0 { true } else { false } }
    guard cells.allSatisfy(\.isPresent), cells.count > 1 else {
      mark = worded > 1 ? .inWords : .cannotTell
      return
    }
    switch cells[0] {
    case .words(let first):
      let same = cells.allSatisfy { if case .words(let words) = $0 { words == first } else { false } }
      mark = same ? .same : .inWords
      if same { verdict = .yes }
    case .entities: judgeEntities(cells)
    case .verdict(let first):
      let verdicts = cells.compactMap { if case .verdict(let verdict) = $0 { verdict } else { nil } }
      guard verdicts.count == cells.count, !verdicts.contains(where: { $0.truth == .maybe }) else { return }
      mark = verdicts.allSatisfy { $0.truth == first.truth } ? .same : .differs
      verdict = verdicts.reduce(.yes) { $0.and($1.truth == .no ? $1.not() : $1) }
    case .figure, .several, .absent: break
    }
  }

  /// Entities differ where a cell surely names one that another can't; they are the same where all cells surely name the same ones.
  private mutating func judgeEntities(_ cells: [ComparedCell]) {
    var certain: [Set<EntityID>] = []
    var all: [Set<EntityID>] = []
    for cell in cells {
      guard case .entities(let surely, let perhaps) = cell else { return }
      certain.append(Set(surely))
      all.append(Set(surely).union(perhaps))
    }
    if certain.contains(where: { one in all.contains { !one.isSubset(of: $0) } }) {
      (mark, verdict) = (.differs, .yes)
    } else if certain == all, Set(certain).count == 1 {
      (mark, verdict) = (.same, .yes)
    }
  }

  /// A measure differs where any two cells surely do; it is the same where all are there and no two can differ.
  private mutating func judgeFigures(_ figures: [Figure], isComplete: Bool, _ policies: Policies) {
    var allEqual: Verdict = .yes
    for (position, one) in figures.enumerated() {
      for other in figures[(position + 1)...] {
        guard let equal = try? ComparisonOperator.equal.compare(one.quantity, other.quantity, policies) else { return }
        allEqual = allEqual.and(equal)
      }
    }
    guard figures.count > 1 else { return }
    switch allEqual.truth {
    case .no: (mark, verdict) = (.differs, allEqual.not())
    case .yes where isComplete: (mark, verdict) = (.same, allEqual)
    case .yes, .maybe: verdict = allEqual
    }
  }

  /// From one more than the cells that surely hold more, to one more than those that perhaps do.
  private static func ranks(_ cells: [ComparedCell], _ policies: Policies) -> [ClosedRange<Int>?] {
    cells.map { cell in
      guard case .figure(let mine) = cell else { return nil }
      var surely = 0
      var perhaps = 0
      for other in cells {
        guard case .figure(let theirs) = other,
          let more = try? ComparisonOperator.greater.compare(theirs.figure.quantity, mine.figure.quantity, policies)
        else { continue }
        if more.surely { surely += 1 }
        if more.perhaps { perhaps += 1 }
      }
      // A figure that isn't exact is perhaps greater than itself by its bounds alone.
      let itself =
        (try? ComparisonOperator.greater.compare(mine.figure.quantity, mine.figure.quantity, policies))?.perhaps == true ? 1 : 0
      return 1 + surely...1 + max(surely, perhaps - itself)
    }
  }
}

extension ComparedCell {
  var isInWords: Bool {
    switch self {
    case .words, .entities, .verdict: true
    case .figure, .several, .absent: false
    }
  }

  var isPresent: Bool {
    if case .absent = self { return false }
    return true
  }
}
