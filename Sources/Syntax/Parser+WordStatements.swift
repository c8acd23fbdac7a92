import Diagnostics

extension Parser {
  /// Reads the statement that begins with the word here; nil where the word begins none, so that it is a name.
  mutating func wordStatement(in place: Place) throws(SyntaxFailure) -> Statement.Node? {
    switch token.word {
    case .language, .use, .param, .let, .citing, .claim, .derive, .tension, .deprecate: try basicStatement()
    case .why, .expect, .describe, .show, .say, .save, .for: try askingStatement(in: place)
    case .measure, .filter, .comparison, .report: try definition()
    case .compare: try comparisonStatement()
    case .section: try section(in: place)
    case .gaps, .sources: try listing(in: place)
    case .help, .list, .explain, .set, .quit, .exit: try shellStatement()
    case .load: try loadStatement()
    case .revisions: try revisionsStatement()
    case .hypotheses: try hypotheses()
    case .check: try checkStatement()
    case .what: try whatIfStatement()
    case .search, .path, .conflicts, .timeline, .audit: try questionStatement()
    case .who, .changed, .tree: try wordedQuestion()
    default: nil
    }
  }

  /// Statements that say what holds.
  private mutating func basicStatement() throws(SyntaxFailure) -> Statement.Node {
    let word = token.word
    advanceKeyword()
    switch word {
    case .language:
      guard kind == .number else {
        throw fail(.unexpectedToken, "`language` needs the number of a version", notes: ["as in: language 1"])
      }
      return .language(try numberLiteral())
    case .use: return .use(name: try casebookName())
    case .param:
      let example = "param year = 2017 \"the year to report on\""
      let name = try expectName("the name of the parameter", example: example)
      try expect(.equal, sign: "=", "`param`", example: example)
      continueLine()
      let value = try expression()
      let description = kind == .text ? try plainText("the description", example: example) : nil
      return .parameter(name, defaultValue: value, description: description)
    case .let:
      let example = "let threshold = 20 per 100_000 people"
      let name = try expectName("the name to be given", example: example)
      try expect(.equal, sign: "=", "`let`", example: example)
      continueLine()
      let value = try pipeline()
      return .define(name, value, because: try because())
    case .citing: return try citing()
    case .claim: return try claim()
    case .derive: return try derived()
    case .deprecate: return try deprecation()
    default: return try tension()
    }
  }

  /// Statements that ask or show.
  private mutating func askingStatement(in place: Place) throws(SyntaxFailure) -> Statement.Node {
    let word = token.word
    let written = text(token)
    advanceKeyword()
    if isAtEnd {
      throw fail(
        .unexpectedToken, "`\(written)` needs something after it", notes: word.example.map { ["as in: \($0)"] } ?? [])
    }
    switch word {
    case .why: return .why(try pipeline())
    case .expect: return .expect(try pipeline())
    case .describe: return .describe(try expression())
    case .show: return .show(try pipeline())
    case .say:
      guard kind == .text else {
        throw fail(
          .unexpectedToken, "`say` needs a text", notes: ["as in: say \"Groups went from {mexico.groups in 2006} to many.\""])
      }
      return .say(try textLiteral())
    case .save:
      let value = try pipeline()
      let example = "save fragmentation(since = 2000) to \"fragmentation.html\""
      try expect(keyword: .to, "`save`", example: example)
      guard kind == .text else {
        throw fail(.unexpectedToken, "the name of the file is due after `to`", notes: ["as in: \(example)"])
      }
      return .save(value, to: try textLiteral())
    default:
      let example = "for each state in states { show $state.homicides }"
      try expect(keyword: .each, "`for`", example: example)
      let name = try expectName("the name for each of them", example: example)
      try expect(keyword: .in, "`for each`", example: example)
      let source = try pipeline()
      let body = try statementBlock(in: place, "`for each`", example: example)
      return .forEach(name, in: source, body: body)
    }
  }

  /// Reads statements between braces.
  mutating func statementBlock(in place: Place, _ construct: String, example: String) throws(SyntaxFailure) -> [Statement] {
    guard kind == .leftBrace else {
      throw fail(.unexpectedToken, "\(construct) needs a block in braces here", notes: ["as in: \(example)"])
    }
    return try block(endsAtDeclaration: place != .top) { (parser) throws(SyntaxFailure) in parser.statement(in: place) }
  }

  /// Reads `mexico_2018`, `./my_case` or a text.
  private mutating func casebookName() throws(SyntaxFailure) -> String {
    if kind == .text { return try plainText("the casebook", example: "use \"my case\"") }
    if isAtEnd {
      throw fail(.unexpectedToken, "`use` needs the name of a casebook", notes: ["as in: use mexico_2018, use ./my_case"])
    }
    if kind == .quotedName {
      let name = identifier(token).text
      advance()
      return name
    }
    let start = index
    advance()
    while !isAtEnd, token.touches { advance() }
    if marks != nil { record(.verbatim, from: start, to: index - 1) }
    return String(decoding: bytes[Int(tokens[start].start)..<Int(tokens[index - 1].end)], as: UTF8.self)
  }

