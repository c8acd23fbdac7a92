import Casebook
import Diagnostics
import Evidence
import Names
import Reports
import Semantics
import Tables

/// Tables of rows as they are shown.
extension Presenter {
  /// Rows that are shown of a long table where nobody said how many.
  private static let shownRows = 20
  /// Tables up to this many rows are shown whole.
  private static let wholeRows = 200
  /// Texts of more bytes than this are cut: a cell may be as long as its file.
  private static let longestText = 10_000
  private static let shownCharacters = 1_000

  func blocks(_ table: TableValue) throws(Diagnostic) -> [Block] {
    let result = try evaluator.result(of: table, at: evaluator.statementRange)
    let all = result.table.rowCount
    let shown = builder.isReport || all <= Self.wholeRows ? all : Self.shownRows
    let block = try block(table, result, rows: shown)
    if all == 0 {
      return [.paragraph([.absent("no rows")])] + block.footers.map { .remark(kind: .note, $0) }
    }
    return [.table(block)]
  }

  private func block(_ table: TableValue, _ result: PipelineResult, rows shown: Int) throws(Diagnostic) -> TableBlock {
    let reader = RowReader(result.table)
    let columns = result.table.schema.columns
    let showsRank = !result.ranks.isEmpty
    var headings = showsRank ? [TableBlock.Column("rank")] : []
    let forms = columns.indices.map { CellForm(reader, $0, columns[$0]) }
    for (column, form) in zip(columns, forms) {
      var title: [Inline] = [.text(column.name)]
      if form.isNumeric, column.unit != .none { title += [.text(", "), .unit(column.unit.words)] }
      headings.append(TableBlock.Column(title: title, name: column.name, isNumeric: form.isNumeric))
    }
    var rows: [TableBlock.Row] = []
    let isPossible = result.isPossible
    let all = 0..<reader.rowCount
    let order = isPossible.isEmpty ? Array(all) : all.filter { !isPossible[$0] } + all.filter { isPossible[$0] }
    for row in order.prefix(shown) {
      var cells: [TableBlock.Cell] = []
      if showsRank { cells.append(TableBlock.Cell(Self.words(result.ranks[row]))) }
      for (index, form) in forms.enumerated() {
        guard let (cellReader, place) = reader.cell(row, index) else { continue }
        cells.append(TableBlock.Cell(inlines(cellReader, place, form)))
      }
      try evaluator.charge(cells)
      rows.append(TableBlock.Row(cells: cells, band: !isPossible.isEmpty && isPossible[row] ? .possible : .certain))
    }
    return TableBlock(columns: headings, rows: rows, footers: footers(table, result, shown: shown))
  }

  private func inlines(_ reader: CellReader, _ row: Int, _ form: CellForm) -> [Inline] {
    switch reader.column {
    case .entity:
      guard let id = reader.text(row) else { return [.absent("missing")] }
      return [casebook.entity(named: id).map { shortName($0) } ?? .text(id)]
    case .text, .date, .boolean:
      guard let text = reader.text(row) else { return [.absent("missing")] }
      guard text.utf8.count > Self.longestText, !builder.isReport else { return [.text(text)] }
      return [
        .text("\(text.prefix(Self.shownCharacters))… (\(PipelineWords.number(text.utf8.count)) bytes in all)")
      ]
    default:
      guard let quantity = reader.quantity(row) else { return [.absent("missing")] }
      return [.value(form.words(quantity), exact: ValueExport(quantity))]
    }
  }

  private func footers(_ table: TableValue, _ result: PipelineResult, shown: Int) -> [[Inline]] {
    let all = result.table.rowCount
    let possible = result.isPossible.count { $0 }
    var lines: [String] = []
    if all > 0 {
      var line =
        PipelineWords.count(all - possible, "row") + (possible > 0 ? "; +\(PipelineWords.number(possible)) possibly" : "")
      if shown < all { line += "; the first \(shown) are shown, `take` shows others and `save` writes all" }
      lines.append(line)
    }
    lines += result.notes.flatMap { PipelineWords.sentences($0) }
    lines += coverage(result)
    for origin in table.origins {
      lines += gapLines(origin)
      lines += raggedLines(origin)
      lines += evaluator.origins(of: origin)
    }
    lines += evaluator.takeHeard().holes
    lines += table.reasons
    return lines.map { [.text($0)] }
  }

  /// How many of the entities of a kind that have a code a column speaks of: `28 of 32 states`.
  private func coverage(_ result: PipelineResult) -> [String] {
    guard let code = casebook.property(named: "code") else { return [] }
    let reader = RowReader(result.table)
    var lines: [String] = []
    for (index, column) in result.table.schema.columns.enumerated() where column.type == .entity {
      var seen: Set<EntityID> = []
      for row in 0..<reader.rowCount {
        if let (cells, place) = reader.cell(row, index), let id = cells.text(place), let entity = casebook.entity(named: id) {
          seen.insert(entity)
        }
      }
      guard let first = seen.min(), seen.count > 1 else { continue }
      let kind = casebook[first].kind
      let all = casebook.entities(of: kind).count { !casebook.claims(of: $0, property: code).isEmpty }
      if all > 0, seen.allSatisfy({ casebook[$0].kind == kind }) {
        lines.append("\(seen.count) of \(all) \(casebook[kind].plural)")
      }
    }
    return lines
  }

