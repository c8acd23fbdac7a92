import Analysis
import Casebook
import Diagnostics
public import Evidence
public import Reports
import Semantics

/// What one result comes to: a verdict, a mark, or a figure with its bounds.
struct Standing: Hashable {
  var label: String
  var words: String
  /// Whether it is a verdict, which flips, and not a figure, whose bounds move with every policy.
  var isVerdict: Bool
}

/// A statement whose results may depend on a policy, and the names it was run under.
struct ShownStatement {
  var statement: CheckedStatement
  var frame: Frame
  /// What `it` was.
  var lastResult: Value?
}

extension Evaluator {
  /// How many statements are kept to say what a policy flips among them.
  private static let shownLimit = 100

  /// Keeps a statement that has given verdicts or figures.
  func remember(_ statement: CheckedStatement, _ frame: Frame, it: Value?) {
    switch statement.node {
    case .expression, .show, .expect, .compare, .check, .run: break
    default: return
    }
    let text = sourceMap.text(statement.range)
    shown.removeAll { sourceMap.text($0.statement.range) == text }
    shown.append(ShownStatement(statement: statement, frame: frame, lastResult: it))
    if shown.count > Self.shownLimit { shown.removeFirst() }
  }

  /// Puts other policies into force. Gives what flips among the results shown before, or nil where nothing was shown that could.
  public func adopt(_ adopted: Policies) -> [Block] {
    let before = policies
    guard adopted != before, !shown.isEmpty else {
      policies = adopted
      return []
    }
    var flips: [[String]] = []
    var count = 0
    for item in shown {
      let old = standings(item, under: before).filter(\.isVerdict)
      let new = standings(item, under: adopted).filter(\.isVerdict)
      count += old.count
      flips += changes(old, new)
    }
    policies = adopted
    guard count > 0 else { return [] }
    guard !flips.isEmpty else {
      return [.paragraph([.text("none of the \(count) verdicts shown so far flips")])]
    }
    return [table(flips, before, adopted)]
  }

  /// The last statement under another policy beside what it came to: which verdicts and figures are other ones.
  func whatIf(_ name: String, _ value: String, at range: SourceRange) throws(Diagnostic) -> [Block] {
    var supposed = policies
    if let problem = supposed.set(name, to: value) { throw Diagnostic(problem.code, problem.message, at: range, value) }
    guard let last = shown.last else {
      throw Diagnostic(
        .noClaim, "there is no result yet to look at again", at: range, "",
        notes: ["`what if` takes up the statement before it"])
    }
    let before = policies
    let old = standings(last, under: before)
    let new = standings(last, under: supposed)
    policies = before
    let text = oneLine(sourceMap.text(last.statement.range))
    let found = changes(old, new)
    guard !found.isEmpty else {
      return [.paragraph([.code(text), .text(" comes to the same under \(policyWords(supposed, other: before))")])]
    }
    return [.paragraph([.code(text)]), table(found, before, supposed)]
  }

  /// Results that are other ones afterwards: label, before, after.
  private func changes(_ old: [Standing], _ new: [Standing]) -> [[String]] {
    var rows: [[String]] = []
    for standing in old {
      let after = new.first { $0.label == standing.label }?.words ?? "left out"
      if after != standing.words { rows.append([standing.label, standing.words, after]) }
    }
    for standing in new where !old.contains(where: { $0.label == standing.label }) {
      rows.append([standing.label, "left out", standing.words])
    }
    return rows
  }

  private func table(_ rows: [[String]], _ before: Policies, _ after: Policies) -> Block {
    .table(
      TableBlock(
        columns: [
          TableBlock.Column("result"), TableBlock.Column(policyWords(before, other: after)),
          TableBlock.Column(policyWords(after, other: before)),
        ],
        rows: rows.map { TableBlock.Row(cells: $0.map { TableBlock.Cell($0) }) }))
  }

  /// Those policies that differ from others': `"about" = ±25 %`.
  private func policyWords(_ policies: Policies, other: Policies) -> String {
    PolicyName.allCases.map { ($0.describe(policies), $0.describe(other)) }.filter { $0.0 != $0.1 }.map(\.0)
      .joined(separator: "; ")
  }

  // MARK: What a statement comes to

  /// The results of a statement under some policies; those that can't be had are left out.
  private func standings(_ item: ShownStatement, under assumed: Policies) -> [Standing] {
    policies = assumed
    meter = Meter(budget)
    let (outer, range) = (lastResult, statementRange)
    lastResult = item.lastResult
    defer { (lastResult, statementRange) = (outer, range) }
    return (try? standings(of: item.statement, in: item.frame)) ?? []
  }

  private func standings(of statement: CheckedStatement, in frame: Frame) throws(Diagnostic) -> [Standing] {
    statementRange = statement.range
    switch statement.node {
    case .expression(let expression, _), .show(let expression):
      var inner = frame
      if case .expression(_, let because) = statement.node { inner.because = because }
      return try standings(of: try evaluate(expression, in: inner), called: spelled(expression), at: expression.range)
    case .expect(let condition):
      return [Standing(label: spelled(condition), words: try judge(condition, in: frame).words, isVerdict: true)]
    case .compare(let comparison): return standings(of: try compare(comparison, in: frame))
    case .check(let question):
      return try check(question, in: frame).candidates.map { candidate in
        Standing(
          label: candidate.label, words: candidate.finding.map { words($0.mark.rawValue, $0.equal) } ?? "cannot tell",
          isVerdict: true)
      }
    case .run(let entry, let arguments):
      guard case .comparison(let comparison) = entry.body else { return [] }
      let inner = Frame(variables: try bind(arguments, to: entry, at: statement.range, in: frame))
      return standings(of: try compare(comparison, in: inner))
    default: return []
    }
  }

  private func standings(of value: Value, called label: String, at range: SourceRange) throws(Diagnostic) -> [Standing] {
    switch value {
    case .verdict(let judgement): return [Standing(label: label, words: judgement.words, isVerdict: true)]
    case .entities(let table):
      return table.rows.map { row in
        Standing(
          label: "\(label): \(casebook[row.entity].title)", words: row.band == .certain ? "yes" : "maybe", isVerdict: true)
      }
    case .figure, .change, .answer:
      guard let result = try? figure(value, at: range), case .found(let found) = result else { return [] }
      return [Standing(label: label, words: displayRange(found.quantity), isVerdict: false)]
    default: return []
    }
  }

  private func standings(of table: ComparedTable) -> [Standing] {
    var standings: [Standing] = []
    for measure in table.measures {
      let label = measure.label + (measure.subject.map { ", \(casebook[$0].title)" } ?? "")
      standings.append(
        Standing(label: label, words: words(measure.finding.mark.rawValue, measure.finding.verdict), isVerdict: true))
      for (column, cell) in zip(table.columns, measure.cells) {
        guard case .figure(let figure) = cell, figure.figure.quantity.isSoft else { continue }
        let name: String
        switch column {
        case .entity(let entity): name = casebook[entity].title
        case .words(let words): name = words
        }
        standings.append(
          Standing(label: "\(label): \(name)", words: displayRange(figure.figure.quantity), isVerdict: false))
      }
    }
    return standings
  }

  /// A mark with its star.
  private func words(_ mark: String, _ verdict: Verdict) -> String {
    mark + (verdict.restsOnSoftBound && verdict.truth != .maybe ? "*" : "")
  }
}
