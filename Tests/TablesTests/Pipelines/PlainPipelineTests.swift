import Evidence
import Tables
import Testing

/// Random pipelines over plain values against an interpreter that goes row by row.
@Suite struct PlainPipelineTests {
  @Test(arguments: 0..<500) func agreesWithRowByRow(_ seed: UInt64) throws {
    var maker = PipelineMaker(seed: seed)
    let table = maker.table()
    let steps = maker.steps()
    let expected = RowInterpreter(table).run(steps)
    let result = try run(table, steps, chunk: 1 + Int(seed % 9))
    #expect(result.names == expected.columns.map(\.name), "\(steps)")
    #expect(result.cells.count == expected.rows.count, "\(steps)")
    for (row, wanted) in zip(result.cells, expected.rows) {
      #expect(zip(row, wanted).allSatisfy(Self.agree), "\(row) for \(wanted) of \(steps)")
    }
    #expect(result.isPossible.isEmpty)
    #expect(result.ranks.isEmpty)
  }

  private static func agree(_ one: Cell, _ other: Cell) -> Bool {
    guard let left = one.number, let right = other.number else { return one == other }
    return left == right || abs(left - right) <= 1e-9 * max(abs(left), abs(right))
  }
}

/// Makes tables and pipelines from a seed.
struct PipelineMaker {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

  mutating func table() -> SmallTable {
    let columns = [
      ColumnDescription("place", .text), ColumnDescription("kind", .text), ColumnDescription("year", .integer),
      ColumnDescription("n", .integer), ColumnDescription("x", .real), ColumnDescription("day", .date),
    ]
    let rows = (0..<number(below: 40)).map { _ -> [Cell] in
      func orMissing(_ cell: Cell, _ chance: Int) -> Cell { chance == 0 ? .missing : cell }
      return [
        orMissing(.text(["Jalisco", "Ávila", "avila", "Sonora"][number(below: 4)]), number(below: 8)),
        .text(["a", "b"][number(below: 2)]), orMissing(.number(Double(2015 + number(below: 4))), number(below: 9)),
        orMissing(.number(Double(number(below: 7) - 2)), number(below: 6)),
        orMissing(.number(Double(number(below: 50)) / 8), number(below: 6)),
        orMissing(.date(Int32(16_000 + number(below: 900))), number(below: 9)),
      ]
    }
    return SmallTable(columns, rows)
  }

  mutating func steps() -> [PipelineStep] {
    var steps: [PipelineStep] = []
    for _ in 0..<number(below: 3) {
      steps.append(number(below: 3) == 0 ? .derive([NamedExpression("m", value(depth: 2))]) : .filter(condition(depth: 2)))
    }
    switch number(below: 5) {
    case 0, 1:
      let keys = one(of: [["place"], ["place", "year"], ["kind", "place", "year"], []])
      let functions: [Aggregate.Function] = [.sum, .count, .mean, .median, .min, .max, .first, .last, .distinct, .quantile(0.25)]
      let aggregates = (0..<3).map { index in
        Aggregate(
          "f\(index)", one(of: functions), column(one(of: ["n", "x"])), where: number(below: 3) == 0 ? condition(depth: 1) : nil)
      }
      steps.append(.group(by: keys.map { NamedExpression(column: $0) }, aggregates))
      if !keys.isEmpty { steps.append(.sort([SortKey(column("f0"), descending: true), SortKey(column(keys[0]))])) }
    case 2: steps += [.select([NamedExpression(column: "place"), NamedExpression(column: "kind")]), .distinct]
    case 3: steps.append(.sort([SortKey(column(one(of: ["n", "x", "day", "place"])), descending: number(below: 2) == 0)]))
    default: steps.append(.count)
    }
    if number(below: 2) == 0 { steps.append(.skip(number(below: 3))) }
    if number(below: 2) == 0 { steps.append(.take(number(below: 6))) }
    return steps
  }

  private mutating func condition(depth: Int) -> TableExpression {
    if depth > 0, number(below: 2) == 0 {
      switch number(below: 3) {
      case 0: return .and(condition(depth: depth - 1), condition(depth: depth - 1))
      case 1: return .or(condition(depth: depth - 1), condition(depth: depth - 1))
      default: return .not(condition(depth: depth - 1))
      }
    }
    let sign = one(of: ComparisonOperator.allCases)
    switch number(below: 6) {
    case 0: return .comparison(one(of: [.equal, .notEqual]), column("place"), .text(one(of: ["Sonora", "avila", "Nowhere"])))
    case 1: return .oneOf(column("place"), [.text("Jalisco"), .text("Ávila")])
    case 2: return .between(column("year"), .number(2016), .number(2017))
    case 3: return .isMissing(column(one(of: ["n", "x", "place"])))
    case 4: return .comparison(sign, column("day"), .date(16_400))
    default: return .comparison(sign, value(depth: 1), value(depth: 1))
    }
  }

  private mutating func value(depth: Int) -> TableExpression {
    if depth > 0, number(below: 2) == 0 {
      return .arithmetic(one(of: [.plus, .minus, .times, .over]), value(depth: depth - 1), value(depth: depth - 1))
    }
    switch number(below: 5) {
    case 0: return .number(Double(number(below: 5)))
    case 1: return .dateFunction(.month, [column("day")])
    case 2: return .fallback([column("n"), .number(1)])
    case 3: return column("x")
    default: return column("n")
    }
  }
}
