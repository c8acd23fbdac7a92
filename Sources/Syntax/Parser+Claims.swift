import Diagnostics

extension Parser {
  /// Reads one claim line: a property, its value and its clauses. Never fails; what can't be read becomes an invalid value.
  mutating func claimLine() -> ClaimLine {
    let start = index
    statementStart = start
    let documentation = documentation(before: start)
    mark(.statement)
    guard kind == .name || kind == .quotedName else {
      let place = here
      report(.unexpectedToken, "a claim begins with the name of a property", notes: ["as in: personnel about 15_000 in 2018"])
      skipStatement(from: start)
      return ClaimLine(
        property: Identifier("", at: place), value: .invalid(place), clauses: ClaimClauses(), at: range(from: start),
        documentation: documentation)
    }
    mark(.property)
    let property = identifier(token)
    advance()
    return claimRest(property: property, from: start, documentation: documentation)
  }

  /// Reads the value and the clauses of a claim whose property has been read.
  mutating func claimRest(property: Identifier, from start: Int, documentation: [String]) -> ClaimLine {
    var line = ClaimLine(
      property: property, value: .invalid(property.range), clauses: ClaimClauses(), at: property.range,
      documentation: documentation)
    do throws(SyntaxFailure) {
      line.value = try claimValue(property: property)
      try clauses(into: &line.clauses, from: start)
    } catch {
      line.value = .invalid(here)
      skipStatement(from: start)
    }
    line.range = range(from: start)
    return line
  }

  // MARK: Values

  private mutating func claimValue(property: Identifier) throws(SyntaxFailure) -> ClaimValueExpression {
    switch kind {
    case .text:
      var texts: [TextLiteral] = []
      repeat {
        guard kind == .text else {
          throw fail(.unexpectedToken, "a text is due after the comma", notes: ["as in: aka \"SEMAR\", \"marines\""])
        }
        texts.append(try textLiteral())
      } while acceptComma()
      return .texts(texts)
    case .date, .number, .dotDot, .dollar, .minus, .at:
      if kind == .at { advance() }
      if isPlainTime, let literal = try timeLiteral() { return .time(literal) }
      return .quantity(try quantity(endsAtClause: true))
    case .name:
      if hedge() != nil { return .quantity(try quantity(endsAtClause: true)) }
      if let word = try valueWord() { return word }
      if isClauseStart { throw failValue(property) }
      return .names(try claimNames())
    case .quotedName: return .names(try claimNames())
    default: throw failValue(property)
    }
  }

  /// Reads `unquantified`, `none`, `unknown`, `yes` or `no` where nothing makes it the name of something.
  private mutating func valueWord() throws(SyntaxFailure) -> ClaimValueExpression? {
    let next = kind(ahead: 1)
    if next == .dot || next == .comma { return nil }
    let place = range(token)
    let value: ClaimValueExpression
    switch token.word {
    case .unquantified: value = .unquantified(place)
    case .absent: value = .none(place)
    case .unknown: value = .unknown(place)
    case .yes: value = .truth(true, place)
    case .no: value = .truth(false, place)
    default: return nil
    }
    advanceKeyword()
    return value
  }

  private mutating func claimNames() throws(SyntaxFailure) -> [Path] {
    var names: [Path] = []
    repeat {
      names.append(try path("the name of an entity", example: "part_of navy"))
    } while acceptComma()
    return names
  }

  private mutating func failValue(_ property: Identifier) -> SyntaxFailure {
    fail(
      .expectedValue, "the value of `\(property.text)` is missing",
      notes: ["a value is a number, a text, a time or a name; also `unquantified`, `none` or `unknown`"])
  }

  /// Reads `navy`, `navy.personnel`, `the navy`.
  mutating func path(_ what: String, example: String) throws(SyntaxFailure) -> Path {
    let start = index
    var isEntity = false
    if word == .the, kind(ahead: 1) == .name || kind(ahead: 1) == .quotedName {
      advanceKeyword()
      isEntity = true
    }
    guard kind == .name || kind == .quotedName else { throw failName(what, example: example) }
    var names = [identifier(token)]
    advance()
    while kind == .dot, touches(ahead: 1) || token.touches {
      advance()
      guard kind == .name || kind == .quotedName else {
        throw failName("the name of a property", example: "navy.personnel")
      }
      names.append(identifier(token))
      advance()
      if names.count > Self.greatestDepth { try enter() }
    }
    return Path(names, isEntity: isEntity, at: range(from: start))
  }

  // MARK: Clauses

