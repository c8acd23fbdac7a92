import Casebook
import Evidence
import TestSupport
import Testing

@testable import Evaluation

/// Filters where some figures are missing, absent, only bounded or about, against every possible world. What no source says could be any
/// number; a thing that is stated to have none has no number in any world.
@Suite struct MissingOracleTests {
  /// What is said of one property: how it is written, and which whole numbers it may be; nil where there surely is none.
  struct Said {
    var words: String?
    var worlds: [Int]?
  }

  struct Condition {
    var text: String
    /// Nil where it can't be told because a figure doesn't exist.
    var holds: (_ size: Int?, _ weight: Int?) -> Bool?
  }

  @Test(arguments: Array(UInt64(0)..<120)) func agreesWithAllWorlds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var text = FilterOracleTests.head
    var things: [(size: Said, weight: Said)] = []
    for number in 0..<5 {
      let thing = (size: Self.said(&random), weight: Self.said(&random))
      things.append(thing)
      text += "thing t\(number) \"T\(number)\" {\n"
      for (name, said) in [("size", thing.size), ("weight", thing.weight)] {
        if let words = said.words { text += "  \(name) \(words) in 2000 from book p. 1\n" }
      }
      text += "}\n"
    }
    let harness = Harness(casebookText: text)
    _ = harness.enter("filter big(limit = 3) for thing = size > $limit")
    let condition = Self.condition(depth: 2, &random)
    guard case .entities(let table) = try harness.value("things in 2000 | where \(condition.text)") else {
      Issue.record("\(condition.text) gives no table")
      return
    }
    for (number, thing) in things.enumerated() {
      var results: Set<Bool?> = []
      for size in thing.size.worlds.map({ $0.map(Optional.some) }) ?? [nil] {
        for weight in thing.weight.worlds.map({ $0.map(Optional.some) }) ?? [nil] {
          results.insert(condition.holds(size, weight))
        }
      }
      func isNamed(_ subject: RowSubject) -> Bool {
        if case .entity(let entity) = subject { harness.casebook[entity].name == "t\(number)" } else { false }
      }
      let row = table.rows.first { isNamed($0.subject) }
      let isLeftOut = table.leftOut.contains { $0.rows.contains(where: isNamed) }
      switch row?.band {
      case .certain: #expect(results == [true], "\(condition.text): \(thing)")
      case .possible: break
      case nil where !isLeftOut: #expect(!results.contains(true), "\(condition.text): \(thing)")
      case nil: break
      }
      #expect(row == nil || !isLeftOut)
      // Only what no source quantifies is left out.
      let isKnown = [thing.size, thing.weight].allSatisfy { $0.words != nil && $0.words != "unquantified" && $0.worlds != nil }
      if isLeftOut { #expect(!isKnown, "\(condition.text): \(thing) is left out") }
    }
  }

  /// Far above every limit stands for all greater numbers.
  private static let far = Array(0...12) + [1_000]

  private static func said(_ random: inout SplitMix) -> Said {
    let number = Int.random(in: 0...6, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return Said(words: nil, worlds: far)
    case 1: return Said(words: "none", worlds: nil)
    case 2: return Said(words: "unquantified", worlds: far)
    case 3: return Said(words: "more than \(number)", worlds: far.filter { $0 > number })
    case 4: return Said(words: "up to \(number)", worlds: Array(0...number))
    case 5: return Said(words: "about 30", worlds: Array(27...33))
    case 6: return Said(words: "\(number) to \(number + 2)", worlds: Array(number...number + 2))
    default: return Said(words: "\(number)", worlds: [number])
    }
  }

  private static func condition(depth: Int, _ random: inout SplitMix) -> Condition {
    let limit = [0, 2, 3, 5, 7, 26, 28, 33, 40][Int.random(in: 0..<9, using: &random)]
    if depth == 0 || Int.random(in: 0..<4, using: &random) == 0 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return Condition(text: "big(\(limit))") { size, _ in size.map { $0 > limit } }
      case 1: return Condition(text: "weight <= \(limit)") { _, weight in weight.map { $0 <= limit } }
      default: return Condition(text: "size < \(limit)") { size, _ in size.map { $0 < limit } }
      }
    }
    let first = condition(depth: depth - 1, &random)
    if Int.random(in: 0..<3, using: &random) == 0 {
      return Condition(text: "not (\(first.text))") { size, weight in first.holds(size, weight).map { !$0 } }
    }
    let second = condition(depth: depth - 1, &random)
    if Bool.random(using: &random) {
      return Condition(text: "(\(first.text)) and (\(second.text))") { size, weight in
        let (one, other) = (first.holds(size, weight), second.holds(size, weight))
        return one == false || other == false ? false : one == nil || other == nil ? nil : true
      }
    }
    return Condition(text: "(\(first.text)) or (\(second.text))") { size, weight in
      let (one, other) = (first.holds(size, weight), second.holds(size, weight))
      return one == true || other == true ? true : one == nil || other == nil ? nil : false
    }
  }
}
