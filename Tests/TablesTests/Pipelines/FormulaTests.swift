import Evidence
import Tables
import Testing

/// Functions of text, numbers and dates, choices, and questions to the host.
@Suite struct FormulaTests {
  private let table = SmallTable(
    [
      ColumnDescription("t", .text), ColumnDescription("n", .integer), ColumnDescription("x", .real),
      ColumnDescription("d", .date),
    ],
    [
      [.text(" Homicidio Doloso "), .number(-7), .number(2.5), .date(0)], [.text("Robo"), .number(3), .number(-2.5), .date(-1)],
      [.missing, .missing, .missing, .missing],
    ])

  private func value(_ formula: TableExpression) throws -> [Cell] {
    try run(table, [.derive([NamedExpression("f", formula)])], chunk: 2).column("f")
  }

  @Test func text() throws {
    let t = column("t")
    #expect(try value(.textFunction(.lower, [t])) == [.text(" homicidio doloso "), .text("robo"), .missing])
    #expect(try value(.textFunction(.trim, [t])) == [.text("Homicidio Doloso"), .text("Robo"), .missing])
    #expect(try value(.textFunction(.length, [t])) == [.number(18), .number(4), .missing])
    #expect(try value(.textFunction(.substring, [t, .number(2), .number(3)])) == [.text("Hom"), .text("obo"), .missing])
    #expect(
      try value(.textFunction(.replace, [t, .text("o"), .text("0")])) == [.text(" H0micidi0 D0l0s0 "), .text("R0b0"), .missing])
    #expect(
      try value(.textFunction(.concat, [t, .text("-"), column("n")])) == [
        .text(" Homicidio Doloso --7"), .text("Robo-3"), .missing,
      ])
    #expect(try value(.textTest(.contains, t, .text("Doloso"))) == [.boolean(true), .boolean(false), .missing])
    #expect(try value(.textTest(.contains, t, .text("DOLÓSO"))) == [.boolean(true), .boolean(false), .missing])
    #expect(try value(.textTest(.endsWith, t, .text("bo"))) == [.boolean(false), .boolean(true), .missing])
    #expect(try value(.recode(t, ["Robo": "Theft"], otherwise: nil)) == [.text(" Homicidio Doloso "), .text("Theft"), .missing])
    #expect(try value(.textFunction(.number, [.textFunction(.text, [column("n")])])) == [.number(-7), .number(3), .missing])
  }

  @Test func numbers() throws {
    let (n, x) = (column("n"), column("x"))
    #expect(try value(.numberFunction(.round, [x])) == [.number(3), .number(-3), .missing])
    #expect(try value(.numberFunction(.round, [x, .number(-1)])) == [.number(0), .number(0), .missing])
    #expect(try value(.numberFunction(.floor, [x])) == [.number(2), .number(-3), .missing])
    #expect(try value(.numberFunction(.absolute, [n])) == [.number(7), .number(3), .missing])
    #expect(try value(.numberFunction(.squareRoot, [n])) == [.missing, .number(3.0.squareRoot()), .missing])
    #expect(try value(.numberFunction(.greater, [n, x])) == [.number(2.5), .number(3), .missing])
    #expect(try value(.arithmetic(.remainder, n, .number(4))) == [.number(1), .number(3), .missing])
    #expect(try value(.arithmetic(.over, n, .number(0))) == [.missing, .missing, .missing])
  }

  @Test func dates() throws {
    let d = column("d")
    #expect(try value(.dateFunction(.year, [d])) == [.number(1970), .number(1969), .missing])
    #expect(try value(.dateFunction(.quarter, [d])) == [.number(1), .number(4), .missing])
    #expect(try value(.dateFunction(.weekday, [d])) == [.number(4), .number(3), .missing])
    #expect(try value(.dateFunction(.startOfYear, [d])) == [.date(0), .date(-365), .missing])
    #expect(
      try value(.dateFunction(.fromParts, [.number(2024), .number(2), column("n")])) == [.missing, .date(19_756), .missing])
  }

  /// Every day of four centuries, against the calendar of Evidence.
  @Test func calendarAgrees() throws {
    let days = stride(from: Int32(-80_000), to: 80_000, by: 37).map { $0 }
    let table = SmallTable([ColumnDescription("d", .date)], days.map { [.date($0)] })
    let parts = [DateFunction.year, .month, .day].map { NamedExpression($0.rawValue, .dateFunction($0, [column("d")])) }
    let rows = try run(table, [.derive(parts)], chunk: 1_000).cells
    for (row, day) in days.enumerated() {
      let cells = rows[row].dropFirst().compactMap { $0.number.map { Int($0) } }
      #expect(Day(year: cells[0], month: cells[1], day: cells[2])?.number == Int(day))
    }
  }

  @Test func choices() throws {
    let positive = TableExpression.comparison(.greater, column("n"), .number(0))
    #expect(try value(.conditional(positive, then: column("x"), otherwise: .number(0))) == [.number(0), .number(-2.5), .missing])
    #expect(
      try value(.conditional(positive, then: column("t"), otherwise: .text("none"))) == [.text("none"), .text("Robo"), .missing])
    #expect(try value(.fallback([column("n"), column("x"), .number(1)])) == [.number(-7), .number(3), .number(1)])
    #expect(try value(.fallback([column("t"), .text("?")])).last == .text("?"))
  }

  @Test func theHostIsAskedOnceForEachKey() throws {
    let asked = Asked()
    let rows = (0..<100).map { [Cell.text($0 % 3 == 0 ? "A" : "B"), .number(Double($0 % 2))] }
    let table = SmallTable([ColumnDescription("p", .text), ColumnDescription("y", .integer)], rows)
    let lookup = ExternalLookup(name: "population", result: ColumnDescription("population", .real)) { keys, _ in
      asked.add(keys[0].count)
      guard case .text(let codes) = keys[0], case .integer32(let years) = keys[1] else { return .real([]) }
      return .real(codes.indices.map { Double(codes[$0]) * 10 + Double(years[$0]) })
    }
    let result = try run(table, [.derive([NamedExpression("f", .external([column("p"), column("y")], lookup))])], chunk: 9)
    #expect(result.column("f").prefix(4) == [.number(10), .number(21), .number(20), .number(11)])
    #expect(asked.count == 4)
  }

  @Test func unitsMeet() throws {
    let people = SmallTable([ColumnDescription("n", .integer, sort: .count)], [[.number(3)]])
    let rate = TableExpression.given(.share(column("n"), .number(12)), in: .percent)
    let result = try run(people, [.derive([NamedExpression("f", rate)])])
    #expect(result.column("f") == [.number(25)])
    #expect(result.table.schema.columns[1].unit == .percent)
  }
}

/// Counts from several threads.
private final class Asked: @unchecked Sendable {
  private(set) var count = 0
  func add(_ more: Int) { count += more }
}
