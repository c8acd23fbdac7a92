import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

/// Collections whose rows are claims.
extension Checker {
  /// `claims`, `relations`, unless the casebook has an entity or a kind that is called so.
  func claimCollection(named folded: String, at range: SourceRange) -> CheckedExpression? {
    guard let collection = ClaimCollection(rawValue: folded), casebook.entity(named: folded) == nil else { return nil }
    return CheckedExpression(.claims(collection, of: nil), type: .claimRows(collection), at: range)
  }

  /// `list claims` shows the collection; any other list is the session's to show.
  func checkList(_ words: [String], at range: SourceRange) -> CheckedStatement.Node {
    guard words.count == 1, let rows = claimCollection(named: foldName(words[0]), at: range) else { return .shell(.list(words)) }
    return .show(rows)
  }

  /// `navy.claims`, `navy.relations`.
  func claimCollection(named folded: String, of subject: CheckedExpression, at range: SourceRange) -> CheckedExpression? {
    guard let collection = ClaimCollection(rawValue: folded), casebook.property(named: folded) == nil else { return nil }
    return CheckedExpression(.claims(collection, of: subject), type: .claimRows(collection), at: range)
  }

  /// A collection whose name is written with blanks, `criminal groups`, unless an entity is called so.
  func collection(inWords words: [String], at range: SourceRange) -> CheckedExpression? {
    let name = foldName(words.joined(separator: "_"))
    guard words.count > 1, casebook.entity(named: name) == nil, let kind = casebook.kind(named: name) else { return nil }
    return CheckedExpression(.collection(kind), type: .entities(kind), at: range)
  }

  /// A bare name where the row is a claim: one of its columns, a word for a status or a mode, or the name of a property, which stands for
  /// itself.
  func checkOfClaim(_ name: Identifier, _ folded: String, at range: SourceRange) -> CheckedExpression? {
    if let column = ClaimColumn(named: folded) {
      return CheckedExpression(.claimColumn(column), type: type(of: column), at: range)
    }
    return word(ofClaims: name, folded, at: range)
  }

  /// A bare name that stands for itself where rows are claims.
  func word(ofClaims name: Identifier, _ folded: String, at range: SourceRange) -> CheckedExpression? {
    if casebook.entity(named: folded) != nil || name.isQuoted { return nil }
    let isWord = Status(rawValue: folded) != nil || Mode(rawValue: folded) != nil || casebook.property(named: folded) != nil
    if isWord || casebook.kind(named: folded).map({ casebook[$0].name == folded }) == true {
      return CheckedExpression(.text([.literal(folded)]), type: .text, at: range)
    }
    if let mode = Mode.allCases.first(where: { $0.adverb == folded }) {
      return CheckedExpression(.text([.literal(mode.word)]), type: .text, at: range)
    }
    return nil
  }

  func type(of column: ClaimColumn) -> StaticType {
    switch column {
    case .entity: .entity(nil)
    case .source: .entity(casebook.kind(named: "source"))
    case .time, .published: .time
    case .preferred: .verdict
    // Which of them it is depends on the row.
    case .value, .supportedBy, .via: .unknown
    case .property, .kind, .status, .mode, .locator, .grade, .scope, .caveat, .words, .note, .deprecated: .text
    }
  }
}