  private mutating func citing() throws(SyntaxFailure) -> Statement.Node {
    let source = try expectName("the name of a source", example: "citing ellis_2018")
    let locators = try locators()
    guard kind == .leftBrace else { return .citing(source, locators: locators, block: nil) }
    let statements = try block(endsAtDeclaration: false) { (parser) throws(SyntaxFailure) in parser.statement(in: .top) }
    return .citing(source, locators: locators, block: statements)
  }

  /// Reads `navy.ports_secured 21 of 103 ports in 2016..`; the word `claim` has been read.
  private mutating func claim() throws(SyntaxFailure) -> Statement.Node {
    let start = statementStart
    if let block = try claimBlock() { return block }
    let (subject, property) = try subject("`claim`", example: "claim navy.personnel about 15_000 in 2018 from ellis_2018 ¶19")
    let line = claimRest(property: property, from: start, documentation: [])
    if case .invalid = line.value { throw SyntaxFailure() }
    return .claim(subject: subject, line: line)
  }

  /// Reads a path and takes its last name as the property.
  mutating func subject(_ construct: String, example: String) throws(SyntaxFailure) -> (Path, Identifier) {
    var path = try path("the name of an entity", example: example)
    guard path.names.count > 1, let property = path.names.popLast(), let last = path.names.last else {
      throw fail(
        .unexpectedToken, "\(construct) needs an entity and a property joined by a point", at: path.range, "no property",
        notes: ["as in: \(example)"])
    }
    if marks != nil { record(.property, from: index - 1, to: index - 1) }
    path.range = SourceRange(file: file.id, start: Int(path.range.start), end: Int(last.range.end))
    return (path, property)
  }

  /// Reads `mexico.homicide_rate in 2016 = EXPRESSION because "…" caveat "…"`; the word `derive` has been read.
  private mutating func derived() throws(SyntaxFailure) -> Statement.Node {
    let start = statementStart
    let example = "derive mexico.homicide_rate in 2016 = mexico.homicides in 2016 / mexico.population in 2016"
    let (subject, property) = try subject("`derive`", example: example)
    let time = word == .in || word == .during ? try claimTime() : nil
    try expect(.equal, sign: "=", "`derive`", example: example)
    continueLine()
    let value = try expression()
    var reason: String?
    var caveats: [String] = []
    while true {
      if isAtEnd, !continueWithClause(from: start) { break }
      if word == .because {
        if reason != nil { throw fail(.unexpectedToken, "a derived figure has one reason", at: range(token), "a second one") }
        mark(.clause)
        advanceKeyword()
        reason = try plainText("the reason", example: "because \"the paper divides them\"")
      } else if word == .caveat {
        mark(.clause)
        advanceKeyword()
        caveats.append(try plainText("the caveat", example: "caveat \"population is a projection\""))
      } else {
        break
      }
    }
    return .derived(
      DerivedClaim(subject: subject, property: property, time: time, value: value, because: reason, caveats: caveats))
  }

  private mutating func tension() throws(SyntaxFailure) -> Statement.Node {
    let start = statementStart
    let example = "tension c_growth, c_decline because \"they count different groups\""
    let first = try path("the name of a claim", example: example)
    guard acceptComma() else {
      throw fail(.unexpectedToken, "`tension` needs two claims with `,` between them", notes: ["as in: \(example)"])
    }
    let second = try path("the name of a claim", example: example)
    if isAtEnd { _ = continueWithClause(from: start) }
    mark(.clause)
    try expect(keyword: .because, "`tension`", example: example)
    return .tension(first, second, because: try reason())
  }

  private mutating func section(in place: Place) throws(SyntaxFailure) -> Statement.Node {
    let example = "section \"Groups\" { show criminal_groups }"
    let word = token
    advanceKeyword()
    guard kind == .text else { throw fail(.unexpectedToken, "`section` needs its title", notes: ["as in: \(example)"]) }
    if place != .report {
      report(
        .unexpectedToken, "a section stands in a report", at: range(word), "outside a report",
        notes: ["as in: report groups { \(example) }"])
    }
    let title = try textLiteral()
    return .section(title, try statementBlock(in: .report, "`section`", example: example))
  }

  /// `gaps` everywhere, `sources` in a report; with anything after them, or elsewhere, they are names.
  private mutating func listing(in place: Place) throws(SyntaxFailure) -> Statement.Node? {
    let isGaps = token.word == .gaps
    if !isGaps, word(ahead: 1) == .of { return try questionStatement() }
    guard isGaps || place == .report else { return nil }
    switch kind(ahead: 1) {
    case .endOfFile, .endOfLine, .semicolon, .rightBrace: break
    default: return nil
    }
    advanceKeyword()
    return isGaps ? .gaps : .sources
  }
}
