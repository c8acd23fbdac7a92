public import Casebook

/// A question to the casebook as a whole, its entities and times checked.
public enum CheckedQuestion: Sendable {
  case search(CheckedExpression)
  /// Along ties of any kind, or only of these.
  case path(CheckedExpression, to: CheckedExpression, along: Set<PropertyID>)
  /// Of everything, or of one entity.
  case conflicts(of: CheckedExpression?)
  case sources(of: CheckedExpression)
  case timeline(CheckedExpression, during: CheckedExpression?)
  case audit(CheckedExpression)
}
