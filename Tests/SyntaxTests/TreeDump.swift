import Syntax

/// A tree as lines of text without places, for comparing trees and for expectations in the corpus.
enum TreeDump {
  static func dump(_ program: Program) -> String {
    program.statements.map { dump($0, "") }.joined()
  }

  static func dump(_ statement: Statement, _ indent: String) -> String {
    var text = statement.documentation.map { "\(indent)## \($0)\n" }.joined()
    text += indent + line(statement.node) + "\n"
    let inner = indent + "  "
    switch statement.node {
    case .declaration(let declaration): text += declaration.lines.map { dump($0, inner) }.joined()
    case .claims(_, let lines): text += lines.map { dump($0, inner) }.joined()
    case .citing(_, _, let block?): text += block.map { dump($0, inner) }.joined()
    case .forEach(_, _, let body): text += body.map { dump($0, inner) }.joined()
    case .section(_, let body): text += body.map { dump($0, inner) }.joined()
    case .report(let report): text += report.body.map { dump($0, inner) }.joined()
    default: break
    }
    return text
  }

  private static func line(_ node: Statement.Node) -> String {
    switch node {
    case .language(let number): "language \(dump(number))"
    case .use(let name): "use <\(name)>"
    case .parameter(let name, let value, let text): "param \(name.text) = \(dump(value))" + (text.map { " <\($0)>" } ?? "")
    case .define(let name, let value, let reason):
      "let \(name.text) = \(dump(value))" + (reason.map { " because \(dump($0))" } ?? "")
    case .declaration(let declaration): "declare \(declaration.kind.text) \(dump(declaration.id)) \(dump(declaration.title))"
    case .citing(let source, let locators, let block):
      "citing \(dump(source))\(dump(locators))" + (block == nil ? " to the end" : "")
    case .claim(let subject, let line): "claim \(dump(subject)) / " + dump(line, "").trimmingLastNewline
    case .derived(let claim):
      "derive \(dump(claim.subject)) / \(claim.property.text)" + (claim.time.map { " in \(dump($0))" } ?? "")
        + " = \(dump(claim.value))"
        + (claim.because.map { " because <\($0)>" } ?? "") + claim.caveats.map { " caveat <\($0)>" }.joined()
    case .tension(let first, let second, let reason): "tension \(dump(first)), \(dump(second)) because \(dump(reason))"
    case .claims(let subject, _): "claims of \(dump(subject))"
    case .deprecate(let deprecation):
      "deprecate \(dump(deprecation.subject)) / \(deprecation.property.text)"
        + (deprecation.status.map { " as \($0.rawValue)" } ?? "") + (deprecation.time.map { " in \(dump($0))" } ?? "")
        + (deprecation.citation.map { " from \(dump($0))" } ?? "") + " because <\(deprecation.because)>"
    case .lookup(let words): "lookup " + words.map { "<\($0)>" }.joined(separator: " ")
    case .expression(let value, let reason): "ask \(dump(value))" + (reason.map { " because \(dump($0))" } ?? "")
    case .why(let value): "why \(dump(value))"
    case .compare(let comparison): "compare \(dump(comparison))"
    case .compareNamed(let name, let arguments): "compare named \(dump(name))(\(dump(arguments)))"
    case .expect(let value): "expect \(dump(value))"
    case .save(let value, let target): "save \(dump(value)) to \(dump(target))"
    case .forEach(let name, let source, _): "for each \(name.text) in \(dump(source))"
    case .measure(let definition): "measure \(dump(definition))"
    case .filter(let definition): "filter \(dump(definition))"
    case .comparison(let comparison):
      "comparison \(dump(comparison.name))(\(dump(comparison.parameters)))" + (comparison.title.map { " <\($0)>" } ?? "")
        + " \(dump(comparison.body))"
    case .report(let report):
      "report \(dump(report.name))(\(dump(report.parameters)))" + (report.title.map { " \(dump($0))" } ?? "")
    case .say(let text): "say \(dump(text))"
    case .show(let value): "show \(dump(value))"
    case .section(let title, _): "section \(dump(title))"
    case .gaps: "gaps"
    case .sources: "sources"
    case .help(let words): "help \(words)"
    case .list(let words): "list \(words)"
    case .describe(let value): "describe \(dump(value))"
    case .explain(let code): "explain \(code)"
    case .set(let name, let value): "set \(dump(name))" + (value.map { " = \(dump($0))" } ?? "")
    case .quit: "quit"
    case .load(let load): "load \(dump(load.path)) as \(dump(load.name))" + load.clauses.map { "\n  " + dump($0) }.joined()
    case .revisions(let revisions):
      "revisions \(dump(revisions.older)) to \(dump(revisions.newer)) by \(names(revisions.keys)) on \(names(revisions.values))"
    case .hypotheses(let hypotheses): "hypotheses \(dump(hypotheses))"
    case .check(let check):
      "check \(dump(check.subject)) against "
        + check.candidates.map { dump($0.value) + ($0.label.map { " as \(dump($0))" } ?? "") }.joined(separator: ", ")
        + check.qualifiers.map { " " + dump($0) }.joined() + (check.because.map { " because \(dump($0))" } ?? "")
    case .question(let question): dump(question)
    case .whatIf(let name, let value): "what if \(dump(name)) = \(dump(value))"
    case .invalid: "invalid"
    }
  }

