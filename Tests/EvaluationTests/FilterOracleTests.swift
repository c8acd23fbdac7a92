import Casebook
import Evidence
import TestSupport
import Testing

@testable import Evaluation

/// Filters that use other filters, with and, or and not, against every possible world in which each figure is a whole number of its range.
@Suite struct FilterOracleTests {
  struct Condition {
    var text: String
    var holds: (_ size: Int, _ weight: Int) -> Bool
  }

  static let head = """
    unit_of_measure people "people" { singular "person"; plural "people" }
    kind source "Source" { plural sources }
    kind thing "Thing" { plural things }
    property published "Published" { of source; value time }
    property size "Size" { of thing; value quantity; unit people }
    property weight "Weight" { of thing; value quantity; unit people }
    source book "A Book" { published 2010 }

    """

  @Test(arguments: Array(UInt64(0)..<80)) func agreesWithAllWorlds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var text = Self.head
    var things: [(size: ClosedRange<Int>, weight: ClosedRange<Int>)] = []
    for number in 0..<4 {
      let thing = (size: Self.range(&random), weight: Self.range(&random))
      things.append(thing)
      text += "thing t\(number) \"T\(number)\" { size \(Self.words(thing.size)) in 2000 from book p. 1; "
      text += "weight \(Self.words(thing.weight)) in 2000 from book p. 1 }\n"
    }
    let harness = Harness(casebookText: text)
    _ = harness.enter("filter big(limit = 3) for thing = size > $limit")
    _ = harness.enter("filter heavy(limit = 3) for thing = weight >= $limit and not big(0)")
    _ = harness.enter("measure load for thing = size + weight")
    _ = harness.enter("filter laden for thing = load > 6 or heavy")
    let condition = Self.condition(depth: 2, &random)
    guard case .entities(let table) = try harness.value("things in 2000 | where \(condition.text)") else {
      Issue.record("\(condition.text) gives no table")
      return
    }
    for (number, thing) in things.enumerated() {
      var results: Set<Bool> = []
      for size in thing.size { for weight in thing.weight { results.insert(condition.holds(size, weight)) } }
      let row = table.rows.first { harness.casebook[$0.entity].name == "t\(number)" }
      switch row?.band {
      case .certain: #expect(results == [true], "\(condition.text): \(thing)")
      case .possible: break
      case nil: #expect(results == [false], "\(condition.text): \(thing)")
      }
    }
    #expect(table.leftOut.isEmpty, "every figure is there")
  }

  private static func range(_ random: inout SplitMix) -> ClosedRange<Int> {
    let low = Int.random(in: 0...5, using: &random)
    return low...(low + Int.random(in: 0...3, using: &random))
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func condition(depth: Int, _ random: inout SplitMix) -> Condition {
    let limit = Int.random(in: 0...7, using: &random)
    if depth == 0 || Int.random(in: 0..<4, using: &random) == 0 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return Condition(text: "big(\(limit))") { size, _ in size > limit }
      case 1: return Condition(text: "heavy(limit = \(limit))") { size, weight in weight >= limit && !(size > 0) }
      case 2: return Condition(text: "laden") { size, weight in size + weight > 6 || (weight >= 3 && !(size > 0)) }
      case 3: return Condition(text: "load < \(limit)") { size, weight in size + weight < limit }
      default: return Condition(text: "size between 2 and \(limit)") { size, _ in size >= 2 && size <= limit }
      }
    }
    let first = condition(depth: depth - 1, &random)
    if Int.random(in: 0..<3, using: &random) == 0 {
      return Condition(text: "not (\(first.text))") { !first.holds($0, $1) }
    }
    let second = condition(depth: depth - 1, &random)
    if Bool.random(using: &random) {
      return Condition(text: "(\(first.text)) and (\(second.text))") { first.holds($0, $1) && second.holds($0, $1) }
    }
    return Condition(text: "(\(first.text)) or (\(second.text))") { first.holds($0, $1) || second.holds($0, $1) }
  }
}
