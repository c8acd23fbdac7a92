import Evidence
import Tables
import Testing

/// What is said of uncertain values against all possible worlds: what is certain holds in each, what is not even possible in none, and
/// bounds hold every world's value and are no wider than they must be.
@Suite struct UncertainPipelineTests {
  private static let seeds: Range<UInt64> = 0..<60

  @Test(arguments: seeds) func filterKeepsWhatMayBe(_ seed: UInt64) throws {
    var maker = UncertainMaker(seed: seed)
    let table = maker.table()
    let condition = maker.condition()
    let result = try run(table, [.filter(condition)], chunk: 2)
    let worlds = PossibleWorlds(table).results(of: [.filter(condition), .select([NamedExpression(column: "id")])])
    let certain = worlds.reduce(Set(worlds[0].flatMap(\.self))) { $0.intersection($1.flatMap(\.self)) }
    let possible = Set(worlds.flatMap { $0.flatMap(\.self) })
    let ids = result.column("id")
    #expect(possible.isSubset(of: ids), "\(table.rows) \(condition)")
    for (row, id) in ids.enumerated() where result.isPossible.isEmpty || !result.isPossible[row] { #expect(certain.contains(id)) }
    // A condition on one cell is decided exactly.
    if case .comparison = condition {
      #expect(possible == Set(ids))
      for (row, id) in ids.enumerated() where certain.contains(id) {
        #expect(result.isPossible.isEmpty || !result.isPossible[row])
      }
    }
  }

  @Test(arguments: seeds) func aggregatesHoldEveryWorld(_ seed: UInt64) throws {
    var maker = UncertainMaker(seed: seed)
    let table = maker.table()
    let filter = PipelineStep.filter(.comparison(.greater, column("r"), .number(1)))
    let functions: [Aggregate.Function] = [.count, .sum, .min, .max, .mean, .median, .quantile(0.25), .distinct, .first, .last]
    let aggregates = functions.enumerated().map { Aggregate("f\($0)", $1, column("q")) }
    let steps = [filter, .group(by: [NamedExpression(column: "place")], aggregates)]
    let result = try run(table, steps, chunk: 2)
    let worlds = PossibleWorlds(table).results(of: steps)
    let isPossible = result.isPossible.isEmpty ? result.cells.map { _ in false } : result.isPossible
    for (row, cells) in result.cells.enumerated() {
      let found = worlds.compactMap { world in world.first { $0[0] == cells[0] } }
      #expect(isPossible[row] ? found.count < worlds.count && !found.isEmpty : found.count == worlds.count)
      for figure in 1..<cells.count {
        let values = found.map { $0[figure] }
        #expect(
          values.allSatisfy { cells[figure].allows($0) }, "\(functions[figure - 1]) \(cells[figure]) \(Set(values)) \(table.rows)"
        )
        // The two columns don't depend on one another, so that every end but those of `distinct` is reached.
        let numbers = values.compactMap(\.number)
        // A possible group is counted over the worlds in which it is not there, too.
        guard case let function = functions[figure - 1], function != .distinct,
          !(isPossible[row] && [.count, .sum].contains(function))
        else { continue }
        #expect(
          abs(cells[figure].low - (numbers.min() ?? .nan)) < 1e-9,
          "\(functions[figure - 1]) \(cells[figure]) \(Set(numbers)) \(table.rows)")
        #expect(
          abs(cells[figure].high - (numbers.max() ?? .nan)) < 1e-9,
          "\(functions[figure - 1]) \(cells[figure]) \(Set(numbers)) \(table.rows)")
      }
    }
    let groups = Set(result.cells.map { $0[0] })
    #expect(worlds.allSatisfy { world in world.allSatisfy { groups.contains($0[0]) } })
  }

  @Test(arguments: seeds) func aggregatesWithConditionsHoldEveryWorld(_ seed: UInt64) throws {
    var maker = UncertainMaker(seed: seed)
    let table = maker.table()
    let condition = TableExpression.comparison(.lessOrEqual, column("r"), .number(1))
    let aggregates = [
      Aggregate("c", .count, where: condition), Aggregate("s", .sum, column("q"), where: condition),
      Aggregate("m", .max, column("q"), where: condition),
    ]
    let steps: [PipelineStep] = [.group(by: [], aggregates)]
    let cells = try run(table, steps, chunk: 2).cells
    #expect(cells.count == 1)
    for world in PossibleWorlds(table).results(of: steps) {
      for figure in world[0].indices where world[0][figure] != .missing {
        #expect(cells[0][figure].allows(world[0][figure]), "\(cells[0]) \(world[0]) \(table.rows)")
      }
    }
  }

  @Test(arguments: seeds) func uncertainKeysPutRowsInEachGroup(_ seed: UInt64) throws {
    var maker = UncertainMaker(seed: seed)
    let table = maker.table()
    let steps: [PipelineStep] = [
      .group(by: [NamedExpression(column: "r")], [Aggregate("c", .count), Aggregate("s", .sum, column("q"))])
    ]
    let result = try run(table, steps, chunk: 2)
    let worlds = PossibleWorlds(table).results(of: steps)
    for (row, cells) in result.cells.enumerated() {
      let found = worlds.compactMap { world in world.first { $0[0] == cells[0] } }
      #expect(result.isPossible.isEmpty || !result.isPossible[row] ? found.count == worlds.count : !found.isEmpty)
      #expect(found.allSatisfy { cells[1].allows($0[1]) && cells[2].allows($0[2]) })
    }
    let groups = Set(result.cells.map { $0[0] })
    #expect(worlds.allSatisfy { world in world.allSatisfy { groups.contains($0[0]) } })
    #expect(result.notes.contains(.notAdditive(key: "r")))
  }

  @Test(arguments: seeds) func ranksAndTiesHoldEveryWorld(_ seed: UInt64) throws {
    var maker = UncertainMaker(seed: seed)
    let table = maker.table()
    let descending = seed % 2 == 0
    let keys = seed % 3 == 0 ? ["place", "q"] : ["q"]
    let sort = PipelineStep.sort(keys.map { SortKey(column($0), descending: descending) })
    let result = try run(table, [sort], chunk: 2)
    let ids = result.column("id")
    var seen: [Cell: Set<Int>] = [:]
    for world in PossibleWorlds(table).worlds {
      for row in world.rows {
        let before = world.rows.filter { other in Self.isBefore(other, row, keys, world, descending) }.count
        seen[row[0], default: []].insert(before + 1)
      }
    }
    for (row, id) in ids.enumerated() {
      let places = seen[id] ?? []
      let expected = (places.min() ?? 0)...(places.max() ?? 0)
      if result.ranks.isEmpty { #expect(expected.count == 1) } else { #expect(result.ranks[row] == expected, "\(table.rows)") }
    }
    let count = 2
    let taken = try run(table, [sort, .take(count)], chunk: 2)
    let entering = ids.dropFirst(count).filter { (seen[$0]?.min() ?? .max) <= count }.count
    let note = taken.notes.first { if case .tiesThatMightEnter = $0 { true } else { false } }
    #expect(note == (entering == 0 ? nil : .tiesThatMightEnter(rows: entering)), "\(table.rows)")
    #expect(taken.column("id") == Array(ids.prefix(count)))
  }

  private static func isBefore(_ one: [Cell], _ other: [Cell], _ keys: [String], _ world: SmallTable, _ descending: Bool) -> Bool
  {
    for key in keys {
      let index = world.columns.firstIndex { $0.name == key } ?? 0
      if one[index] == other[index] { continue }
      guard let left = one[index].number, let right = other[index].number else {
        return ("\(one[index])" < "\(other[index])") != descending
      }
      return (left < right) != descending
    }
    return false
  }

  @Test(arguments: seeds) func arithmeticHoldsEveryWorld(_ seed: UInt64) throws {
    var maker = UncertainMaker(seed: seed)
    let table = maker.table()
    let (q, r) = (column("q"), column("r"))
    let formulas: [TableExpression] = [
      .arithmetic(.plus, q, r), .arithmetic(.minus, q, r), .arithmetic(.times, q, r), .arithmetic(.over, q, r), .change(r, q),
      .share(r, q), .numberFunction(.absolute, [q]), .numberFunction(.smaller, [q, r]),
      .conditional(.comparison(.greater, r, .number(1)), then: q, otherwise: .number(0)),
    ]
    for formula in formulas {
      let derived = try run(table, [.derive([NamedExpression("f", formula)])], chunk: 2).column("f")
      let plain = PossibleWorlds(table).worlds.map { world in
        (try? run(world, [.derive([NamedExpression("f", formula)])]).column("f")) ?? []
      }
      for (row, cell) in derived.enumerated() where cell != .missing {
        #expect(plain.allSatisfy { $0[row] == .missing || cell.allows($0[row]) }, "\(formula) \(cell) \(table.rows[row])")
      }
      #expect(plain.allSatisfy { world in world.indices.allSatisfy { world[$0] == .missing || derived[$0] != .missing } })
    }
  }
}

