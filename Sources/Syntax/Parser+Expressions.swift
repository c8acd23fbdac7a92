import Diagnostics

/// How tightly an operator binds, loosest first.
private enum Binding: Int, Comparable {
  case or = 1
  case and, not, comparison, per, sum, product, sign
  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
}

extension Parser {
  /// Reads an expression without a pipeline.
  mutating func expression() throws(SyntaxFailure) -> Expression {
    try binary(.or)
  }

  /// Reads operands joined by operators that bind at least as tightly as `least`.
  private mutating func binary(_ least: Binding) throws(SyntaxFailure) -> Expression {
    let start = index
    var left = try prefixed(least)
    while true {
      if word == .per {
        guard least <= .per else { return left }
        let unit = try unitAfterPer(numerator: nil, from: index)
        try grow()
        left = Expression(.per(left, unit), at: range(from: start))
        left = try qualified(left, from: start)
        continue
      }
      if word == .is, least <= .comparison {
        left = try missing(left, from: start)
        try refuseChain()
        continue
      }
      if word == .between, least <= .comparison {
        left = try between(left, from: start)
        try refuseChain()
        continue
      }
      if word == .one, word(ahead: 1) == .of, least <= .comparison {
        left = try oneOf(left, from: start)
        try refuseChain()
        continue
      }
      guard let (sign, binding, length) = operatorHere(), least <= binding else { return left }
      for _ in 0..<length { if token.kind == .name { advanceKeyword() } else { advance() } }
      continueLine()
      let leftHeight = height
      // Operators of one binding group from the left, so the right side takes only tighter ones.
      let right = try binary(Binding(rawValue: binding.rawValue + 1) ?? .sign)
      try grow(over: leftHeight)
      left = Expression(.binary(sign, left, right), at: range(from: start))
      if binding == .comparison { try refuseChain() }
    }
  }

  /// The operator between operands that stands here, its binding and the number of its words.
  private func operatorHere() -> (BinaryOperator, Binding, Int)? {
    switch kind {
    case .plus: return (.add, .sum, 1)
    case .minus: return (.subtract, .sum, 1)
    case .star: return (.multiply, .product, 1)
    case .slash: return (.divide, .product, 1)
    case .equal: return (.equal, .comparison, 1)
    case .notEqual: return (.notEqual, .comparison, 1)
    case .less: return (.less, .comparison, 1)
    case .lessOrEqual: return (.lessOrEqual, .comparison, 1)
    case .greater: return (.greater, .comparison, 1)
    case .greaterOrEqual: return (.greaterOrEqual, .comparison, 1)
    case .name:
      switch token.word {
      case .and: return (.and, .and, 1)
      case .or: return (.or, .or, 1)
      case .contains: return (.contains, .comparison, 1)
      case .includes: return (.includes, .comparison, 1)
      case .starts: return word(ahead: 1) == .with ? (.startsWith, .comparison, 2) : nil
      case .ends: return word(ahead: 1) == .with ? (.endsWith, .comparison, 2) : nil
      default: return nil
      }
    default: return nil
    }
  }

  /// Reports a comparison whose side is a comparison.
  private mutating func refuseChain() throws(SyntaxFailure) {
    let isComparison =
      word == .is || word == .between || (word == .one && word(ahead: 1) == .of)
      || operatorHere().map { $0.1 == .comparison } ?? false
    guard isComparison else { return }
    throw fail(
      .chainedComparison, "comparisons can't be chained", at: range(token), "a second comparison",
      notes: ["join two with `and`, or ask `x between 10 and 20`"])
  }

  private mutating func missing(_ left: Expression, from start: Int) throws(SyntaxFailure) -> Expression {
    advanceKeyword()
    let isNegated = accept(keyword: .not)
    guard accept(keyword: .missing) else {
      throw fail(.unexpectedToken, "`is` asks only whether something `is missing`", notes: ["to compare, write `=`"])
    }
    try grow()
    return Expression(.isMissing(left, negated: isNegated), at: range(from: start))
  }

  private mutating func between(_ left: Expression, from start: Int) throws(SyntaxFailure) -> Expression {
    advanceKeyword()
    continueLine()
    var tallest = height
    let low = try binary(.per)
    tallest = max(tallest, height)
    try expect(keyword: .and, "`between`", example: "x between 10 and 20")
    continueLine()
    let high = try binary(.per)
    try grow(over: tallest)
    return Expression(.between(left, low, high), at: range(from: start))
  }

