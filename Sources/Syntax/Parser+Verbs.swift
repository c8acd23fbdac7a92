import Diagnostics

/// The verbs that make new tables.
extension Parser {
  /// Reads a verb of tables; nil where the word here begins none.
  mutating func tableVerb() throws(SyntaxFailure) -> PipelineVerb.Kind? {
    switch word {
    case .derive:
      advanceKeyword()
      return .derive(try namedColumns("`derive`", example: "| derive share = share(gun, n)"))
    case .drop:
      advanceKeyword()
      return .drop(try columns())
    case .rename: return .rename(try renames())
    case .group: return try group()
    case .join, .left, .anti: return .join(try join())
    case .pivot: return try pivot()
    case .unpivot: return try unpivot()
    case .top: return try top()
    case .union:
      advanceKeyword()
      return .union(try source("`union`", example: "| union older"))
    case .distinct:
      advanceKeyword()
      return .distinct(endsVerb ? [] : try columns())
    case .describe:
      advanceKeyword()
      return .describe
    case .sample: return try sample()
    case .balanced:
      advanceKeyword()
      try expect(keyword: .over, "`balanced`", example: "| balanced over year")
      return .balanced(over: try expectName("a column of times", example: "| balanced over year"))
    case .whole:
      advanceKeyword()
      try expect(keyword: .years, "`whole`", example: "| whole years")
      return .wholeYears
    default: return nil
    }
  }

  /// Whether nothing more of the verb stands here.
  private var endsVerb: Bool {
    switch kind {
    case .pipe, .rightParenthesis: true
    default: isAtEnd || tokens[index].kind == .pipe
    }
  }

  // MARK: Columns with names

  /// Reads `rate = n / people because "…"`, and more of them.
  private mutating func namedColumns(_ construct: String, example: String) throws(SyntaxFailure) -> [NamedColumn] {
    var columns: [NamedColumn] = []
    var tallest = 0
    repeat {
      columns.append(try namedColumn(construct, example: example))
      tallest = max(tallest, height)
    } while acceptComma()
    height = tallest
    return columns
  }

  private mutating func namedColumn(_ construct: String, example: String) throws(SyntaxFailure) -> NamedColumn {
    let name = try expectName("the name of the new column", example: example)
    try expect(.equal, sign: "=", construct, example: example)
    continueLine()
    var column = NamedColumn(name: name, value: try expression())
    if accept(keyword: .because) { column.because = try plainText("the reason", example: "because \"as the office does\"") }
    return column
  }

  /// Reads a key of `group by`: a column, an expression, or one with a name of its own.
  private mutating func groupKey() throws(SyntaxFailure) -> NamedColumn {
    if kind == .name || kind == .quotedName, kind(ahead: 1) == .equal {
      return try namedColumn("`group by`", example: "| group by state = place, year(time) (n = sum(n))")
    }
    return NamedColumn(name: nil, value: try expression())
  }

  /// Whether a bracket here holds named figures and no key: `group by (n = count())` makes one group of all rows.
  private var isFigureListHere: Bool {
    guard kind == .leftParenthesis, kind(ahead: 1) == .name || kind(ahead: 1) == .quotedName, kind(ahead: 2) == .equal else {
      return false
    }
    var depth = 0
    var distance = 0
    while true {
      switch kind(ahead: distance) {
      case .leftParenthesis: depth += 1
      case .rightParenthesis:
        depth -= 1
        // A bracketed key is followed by the bracket with the figures.
        if depth == 0 { return kind(ahead: distance + 1) != .leftParenthesis }
      case .endOfFile: return true
      default: break
      }
      distance += 1
    }
  }

  private mutating func group() throws(SyntaxFailure) -> PipelineVerb.Kind {
    let example = "| group by place, year(time) (n = sum(n))"
    advanceKeyword()
    var keys: [NamedColumn] = []
    var tallest = 0
    if word == .by {
      advanceKeyword()
      while !isFigureListHere {
        keys.append(try groupKey())
        tallest = max(tallest, height)
        if !acceptComma() { break }
      }
    } else if kind != .leftParenthesis {
      try expect(keyword: .by, "`group`", example: example)
    }
    guard kind == .leftParenthesis else {
      height = tallest
      return .group(by: keys, [])
    }
    let (figures, tallestFigure) = try bracketed { (parser) throws(SyntaxFailure) in
      try parser.namedColumn("`group by`", example: example)
    }
    height = max(tallest, tallestFigure)
    return .group(by: keys, figures)
  }

