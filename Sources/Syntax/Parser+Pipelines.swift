import Diagnostics
import Names

extension Parser {
  /// Reads an expression and the verbs after it.
  mutating func pipeline() throws(SyntaxFailure) -> Expression {
    let start = index
    let source = try expression()
    var verbs: [PipelineVerb] = []
    var tallest = height
    // A line that begins with `|` goes on with the one before it.
    while tokens[index].kind == .pipe {
      advance()
      continueLine()
      verbs.append(try verb())
      tallest = max(tallest, height)
    }
    guard !verbs.isEmpty else { return source }
    height = tallest
    try grow()
    return Expression(.pipeline(source, verbs), at: range(from: start))
  }

  private static let verbExamples: [(String, String)] = [
    ("where", "| where personnel > 10_000"), ("keep", "| keep personnel > 10_000"), ("select", "| select name, personnel"),
    ("sort", "| sort by personnel desc"), ("take", "| take 10"), ("skip", "| skip 10"), ("count", "| count"),
    ("derive", "| derive share = share(gun, n)"), ("drop", "| drop notes"), ("rename", "| rename Entidad to state"),
    ("group", "| group by place, year (n = sum(n))"), ("join", "| join rates by place"), ("left", "| left join rates by place"),
    ("anti", "| anti join rates by place"), ("pivot", "| pivot year to columns of n"),
    ("unpivot", "| unpivot Enero..Diciembre as month, n"),
    ("top", "| top 3 by n within place"), ("union", "| union older"), ("distinct", "| distinct place"),
    ("describe", "| describe"),
    ("sample", "| sample 100 seed 1"), ("balanced", "| balanced over year"), ("whole", "| whole years"),
  ]

  /// Verbs of other languages and what they are called here.
  private static let foreignVerbs: [String: String] = [
    "filter": "where", "order": "sort by", "limit": "take", "head": "take", "first": "take", "offset": "skip",
    "project": "select",
    "columns": "select", "arrange": "sort by", "mutate": "derive", "extend": "derive", "compute": "derive",
    "summarize": "group by",
    "summarise": "group by", "aggregate": "group by", "merge": "join", "concat": "union", "unique": "distinct", "melt": "unpivot",
    "spread": "pivot", "slice": "take",
  ]

  private mutating func verb() throws(SyntaxFailure) -> PipelineVerb {
    let start = index
    height = 0
    switch word {
    case .where, .keep:
      advanceKeyword()
      return PipelineVerb(.where(try expression()), at: range(from: start))
    case .select:
      advanceKeyword()
      return PipelineVerb(.select(try columns()), at: range(from: start))
    case .sort:
      advanceKeyword()
      try expect(keyword: .by, "`sort`", example: "| sort by personnel desc")
      return PipelineVerb(.sort(try sortKeys()), at: range(from: start))
    case .take, .skip:
      let isTake = word == .take
      advanceKeyword()
      guard kind == .number else {
        throw fail(
          .unexpectedToken, "the number of rows is due after `\(isTake ? "take" : "skip")`",
          notes: ["as in: | \(isTake ? "take" : "skip") 10"])
      }
      let number = try numberLiteral()
      guard number.decimals == 0, !number.isPercent else {
        throw fail(.badNumber, "a number of rows is a whole number", at: number.range, "no whole number")
      }
      return PipelineVerb(isTake ? .take(number) : .skip(number), at: range(from: start))
    case .count:
      advanceKeyword()
      return PipelineVerb(.count, at: range(from: start))
    default:
      if let kind = try tableVerb() { return PipelineVerb(kind, at: range(from: start)) }
      throw failVerb()
    }
  }

  private mutating func failVerb() -> SyntaxFailure {
    guard kind == .name else {
      return fail(.unknownVerb, "a verb is due after `|`", notes: ["as in: | where personnel > 10_000"])
    }
    let written = foldName(text(token))
    if let verb = Self.foreignVerbs[written] {
      return fail(
        .unknownVerb, "`\(written)` is no verb of a pipeline", at: range(token), "found here", notes: ["write `\(verb)`"])
    }
    let near = Suggestion.nearest(to: written, among: Self.verbExamples.map(\.0))
    let example = Self.verbExamples.first { $0.0 == near.first }?.1 ?? Self.verbExamples[0].1
    return fail(
      .unknownVerb, "`\(text(token))` is no verb of a pipeline", at: range(token), "found here",
      notes: [Suggestion.note(near), "as in: \(example)"].compactMap { $0 })
  }

  /// Reads columns and what each is called.
  mutating func columns() throws(SyntaxFailure) -> [SelectedColumn] {
    var columns: [SelectedColumn] = []
    var tallest = 0
    repeat {
      let value = try expression()
      tallest = max(tallest, height)
      columns.append(SelectedColumn(value: value, label: try label()))
    } while acceptComma()
    height = tallest
    return columns
  }

  /// Reads `as "…"` if it stands here.
  mutating func label() throws(SyntaxFailure) -> TextLiteral? {
    guard word == .as, kind(ahead: 1) == .text else { return nil }
    advanceKeyword()
    return try textLiteral()
  }

  /// Reads the keys of an order; the greatest come first where that is the usual way.
  mutating func sortKeys(isDescending usually: Bool = false) throws(SyntaxFailure) -> [SortKey] {
    var keys: [SortKey] = []
    var tallest = 0
    repeat {
      let value = try expression()
      tallest = max(tallest, height)
      var isDescending = usually
      if accept(keyword: .desc) { isDescending = true } else if accept(keyword: .asc) { isDescending = false }
      keys.append(SortKey(value: value, isDescending: isDescending))
    } while acceptComma()
    height = tallest
    return keys
  }
}