  /// Whether a clause of a claim begins here, by its first words.
  var isClauseStart: Bool {
    switch kind {
    case .locator: return true
    case .name: break
    default: return false
    }
    switch token.word {
    case .none: return isTypedParagraph(token)
    case .as, .in, .during, .from, .via, .preferred, .deprecated, .reportedly, .allegedly, .estimated, .denied: return true
    case .supported: return word(ahead: 1) == .by
    case .scope, .caveat, .words, .at: return kind(ahead: 1) == .text
    case .grade: return kind(ahead: 1) == .name
    case .p, .pp: return kind(ahead: 1) == .dot || kind(ahead: 1) == .number
    case .par, .note: return kind(ahead: 1) == .number
    case .caption, .figure, .table:
      return kind(ahead: 1) == .number || (kind(ahead: 1) == .name && isLabel(tokens[index + 1]))
    default: return false
    }
  }

  /// Letters and digits such as `C1`, which name a figure or a caption.
  private func isLabel(_ token: Token) -> Bool {
    token.end - token.start <= 8 && bytes[token.offsets].contains { $0 &- 0x30 < 10 }
  }

  /// `p19`, as one types `¶19`.
  private func isTypedParagraph(_ token: Token) -> Bool {
    guard token.end - token.start >= 2, bytes[Int(token.start)] | 0x20 == 0x70 else { return false }
    return !bytes[(Int(token.start) + 1)..<Int(token.end)].contains { $0 &- 0x30 >= 10 }
  }

  /// Lets the claim go on in the next line if that is indented more and begins with a clause.
  mutating func continueWithClause(from start: Int) -> Bool {
    guard isAtLineBreak, tokens[index].kind == .name || tokens[index].kind == .locator else { return false }
    if tokens[index].word == .none, tokens[index].kind == .name, !isTypedParagraph(tokens[index]) { return false }
    guard indentation(of: index) > indentation(ofLineAt: start) else { return false }
    let before = forgiven
    forgiven = index
    if isClauseStart || word == .because { return true }
    forgiven = before
    return false
  }

  /// How many bytes stand before a token on its line.
  func indentation(of index: Int) -> Int {
    let start = Int(tokens[index].start)
    var current = start
    while current > 0, bytes[current - 1] != 0x0A, bytes[current - 1] != 0x0D { current -= 1 }
    return start - current
  }

  /// How far the line on which a token stands is indented.
  func indentation(ofLineAt index: Int) -> Int {
    var first = index
    while first > 0, !tokens[first].startsLine { first -= 1 }
    return indentation(of: first)
  }

  private mutating func clauses(into clauses: inout ClaimClauses, from start: Int) throws(SyntaxFailure) {
    while true {
      if isAtEnd, !continueWithClause(from: start) { return }
      mark(.clause)
      switch kind {
      case .locator: try looseLocator(into: &clauses)
      case .name: try clause(into: &clauses)
      default: throw failClause()
      }
    }
  }

  /// A locator without a source before it: a further place in the last source named, or one in the source that `citing` set.
  private mutating func looseLocator(into clauses: inout ClaimClauses) throws(SyntaxFailure) {
    let found = try locators()
    if clauses.citations.isEmpty {
      clauses.locators += found
    } else {
      clauses.citations[clauses.citations.count - 1].locators += found
    }
  }

  private mutating func clause(into clauses: inout ClaimClauses) throws(SyntaxFailure) {
    let token = self.token
    switch token.word {
    case .in, .during:
      if let time = clauses.time {
        throw failRepeated("time", first: time.range)
      }
      clauses.time = try claimTime()
    case .as:
      guard let status = word(ahead: 1).status else { throw failStatus() }
      if clauses.status != nil { throw failRepeated("status", first: nil) }
      advanceKeyword()
      if self.token.word == .authorized { mark(.replacement("authorised")) }
      advanceKeyword()
      clauses.status = status
    case .reportedly, .allegedly, .estimated, .denied:
      if clauses.mode != nil { throw failRepeated("mode", first: nil) }
      clauses.mode = token.word.mode
      advanceKeyword()
    case .from:
      advanceKeyword()
      clauses.citations += try citations("the name of a source", example: "from ellis_2018 ¶19")
    case .preferred:
      clauses.isPreferred = true
      advanceKeyword()
    default:
      guard
        isClauseStart || token.word == .supported || token.word == .scope || token.word == .caveat || token.word == .words
          || token.word == .grade
      else { throw failClause() }
      if isLocatorStart { return try looseLocator(into: &clauses) }
      try rareClause(into: &clauses)
    }
  }

