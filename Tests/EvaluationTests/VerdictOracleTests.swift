import TestSupport
import Evidence
import Testing

@testable import Evaluation

/// Conditions on ranges against every possible world: a yes holds in all of them, a no in none.
@Suite struct VerdictOracleTests {
  /// A condition as text, with what it comes to in a world: one whole number for each range.
  struct Condition {
    var text: String
    var ranges: [ClosedRange<Int>]
    var holds: ([Int]) -> Bool
  }

  @Test(arguments: Array(UInt64(0)..<150)) func agreesWithAllWorlds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let condition = Self.condition(depth: 2, &random)
    guard case .verdict(let judgement) = try Self.harness().value(condition.text) else {
      Issue.record("\(condition.text) is no verdict")
      return
    }
    var results: Set<Bool> = []
    for world in Self.worlds(condition.ranges) { results.insert(condition.holds(world)) }
    switch judgement.verdict.truth {
    case .yes: #expect(results == [true], "\(condition.text)")
    case .no: #expect(results == [false], "\(condition.text)")
    case .maybe:
      // A single comparison is open only where worlds differ.
      if condition.ranges.count == 2 { #expect(results.count == 2, "\(condition.text)") }
    }
  }

  private static func harness() -> Harness { Harness(casebookText: "") }

  private static func condition(depth: Int, _ random: inout SplitMix) -> Condition {
    if depth == 0 || Int.random(in: 0..<3, using: &random) == 0 { return comparison(&random) }
    let first = condition(depth: depth - 1, &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      return Condition(text: "not (\(first.text))", ranges: first.ranges) { !first.holds($0) }
    }
    let second = condition(depth: depth - 1, &random)
    let isAnd = Bool.random(using: &random)
    let count = first.ranges.count
    return Condition(text: "(\(first.text)) \(isAnd ? "and" : "or") (\(second.text))", ranges: first.ranges + second.ranges) {
      world in
      let one = first.holds(Array(world[..<count]))
      let other = second.holds(Array(world[count...]))
      return isAnd ? one && other : one || other
    }
  }

  private static func comparison(_ random: inout SplitMix) -> Condition {
    let ranges = (0..<2).map { _ -> ClosedRange<Int> in
      let low = Int.random(in: 0...4, using: &random)
      return low...(low + Int.random(in: 0...2, using: &random))
    }
    let signs: [(String, (Int, Int) -> Bool)] = [
      ("<", { $0 < $1 }), ("<=", { $0 <= $1 }), ("=", { $0 == $1 }), ("!=", { $0 != $1 }), (">", { $0 > $1 }),
      (">=", { $0 >= $1 }),
    ]
    let (sign, compare) = signs[Int.random(in: 0..<signs.count, using: &random)]
    let texts = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "(\($0.lowerBound) to \($0.upperBound))" }
    return Condition(text: "\(texts[0]) \(sign) \(texts[1])", ranges: ranges) { compare($0[0], $0[1]) }
  }

  private static func worlds(_ ranges: [ClosedRange<Int>]) -> [[Int]] {
    ranges.reduce([[]]) { worlds, range in worlds.flatMap { world in range.map { world + [$0] } } }
  }
}