  private static func dump(_ question: Question) -> String {
    switch question {
    case .search(let text): "search \(dump(text))"
    case .path(let start, let goal, let kinds):
      "path \(dump(start)) to \(dump(goal))" + (kinds.isEmpty ? "" : " by " + kinds.map(dump).joined(separator: ", "))
    case .conflicts(let subject): "conflicts" + (subject.map { " of \(dump($0))" } ?? "")
    case .sources(let subject): "sources of \(dump(subject))"
    case .timeline(let subject, let time): "timeline \(dump(subject))" + (time.map { " in \(dump($0))" } ?? "")
    case .audit(let source): "audit \(dump(source))"
    case .who(let words): "who <\(words)>"
    case .changed(let time): "changed since \(dump(time))"
    case .tree(let root, let tie): "tree of \(dump(root))" + (tie.map { " by \(dump($0))" } ?? "")
    }
  }

  private static func dump(_ hypotheses: Hypotheses) -> String {
    "\(dump(hypotheses.name)) <\(hypotheses.title)>"
      + hypotheses.alternatives.map { " / \(dump($0.id)) <\($0.title)>" }.joined()
      + hypotheses.ratings.map { rating in
        " / rate \(dump(rating.item)): "
          + rating.cells.map { "\(dump($0.hypothesis)) \(dump($0.word))" }.joined(separator: ", ")
          + (rating.because.map { " because \(dump($0))" } ?? "")
      }.joined()
  }

  private static func dump(_ definition: Definition) -> String {
    "\(dump(definition.name))(\(dump(definition.parameters))) for \(dump(definition.kind)) = \(dump(definition.body))"
  }

  private static func dump(_ parameters: [FormalParameter]) -> String {
    parameters.map { $0.name.text + ($0.defaultValue.map { " = \(dump($0))" } ?? "") }.joined(separator: ", ")
  }

  private static func dump(_ arguments: [Argument]) -> String {
    arguments.map { argument in
      (argument.name.map { "\(dump($0)) = " } ?? "") + dump(argument.value)
        + (argument.condition.map { " where \(dump($0))" } ?? "")
        + (argument.within.isEmpty ? "" : " within \(names(argument.within))")
    }.joined(separator: ", ")
  }

  private static func dump(_ comparison: Comparison) -> String {
    var text = comparison.subjects.map(dump).joined(separator: ", ") + (comparison.items.isEmpty ? "" : " on ")
    text += comparison.items.map { dump($0.value) + ($0.label.map { " as \(dump($0))" } ?? "") }.joined(separator: ", ")
    text += comparison.qualifiers.map { " " + dump($0) }.joined()
    switch comparison.facets {
    case nil: break
    case .statuses(let words): text += " across " + words.map(\.rawValue).joined(separator: " vs ")
    case .times(let times): text += " across times " + times.map(dump).joined(separator: " vs ")
    case .beforeAfter(let event): text += " across before vs after \(dump(event))"
    case .sources: text += " across sources"
    }
    return text + (comparison.because.map { " because \(dump($0))" } ?? "")
  }

  // MARK: Claims

  static func dump(_ line: ClaimLine, _ indent: String) -> String {
    var text = line.documentation.map { "\(indent)## \($0)\n" }.joined()
    text += "\(indent)\(dump(line.property)): \(dump(line.value))"
    let clauses = line.clauses
    if let status = clauses.status { text += " as \(status.rawValue)" }
    if let time = clauses.time { text += " in \(dump(time))" }
    if let mode = clauses.mode { text += " \(mode.rawValue)" }
    if clauses.isPreferred { text += " preferred" }
    text += clauses.citations.map { " from \(dump($0))" }.joined() + dump(clauses.locators)
    if let rare = clauses.rare {
      if let scope = rare.scope { text += " scope <\(scope)>" }
      text += rare.caveats.map { " caveat <\($0)>" }.joined()
      text += rare.via.map { " via \(dump($0))" }.joined()
      text += rare.supportedBy.map { " supported by \(dump($0))" }.joined()
      if let words = rare.words { text += " words <\(words)>" }
      if let grade = rare.grade { text += " grade \(grade.text)" }
      if let reason = rare.deprecatedBecause { text += " deprecated <\(reason)>" }
    }
    return text + "\n"
  }

