import Casebook
import Evidence
import TestSupport
import Testing

@testable import Analysis

/// What comparisons conclude, against every possible world in which each figure is a whole number of its range.
@Suite struct ComparisonOracleTests {
  /// A range of whole numbers, soft where it stands for an "about".
  struct Uncertain {
    var range: ClosedRange<Int>
    var isSoft: Bool

    var figure: ComparedFigure {
      let quantity = Quantity(
        low: Double(range.lowerBound), high: Double(range.upperBound), lowIsSoft: isSoft && range.count > 1,
        highIsSoft: isSoft && range.count > 1, unit: .none)
      return ComparedFigure(
        figure: Figure(quantity, status: .actual, lineage: .literal("", quantity)), definitions: [], scopes: [],
        time: TimeSpan(year: 2018))
    }
  }

  static func figures(_ count: Int, from low: Int, _ random: inout SplitMix) -> [Uncertain] {
    (0..<count).map { _ in
      let first = Int.random(in: low...5, using: &random)
      return Uncertain(
        range: first...(first + Int.random(in: 0...3, using: &random)), isSoft: Bool.random(using: &random))
    }
  }

  static func worlds(_ figures: [Uncertain]) -> [[Int]] {
    figures.reduce([[]]) { worlds, figure in worlds.flatMap { world in figure.range.map { world + [$0] } } }
  }

  @Test(arguments: Array(UInt64(0)..<300)) func measures(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let figures = Self.figures(Int.random(in: 2...3, using: &random), from: 0, &random)
    let axis: ComparisonAxis = [.subjects, .times, .sources][Int.random(in: 0..<3, using: &random)]
    let finding = MeasureFinding(of: figures.map { .figure($0.figure) }, asked: axis, policies: Policies())
    let worlds = Self.worlds(figures)
    switch finding.mark {
    case .differs: #expect(worlds.allSatisfy { Set($0).count > 1 })
    case .same: #expect(worlds.allSatisfy { Set($0).count == 1 })
    default: #expect(finding.mark == .cannotTell)
    }
    for world in worlds {
      for (index, rank) in finding.ranks.enumerated() {
        let rank = try #require(rank)
        #expect(rank.contains(1 + world.count { $0 > world[index] }))
      }
    }
    guard let pair = finding.pair else { return }
    for world in worlds {
      let (first, second) = (world[pair.first], world[pair.second])
      if pair.secondHoldsMore.truth == .yes { #expect(second > first) }
      if pair.secondHoldsMore.truth == .no { #expect(second <= first) }
      if pair.firstHoldsMore.truth == .yes { #expect(first > second) }
      if pair.firstHoldsMore.truth == .no { #expect(first <= second) }
      expect(pair.difference, contains: Double(second - first))
      if first > 0 {
        expect(pair.ratio, contains: Double(second) / Double(first))
        expect(pair.change, contains: 100 * (Double(second) / Double(first) - 1))
      }
    }
  }

  @Test(arguments: Array(UInt64(0)..<200)) func candidates(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let figures = Self.figures(2, from: 1, &random)
    let finding = CandidateFinding(of: figures[1].figure, against: figures[0].figure, policies: Policies())
    for world in Self.worlds(figures) {
      if finding.mark == .same { #expect(world[0] == world[1]) }
      if finding.mark == .differs { #expect(world[0] != world[1]) }
      expect(finding.difference, contains: Double(world[1] - world[0]))
      expect(finding.relative, contains: 100 * (Double(world[1]) / Double(world[0]) - 1))
    }
  }

  /// Closed forms use each operand once, so the ends are reached and not only held.
  @Test func aChangeIsNoWiderThanItsWorlds() throws {
    let earlier = Uncertain(range: 100...120, isSoft: false).figure.figure
    let later = Uncertain(range: 50...60, isSoft: false).figure.figure
    let change = try Figure.change(from: earlier, to: later).quantity
    #expect(abs(change.low - 100 * (50.0 / 120 - 1)) < 1e-9)
    #expect(abs(change.high - 100 * (60.0 / 100 - 1)) < 1e-9)
    let share = try Figure.share(of: later, in: earlier).quantity
    #expect(abs(share.low - 100 * 50.0 / 120) < 1e-9)
    #expect(abs(share.high - 60) < 1e-9)
  }

  private func expect(_ figure: Figure?, contains value: Double) {
    guard let figure else { return }
    let slack = 1e-9 * max(1, abs(value))
    #expect(figure.quantity.low <= value + slack && value - slack <= figure.quantity.high)
  }
}
