import Diagnostics

extension Parser {
  /// Reads `measure`, `filter`, `comparison` or `report` with what follows.
  mutating func definition() throws(SyntaxFailure) -> Statement.Node {
    let word = token.word
    advanceKeyword()
    switch word {
    case .measure:
      return .measure(try formula("`measure`", example: "measure crowding for prison_system = prisoners / beds"))
    case .filter:
      return .filter(try formula("`filter`", example: "filter violent(threshold = 20) for place = homicide_rate > $threshold"))
    case .comparison: return .comparison(try namedComparison())
    default: return .report(try report())
    }
  }

  private mutating func formula(_ construct: String, example: String) throws(SyntaxFailure) -> Definition {
    let name = try expectName("the name of the definition", example: example)
    let parameters = try formalParameters()
    try expect(keyword: .for, construct, example: example)
    let kindName = try expectName("the kind of thing it is for", example: example)
    try expect(.equal, sign: "=", construct, example: example)
    continueLine()
    return Definition(name: name, parameters: parameters, kind: kindName, body: try expression())
  }

  /// Reads `(since = 2006, until = 2018)` where it touches the name before it.
  private mutating func formalParameters() throws(SyntaxFailure) -> [FormalParameter] {
    guard kind == .leftParenthesis, token.touches else { return [] }
    let (parameters, _) = try bracketed { (parser) throws(SyntaxFailure) in
      let name = try parser.expectName("the name of a parameter", example: "report groups(since = 2006)")
      guard parser.accept(.equal) else { return FormalParameter(name: name, defaultValue: nil) }
      return FormalParameter(name: name, defaultValue: try parser.expression())
    }
    return parameters
  }

  private mutating func report() throws(SyntaxFailure) -> Report {
    let example = "report groups(since = 2006) \"How the landscape changed\" { show criminal_groups }"
    let name = try expectName("the name of the report", example: example)
    let parameters = try formalParameters()
    let title = kind == .text ? try textLiteral() : nil
    return Report(
      name: name, parameters: parameters, title: title, body: try statementBlock(in: .report, "`report`", example: example))
  }

  private mutating func namedComparison() throws(SyntaxFailure) -> NamedComparison {
    let example = "comparison prisons(when = 2018) { subjects federal_prisons, state_prisons; on prisoners, beds; in $when }"
    let name = try expectName("the name of the comparison", example: example)
    let parameters = try formalParameters()
    let title = kind == .text ? try plainText("the title", example: example) : nil
    guard kind == .leftBrace else {
      throw fail(.unexpectedToken, "`comparison` needs a block in braces here", notes: ["as in: \(example)"])
    }
    var body = Comparison(subjects: [], items: [])
    let opening = range(token)
    _ = try block { (parser) throws(SyntaxFailure) in parser.comparisonLine(into: &body) }
    if body.subjects.isEmpty || body.items.isEmpty {
      report(
        .unexpectedToken, "a comparison says what is compared (`subjects`) and by what (`on`)", at: opening,
        body.subjects.isEmpty ? "no `subjects` in this block" : "no `on` in this block", notes: ["as in: \(example)"])
    }
    return NamedComparison(name: name, parameters: parameters, title: title, body: body)
  }

  private mutating func comparisonLine(into body: inout Comparison) {
    let start = index
    statementStart = start
    mark(.statement)
    do throws(SyntaxFailure) {
      switch word {
      case .subjects:
        advanceKeyword()
        body.subjects += try subjects()
      case .on:
        advanceKeyword()
        body.items += try items()
      case .across:
        advanceKeyword()
        body.facets = try facets()
      case .because:
        advanceKeyword()
        body.because = try reason()
      default:
        guard let qualifier = try qualifier() else { throw failComparisonLine() }
        body.qualifiers.append(qualifier)
      }
    } catch {
      leavesQualifiers = false
      skipStatement(from: start)
    }
  }

  private mutating func failComparisonLine() -> SyntaxFailure {
    let near =
      kind == .name
      ? Suggestion.note(Suggestion.nearest(to: text(token), among: ["subjects", "on", "in", "over", "across", "because"])) : nil
    return fail(
      .unexpectedToken, "a line of a comparison begins with `subjects`, `on`, `in`, `across` or `because`",
      notes: [near].compactMap { $0 })
  }

  // MARK: Comparisons

