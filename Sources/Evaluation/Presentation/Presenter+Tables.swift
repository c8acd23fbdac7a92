import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

extension Presenter {
  /// A collection as a list of names in a table, or with the columns that were selected.
  func blocks(_ table: EntityTable) throws(Diagnostic) -> [Block] {
    if table.rows.isEmpty {
      return [.paragraph([.absent("no \(table.name)")])] + footers(table).map { .remark(kind: .note, $0) }
    }
    let ranks = table.isSorted ? table.ranks() : []
    // A rank is shown where it isn't just the row's number.
    let showsRank = ranks.enumerated().contains { $1.lowerBound != $0 + 1 || $1.count > 1 }
    var columns: [TableBlock.Column] = []
    if showsRank { columns.append(TableBlock.Column("rank")) }
    let showsName = table.columns.isEmpty || !table.columns.contains { $0.label == "name" }
    if let collection = table.claims {
      if table.columns.isEmpty { columns += self.columns(of: collection) }
    } else if showsName {
      columns.append(TableBlock.Column(table.kind.map { casebook[$0].name } ?? "name"))
    }
    // A bare collection shows what to type for each of its members.
    let showsID = table.columns.isEmpty && table.claims == nil
    if showsID { columns.append(TableBlock.Column("name")) }
    for (index, column) in table.columns.enumerated() {
      columns.append(TableBlock.Column(column.label, isNumeric: isNumeric(index, table)))
    }
    var rows: [TableBlock.Row] = []
    let order =
      table.rows.indices.filter { table.rows[$0].band == .certain }
      + table.rows.indices.filter { table.rows[$0].band == .possible }
    for index in order {
      let row = table.rows[index]
      var cells: [TableBlock.Cell] = []
      if showsRank { cells.append(TableBlock.Cell(Self.words(ranks[index]))) }
      switch row.subject {
      case .entity(let entity):
        if showsName { cells.append(TableBlock.Cell([name(entity)])) }
        if showsID { cells.append(TableBlock.Cell([.code(casebook[entity].name)])) }
        for cell in row.cells { cells.append(TableBlock.Cell(try inlines(cell))) }
      case .claim(let claim):
        if let collection = table.claims, table.columns.isEmpty { cells += self.cells(of: claim, in: collection) }
        for cell in row.cells { cells.append(try self.cell(ofClaim: cell)) }
      }
      try evaluator.charge(cells)
      rows.append(TableBlock.Row(cells: cells, band: row.band == .certain ? .certain : .possible))
    }
    return [.table(TableBlock(columns: columns, rows: rows, footers: footers(table)))]
  }

  /// `1`, `2–4`
  static func words(_ rank: ClosedRange<Int>) -> String {
    rank.count == 1 ? "\(rank.lowerBound)" : "\(rank.lowerBound)–\(rank.upperBound)"
  }

  private func isNumeric(_ column: Int, _ table: EntityTable) -> Bool {
    var figures = 0
    for row in table.rows where column < row.cells.count {
      switch row.cells[column] {
      case .figure, .change: figures += 1
      case .answer(let answer):
        if casebook[answer.query.property].value.isQuantity { figures += 1 } else { return false }
      case .missing: continue
      default: return false
      }
    }
    return figures > 0
  }

  /// How many rows there are, and what was left out.
  private func footers(_ table: EntityTable) -> [[Inline]] {
    var lines: [[Inline]] = []
    let certain = table.certain.count
    let possible = table.possible.count
    if !table.rows.isEmpty {
      let one = table.kind.map { casebook[$0].name } ?? table.claims?.singular
      let name = certain == 1 ? one ?? table.name : table.claims?.rawValue ?? table.name
      lines.append([.text("\(certain) \(name)" + (possible > 0 ? "; +\(possible) possibly" : ""))])
    }
    lines += evaluator.leftOutLines(table).map { [.text($0)] }
    lines += table.remarks.map { [.text($0)] }
    lines += remarksOnFiles(table).map { [.text($0)] }
    return lines
  }

  /// Where figures from files come from and what is missing of them, each once: no note of a cell can say it.
  private func remarksOnFiles(_ table: EntityTable) -> [String] {
    let remarks = table.rows.flatMap { row in
      row.cells.flatMap { cell -> [String] in
        if case .figure(let figure) = cell, !figure.bases.isEmpty { figure.remarks } else { [] }
      }
    }
    // What a filter or a rank rests on stands in no cell.
    let heard = evaluator.takeHeard()
    let lines = (remarks + heard.origins.filter { !remarks.contains($0) } + heard.holes).eachOnce
    return Self.shortened(lines)
  }

  private static func shortened(_ remarks: [String]) -> [String] {
    guard remarks.count > Self.shownRemarks else { return remarks }
    return remarks.prefix(Self.shownRemarks) + ["and \(remarks.count - Self.shownRemarks) more remarks on figures from files"]
  }

  private static let shownRemarks = 8
}

extension Evaluator {
  /// `7 left out: personnel > 10_000 cannot be told`
  func leftOutLines(_ table: EntityTable) -> [String] {
    table.leftOut.map { left in
      let names = left.rows.prefix(5).map { words($0) }.joined(separator: ", ")
      let more = left.rows.count > 5 ? ", …" : ""
      return "\(left.rows.count) left out, \(left.words): \(names)\(more)"
    }
  }

  /// Counts the text of cells against the budget.
  func charge(_ cells: [TableBlock.Cell]) throws(Diagnostic) {
    var bytes = 0
    for cell in cells { bytes += plainText(cell.content).utf8.count }
    try meter.add(bytes: bytes, at: statementRange)
    if host.isInterrupted { throw Meter.interrupted(at: statementRange) }
  }
}