  private static func dump(_ value: ClaimValueExpression) -> String {
    switch value {
    case .quantity(let quantity): dump(quantity)
    case .texts(let texts): texts.map(dump).joined(separator: ", ")
    case .time(let time): dump(time)
    case .unquantified: "unquantified"
    case .none: "none"
    case .unknown: "unknown"
    case .truth(let truth, _): truth ? "yes" : "no"
    case .names(let names): names.map(dump).joined(separator: ", ")
    case .invalid: "invalid"
    }
  }

  private static func dump(_ citation: CitationExpression) -> String { dump(citation.source) + dump(citation.locators) }
  private static func dump(_ locators: [Locator]) -> String { locators.map { " [\($0.text)]" }.joined() }

  private static func dump(_ time: ClaimTime) -> String {
    switch time {
    case .literal(let literal): dump(literal)
    case .named(let path): dump(path)
    }
  }

  private static func dump(_ reason: Reason) -> String {
    switch reason {
    case .text(let text, _): "<\(text)>"
    case .claims(let claims): claims.map(dump).joined(separator: ", ")
    }
  }

  // MARK: Leaves

  private static func dump(_ name: Identifier) -> String { name.isQuoted ? "`\(name.text)`" : name.text }
  private static func dump(_ path: Path) -> String { (path.isEntity ? "the " : "") + path.names.map(dump).joined(separator: ".") }

  private static func dump(_ number: NumberLiteral) -> String {
    let value = number.value == number.value.rounded() ? String(Int(number.value)) : "\(number.value)"
    return value + (number.decimals > 0 ? "/\(number.decimals)" : "") + (number.isPercent ? "%" : "")
  }

  private static func dump(_ unit: UnitExpression) -> String {
    var parts: [String] = []
    if let numerator = unit.numerator { parts.append(dump(numerator)) }
    if let denominator = unit.denominator {
      parts.append("per" + (unit.perCount.map { " \(dump($0))" } ?? "") + " " + dump(denominator))
    }
    return parts.joined(separator: " ")
  }

  private static func dump(_ quantity: QuantityLiteral) -> String {
    var text = quantity.hedge.map { $0.rawValue + " " } ?? ""
    text += dump(quantity.number)
    if let join = quantity.join, let second = quantity.second { text += " \(join.rawValue) \(dump(second))" }
    return text + (quantity.unit.map { " {\(dump($0))}" } ?? "")
  }

  private static func dump(_ date: DateLiteral) -> String {
    var text = "\(date.year)"
    if let month = date.month { text += "-\(month)" }
    if let day = date.day { text += "-\(day)" }
    return text + (date.isApproximate ? "~" : "")
  }

  private static func dump(_ time: TimeLiteral) -> String {
    switch time.shape {
    case .date(let date): "@" + dump(date)
    case .interval(let first, let last): "@\(first.map(dump) ?? "")..\(last.map(dump) ?? "")"
    case .unknown: "@unknown"
    }
  }

  private static func dump(_ text: TextLiteral) -> String {
    "\""
      + text.segments.map { segment in
        switch segment {
        case .literal(let letters): letters.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
        case .expression(let value): "{\(dump(value))}"
        }
      }.joined() + "\""
  }

  private static func dump(_ qualifier: Qualifier) -> String {
    switch qualifier.kind {
    case .during(let time): "in \(dump(time))"
    case .over(let time): "over \(dump(time))"
    case .asOf(let time): "as of \(dump(time))"
    case .asStatedBy(let time): "as stated by \(dump(time))"
    case .status(let status): "as \(status.rawValue)"
    case .preferred: "as preferred"
    case .latestStated: "as latest stated"
    case .each: "as each"
    }
  }

  static func dump(_ expression: Expression) -> String {
    switch expression.node {
    case .quantity(let quantity): return dump(quantity)
    case .text(let text): return dump(text)
    case .time(let time): return dump(time)
    case .variable(let name): return "$\(name)"
    case .name(let name): return dump(name)
    case .theEntity(let name): return "the \(dump(name))"
    case .hole: return "?"
    case .member(let base, let name): return "\(dump(base)).\(dump(name))"
    case .call(let base, let arguments): return "\(dump(base))(\(dump(arguments)))"
    case .span(let first, let last): return "[\(first.map(dump) ?? "")..\(last.map(dump) ?? "")]"
    case .qualified(let base, let qualifiers): return "[\(dump(base)) \(qualifiers.map(dump).joined(separator: " "))]"
    case .unary(let sign, let operand): return "(\(sign.rawValue) \(dump(operand)))"
    case .binary(let sign, let left, let right): return "(\(dump(left)) \(sign.rawValue) \(dump(right)))"
    case .between(let value, let low, let high): return "(\(dump(value)) between \(dump(low)) and \(dump(high)))"
    case .oneOf(let value, let choices): return "(\(dump(value)) one of \(choices.map(dump).joined(separator: ", ")))"
    case .isMissing(let value, let negated): return "(\(dump(value)) is \(negated ? "not " : "")missing)"
    case .per(let value, let unit): return "(\(dump(value)) \(dump(unit)))"
    case .conditional(let condition, let first, let second):
      return "(if \(dump(condition)) then \(dump(first)) else \(dump(second)))"
    case .pipeline(let source, let verbs): return dump(source) + verbs.map { " | " + dump($0) }.joined()
    case .invalid: return "invalid"
    }
  }

