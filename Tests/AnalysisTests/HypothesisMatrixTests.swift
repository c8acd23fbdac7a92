import Evidence
import Testing

@testable import Analysis

@Suite struct HypothesisMatrixTests {
  /// `+` and `-` stand for C and I, as in the published matrix; `.` for a blank.
  func matrix(_ rows: String...) -> HypothesisMatrix {
    let items = rows.map { row in
      row.split(separator: " ").map { cell -> ConsistencyRating? in
        switch cell {
        case "+": .consistent
        case "-": .inconsistent
        default: ConsistencyRating(rawValue: String(cell))
        }
      }
    }
    return HypothesisMatrix(hypotheses: items.map(\.count).max() ?? 0, items: items)
  }

  /// R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8, the matrix on whether Iraq would retaliate for the bombing of its
  /// intelligence headquarters in 1993. He finds H2 the least refuted, then H3, then H1, and that E1 has no diagnostic value.
  @Test func aPublishedMatrix() {
    let published = matrix("+ + +", "+ + -", "+ + -", "- + +", "- + +", "- + +")
    #expect(published.inconsistency == [3...3, 0...0, 2...2])
    #expect(published.leastRefuted == [1])
    #expect(published.isSettled)
    #expect(published.diagnosticity[0] == .none)
    #expect(published.diagnosticity[3] == .spread(2))
    #expect(published.linchpins.isEmpty, "no one item carries the result")
    #expect(published.rated == published.cells)
  }

  @Test func aBlankIsNotNeutral() {
    #expect(matrix("N I").leastRefuted == [0])
    let blank = matrix(". I")
    #expect(blank.inconsistency == [0...2, 1...1])
    #expect(blank.leastRefuted == [0, 1], "the blank may be II")
    #expect(blank.leastByRatings == [0])
    #expect(blank.diagnosticity == [.cannotTell])
    #expect(blank.rated == 1)
    #expect(blank.cells == 2)
  }

  @Test func anItemThatCarriesTheResultIsALinchpin() {
    let found = matrix("II CC", "C I")
    #expect(found.leastByRatings == [1])
    #expect(found.linchpins == [.init(item: 0, leastRefuted: [0])])
  }

  @Test func nothingRatedTellsNothing() {
    #expect(matrix(". .", ". .").leastRefuted == [0, 1])
    #expect(HypothesisMatrix(hypotheses: 3, items: []).leastRefuted == [0, 1, 2])
    #expect(HypothesisMatrix(hypotheses: 0, items: [[.consistent]]).leastRefuted == [])
    #expect(HypothesisMatrix(hypotheses: -1, items: []).cells == 0)
  }

  @Test func supportCountsNothing() {
    // However much fits the first, the same fits the second or is silent about it.
    #expect(matrix("CC N", "CC N").leastRefuted == [0, 1])
  }

  /// Every way to fill the blanks of every matrix of two items and three hypotheses with these ratings: the least refuted ones are those that
  /// have the fewest in some world, and no others.
  @Test func whatIsSaidHoldsInEveryWorld() {
    let cells: [ConsistencyRating?] = [nil, .neutral, .inconsistent, .veryInconsistent]
    for code in 0..<4096 {
      let row = (0..<6).map { cells[(code >> (2 * $0)) & 3] }
      let matrix = HypothesisMatrix(hypotheses: 3, items: [Array(row[0..<3]), Array(row[3..<6])])
      let blanks = row.indices.filter { row[$0] == nil }
      var possible: Set<Int> = []
      var worlds = 1
      for _ in blanks { worlds *= 3 }
      for world in 0..<worlds {
        var filled = row
        var rest = world
        for blank in blanks {
          filled[blank] = [.neutral, .inconsistent, .veryInconsistent][rest % 3]
          rest /= 3
        }
        let sums = (0..<3).map { (filled[$0]?.inconsistency ?? 0) + (filled[$0 + 3]?.inconsistency ?? 0) }
        for hypothesis in 0..<3 {
          #expect(matrix.inconsistency[hypothesis].contains(sums[hypothesis]))
          if sums[hypothesis] == sums.min() { possible.insert(hypothesis) }
        }
      }
      #expect(Set(matrix.leastRefuted) == possible)
    }
  }
}
