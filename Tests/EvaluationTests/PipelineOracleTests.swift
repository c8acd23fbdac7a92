import TestSupport
import Casebook
import Evidence
import Testing

@testable import Evaluation

/// Pipelines over entities with uncertain figures against every possible world, in which each figure is a whole number of its range.
@Suite struct PipelineOracleTests {
  static let head = """
    unit_of_measure people "people" { singular "person"; plural "people" }
    kind source "Source" { plural sources }
    kind thing "Thing" { plural things }
    property published "Published" { of source; value time }
    property size "Size" { of thing; value quantity; unit people }
    source book "A Book" { published 2010 }

    """

  @Test(arguments: Array(UInt64(0)..<80)) func agreesWithAllWorlds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var text = Self.head
    var ranges: [ClosedRange<Int>?] = []
    for number in 0..<4 {
      let low = Int.random(in: 0...4, using: &random)
      let range: ClosedRange<Int>? =
        Int.random(in: 0..<5, using: &random) == 0 ? nil : low...(low + Int.random(in: 0...2, using: &random))
      ranges.append(range)
      let value = range.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
      text += "thing t\(number) \"T\(number)\" {\(value.map { "\n  size \($0) in 2000 from book p. 1\n" } ?? "")}\n"
    }
    let limit = Int.random(in: 0...5, using: &random)
    let count = Int.random(in: 1...3, using: &random)
    let descending = Bool.random(using: &random)
    let pipeline = "things in 2000 | where size > \(limit) | sort by size\(descending ? " desc" : "") | take \(count)"
    let harness = Harness(casebookText: text)
    guard case .entities(let table) = try harness.value(pipeline),
      case .figure(let counted) = try harness.value("\(pipeline) | count")
    else {
      Issue.record("\(pipeline) is no table")
      return
    }
    // Rows of which it can't be told are left out, and said to be.
    let unknown = ranges.count { $0 == nil }
    #expect(table.leftOut.reduce(0) { $0 + $1.rows.count } == unknown)

    let order = table.rows.compactMap(\.entity).map { harness.casebook[$0].name }
    var always: Set<String>?
    var ever: Set<String> = []
    var counts: Set<Int> = []
    for world in Self.worlds(ranges) {
      let kept = world.filter { $0.value > limit }.sorted { left, right in
        if left.value != right.value { return (left.value < right.value) != descending }
        return (order.firstIndex(of: left.name) ?? 99, left.name) < (order.firstIndex(of: right.name) ?? 99, right.name)
      }.prefix(count).map(\.name)
      always = always.map { $0.intersection(kept) } ?? Set(kept)
      ever.formUnion(kept)
      counts.insert(kept.count)
    }
    #expect(
      Set(table.certain.compactMap(\.entity).map { harness.casebook[$0].name }).isSubset(of: always ?? []), "\(pipeline)\n\(text)"
    )
    #expect(ever.isSubset(of: Set(order)), "\(pipeline)\n\(text)")
    for found in counts { #expect(counted.quantity.contains(Double(found)), "\(found) of \(pipeline)\n\(text)") }
  }

  private static func worlds(_ ranges: [ClosedRange<Int>?]) -> [[(name: String, value: Int)]] {
    var worlds: [[(name: String, value: Int)]] = [[]]
    for (number, range) in ranges.enumerated() {
      guard let range else { continue }
      worlds = worlds.flatMap { world in range.map { world + [("t\(number)", $0)] } }
    }
    return worlds
  }
}
