import Evidence
import Tables

/// What is said under a table of what its pipeline did.
enum PipelineWords {
  static func sentences(_ note: PipelineNote) -> [String] {
    switch note {
    case .leftOut(let rows, let missing): return ["\(count(rows, "row")) left out: \(missing.joined(separator: ", ")) missing"]
    case .coverage(let column, let filled, let rows): return ["\(column): \(number(filled)) of \(number(rows)) have a value"]
    case .cellsLeftOut(let column, let cells): return ["\(column): \(count(cells, "missing cell")) left out"]
    case .emptyCells(let column, let cells): return ["\(column): \(count(cells, "empty cell")) left out, not taken for zero"]
    case .tiesThatMightEnter(let rows): return ["\(count(rows, "more row")) might belong among them"]
    case .placeless(let rows): return ["\(count(rows, "row")) without a value left out: no place in the order"]
    case .notAdditive(let key):
      return ["some rows may belong to several groups of \(key), so the groups don't add up to the whole"]
    case .noSuchCell(let column, let text, let nearest):
      return ["no cell of \(column) is “\(text)”" + (nearest.map { "; the nearest is “\($0)”" } ?? "")]
    case .incompleteYear(let year, let months): return ["\(year): \(months.count) of 12 months (\(range(months)))"]
    case .unevenMonths(let years, let rows):
      return ["\(count(rows, "row")) of \(list(years)) \(rows == 1 ? "is" : "are") of fewer months than the others of the year"]
    case .sameMonths(let column, let years, let months):
      return [
        "\(column): \(list(years)) compared over the same months, \(range(months)); `whole years` compares whole years only"
      ]
    case .unlikeMonths(let column, let years):
      return ["\(column): \(list(years)) are not of the same months; `change(…)` compares those that both have"]
    case .emptyWindows(let column, let cells): return ["\(column): \(count(cells, "cell")) empty, since too little comes before"]
    case .windowGaps(let column, let rows):
      return ["\(column): \(count(rows, "row")) after a gap in time; `12 months` in the brackets looks back by time"]
    case .windowOver(let column, let several):
      return ["\(column): goes over the rows of every \(several); `within \(several)` begins anew for each"]
    case .joined(let report): return joined(report)
    case .unbalanced(let rows): return ["\(count(rows, "row")) left out: not every period"]
    case .partialYears(let years, let rows): return ["\(count(rows, "row")) of \(list(years)) left out: not all twelve months"]
    case .looksLikeRate(let column):
      return ["\(column) was added up; if it is a rate or a share, `\(column) is rate` in the block of its `load` refuses that"]
    case .roundedSum(let column): return ["\(column): the sum is too large to be exact"]
    }
  }

  private static func joined(_ report: JoinReport) -> [String] {
    let left = report.leftMatched + report.leftUnmatched
    let right = report.rightMatched + report.rightUnmatched
    var lines = [
      "joined with \(report.otherName): \(number(report.leftMatched)) of \(number(left)) rows matched, and "
        + "\(number(report.rightMatched)) of its \(number(right))"
    ]
    if report.repeatedKeyCount > 0 {
      let keys = report.repeatedKeyCount == 1 ? "1 key has" : "\(number(report.repeatedKeyCount)) keys have"
      lines.append(
        "\(keys) several rows on both sides: rows are repeated, \(number(report.repeatedRows)) of them come of each meeting each")
    }
    if report.leftoverKeyCount > 0 {
      lines.append("matched nothing there: \(names(report.leftoverKeys, of: report.leftoverKeyCount, separator: "; "))")
    }
    if report.otherLeftoverKeyCount > 0 {
      lines.append(
        "of \(report.otherName) matched nothing: \(names(report.otherLeftoverKeys, of: report.otherLeftoverKeyCount, separator: "; "))"
      )
    }
    return lines
  }

  /// Names, and how many more there are.
  static func names(_ names: [String], of all: Int, shown: Int = 8, separator: String = ", ") -> String {
    let first = names.prefix(shown).joined(separator: separator)
    return all > min(shown, names.count) ? "\(first) and \(number(all - min(shown, names.count))) more" : first
  }

  static func number(_ number: Int) -> String { NumberText.grouped(Double(number)) }

  static func count(_ count: Int, _ thing: String) -> String { "\(number(count)) \(thing)\(count == 1 ? "" : "s")" }

  private static func list(_ years: [Int]) -> String { years.map { String($0) }.joined(separator: ", ") }

  private static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Months as runs: `Jan–Nov`, `Jan–Mar, Jul`.
  static func range(_ months: [Int]) -> String {
    var runs: [(first: Int, last: Int)] = []
    for month in months.sorted() where (1...12).contains(month) {
      if let last = runs.last?.last, month == last + 1 { runs[runs.count - 1].last = month } else { runs.append((month, month)) }
    }
    return runs.map { run in
      run.first == run.last ? monthNames[run.first - 1] : "\(monthNames[run.first - 1])–\(monthNames[run.last - 1])"
    }.joined(separator: ", ")
  }
}
