public import Evidence

/// What follows from rating items of evidence against competing hypotheses, in the plain form of Heuer's analysis of competing hypotheses.
///
/// Hypotheses are told apart by what speaks against them. The one with the least inconsistency is the least refuted, and no more than that.
/// A cell that nobody filled could hold any rating, so it widens the inconsistency of its hypothesis in place of counting as neutral.
///
///     let matrix = HypothesisMatrix(hypotheses: 2, items: [[.inconsistent, .neutral], [nil, .neutral]])
///     matrix.inconsistency[0]   // 1...3: one I, and a blank that could be as much as II
///     matrix.leastRefuted       // [1]: whatever the blank holds, the second has less against it
public struct HypothesisMatrix: Hashable, Sendable {
  /// What one item of evidence does to the hypotheses.
  public enum Diagnosticity: Hashable, Sendable {
    /// All ratings are the same: it tells no hypothesis from another, however well it fits.
    case none
    /// The greatest distance between two of its ratings, from 1 (C and N) to 4 (CC and II).
    case spread(Int)
    /// Fewer than two hypotheses are rated by it.
    case cannotTell
  }

  /// What leaving out one item would change.
  public struct Linchpin: Hashable, Sendable {
    public var item: Int
    /// The hypotheses that would be the least refuted without it.
    public var leastRefuted: [Int]
  }

  /// One row for each item of evidence, one rating for each hypothesis; nil where nobody rated it.
  public let items: [[ConsistencyRating?]]
  public let hypotheses: Int
  /// For each hypothesis, its weighted inconsistency: from that of its ratings alone to what it would be if every blank were II.
  public let inconsistency: [ClosedRange<Int>]
  /// Hypotheses that no other one surely undercuts: those that may have the fewest. Empty only where there are none.
  public let leastRefuted: [Int]
  /// Hypotheses with the fewest by the ratings that there are, blanks left aside.
  public let leastByRatings: [Int]
  public let diagnosticity: [Diagnosticity]
  /// Items without which others would be least refuted by the ratings that there are.
  public let linchpins: [Linchpin]

  /// A row shorter than the number of hypotheses ends in blanks; what is longer is left out.
  public init(hypotheses: Int, items: [[ConsistencyRating?]]) {
    let count = max(0, hypotheses)
    let rows = items.map { row in (0..<count).map { $0 < row.count ? row[$0] : nil } }
    self.hypotheses = count
    self.items = rows
    inconsistency = Self.inconsistency(rows, count)
    leastRefuted = Self.undercutByNone(inconsistency)
    leastByRatings = Self.fewest(rows, count)
    diagnosticity = rows.map(Self.diagnosticity)
    let least = leastByRatings
    linchpins = rows.indices.compactMap { index in
      var rest = rows
      rest.remove(at: index)
      let without = Self.fewest(rest, count)
      return without == least ? nil : Linchpin(item: index, leastRefuted: without)
    }
  }

  /// How many cells hold a rating.
  public var rated: Int { items.reduce(0) { $0 + $1.count { $0 != nil } } }
  public var cells: Int { items.count * hypotheses }

  /// Whether one hypothesis has the fewest whatever the blanks hold.
  public var isSettled: Bool { leastRefuted.count == 1 }

  private static func inconsistency(_ rows: [[ConsistencyRating?]], _ count: Int) -> [ClosedRange<Int>] {
    (0..<count).map { hypothesis in
      let rated = rows.reduce(0) { $0 + ($1[hypothesis]?.inconsistency ?? 0) }
      let blank = rows.count { $0[hypothesis] == nil }
      return rated...rated + 2 * blank
    }
  }

  private static func undercutByNone(_ bounds: [ClosedRange<Int>]) -> [Int] {
    guard let leastHigh = bounds.map(\.upperBound).min() else { return [] }
    return bounds.indices.filter { bounds[$0].lowerBound <= leastHigh }
  }

  private static func fewest(_ rows: [[ConsistencyRating?]], _ count: Int) -> [Int] {
    let sums = inconsistency(rows, count).map(\.lowerBound)
    return sums.indices.filter { sums[$0] == sums.min() }
  }

  private static func diagnosticity(_ row: [ConsistencyRating?]) -> Diagnosticity {
    let steps = row.compactMap { $0?.step }
    guard steps.count > 1, let least = steps.min(), let greatest = steps.max() else { return .cannotTell }
    return least == greatest ? .none : .spread(greatest - least)
  }
}