  private static func dump(_ verb: PipelineVerb) -> String {
    switch verb.kind {
    case .where(let condition): "where \(dump(condition))"
    case .select(let columns):
      "select " + columns.map { dump($0.value) + ($0.label.map { " as \(dump($0))" } ?? "") }.joined(separator: ", ")
    case .sort(let keys): "sort " + keys.map { dump($0.value) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
    case .take(let number): "take \(dump(number))"
    case .skip(let number): "skip \(dump(number))"
    case .count: "count"
    case .derive(let columns): "derive \(dump(columns))"
    case .drop(let columns): "drop \(dump(columns))"
    case .rename(let renames): "rename " + renames.map { "\(dump($0.from)) to \(dump($0.to))" }.joined(separator: ", ")
    case .group(let keys, let figures): "group \(dump(keys)) (\(dump(figures)))"
    case .join(let join):
      "\(join.kind.rawValue) join \(dump(join.other)) on "
        + join.keys.map { "\(dump($0.left)) = \(dump($0.right))" }.joined(separator: ", ")
        + (join.expectsAllMatched ? " all matched" : "")
    case .pivot(let key, let cells): "pivot \(dump(key)) of \(dump(cells))"
    case .unpivot(let columns, let key, let value): "unpivot \(dump(columns)) as \(dump(key)), \(dump(value))"
    case .top(let count, let keys, let within):
      "top \(dump(count)) by " + keys.map { dump($0.value) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
        + (within.isEmpty ? "" : " within \(names(within))")
    case .union(let other): "union \(dump(other))"
    case .distinct(let columns): "distinct \(dump(columns))"
    case .describe: "describe"
    case .sample(let count, let seed): "sample \(dump(count))" + (seed.map { " seed \(dump($0))" } ?? "")
    case .balanced(let over): "balanced over \(dump(over))"
    case .wholeYears: "whole years"
    }
  }

  private static func dump(_ columns: [NamedColumn]) -> String {
    columns.map { column in
      (column.name.map { "\(dump($0)) = " } ?? "") + dump(column.value) + (column.because.map { " because <\($0)>" } ?? "")
    }.joined(separator: ", ")
  }

  private static func dump(_ columns: [SelectedColumn]) -> String {
    columns.map { dump($0.value) + ($0.label.map { " as \(dump($0))" } ?? "") }.joined(separator: ", ")
  }

  private static func names(_ names: [Identifier]) -> String { names.map(dump).joined(separator: ", ") }

  private static func dump(_ clause: LoadClause) -> String {
    switch clause.kind {
    case .licence(let text): "licence \(dump(text))"
    case .source(.title(let source), let time): "source \(dump(source))" + (time.map { " retrieved \(dump($0))" } ?? "")
    case .source(.name(let source), let time): "source \(dump(source))" + (time.map { " retrieved \(dump($0))" } ?? "")
    case .time(let value): "time \(dump(value))"
    case .months(let first, let last, let year, let name):
      "months \(dump(first))..\(dump(last)) of \(dump(year)) as \(dump(name))"
    case .keep(let condition): "keep \(dump(condition))"
    case .provides(let kind, let property, let value): "provides \(dump(kind)).\(dump(property)) = \(dump(value))"
    case .matched(let kind, let column): "\(dump(kind)) by \(dump(column))"
    case .entities(let columns, let kind): "\(names(columns)) -> \(dump(kind))"
    case .sort(let column, let sort, let unit): "\(dump(column)) is \(dump(sort))" + (unit.map { " {\(dump($0))}" } ?? "")
    case .column(let name, let value): "\(dump(name)) = \(dump(value))"
    case .setting(let name, .numbers(let numbers)): "set \(dump(name)) \(numbers.map(dump).joined(separator: ", "))"
    case .setting(let name, .texts(let texts)): "set \(dump(name)) \(texts.map(dump).joined(separator: ", "))"
    case .setting(let name, .word(let word)): "set \(dump(name)) \(dump(word))"
    case .invalid: "invalid"
    }
  }
}

extension String {
  fileprivate var trimmingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