  private mutating func oneOf(_ left: Expression, from start: Int) throws(SyntaxFailure) -> Expression {
    advanceKeyword()
    advanceKeyword()
    guard kind == .leftParenthesis else {
      throw fail(.unexpectedToken, "`one of` needs a list in round brackets", notes: ["as in: x one of (\"a\", \"b\")"])
    }
    let leftHeight = height
    let (values, tallest) = try bracketed { (parser) throws(SyntaxFailure) in try parser.expression() }
    height = tallest
    try grow(over: leftHeight)
    return Expression(.oneOf(left, values), at: range(from: start))
  }

  /// Reads the list between round brackets; the opening one stands here. Gives the height of the tallest element too.
  mutating func bracketed<Element>(
    _ element: (inout Parser) throws(SyntaxFailure) -> Element
  ) throws(SyntaxFailure) -> ([Element], tallest: Int) {
    let opening = index
    advance()
    try enter()
    brackets += 1
    let leaves = leavesQualifiers
    leavesQualifiers = false
    var elements: [Element] = []
    var tallest = 0
    while kind != .rightParenthesis {
      elements.append(try element(&self))
      tallest = max(tallest, height)
      warnOfGroupedNumber()
      if !accept(.comma) { break }
    }
    try closeParenthesis(openedAt: opening)
    leavesQualifiers = leaves
    leave()
    return (elements, tallest)
  }

  /// Passes the `)` that belongs to the bracket at `opening`.
  mutating func closeParenthesis(openedAt opening: Int) throws(SyntaxFailure) {
    if kind == .rightParenthesis {
      brackets -= 1
      // What follows the bracket on a later line is another statement.
      advance()
      return
    }
    if tokens[opening].partner == Token.noPartner || token.startsLine {
      let also = token.kind == .endOfFile ? [] : [Diagnostic.Label(range(token), "it should be closed before this")]
      throw fail(
        .unclosedBracket, "this bracket is never closed", at: range(tokens[opening]), "opened here", also: also,
        notes: ["write `)` where it should end"])
    }
    if let number = groupedNumber(at: index) {
      throw fail(
        .badNumber, "in round brackets a comma separates values", at: number.range, "read as two values",
        notes: ["write \(number.canonical) for one number"], fixIts: [.init(number.range, replacement: number.canonical)])
    }
    throw fail(
      .unexpectedToken, "a comma is missing here, or the bracket should end before this",
      also: [.init(range(tokens[opening]), "in this bracket")],
      notes: ["separate values with `,` or close the bracket with `)`"])
  }

  /// Whether the comma at `index` stands in what looks like one number with its digits in groups: `10,000`.
  private func groupedNumber(at index: Int) -> (range: SourceRange, canonical: String)? {
    guard tokens[index].kind == .comma, tokens[index].touches, index > 0, index + 1 < tokens.count else { return nil }
    let (left, right) = (tokens[index - 1], tokens[index + 1])
    guard left.kind == .number, right.kind == .number, right.touches, right.end - right.start == 3, left.end - left.start <= 3
    else { return nil }
    return (range(left).union(range(right)), text(left) + "_" + text(right))
  }

  /// Warns of a number whose digits are grouped by commas, among values that commas separate.
  private mutating func warnOfGroupedNumber() {
    guard let number = groupedNumber(at: index) else { return }
    report(
      .badNumber, "in round brackets a comma separates values", at: number.range, "read as two values",
      notes: ["write \(number.canonical) for one number, or a blank after the comma for two"],
      fixIts: [.init(number.range, replacement: number.canonical)], severity: .warning)
  }

  // MARK: Prefixes

  private mutating func prefixed(_ least: Binding) throws(SyntaxFailure) -> Expression {
    let start = index
    if kind == .minus {
      if isNumber(ahead: 0), !isJoinedAhead { return try qualified(try span(), from: start) }
      mark(.prefixSign)
      advance()
      continueLine()
      try enter()
      let operand = try binary(.sign)
      leave()
      try grow()
      return Expression(.unary(.negate, operand), at: range(from: start))
    }
    switch word {
    case .not where startsOperand(ahead: 1): return try logical(.not, least)
    case .surely where startsOperand(ahead: 1): return try logical(.surely, least)
    case .perhaps where startsOperand(ahead: 1): return try logical(.perhaps, least)
    case .if where startsOperand(ahead: 1): return try conditional(least)
    default: return try qualified(try span(), from: start)
    }
  }

  /// Whether `-2000..` stands here: a sign does not belong to a time.
  private var isJoinedAhead: Bool { kind(ahead: 2) == .dotDot && touches(ahead: 2) }

  /// Whether an operand can begin `offset` tokens on, so that the word before it is no name.
  private func startsOperand(ahead offset: Int) -> Bool {
    switch kind(ahead: offset) {
    case .name:
      switch tokens[index + offset].word {
      case .is, .and, .or, .then, .else, .between, .contains, .includes, .in, .during, .over, .as, .per: false
      default: true
      }
    case .quotedName, .variable, .number, .dollar, .date, .text, .at, .question, .leftParenthesis, .dotDot: true
    case .minus: touches(ahead: offset + 1)
    default: false
    }
  }