/// Makes tables of a few rows with ranges, of which there are not too many worlds.
struct UncertainMaker {
  private var maker: PipelineMaker
  init(seed: UInt64) { maker = PipelineMaker(seed: seed &+ 10_000) }

  mutating func table() -> SmallTable {
    var worlds = 1
    let rows = (1...(1 + maker.number(below: 5))).map { id -> [Cell] in
      func quantity(_ maker: inout PipelineMaker) -> Cell {
        let low = Double(maker.number(below: 5) - 1)
        let width = maker.number(below: 3)
        guard width > 0, worlds * (width + 1) <= 200 else { return .number(low) }
        worlds *= width + 1
        return .range(low, low + Double(width))
      }
      return [.number(Double(id)), .text(maker.one(of: ["A", "B"])), quantity(&maker), quantity(&maker)]
    }
    let columns = [
      ColumnDescription("id", .integer), ColumnDescription("place", .text), ColumnDescription("q", .quantity),
      ColumnDescription("r", .quantity),
    ]
    return SmallTable(columns, rows)
  }

  mutating func condition() -> TableExpression {
    func comparison(_ maker: inout PipelineMaker) -> TableExpression {
      .comparison(
        maker.one(of: ComparisonOperator.allCases), column(maker.one(of: ["q", "r"])), .number(Double(maker.number(below: 4))))
    }
    switch maker.number(below: 4) {
    case 0: return .and(comparison(&maker), comparison(&maker))
    case 1: return .not(.or(comparison(&maker), comparison(&maker)))
    default: return comparison(&maker)
    }
  }
}
