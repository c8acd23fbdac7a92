import Diagnostics

extension Parser {
  private static let loadExample = "load \"deaths.csv\" as deaths { place by state_code; n is count people }"

  /// Reads `load "deaths.csv" as deaths { … }`.
  mutating func loadStatement() throws(SyntaxFailure) -> Statement.Node {
    advanceKeyword()
    guard kind == .text else {
      throw fail(.unexpectedToken, "the file is due after `load`, in quotation marks", notes: ["as in: \(Self.loadExample)"])
    }
    let path = try textLiteral()
    try expect(keyword: .as, "`load`", example: Self.loadExample)
    let name = try expectName("the name of the table", example: Self.loadExample)
    guard kind == .leftBrace else { return .load(LoadStatement(path: path, name: name, clauses: [])) }
    let clauses = try block(endsAtDeclaration: false) { (parser) throws(SyntaxFailure) in parser.loadClause() }
    return .load(LoadStatement(path: path, name: name, clauses: clauses))
  }

  /// Reads one line of the block; what can't be read becomes `invalid`, after one message.
  private mutating func loadClause() -> LoadClause {
    let start = index
    statementStart = start
    mark(.statement)
    do throws(SyntaxFailure) {
      let kind = try loadClauseKind()
      if !isAtEnd { throw fail(.unexpectedToken, "the line should end before this") }
      return LoadClause(kind, at: range(from: start))
    } catch {
      skipStatement(from: start)
      return LoadClause(.invalid, at: range(from: start))
    }
  }

  private mutating func loadClauseKind() throws(SyntaxFailure) -> LoadClause.Kind {
    let isColumn = isNameHere || kind == .quotedName
    if !isColumn, let clause = try loadWordClause() { return clause }
    guard kind == .name || kind == .quotedName else { throw failLoadClause() }
    let name = identifier(token)
    let example = "deaths = range(low, best, high)"
    switch kind(ahead: 1) {
    case .equal:
      advance()
      advance()
      continueLine()
      return .column(name, try expression())
    case .comma, .arrow:
      var names: [Identifier] = []
      repeat { names.append(try expectName("a column", example: "side_a, side_b -> criminal_group")) } while acceptComma()
      try expect(.arrow, sign: "->", "a list of columns", example: "side_a, side_b -> criminal_group")
      return .entities(names, kind: try expectName("a kind", example: "side_a, side_b -> criminal_group"))
    case .name where word(ahead: 1) == .by:
      advance()
      advanceKeyword()
      return .matched(kind: name, by: try expectName("the column that says which", example: "place by state_code"))
    case .name where word(ahead: 1) == .is:
      advance()
      advanceKeyword()
      let sort = try expectName("count, stock, rate, share, index or code", example: "n is count people")
      return .sort(name, sort: sort, unit: isAtEnd ? nil : try unit())
    case .number, .minus, .text, .name, .quotedName:
      guard !isColumn else { throw failLoadClause() }
      advance()
      return .setting(name, try loadSetting(example: example))
    default: throw failLoadClause()
    }
  }

  /// Reads a line that begins with a word of its own.
  private mutating func loadWordClause() throws(SyntaxFailure) -> LoadClause.Kind? {
    switch word {
    case .time:
      advanceKeyword()
      return .time(try expression())
    case .months:
      let example = "months Enero..Diciembre of Año as n"
      advanceKeyword()
      let first = try expectName("the column of January", example: example)
      try expect(.dotDot, sign: "..", "`months`", example: example)
      let last = try expectName("the column of December", example: example)
      try expect(keyword: .of, "`months`", example: example)
      let year = try expectName("the column of years", example: example)
      try expect(keyword: .as, "`months`", example: example)
      return .months(first: first, last: last, year: year, name: try expectName("the name of the values", example: example))
    case .keep, .where:
      advanceKeyword()
      return .keep(try expression())
    case .provides:
      let example = "provides place.population = people"
      advanceKeyword()
      let kindName = try expectName("a kind", example: example)
      try expect(.dot, sign: ".", "`provides`", example: example)
      let property = try expectName("a property", example: example)
      try expect(.equal, sign: "=", "`provides`", example: example)
      continueLine()
      return .provides(kind: kindName, property: property, try expression())
    default: break
    }
    let first = text(token).lowercased()
    if first == "licence" || first == "license", kind(ahead: 1) == .text {
      advanceKeyword()
      return .licence(try textLiteral())
    }
    guard first == "source", [.name, .quotedName, .text].contains(kind(ahead: 1)) else { return nil }
    advanceKeyword()
    let source: LoadSource =
      if kind == .text {
        .title(try textLiteral())
      } else {
        .name(try expectName("the name of a source", example: "source sesnsp retrieved 2025-02"))
      }
    guard accept(keyword: .retrieved) else { return .source(source, retrieved: nil) }
    guard isDate, let time = try timeLiteral() else {
      throw fail(.expectedValue, "a date is due after `retrieved`", notes: ["as in: source sesnsp retrieved 2025-02"])
    }
    return .source(source, retrieved: time)
  }

  private mutating func loadSetting(example: String) throws(SyntaxFailure) -> LoadSetting {
    switch kind {
    case .number, .minus:
      var numbers: [NumberLiteral] = []
      repeat { numbers.append(try quantity().number) } while acceptComma() && isNumber(ahead: 0)
      return .numbers(numbers)
    case .text:
      var texts: [TextLiteral] = []
      repeat { texts.append(try textLiteral()) } while acceptComma() && kind == .text
      return .texts(texts)
    default: return .word(try expectName("a setting", example: example))
    }
  }

  private mutating func failLoadClause() -> SyntaxFailure {
    fail(
      .unexpectedToken, "this line says nothing that a load block knows",
      notes: [
        "as in: source sesnsp retrieved 2025-02, place by state_code, n is count people, total = a + b, keep sex = \"Total\"",
        "`help load` lists the lines and settings",
      ])
  }

  /// Reads `revisions deaths_2023 to deaths_2024 by place, year on n`.
  mutating func revisionsStatement() throws(SyntaxFailure) -> Statement.Node {
    let example = "revisions deaths_2023 to deaths_2024 by place, year on n"
    advanceKeyword()
    let older = try span()
    try expect(keyword: .to, "`revisions`", example: example)
    let newer = try span()
    try expect(keyword: .by, "`revisions`", example: example)
    var keys: [Identifier] = []
    repeat { keys.append(try expectName("a column", example: example)) } while acceptComma()
    try expect(keyword: .on, "`revisions`", example: example)
    var values: [Identifier] = []
    repeat { values.append(try expectName("a column", example: example)) } while acceptComma()
    return .revisions(Revisions(older: older, newer: newer, keys: keys, values: values))
  }
}
