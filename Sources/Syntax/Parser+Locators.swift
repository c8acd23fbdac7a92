import Diagnostics

extension Parser {
  /// Whether the place within a source begins here: `¶19`, `p. 31`, `note 5`, `at "…"`.
  var isLocatorStart: Bool {
    switch kind {
    case .locator: true
    case .name:
      switch token.word {
      case .none, .p, .pp, .par, .note, .caption, .figure, .table, .at: isClauseStart
      default: false
      }
    default: false
    }
  }

  /// Reads as many locators as follow one another; a comma between two is let through.
  mutating func locators() throws(SyntaxFailure) -> [Locator] {
    guard isLocatorStart else { return [] }
    var locators: [Locator] = []
    while isLocatorStart {
      locators.append(try locator())
      if kind == .comma, isLocatorAfterComma() { _ = acceptComma() }
    }
    return locators
  }

  /// Whether a locator, and not another source, follows the comma that stands here.
  private mutating func isLocatorAfterComma() -> Bool {
    let (before, forgivenBefore, endedBefore) = (index, forgiven, endedAfterOperator)
    defer { (index, forgiven, endedAfterOperator) = (before, forgivenBefore, endedBefore) }
    return acceptComma() && isLocatorStart
  }

  private mutating func locator() throws(SyntaxFailure) -> Locator {
    let start = index
    let written: String
    if kind == .locator {
      written = paragraph(text(token))
      advance()
    } else {
      let word = token.word
      switch word {
      case .none:
        written = "¶" + text(token).dropFirst()
        advance()
        return try finish(written + (try rangeEnd()), from: start)
      case .par:
        advance()
        written = "¶" + (try part()) + (try rangeEnd())
      case .p, .pp:
        advance()
        _ = accept(.dot)
        let first = try part()
        let last = try rangeEnd()
        written = (last.isEmpty ? "p. " : "pp. ") + first + last
      case .at:
        advance()
        written = try plainText("the place in the source", example: "at \"second table\"")
        if marks != nil { record(.locator, from: start, to: start) }
        return Locator(written, at: range(from: start))
      default:
        advance()
        written = word.rawValue + " " + (try part()) + (try rangeEnd())
      }
    }
    return try finish(written, from: start)
  }

  private mutating func finish(_ written: String, from start: Int) throws(SyntaxFailure) -> Locator {
    if marks != nil {
      record(.locator, from: start, to: index - 1)
      record(.replacement(written), from: start, to: index - 1)
    }
    return Locator(written, at: range(from: start))
  }

  /// `¶19-21` as it is written canonically: one sign, no blank, a hyphen.
  private func paragraph(_ written: String) -> String {
    var canonical = "¶"
    for scalar in written.unicodeScalars where scalar != "¶" && scalar != " " {
      canonical.unicodeScalars.append((0x2010...0x2013).contains(scalar.value) ? "-" : scalar)
    }
    return canonical
  }

  /// Reads the number or letters after `p.`, `note` or `figure`.
  private mutating func part() throws(SyntaxFailure) -> String {
    guard kind == .number || kind == .name else {
      throw fail(
        .unexpectedToken, "the number of the page or note is due here", notes: ["as in: p. 31, pp. 4-6, note 5, caption C1"])
    }
    let written = text(token)
    advance()
    return written
  }

  /// Reads `-6` or `–6` after the first number; empty where none follows.
  private mutating func rangeEnd() throws(SyntaxFailure) -> String {
    guard kind == .minus || kind == .dash, kind(ahead: 1) == .number else { return "" }
    advance()
    return "-" + (try part())
  }
}
