/// A question to the casebook as a whole.
public enum Question: Sendable, Hashable {
  /// `search "port security"`
  case search(TextLiteral)
  /// `path navy to el_chapo`
  case path(Expression, to: Expression)
  /// `conflicts`, `conflicts of mexico`
  case conflicts(of: Expression?)
  /// `sources of gendarmerie`
  case sources(of: Expression)
  /// `timeline navy in pena_nieto`
  case timeline(Expression, during: Expression?)
  /// `audit ellis_2018`
  case audit(Expression)
}