  private mutating func rareClause(into clauses: inout ClaimClauses) throws(SyntaxFailure) {
    var rare = clauses.rare ?? RareClauses()
    let word = token.word
    let written = text(token)
    advanceKeyword()
    switch word {
    case .scope: rare.scope = try plainText("the scope", example: "scope \"in at least one state\"")
    case .caveat: rare.caveats.append(try plainText("the caveat", example: "caveat \"counted at the end of the year\""))
    case .words: rare.words = try plainText("the source's own wording", example: "words \"as few as two thousand\"")
    case .grade: rare.grade = try expectName("a grade", example: "grade B2")
    case .via:
      repeat { rare.via.append(try path("the name of a source", example: "via la_times_2014")) } while acceptComma()
    case .supported:
      try expect(keyword: .by, "`supported`", example: "supported by la_times_2014")
      rare.supportedBy += try citations("the name of a source", example: "supported by la_times_2014")
    case .deprecated:
      try expect(keyword: .because, "`deprecated`", example: "deprecated because \"withdrawn by its author\"")
      rare.deprecatedBecause = try plainText("the reason", example: "deprecated because \"withdrawn by its author\"")
    default: throw fail(.unexpectedToken, "`\(written)` is no clause of a claim", at: range(tokens[index - 1]))
    }
    clauses.rare = rare
  }

  /// Reads the time of a claim after `in` or `during`, which stands here.
  mutating func claimTime() throws(SyntaxFailure) -> ClaimTime {
    let written = text(token)
    advanceKeyword()
    if let literal = try timeLiteral() { return .literal(literal) }
    guard kind == .name || kind == .quotedName else {
      throw fail(
        .expectedValue, "a time is due after `\(written)`",
        notes: ["as in: \(written) 2018, \(written) 2006..2012, \(written) calderon"])
    }
    return .named(try path("the name of a period", example: "in calderon"))
  }

  /// Reads sources with the places in them, separated by commas.
  private mutating func citations(_ what: String, example: String) throws(SyntaxFailure) -> [CitationExpression] {
    var citations: [CitationExpression] = []
    repeat {
      if isLocatorStart, !citations.isEmpty {
        citations[citations.count - 1].locators += try locators()
        continue
      }
      if kind == .number || kind == .date {
        throw fail(
          .unexpectedToken, "`from` names the source of a claim", notes: ["a time is given with `in`, as in: in 2006..2012"])
      }
      let source = try path(what, example: example)
      citations.append(CitationExpression(source: source, locators: try locators()))
    } while acceptComma()
    return citations
  }

  // MARK: Messages

  private mutating func failRepeated(_ what: String, first: SourceRange?) -> SyntaxFailure {
    let also = first.map { [Diagnostic.Label($0, "the first")] } ?? []
    return fail(
      .unexpectedToken, "a claim has one \(what)", at: range(token), "a second one", also: also, notes: ["write two claims"])
  }

  mutating func failStatus() -> SyntaxFailure {
    advance()
    let words = StatusWord.allCases.map(\.rawValue)
    let near = kind == .name ? Suggestion.note(Suggestion.nearest(to: text(token), among: words)) : nil
    return fail(
      .unexpectedToken, "the status of a claim is due after `as`",
      notes: [near, "known are planned, target, authorised and projected"].compactMap { $0 })
  }

  private static let clauseWords = [
    "in", "during", "as", "from", "via", "supported by", "scope", "caveat", "words", "grade", "preferred", "deprecated",
    "reportedly",
    "allegedly", "estimated", "denied", "note",
  ]

  private mutating func failClause() -> SyntaxFailure {
    var notes: [String] = []
    // A misspelt clause word after a number was read as its unit.
    if index > statementStart + 2, tokens[index - 1].kind == .name, tokens[index - 2].kind == .number {
      let written = text(tokens[index - 1])
      if let near = Suggestion.note(Suggestion.nearest(to: written, among: Self.clauseWords)) {
        return fail(
          .unexpectedToken, "`\(written)` begins no clause of a claim", at: range(tokens[index - 1]), "read as a unit",
          notes: [near])
      }
    }
    if kind == .name {
      let written = text(token)
      if let near = Suggestion.note(Suggestion.nearest(to: written, among: Self.clauseWords)) {
        notes.append(near)
      } else if index > 0, tokens[index - 1].kind == .name || tokens[index - 1].kind == .quotedName {
        notes.append("a name of several words stands in back-ticks, a text in quotation marks")
      }
      return fail(
        .unexpectedToken, "`\(written)` begins no clause of a claim", at: range(token), "found after the value",
        notes: notes.isEmpty ? ["as in: in 2018, as planned, from ellis_2018 ¶19, scope \"…\""] : notes)
    }
    if kind == .number, word(ahead: 1) == .none {
      notes = ["a value has one number; a time is given with `in`, as in: in 2018"]
    } else if kind == .leftParenthesis || kind == .plus || kind == .star || kind == .slash {
      notes = ["a figure that is calculated stands in a statement of its own: derive mexico.rate in 2016 = …"]
    } else {
      notes = ["after the value stand clauses, as in: in 2018, as planned, from ellis_2018 ¶19"]
    }
    return fail(.unexpectedToken, "this is no clause of a claim", notes: notes)
  }
}
