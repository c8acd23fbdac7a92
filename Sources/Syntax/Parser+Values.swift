import Diagnostics

extension Parser {
  /// Whether a number, with or without a sign or a currency, begins `offset` tokens on.
  func isNumber(ahead offset: Int) -> Bool {
    switch offset == 0 ? kind : kind(ahead: offset) {
    case .number, .dollar: true
    case .minus: kind(ahead: offset + 1) == .number || kind(ahead: offset + 1) == .dollar
    default: false
    }
  }

  /// The hedge that begins here, with the number of its words; nil where no number follows.
  func hedge() -> (HedgeWord, length: Int)? {
    let candidate: (HedgeWord, Int)?
    switch word {
    case .about, .around, .approximately: candidate = (.about, 1)
    case .some: candidate = (.some, 1)
    case .peak: candidate = (.peak, 1)
    case .more: candidate = word(ahead: 1) == .than ? (.moreThan, 2) : nil
    case .fewer, .less: candidate = word(ahead: 1) == .than ? (.fewerThan, 2) : nil
    case .at:
      candidate = word(ahead: 1) == .least ? (.atLeast, 2) : word(ahead: 1) == .most ? (.atMost, 2) : nil
    case .up: candidate = word(ahead: 1) == .to ? (.upTo, 2) : nil
    case .low: candidate = word(ahead: 1) == .point ? (.lowPoint, 2) : nil
    case .as: candidate = word(ahead: 1) == .many && word(ahead: 2) == .as ? (.asManyAs, 3) : nil
    default: candidate = nil
    }
    guard let (hedge, length) = candidate, isNumber(ahead: length) else { return nil }
    return (hedge, length)
  }

  /// Reads `about 15_000 people`, `12 to 14`, `21 of 103 ports`. A number is known to begin here, after a hedge perhaps.
  mutating func quantity(endsAtClause: Bool = false) throws(SyntaxFailure) -> QuantityLiteral {
    let start = index
    var hedge: HedgeWord?
    if let (word, length) = self.hedge() {
      hedge = word
      if marks != nil {
        record(.keyword, from: index, to: index + length - 1)
        record(.replacement(word.rawValue), from: index, to: index + length - 1)
      }
      index += length
    }
    var isDollar = false
    let number = try signedNumber(isDollar: &isDollar)
    var join: QuantityLiteral.Join?
    var second: NumberLiteral?
    switch kind {
    case .plusMinus:
      mark(.replacement("±"))
      advance()
      join = .plusMinus
    case .dash where isNumber(ahead: 1):
      let dash = range(token)
      mark(.replacement(" to "))
      report(
        .unclearDash, "a range of numbers is written with `to`", at: dash, "read as `to`",
        notes: ["write `to` with blanks around it"],
        fixIts: [.init(dash, replacement: " to ")], severity: .warning)
      advance()
      join = .to
    default:
      if word == .to || word == .of, isNumber(ahead: 1) {
        join = word == .to ? .to : .of
        advanceKeyword()
      }
    }
    if join != nil {
      guard isNumber(ahead: 0) else {
        throw fail(.unexpectedToken, "a number is due after `±`", notes: ["as in: 15_000 ± 1_000"])
      }
      second = try signedNumber(isDollar: &isDollar)
    }
    if kind == .name, token.touches {
      let last = tokens[index - 1]
      throw fail(
        .badNumber, "a blank is due between a number and the word after it", at: range(last).union(range(token)), "run together",
        fixIts: [.init(SourceRange(file: file.id, start: Int(last.end), end: Int(last.end)), replacement: " ")])
    }
    let unit = try unit(isDollar: isDollar, endsAtClause: endsAtClause)
    return QuantityLiteral(hedge: hedge, number: number, join: join, second: second, unit: unit, at: range(from: start))
  }

  /// Reads a number with its sign; notes whether it is one of dollars.
  private mutating func signedNumber(isDollar: inout Bool) throws(SyntaxFailure) -> NumberLiteral {
    let start = index
    if kind == .minus { mark(.prefixSign) }
    let isNegative = accept(.minus)
    if accept(.dollar) { isDollar = true }
    guard kind == .number else { throw fail(.unexpectedToken, "a number is due here") }
    var number = try numberLiteral()
    if isNegative { number.value = -number.value }
    if start != index { number.range = range(from: start) }
    return number
  }

