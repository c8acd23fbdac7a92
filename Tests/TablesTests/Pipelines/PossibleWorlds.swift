import Tables

/// Every table that a table with ranges of whole numbers may stand for.
struct PossibleWorlds {
  let worlds: [SmallTable]

  init(_ table: SmallTable) {
    let columns = table.columns.map { column in
      var plain = column
      if column.type == .quantity { plain.type = .integer }
      return plain
    }
    var all: [[[Cell]]] = [[]]
    for row in table.rows {
      var choices: [[Cell]] = [[]]
      for cell in row {
        let values: [Cell] =
          if case .range(let low, let high) = cell { stride(from: low, through: high, by: 1).map { .number($0) } } else { [cell] }
        choices = choices.flatMap { choice in values.map { choice + [$0] } }
      }
      all = all.flatMap { rows in choices.map { rows + [$0] } }
    }
    worlds = all.map { SmallTable(columns, $0) }
  }

  /// What the plain interpreter makes of each.
  func results(of steps: [PipelineStep]) -> [[[Cell]]] { worlds.map { RowInterpreter($0).run(steps).rows } }
}

extension Cell {
  /// Whether a value of one world is one that this cell says is possible.
  func allows(_ other: Cell) -> Bool {
    switch (self, other) {
    case (.range(let low, let high), .number(let value)): low - 1e-9 <= value && value <= high + 1e-9
    case (.number(let one), .number(let value)): abs(one - value) <= 1e-9
    default: self == other
    }
  }

  var low: Double { if case .range(let low, _) = self { low } else { number ?? .nan } }
  var high: Double { if case .range(_, let high) = self { high } else { number ?? .nan } }
}
