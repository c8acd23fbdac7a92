import Diagnostics

extension Lexer {
  /// Reads `15_000`, `15,000`, `22.5`, `2017-12`, `2018-02-14`, `2016~`.
  mutating func readNumber() {
    let start = position
    var current = position
    while isDigit(at: current) { current += 1 }
    let digits = current - start
    if digits == 4, !followsPage {
      if readDateRest(from: start, after: current) { return }
    }
    var isGrouped = false
    while byte(at: current) == 0x5F, isDigit(at: current + 1) {
      current += 1
      while isDigit(at: current) { current += 1 }
      isGrouped = true
    }
    if !isGrouped, digits <= 3 {
      while case let length = digitGroupLength(at: current), length > 0 {
        current += length
        flags.insert(.typographic)
      }
    }
    if byte(at: current) == 0x2E, isDigit(at: current + 1) {
      current += 1
      while isDigit(at: current) || (byte(at: current) == 0x5F && isDigit(at: current + 1)) { current += 1 }
    }
    position = current
    append(.number, from: start)
  }

  /// The length of a separator and exactly three digits: a comma outside round brackets, or a no-break space; 0 where there is none.
  private func digitGroupLength(at offset: Int) -> Int {
    let separator: Int
    switch byte(at: offset) {
    case 0x2C where openParentheses == 0: separator = 1
    case 0xC2 where byte(at: offset + 1) == 0xA0: separator = 2
    case 0xE2 where byte(at: offset + 1) == 0x80 && byte(at: offset + 2) == 0xAF: separator = 3
    default: return 0
    }
    let first = offset + separator
    guard isDigit(at: first), isDigit(at: first + 1), isDigit(at: first + 2), !isDigit(at: first + 3), byte(at: first + 3) != 0x5F
    else { return 0 }
    return separator + 3
  }

  /// Whether `p.`, `pp.` or `note` stands before: then `1004-1006` are pages and no date.
  private var followsPage: Bool {
    guard let last = tokens.last else { return false }
    if last.kind == .name { return last.word == .p || last.word == .pp || last.word == .note }
    guard last.kind == .dot, tokens.count >= 2 else { return false }
    let before = tokens[tokens.count - 2].word
    return before == .p || before == .pp
  }

  /// Reads the month, day and `~` after four digits; false where none of them follows.
  private mutating func readDateRest(from start: Int, after year: Int) -> Bool {
    var current = year
    if byte(at: current) == 0x2D, isDigit(at: current + 1) {
      // Digits joined to a year by a hyphen are a date or a mistake, never a subtraction.
      var groups: [Int] = []
      while byte(at: current) == 0x2D, isDigit(at: current + 1) {
        let groupStart = current + 1
        current = groupStart
        while isDigit(at: current) { current += 1 }
        groups.append(current - groupStart)
      }
      if groups != [2], groups != [2, 2] {
        position = current
        reportBadDate(from: start, groups: groups, year: year)
        flags.insert(.broken)
        append(.date, from: start)
        return true
      }
    }
    if byte(at: current) == 0x7E { current += 1 }
    guard current > year else { return false }
    position = current
    append(.date, from: start)
    return true
  }

  private mutating func reportBadDate(from start: Int, groups: [Int], year: Int) {
    let first = String(decoding: bytes[start..<year], as: UTF8.self)
    let rest = String(decoding: bytes[(year + 1)..<position], as: UTF8.self)
    let place = range(start, position)
    switch groups {
    case [4]:
      diagnostics.append(
        Diagnostic(
          .badDate, "an interval of years is written with two dots", at: place, "joined by a hyphen",
          notes: ["write \(first)..\(rest)"], fixIts: [.init(place, replacement: "\(first)..\(rest)")]))
    case [1]:
      diagnostics.append(
        Diagnostic(
          .badDate, "a month has two digits", at: place, "joined by a hyphen",
          notes: ["write \(first)-0\(rest); a subtraction needs blanks: \(first) - \(rest)"],
          fixIts: [.init(place, replacement: "\(first)-0\(rest)")]))
    default:
      diagnostics.append(
        Diagnostic(
          .badDate, "this is neither a date nor a subtraction", at: place, "a year joined to other digits by a hyphen",
          notes: ["a date is written 2018-02-14, a subtraction with blanks around its sign"]))
    }
  }
}