  /// Reads a number without a sign, with its scale word and its `%`.
  mutating func numberLiteral() throws(SyntaxFailure) -> NumberLiteral {
    let start = index
    let number = token
    var mantissa: UInt64 = 0
    var decimals = 0
    var isAfterPoint = false
    var isExact = true
    for offset in number.offsets {
      let byte = bytes[offset]
      if byte == 0x2E {
        isAfterPoint = true
      } else if byte &- 0x30 < 10 {
        if isExact {
          let (product, overflows) = mantissa.multipliedReportingOverflow(by: 10)
          let (sum, overflowsToo) = product.addingReportingOverflow(UInt64(byte &- 0x30))
          isExact = !overflows && !overflowsToo
          if isExact { mantissa = sum }
        }
        if isAfterPoint { decimals += 1 }
      }
    }
    if marks != nil { markDigits(number) }
    advance()
    if !isExact || (decimals == 0 && mantissa > 1 << 53) || decimals > 15 {
      if decimals > 0 {
        throw fail(.badNumber, "a number has at most 15 digits after its point", at: range(number), "\(decimals) digits")
      }
      throw failNumberTooLarge(number)
    }
    var exponent = -decimals
    if let scale = word.scale {
      exponent += scale
      decimals = max(0, decimals - scale)
      advanceKeyword()
    }
    let power = Self.powersOfTen[abs(exponent)]
    let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    if value > 9_007_199_254_740_992 { throw failNumberTooLarge(number) }
    var isPercent = false
    if kind == .percent {
      if marks != nil, !token.touches { mark(.replacement("%")) }
      advance()
      isPercent = true
    } else if word == .percent {
      mark(.replacement("%"))
      advance()
      isPercent = true
    }
    return NumberLiteral(value: value, decimals: decimals, isPercent: isPercent, at: range(from: start))
  }

  private mutating func failNumberTooLarge(_ number: Token) -> SyntaxFailure {
    fail(
      .numberTooLarge, "this number is too large to be exact", at: range(number), "greater than 9,007,199,254,740,992",
      notes: ["numbers are exact up to 2^53; give it in a larger unit"])
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Notes the canonical digits of a number: groups of three joined by `_` from five digits on.
  private mutating func markDigits(_ number: Token) {
    let written = bytes[number.offsets]
    let digits = written.filter { $0 == 0x2E || $0 &- 0x30 < 10 }
    let whole = digits.prefix { $0 != 0x2E }
    let isGrouped = whole.count > 4 || digits.count < written.count
    var canonical: [UInt8] = []
    for (position, digit) in whole.enumerated() {
      if position > 0, isGrouped, whole.first != 0x30, (whole.count - position) % 3 == 0 { canonical.append(0x5F) }
      canonical.append(digit)
    }
    canonical += digits.dropFirst(whole.count)
    if canonical != Array(written) { mark(.replacement(String(decoding: canonical, as: UTF8.self))) }
  }

  // MARK: Units

  /// Whether a bare or quoted name that may be a unit stands here.
  private func isUnitName(endsAtClause: Bool) -> Bool {
    switch kind {
    case .quotedName: return true
    case .name:
      if token.word == .none { return !(endsAtClause && isClauseStart) }
      if token.word.endsValue { return false }
      return !(endsAtClause && isClauseStart)
    default: return false
    }
  }

  /// Reads the unit after a number: `people`, `people per prison`, `per 100_000 people`.
  mutating func unit(isDollar: Bool = false, endsAtClause: Bool = false) throws(SyntaxFailure) -> UnitExpression? {
    let start = index
    var numerator: Identifier?
    if isDollar {
      numerator = Identifier("usd", at: range(tokens[max(0, index - 1)]))
    } else if isUnitName(endsAtClause: endsAtClause) {
      mark(.unit)
      numerator = identifier(token)
      advance()
    }
    if word == .per { return try unitAfterPer(numerator: numerator, from: start) }
    guard let numerator else { return nil }
    return UnitExpression(numerator: numerator, perCount: nil, denominator: nil, at: numerator.range)
  }

  /// Reads `per 100_000 people`; `per` stands here.
  mutating func unitAfterPer(numerator: Identifier?, from start: Int) throws(SyntaxFailure) -> UnitExpression {
    advanceKeyword()
    continueLine()
    var count: NumberLiteral?
    if kind == .number { count = try numberLiteral() }
    guard kind == .name || kind == .quotedName else {
      throw failName("the unit after `per`", example: "homicides / population per 100_000 people")
    }
    mark(.unit)
    let denominator = identifier(token)
    advance()
    return UnitExpression(numerator: numerator, perCount: count, denominator: denominator, at: range(from: start))
  }
}
