import Diagnostics

extension Parser {
  /// Reads `check EXPRESSION against CANDIDATE, …`; nil where `check` is a name.
  mutating func checkStatement() throws(SyntaxFailure) -> Statement.Node? {
    let example = "check mexico.homicide_rate in 2017 against homicide_rate, homicides / population"
    switch kind(ahead: 1) {
    case .endOfLine, .endOfFile, .semicolon, .rightBrace: return nil
    default: break
    }
    advanceKeyword()
    let subject = try expression()
    guard accept(keyword: .against) else {
      throw fail(
        .unexpectedToken, "`check` says what the figure is set against: `against` is due here", notes: ["as in: \(example)"])
    }
    var check = Check(subject: subject, candidates: try comparisonItems())
    while !isAtEnd {
      if let reason = try because() {
        check.because = reason
        continue
      }
      guard let qualifier = try qualifier() else {
        throw fail(
          .unexpectedToken, "`check` does not go on like this",
          notes: ["a time or a status holds for the figure and all candidates; that of one candidate stands in brackets with it"])
      }
      check.qualifiers.append(qualifier)
    }
    return .check(check)
  }

  /// Reads `what if about = 25%`; nil where `what` is a name.
  mutating func whatIfStatement() throws(SyntaxFailure) -> Statement.Node? {
    guard word(ahead: 1) == .if else { return nil }
    let example = "what if about = 25%"
    advanceKeyword()
    advanceKeyword()
    let name = try expectName("the name of a policy", example: example)
    if !accept(.equal), isAtEnd {
      throw fail(.unexpectedToken, "`what if` needs the value that the policy would have", notes: ["as in: \(example)"])
    }
    return .whatIf(name, try expression())
  }
}
