/// A question to the casebook as a whole, its entities and times checked.
public enum CheckedQuestion: Sendable {
  case search(CheckedExpression)
  case path(CheckedExpression, to: CheckedExpression)
  /// Of everything, or of one entity.
  case conflicts(of: CheckedExpression?)
  case sources(of: CheckedExpression)
  case timeline(CheckedExpression, during: CheckedExpression?)
  case audit(CheckedExpression)
}
