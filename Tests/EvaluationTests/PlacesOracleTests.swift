import TestSupport
import Casebook
import Testing

@testable import Evaluation

/// `take` and `skip` against every possible world: each row that only may belong is there or not, each key is any whole number within its
/// bounds. What is kept as certain is kept in all worlds, what is not kept is kept in none.
@Suite struct PlacesOracleTests {
  struct Item {
    var low: Int
    var high: Int
    var best: Int
    var isCertain: Bool
  }

  static let seeds = Array(UInt64(0)..<400)

  @Test(arguments: seeds) func agreesWithAllWorlds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let descending = Bool.random(using: &random)
    let items = (0..<Int.random(in: 1...4, using: &random)).map { _ -> Item in
      let low = Int.random(in: 0...4, using: &random)
      let high = low + Int.random(in: 0...2, using: &random)
      return Item(
        low: low, high: high, best: Int.random(in: low...high, using: &random),
        isCertain: Int.random(in: 0..<3, using: &random) > 0)
    }
    let count = Int.random(in: 0...4, using: &random)
    let skips = Bool.random(using: &random)
    let ids = try entities(items.count)
    var rows: [EntityTable.Row] = []
    for (item, id) in zip(items, ids) {
      let content = SortKey.Content.bounds(low: Double(item.low), high: Double(item.high), point: Double(item.best))
      rows.append(
        EntityTable.Row(
          id, band: item.isCertain ? .certain : .possible, keys: [SortKey(content, isDescending: descending)]))
    }
    var table = EntityTable(name: "rows", rows: sorted(rows), ambient: .none)
    let order = table.rows.compactMap(\.entity)
    _ = table.keep(skips ? .after(count) : .first(count))

    var always = Set(ids)
    var ever: Set<EntityID> = []
    for world in worlds(items, ids) {
      let sorted = world.sorted { left, right in
        if left.value != right.value { return (left.value < right.value) != descending }
        let places = (order.firstIndex(of: left.id) ?? 0, order.firstIndex(of: right.id) ?? 0)
        return places.0 < places.1
      }
      let kept = Set((skips ? Array(sorted.dropFirst(count)) : Array(sorted.prefix(count))).map(\.id))
      always.formIntersection(kept)
      ever.formUnion(kept)
    }
    let certain = Set(table.certain.compactMap(\.entity))
    #expect(certain.isSubset(of: always), "certain in all worlds")
    #expect(ever.isSubset(of: Set(table.rows.compactMap(\.entity))), "nothing that may be kept is dropped")
  }

  /// The ranks of a row hold the rank that it has in every world in which it is there.
  @Test(arguments: seeds) func ranksHoldEveryWorld(seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 10_000)
    let items = (0..<4).map { _ -> Item in
      let low = Int.random(in: 0...4, using: &random)
      let high = low + Int.random(in: 0...2, using: &random)
      return Item(low: low, high: high, best: low, isCertain: Bool.random(using: &random))
    }
    let ids = try entities(items.count)
    let rows = zip(items, ids).map { item, id in
      let content = SortKey.Content.bounds(low: Double(item.low), high: Double(item.high), point: Double(item.best))
      return EntityTable.Row(
        id, band: item.isCertain ? .certain : .possible, keys: [SortKey(content, isDescending: true)])
    }
    let table = EntityTable(name: "rows", rows: sorted(rows), ambient: .none)
    let ranks = Dictionary(uniqueKeysWithValues: zip(table.rows.compactMap(\.entity), table.ranks()))
    for world in worlds(items, ids) {
      for row in world {
        let rank = 1 + world.count { $0.value > row.value }
        #expect(ranks[row.id]?.contains(rank) == true)
      }
    }
  }

  private func sorted(_ rows: [EntityTable.Row]) -> [EntityTable.Row] {
    rows.enumerated().sorted { SortKey.precedes($0.element.keys, $1.element.keys) ?? ($0.offset < $1.offset) }.map(\.element)
  }

  private func entities(_ count: Int) throws -> [EntityID] {
    let casebook = Casebook()
    let place = TextRange(file: 0, start: 0, end: 0)
    let kind = try casebook.addKind(name: "row", plural: "rows", title: "Row", declaration: place)
    return try (0..<count).map { try casebook.addEntity(name: "row_\($0)", kind: kind, title: "Row \($0)", declaration: place) }
  }

  private func worlds(_ items: [Item], _ ids: [EntityID]) -> [[(id: EntityID, value: Int)]] {
    var worlds: [[(id: EntityID, value: Int)]] = [[]]
    for (item, id) in zip(items, ids) {
      var next: [[(id: EntityID, value: Int)]] = []
      for world in worlds {
        if !item.isCertain { next.append(world) }
        for value in item.low...item.high { next.append(world + [(id, value)]) }
      }
      worlds = next
    }
    return worlds
  }
}