  private mutating func renames() throws(SyntaxFailure) -> [RenamedColumn] {
    let example = "| rename Entidad to state"
    advanceKeyword()
    var renames: [RenamedColumn] = []
    repeat {
      let from = try expectName("a column", example: example)
      if !accept(keyword: .as) { try expect(keyword: .to, "`rename`", example: example) }
      renames.append(RenamedColumn(from: from, to: try expectName("the new name", example: example)))
    } while acceptComma()
    return renames
  }

  // MARK: Other tables

  /// Reads the name of a table, or a pipeline in brackets.
  private mutating func source(_ construct: String, example: String) throws(SyntaxFailure) -> Expression {
    switch kind {
    case .leftParenthesis, .name, .quotedName, .variable: return try span()
    default: throw fail(.unexpectedToken, "\(construct) needs a table, or a pipeline in brackets", notes: ["as in: \(example)"])
    }
  }

  private mutating func join() throws(SyntaxFailure) -> JoinVerb {
    let example = "| join rates by place, or | join rates on Entidad = state"
    var kind = JoinVerb.Kind.inner
    if word != .join {
      kind = word == .left ? .left : .anti
      advanceKeyword()
      try expect(keyword: .join, "`\(kind.rawValue)`", example: "| \(kind.rawValue) join rates by place")
    } else {
      advanceKeyword()
    }
    let other = try source("`join`", example: example)
    let tallest = height
    var keys: [JoinVerb.Key] = []
    // `on` and `by` may both name a key once for both tables, or once for each.
    if !accept(keyword: .on) { try expect(keyword: .by, "`join`", example: example) }
    repeat {
      let left = try expectName("a column of this table", example: example)
      let right = accept(.equal) ? try expectName("a column of the other table", example: example) : left
      keys.append(JoinVerb.Key(left: left, right: right))
    } while acceptComma()
    var expectsAll = false
    if accept(keyword: .expect) {
      try expect(keyword: .all, "`expect`", example: "| join rates by place expect all matched")
      try expect(keyword: .matched, "`expect all`", example: "| join rates by place expect all matched")
      expectsAll = true
    }
    height = tallest
    return JoinVerb(kind: kind, other: other, keys: keys, expectsAllMatched: expectsAll)
  }

  // MARK: Shapes and samples

  private mutating func pivot() throws(SyntaxFailure) -> PipelineVerb.Kind {
    let example = "| pivot year to columns of n"
    advanceKeyword()
    let key = try expectName("the column whose values become columns", example: example)
    try expect(keyword: .to, "`pivot`", example: example)
    try expect(keyword: .columns, "`pivot`", example: example)
    try expect(keyword: .of, "`pivot`", example: example)
    return .pivot(key: key, cells: try expectName("the column that fills them", example: example))
  }

  private mutating func unpivot() throws(SyntaxFailure) -> PipelineVerb.Kind {
    let example = "| unpivot Enero..Diciembre as month, n"
    advanceKeyword()
    // What `as` names here are columns, not a status.
    leavesQualifiers = true
    let columns = try columns()
    leavesQualifiers = false
    try expect(keyword: .as, "`unpivot`", example: example)
    let key = try expectName("a name for the column of names", example: example)
    guard acceptComma() else {
      throw fail(
        .unexpectedToken, "`unpivot` names two columns: one for the names and one for the values", notes: ["as in: \(example)"])
    }
    return .unpivot(columns, key: key, value: try expectName("a name for the column of values", example: example))
  }

  private mutating func top() throws(SyntaxFailure) -> PipelineVerb.Kind {
    let example = "| top 3 by n within place"
    advanceKeyword()
    let count = try rowCount(after: "top", example: example)
    try expect(keyword: .by, "`top`", example: example)
    let keys = try sortKeys(isDescending: true)
    var within: [Identifier] = []
    if accept(keyword: .within) {
      repeat { within.append(try expectName("a column", example: example)) } while acceptComma()
    }
    return .top(count, by: keys, within: within)
  }

  private mutating func sample() throws(SyntaxFailure) -> PipelineVerb.Kind {
    let example = "| sample 100 seed 1"
    advanceKeyword()
    let count = try rowCount(after: "sample", example: example)
    return .sample(count, seed: accept(keyword: .seed) ? try rowCount(after: "seed", example: example) : nil)
  }

  private mutating func rowCount(after word: String, example: String) throws(SyntaxFailure) -> NumberLiteral {
    guard kind == .number else {
      throw fail(.unexpectedToken, "a number is due after `\(word)`", notes: ["as in: \(example)"])
    }
    let number = try numberLiteral()
    guard number.decimals == 0, !number.isPercent else {
      throw fail(.badNumber, "a whole number is due after `\(word)`", at: number.range, "no whole number")
    }
    return number
  }
}
