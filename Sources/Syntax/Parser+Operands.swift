import Diagnostics

extension Parser {
  /// Reads an operand, or two joined by `..`.
  mutating func span() throws(SyntaxFailure) -> Expression {
    let start = index
    if kind == .dotDot {
      if let literal = try timeLiteral() { return Expression(.time(literal), at: literal.range) }
      if kind(ahead: 1) != .endOfLine, touches(ahead: 1) {
        advance()
        try enter()
        let right = try postfixed()
        leave()
        try grow()
        return Expression(.span(nil, right), at: range(from: start))
      }
    }
    return try spanRest(try postfixed(), from: start)
  }

  /// Reads `..` and the right side where they follow the operand just read.
  mutating func spanRest(_ left: Expression, from start: Int) throws(SyntaxFailure) -> Expression {
    guard isJoiningDots else { return left }
    let leftHeight = height
    advance()
    if isOpenAfterDots {
      try grow()
      return Expression(.span(left, nil), at: range(from: start))
    }
    let right: Expression
    if isDate {
      let date = try date()
      right = Expression(.time(TimeLiteral(.date(date), at: date.range)), at: date.range)
      height = 1
    } else {
      right = try postfixed()
    }
    try grow(over: leftHeight)
    return Expression(.span(left, right), at: range(from: start))
  }

  /// Reads an operand with its members and calls.
  private mutating func postfixed() throws(SyntaxFailure) -> Expression {
    let start = index
    var operand = try primary()
    while true {
      if kind == .dot {
        advance()
        guard kind == .name || kind == .quotedName else {
          throw failName("the name of a property", example: "navy.personnel")
        }
        mark(.property)
        let member = identifier(token)
        advance()
        try grow()
        operand = Expression(.member(operand, member), at: range(from: start))
      } else if kind == .leftParenthesis, token.touches, operand.isCallable {
        if marks != nil { record(.function, from: index - 1, to: index - 1) }
        let calleeHeight = height
        let (arguments, tallest) = try bracketed { (parser) throws(SyntaxFailure) in try parser.argument() }
        height = tallest
        try grow(over: calleeHeight)
        operand = Expression(.call(operand, arguments), at: range(from: start))
      } else {
        return operand
      }
    }
  }

  /// Reads one argument of a call: `3`, `from = low_point`, `n where area > 5`.
  mutating func argument() throws(SyntaxFailure) -> Argument {
    var name: Identifier?
    if kind == .name || kind == .quotedName, kind(ahead: 1) == .equal {
      name = identifier(token)
      advance()
      advance()
    }
    // `count(where area > 5)` counts as `count(area > 5)` does.
    if name == nil, accept(keyword: .where) { return Argument(name: nil, value: try expression()) }
    var argument = Argument(name: name, value: try pipeline())
    if accept(keyword: .where) {
      let valueHeight = height
      argument.condition = try expression()
      height = max(height, valueHeight)
    }
    if accept(keyword: .within) { argument.within = [try expectName("a column", example: "previous(n within place)")] }
    return argument
  }

  private mutating func primary() throws(SyntaxFailure) -> Expression {
    let start = index
    height = 1
    switch kind {
    case .number, .dollar, .minus:
      if isPlainTime, let literal = try timeLiteral() { return Expression(.time(literal), at: literal.range) }
      let quantity = try quantity()
      return Expression(.quantity(quantity), at: quantity.range)
    case .date:
      guard let literal = try timeLiteral() else { break }
      return Expression(.time(literal), at: literal.range)
    case .at:
      advance()
      guard isDate || kind == .dotDot, let literal = try timeLiteral() else {
        throw fail(.expectedValue, "a time is due after `@`", notes: ["as in: @2017, @2017-12"])
      }
      return Expression(.time(literal), at: range(from: start))
    case .text:
      let literal = try textLiteral()
      return Expression(.text(literal), at: literal.range)
    case .variable:
      let token = self.token
      let name = String(decoding: bytes[(Int(token.start) + 1)..<Int(token.end)], as: UTF8.self)
      advance()
      return Expression(.variable(name), at: range(token))
    case .question:
      advance()
      return Expression(.hole, at: range(from: start))
    case .leftParenthesis: return try parenthesized()
    case .quotedName:
      let name = identifier(token)
      advance()
      return Expression(.name(name), at: name.range)
    case .name:
      if hedge() != nil {
        let quantity = try quantity()
        return Expression(.quantity(quantity), at: quantity.range)
      }
      if word == .the, kind(ahead: 1) == .name || kind(ahead: 1) == .quotedName {
        advanceKeyword()
        let name = identifier(token)
        advance()
        return Expression(.theEntity(name), at: range(from: start))
      }
      let name = identifier(token)
      advance()
      return Expression(.name(name), at: name.range)
    default: break
    }
    throw failOperand()
  }

  private mutating func parenthesized() throws(SyntaxFailure) -> Expression {
    let start = index
    advance()
    try enter()
    brackets += 1
    let leaves = leavesQualifiers
    leavesQualifiers = false
    var inner = try pipeline()
    try closeParenthesis(openedAt: start)
    leavesQualifiers = leaves
    leave()
    inner.range = range(from: start)
    return inner
  }

  private mutating func failOperand() -> SyntaxFailure {
    let before = index > statementStart ? tokens[index - 1] : nil
    let place: String
    switch before?.kind {
    case .plus, .minus, .star, .slash, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .comma, .pipe,
      .leftParenthesis:
      place = " after `\(before.map(text) ?? "")`"
    case .name where before?.word != Word.none: place = " after `\(before.map(text) ?? "")`"
    default: place = ""
    }
    if kind == .rightParenthesis, before?.kind == .leftParenthesis {
      return fail(
        .expectedValue, "there is nothing between these brackets", at: range(tokens[index - 1]).union(range(token)), "empty")
    }
    return fail(.expectedValue, "a value is due\(place)")
  }
}

extension Expression {
  /// Whether a touching `(` after it makes a call.
  fileprivate var isCallable: Bool {
    switch node {
    case .name, .member: true
    default: false
    }
  }
}