  /// Reads `compare SUBJECTS on ITEMS in TIME across FACETS because REASON`, or the name of a comparison.
  mutating func comparisonStatement() throws(SyntaxFailure) -> Statement.Node {
    let example = "compare army, navy on personnel, brigades in 2018"
    advanceKeyword()
    if kind == .name || kind == .quotedName, kind(ahead: 1) == .leftParenthesis, touches(ahead: 1) {
      let name = identifier(token)
      advance()
      let (arguments, _) = try bracketed { (parser) throws(SyntaxFailure) in try parser.argument() }
      return .compareNamed(name, arguments)
    }
    let subjects = try subjects()
    if isAtEnd, subjects.count == 1, let name = subjects[0].names.first, subjects[0].names.count == 1, !subjects[0].isEntity {
      return .compareNamed(name, [])
    }
    // Without `on`, subjects are compared on whatever they have in common.
    let goesOn = (subjects.count > 1 && (isAtEnd || word.endsValue)) || word == .across
    guard accept(keyword: .on) || goesOn else {
      throw fail(
        .unexpectedToken, "`compare` says by what: `on` is due here",
        notes: ["as in: \(example)", "a comparison that was defined takes its time in brackets: compare NAME(2018)"])
    }
    var comparison = Comparison(subjects: subjects, items: tokens[index - 1].word == .on ? try items() : [])
    while !isAtEnd {
      if accept(keyword: .across) {
        if comparison.facets != nil {
          throw fail(.unexpectedToken, "a comparison has one `across`", at: range(tokens[index - 1]), "a second one")
        }
        comparison.facets = try facets()
      } else if accept(keyword: .because) {
        comparison.because = try reason()
      } else {
        let place = here
        guard let qualifier = try qualifier() else { throw failComparisonEnd() }
        if kind == .comma, comparison.facets == nil {
          throw fail(
            .unexpectedToken, "the time of one measure stands in brackets with it", at: place.union(qualifier.range),
            "holds for the whole comparison", notes: ["as in: on (personnel in 2018), brigades"])
        }
        comparison.qualifiers.append(qualifier)
      }
    }
    return .compare(comparison)
  }

  private mutating func failComparisonEnd() -> SyntaxFailure {
    if kind == .name, let near = Suggestion.note(Suggestion.nearest(to: text(token), among: ["across", "because", "over"])) {
      return fail(.unexpectedToken, "a comparison does not go on like this", notes: [near])
    }
    return fail(
      .unexpectedToken, "a comparison does not go on like this",
      notes: ["after the measures stand `in` with a time, `as` with a status, `across` with facets, or `because`"])
  }

  private mutating func subjects() throws(SyntaxFailure) -> [Path] {
    var subjects: [Path] = []
    repeat {
      subjects.append(try path("the name of what is compared", example: "compare army, navy on personnel"))
    } while acceptComma()
    return subjects
  }

  /// Reads expressions with labels; a time or status that ends them is left to the statement.
  mutating func comparisonItems() throws(SyntaxFailure) -> [Comparison.Item] { try items() }

  private mutating func items() throws(SyntaxFailure) -> [Comparison.Item] {
    leavesQualifiers = true
    var items: [Comparison.Item] = []
    repeat {
      let value = try expression()
      items.append(Comparison.Item(value: value, label: try label()))
    } while acceptComma()
    leavesQualifiers = false
    return items
  }

  /// Reads `planned vs actual`, `calderon vs pena_nieto`, `before vs after EVENT`, `sources`.
  private mutating func facets() throws(SyntaxFailure) -> Comparison.Facets {
    let example = "across planned vs actual, across 2012 vs 2018, across before vs after EVENT, across sources"
    if word == .before, word(ahead: 1) == .vs {
      advanceKeyword()
      advanceKeyword()
      try expect(keyword: .after, "`before vs`", example: "across before vs after navy_port_takeover")
      return .beforeAfter(try path("the name of an event", example: "across before vs after navy_port_takeover"))
    }
    if word == .sources, kind(ahead: 1) != .dot, word(ahead: 1) != .vs {
      advanceKeyword()
      return .sources
    }
    if word.status != nil, word(ahead: 1) == .vs {
      var statuses: [StatusWord] = []
      repeat {
        guard let status = word.status else {
          throw fail(.unexpectedToken, "a status is set against another status", notes: ["as in: across planned vs actual"])
        }
        statuses.append(status)
        advanceKeyword()
      } while accept(keyword: .vs)
      return .statuses(statuses)
    }
    var times: [Expression] = []
    repeat { times.append(try time(after: times.isEmpty ? "across" : "vs")) } while accept(keyword: .vs)
    if times.count < 2 {
      throw fail(.unexpectedToken, "`across` needs at least two facets with `vs` between them", notes: ["as in: \(example)"])
    }
    return .times(times)
  }
}