  private mutating func logical(_ sign: UnaryOperator, _ least: Binding) throws(SyntaxFailure) -> Expression {
    let start = index
    if least > .not { try refuseInside() }
    advanceKeyword()
    continueLine()
    try enter()
    let operand = try binary(.not)
    leave()
    try grow()
    return Expression(.unary(sign, operand), at: range(from: start))
  }

  private mutating func conditional(_ least: Binding) throws(SyntaxFailure) -> Expression {
    let start = index
    if least > .or { try refuseInside() }
    let example = "if people > 100 then \"large\" else \"small\""
    advanceKeyword()
    try enter()
    let condition = try binary(.or)
    var tallest = height
    if isAtLineBreak, tokens[index].word == .then { forgiven = index }
    try expect(keyword: .then, "`if`", example: example)
    continueLine()
    let consequence = try expression()
    tallest = max(tallest, height)
    if isAtLineBreak, tokens[index].word == .else { forgiven = index }
    try expect(keyword: .else, "`if`", example: example)
    continueLine()
    let alternative = try expression()
    leave()
    try grow(over: tallest)
    return Expression(.conditional(condition: condition, then: consequence, otherwise: alternative), at: range(from: start))
  }

  /// Reports `not` or `if` inside an operand, where it would be unclear how far it reaches.
  private mutating func refuseInside() throws(SyntaxFailure) {
    let written = text(token)
    throw fail(
      .unexpectedToken, "`\(written)` inside an operand needs brackets around it", at: range(token), "reaches how far?",
      notes: ["as in: x = (\(written) y)"])
  }

  // MARK: Qualifiers

  /// Reads the times, statuses and resolvers after an operand.
  private mutating func qualified(_ operand: Expression, from start: Int) throws(SyntaxFailure) -> Expression {
    if leavesQualifiers { return operand }
    var qualifiers: [Qualifier] = []
    var tallest = height
    while let qualifier = try qualifier() {
      qualifiers.append(qualifier)
      tallest = max(tallest, height)
    }
    if qualifiers.isEmpty { return operand }
    height = tallest
    try grow()
    return Expression(.qualified(operand, qualifiers), at: range(from: start))
  }

  /// Reads one qualifier if one stands here: `in 2018`, `over 2006..2018`, `as of 2019`, `as stated by 2016`, `as planned`, `as each`.
  mutating func qualifier() throws(SyntaxFailure) -> Qualifier? {
    let start = index
    switch word {
    case .in, .during:
      let written = text(token)
      advanceKeyword()
      continueLine()
      return Qualifier(.during(try time(after: written)), at: range(from: start))
    case .over:
      advanceKeyword()
      continueLine()
      return Qualifier(.over(try time(after: "over")), at: range(from: start))
    case .as:
      if kind(ahead: 1) == .text { return nil }
      let next = word(ahead: 1)
      if let status = next.status {
        advanceKeyword()
        if token.word == .authorized { mark(.replacement("authorised")) }
        advanceKeyword()
        return Qualifier(.status(status), at: range(from: start))
      }
      switch next {
      case .of:
        advanceKeyword()
        advanceKeyword()
        return Qualifier(.asOf(try time(after: "as of")), at: range(from: start))
      case .stated:
        advanceKeyword()
        advanceKeyword()
        try expect(keyword: .by, "`as stated`", example: "navy.personnel as stated by 2016")
        return Qualifier(.asStatedBy(try time(after: "as stated by")), at: range(from: start))
      case .preferred:
        advanceKeyword()
        advanceKeyword()
        return Qualifier(.preferred, at: range(from: start))
      case .each:
        advanceKeyword()
        advanceKeyword()
        return Qualifier(.each, at: range(from: start))
      case .latest:
        advanceKeyword()
        advanceKeyword()
        try expect(keyword: .stated, "`as latest`", example: "navy.personnel as latest stated")
        return Qualifier(.latestStated, at: range(from: start))
      default: throw failQualifier()
      }
    default: return nil
    }
  }

  private mutating func failQualifier() -> SyntaxFailure {
    advance()
    let words = [
      "planned", "target", "authorised", "projected", "actual", "of", "stated by", "preferred", "latest stated", "each",
    ]
    let near = kind == .name ? Suggestion.note(Suggestion.nearest(to: text(token), among: words)) : nil
    return fail(
      .unexpectedToken, "`as` needs a status or a way to choose after it",
      notes: [near].compactMap { $0 } + ["as in: as planned, as of 2018, as preferred; a label is a text: as \"Prisoners\""])
  }
}
