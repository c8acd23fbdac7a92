import Diagnostics

extension Parser {
  /// Reads one of the shell's own words; nil where it is none because of what follows it.
  mutating func shellStatement() throws(SyntaxFailure) -> Statement.Node? {
    let word = token.word
    let next = kind(ahead: 1)
    let isAlone = next == .endOfLine || next == .endOfFile || next == .semicolon || next == .rightBrace
    switch word {
    case .quit, .exit:
      guard isAlone else { return nil }
      advanceKeyword()
      return .quit
    case .help:
      advanceKeyword()
      return .help(topic: restOfLine())
    case .list:
      advanceKeyword()
      return .list(words: restOfLine())
    case .explain:
      advanceKeyword()
      guard kind == .name, kind(ahead: 1) != .name else {
        throw fail(.unexpectedToken, "`explain` needs the code of a message", notes: ["as in: explain E031"])
      }
      let code = text(token)
      advance()
      return .explain(code)
    default:
      advanceKeyword()
      let name = try expectName("the name of a setting", example: "set about = 5%")
      if isAtEnd { return .set(name, nil) }
      _ = accept(.equal)
      return .set(name, try expression())
    }
  }

  /// The words up to the end of the line, whatever they are; what touches stays together.
  mutating func restOfLine() -> [String] {
    var words: [String] = []
    let start = index
    while !isAtEnd {
      let written = token.kind == .text || token.kind == .quotedName ? trimmed(token) : text(token)
      if token.touches, let last = words.popLast() { words.append(last + written) } else { words.append(written) }
      advance()
    }
    if marks != nil, index > start { record(.verbatim, from: start, to: index - 1) }
    return words
  }

  /// A text or quoted name without its marks.
  private func trimmed(_ token: Token) -> String {
    token.kind == .quotedName
      ? identifier(token).text
      : String(text(token).drop { $0 == "\"" || $0 == "“" }.reversed().drop { $0 == "\"" || $0 == "”" }.reversed())
  }
}

extension Word {
  /// A statement that begins with the word, for messages.
  var example: String? {
    switch self {
    case .language: "language 1"
    case .use: "use mexico_2018"
    case .param: "param year = 2017 \"the year to report on\""
    case .let: "let threshold = 20 per 100_000 people"
    case .citing: "citing ellis_2018"
    case .claim: "claim navy.personnel about 15_000 in 2018 from ellis_2018 ¶19"
    case .derive: "derive mexico.homicide_rate in 2016 = 20 per 100_000 people"
    case .deprecate: "deprecate navy.personnel in 2018 from ellis_2018 because \"its author withdrew it\""
    case .tension: "tension c_growth, c_decline because \"they count different groups\""
    case .why: "why mexico.homicide_rate in 2016"
    case .compare: "compare army, navy on personnel, brigades in 2018"
    case .expect: "expect mexico.homicide_rate in 2016 > 10 per 100_000 people"
    case .save: "save fragmentation to \"fragmentation.html\""
    case .for: "for each state in states { show $state.homicides }"
    case .measure: "measure crowding for prison_system = prisoners / beds"
    case .filter: "filter violent(threshold = 20) for place = homicide_rate > $threshold"
    case .comparison: "comparison prisons { subjects federal_prisons, state_prisons; on prisoners }"
    case .report: "report groups \"How the landscape changed\" { show criminal_groups }"
    case .say: "say \"Groups went from {mexico.groups in 2006} to many.\""
    case .show: "show criminal_groups | select name, origin"
    case .section: "section \"Groups\" { show criminal_groups }"
    case .help: "help compare"
    case .list: "list kinds"
    case .describe: "describe institutions"
    case .explain: "explain E031"
    case .set: "set about = 5%"
    case .load: "load \"deaths.csv\" as deaths { place by state_code }"
    case .revisions: "revisions deaths_2023 to deaths_2024 by place, year on n"
    case .hypotheses: Parser.hypothesesExample
    case .check: "check mexico.homicide_rate in 2017 against homicide_rate, homicides / population"
    case .search: "search \"port security\""
    case .path: "path navy to el_chapo"
    case .conflicts: "conflicts of mexico"
    case .timeline: "timeline navy in pena_nieto"
    case .audit: "audit ellis_2018"
    case .who: "who army"
    case .changed: "changed since 2017"
    case .tree: "tree of navy by part_of"
    default: nil
    }
  }
}
