import Casebook
import Diagnostics
import Names
import Syntax

/// Words that claims give as values stand for themselves beside a property of words: `stance = concern`.
extension Checker {
  /// The other side of a comparison. A bare name is a value of the property that it is held against, unless the row has something of that
  /// name; where no claim gives that value and nothing else is called so, that is said with the values that there are.
  mutating func check(_ expression: Expression, heldAgainst value: CheckedExpression, _ context: Context) -> CheckedExpression {
    guard case .name(let name) = expression.node, !name.isQuoted else { return check(expression, context) }
    let property: PropertyID?
    switch (value.type, value.node) {
    case (.claims(let found), _):
      guard case .word = casebook[found].value else { return check(expression, context) }
      property = found
    case (_, .claimColumn(.value)): property = nil
    case (_, .column("value")) where context.shape?.isOfClaims == true: property = nil
    default: return check(expression, context)
    }
    let folded = foldName(name.text)
    if isOfRow(folded, context) { return check(expression, context) }
    let words = casebook.words(of: property)
    if let word = words.first(where: { foldName($0) == folded }) {
      return CheckedExpression(.text([.literal(word)]), type: .text, at: expression.range)
    }
    guard let property, !isName(folded) else { return check(expression, context) }
    return reportInvalid(noSuchWord(name, of: property, words), at: expression.range)
  }

  /// Whether a name is something that a row has, or a word of the language.
  private func isOfRow(_ folded: String, _ context: Context) -> Bool {
    context.shape?.column(named: folded) != nil || casebook.property(named: folded) != nil
      || scope.definition(named: folded) != nil
      || ["it", "yes", "no", "name", "title", "kind"].contains(folded)
  }

  /// Whether something is plainly called so.
  private func isName(_ folded: String) -> Bool {
    if casebook.collection(named: folded) != nil || casebook.kind(named: folded) != nil || scope.table(named: folded) != nil {
      return true
    }
    if case .none = casebook.match(folded) { return false }
    return true
  }

  private func noSuchWord(_ name: Identifier, of property: PropertyID, _ words: [String]) -> Diagnostic {
    let known = casebook[property].name
    let note: String
    if let near = Suggestion.note(Suggestion.nearest(to: name.text, among: words)) {
      note = near
    } else if words.isEmpty {
      note = "no claim gives \(known) a value so far; words that are not known yet stand in quotation marks"
    } else {
      let shown = words.prefix(12).joined(separator: ", ")
      note =
        "\(words.count == 1 ? "its only value is" : "its values are") \(shown)\(words.count > 12 ? " and \(words.count - 12) others" : "")"
    }
    return Diagnostic(.unknownName, "no claim gives \(known) the value \(name.text)", at: name.range, "unknown", notes: [note])
  }
}
