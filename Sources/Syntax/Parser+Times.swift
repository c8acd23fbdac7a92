import Diagnostics

extension Parser {
  /// Whether a date, or a number that is a year where a time is due, stands here.
  var isDate: Bool { kind == .date || kind == .number }

  /// Whether `..` stands here and joins what is before it.
  var isJoiningDots: Bool { kind == .dotDot && token.touches }

  /// Whether the `..` just read has nothing joined to its right.
  var isOpenAfterDots: Bool {
    if tokens[index].flags.contains(.blankBefore) { return true }
    switch tokens[index].kind {
    case .endOfFile, .rightParenthesis, .rightBrace, .comma, .semicolon, .pipe: return true
    default: return false
    }
  }

  /// Whether a time literal that can't be anything else begins here: a date, two dots before one, or a year joined to two dots.
  var isPlainTime: Bool {
    switch kind {
    case .date: true
    case .dotDot: isJoinedDate(1)
    case .number: isYear(token) && kind(ahead: 1) == .dotDot && touches(ahead: 1)
    default: false
    }
  }

  private func isJoinedDate(_ offset: Int) -> Bool {
    let next = kind(ahead: offset)
    return touches(ahead: offset) && (next == .date || next == .number)
  }

  /// Four digits and nothing else.
  func isYear(_ token: Token) -> Bool {
    token.kind == .number && token.end - token.start == 4 && !bytes[token.offsets].contains { $0 &- 0x30 >= 10 }
  }

  /// Reads one date; a number must be a year of four digits.
  mutating func date() throws(SyntaxFailure) -> DateLiteral {
    let token = self.token
    let place = range(token)
    guard token.kind == .date || isYear(token) else {
      throw fail(
        .badDate, "a time is due here, and a year has four digits", at: place, "no year",
        notes: ["a time is written 2017, 2017-12, 2018-02-14, 2016~ or 2006..2018"])
    }
    mark(.time)
    if token.flags.contains(.broken) {
      advance()
      return DateLiteral(year: digits(at: token.start, count: 4), at: place)
    }
    let length = token.end - token.start
    let isApproximate = bytes[Int(token.end) - 1] == 0x7E
    let month = length >= 7 ? digits(at: token.start + 5, count: 2) : nil
    let day = length >= 10 ? digits(at: token.start + 8, count: 2) : nil
    let year = digits(at: token.start, count: 4)
    if let month, !(1...12).contains(month) {
      throw fail(
        .badDate, "a year has no month \(month)", at: place, "month \(month)",
        notes: ["an interval of years has two dots: 2006..2012"])
    }
    if let month, let day, day < 1 || day > Self.dayCount(year: year, month: month) {
      throw fail(.badDate, "this month has no day \(day)", at: place, "day \(day)")
    }
    advance()
    return DateLiteral(year: year, month: month, day: day, isApproximate: isApproximate, at: place)
  }

  private func digits(at start: UInt32, count: Int) -> Int {
    var value = 0
    for offset in Int(start)..<Int(start) + count where offset < bytes.count && bytes[offset] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[offset] &- 0x30)
    }
    return value
  }

  /// The number of days of a month of the Gregorian calendar.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Reads a time literal if one stands here: a year too, since a time is due.
  mutating func timeLiteral() throws(SyntaxFailure) -> TimeLiteral? {
    let start = index
    switch kind {
    case .name where word == .unknown && kind(ahead: 1) != .dot:
      mark(.time)
      advance()
      return TimeLiteral(.unknown, at: range(from: start))
    case .dotDot:
      guard isJoinedDate(1) else { return nil }
      mark(.time)
      advance()
      return TimeLiteral(.interval(nil, try date()), at: range(from: start))
    case .date, .number: break
    default: return nil
    }
    let first = try date()
    if isJoiningDots {
      // Two dots before something that is no date are left for an interval between expressions.
      let next = tokens[min(index + 1, tokens.count - 1)]
      let isOpen = isOpenAfter(index)
      guard isOpen || next.kind == .date || next.kind == .number else { return TimeLiteral(.date(first), at: first.range) }
      mark(.time)
      advance()
      if isOpen { return TimeLiteral(.interval(first, nil), at: range(from: start)) }
      return TimeLiteral(.interval(first, try date()), at: range(from: start))
    }
    if let second = try dateAfterForeignSign() {
      return TimeLiteral(.interval(first, second), at: range(from: start))
    }
    return TimeLiteral(.date(first), at: first.range)
  }

  private func isOpenAfter(_ dots: Int) -> Bool {
    guard dots + 1 < tokens.count else { return true }
    let next = tokens[dots + 1]
    if next.flags.contains(.blankBefore) { return true }
    switch next.kind {
    case .endOfFile, .rightParenthesis, .rightBrace, .comma, .semicolon, .pipe: return true
    default: return false
    }
  }

  /// Reads the second year of `2006–2012` or `2006 to 2012`, with a warning.
  private mutating func dateAfterForeignSign() throws(SyntaxFailure) -> DateLiteral? {
    let isDash = kind == .dash
    guard isDash || word == .to, kind(ahead: 1) == .date || (kind(ahead: 1) == .number && isYear(tokens[index + 1])) else {
      return nil
    }
    let sign = tokens[index]
    let place = SourceRange(file: file.id, start: Int(tokens[index - 1].end), end: Int(tokens[index + 1].start))
    report(
      .unclearDash, "an interval of time is written with two dots", at: range(sign), "read as `..`",
      notes: ["write \(text(tokens[index - 1]))..\(text(tokens[index + 1]))"], fixIts: [.init(place, replacement: "..")],
      severity: .warning)
    mark(.replacement(".."))
    advance()
    return try date()
  }

  /// Reads the time after a time word: a literal, a name, `$x`, `(…)`, or two of them joined by two dots.
  mutating func time(after word: String) throws(SyntaxFailure) -> Expression {
    let start = index
    if let literal = try timeLiteral() {
      let expression = Expression(.time(literal), at: literal.range)
      height = 1
      return try spanRest(expression, from: start)
    }
    switch kind {
    case .name, .quotedName, .variable, .leftParenthesis, .dotDot, .at, .question:
      return try span()
    default:
      throw fail(
        .expectedValue, "a time is due after `\(word)`",
        notes: ["as in: \(word) 2018, \(word) 2006..2012, \(word) calderon, \(word) $year"])
    }
  }
}