  private static let namedGaps = 3

  /// What of a file or of the casebook was not matched, in short: the whole of it was said when the file was loaded.
  private func gapLines(_ table: LoadedTable) -> [String] {
    var lines: [String] = []
    for match in table.matches {
      if !match.unmatched.isEmpty {
        lines.append(
          match.unmatched.count > Self.namedGaps
            ? "\(match.column): \(PipelineWords.number(match.unmatched.count)) names without an entity"
            : "\(match.column): no entity for \(match.unmatched.joined(separator: "; "))")
      }
      if !match.absent.isEmpty {
        lines.append(
          "\(table.load.shape.name): no row for \(match.absent.count) of \(match.absent.count + match.matched) \(match.kind)")
      }
    }
    if table.disorderedRows > 0 { lines.append("\(PipelineWords.count(table.disorderedRows, "row")) with bounds out of order") }
    return lines
  }

  /// Rows of a large file with too many or too few cells, which are found only when it is read, such as the last one of a file that was cut.
  private func raggedLines(_ table: LoadedTable) -> [String] {
    guard !table.load.file.profile.isWhole, let file = table.load.file.source as? DelimitedFile else { return [] }
    let ragged = file.report.raggedRows
    guard let first = ragged.first.first else { return [] }
    return [
      "\(PipelineWords.count(ragged.count, "row")) of \(table.load.path) with too many or too few cells, the first in line "
        + "\(PipelineWords.number(first.line)): those that are absent are missing, those beyond the columns left out"
    ]
  }

  /// What codes and names of a file matched nothing, and what of the casebook no row speaks of.
  func matchLines(_ table: LoadedTable) -> [String] {
    var lines: [String] = []
    for match in table.matches {
      if !match.unmatched.isEmpty {
        lines.append(
          "\(match.column): \(match.matched) \(match.kind) found; no entity for "
            + PipelineWords.names(match.unmatched, of: match.unmatched.count, separator: "; "))
      }
      if match.isOfNothingKnown {
        lines.append("no \(match.kind) are known here; `use` opens a casebook that has some")
      }
      if !match.absent.isEmpty {
        lines.append("no row for " + PipelineWords.names(match.absent, of: match.absent.count))
      }
    }
    if table.disorderedRows > 0 {
      lines.append(
        "\(PipelineWords.count(table.disorderedRows, "row")) with low, best and high out of order: best kept, bounds widened")
    }
    if table.rowsOverMonths > 0 {
      lines.append(
        "\(PipelineWords.count(table.rowsOverMonths, "row")) over several months: each stands at its start, so that months are "
          + "less sure than years")
    }
    return lines
  }
}

/// How the numbers of a column are written: with as many decimals as all of them need, at most four digits that count.
private struct CellForm {
  var isNumeric: Bool
  private var isYear = false
  private var decimals = 0
  private static let codes: Set<String> = ["id", "code", "codigo", "clave", "cve"]
  private static let powers = [1.0, 10, 100, 1_000, 10_000]

  init(_ reader: RowReader, _ index: Int, _ column: ColumnDescription) {
    switch column.type {
    case .integer, .real, .quantity: isNumeric = true
    default:
      isNumeric = false
      return
    }
    let words = foldName(column.name).split(whereSeparator: { !$0.isLetter })
    var couldBeYears = column.type == .integer && words.contains { $0 == "year" || $0 == "ano" || $0 == "anio" }
    var greatest = 0.0
    var isWhole = true
    var needed = 0
    for row in 0..<reader.rowCount {
      guard let (cells, place) = reader.cell(row, index), let quantity = cells.quantity(place) else { continue }
      for number in [quantity.low, quantity.best ?? quantity.low, quantity.high] where number.isFinite {
        greatest = max(greatest, abs(number))
        isWhole = isWhole && number == number.rounded()
        while needed < 4,
          abs(number * Self.powers[needed] - (number * Self.powers[needed]).rounded()) > 1e-9 * Self.powers[needed]
        {
          needed += 1
        }
        couldBeYears = couldBeYears && number >= 1000 && number < 2200
      }
    }
    // What names a thing is no amount, and isn't written like one.
    let isCode = column.type == .integer && (column.sort == .code || words.contains { Self.codes.contains(String($0)) })
    isYear = couldBeYears || isCode
    if !isWhole {
      let most = greatest >= 1000 ? 0 : greatest >= 100 ? 1 : greatest >= 10 ? 2 : greatest >= 1 ? 3 : 4
      decimals = min(most, needed)
    }
  }

  func words(_ quantity: Quantity) -> String {
    if isYear { return quantity.displayAsYear }
    if quantity.isExact { return NumberText.fixed(quantity.low, decimals: decimals) }
    let ends = "\(NumberText.fixed(quantity.low, decimals: decimals))–\(NumberText.fixed(quantity.high, decimals: decimals))"
    guard let best = quantity.best else { return ends }
    return "\(NumberText.fixed(best, decimals: decimals)) (\(ends))"
  }
}
