/// A question to the casebook as a whole.
public enum Question: Sendable, Hashable {
  /// `search "port security"`
  case search(TextLiteral)
  /// `path navy to el_chapo`, `path navy to mexico by part_of, country`: only ties of these kinds, where any are named.
  case path(Expression, to: Expression, by: [Identifier])
  /// `conflicts`, `conflicts of mexico`
  case conflicts(of: Expression?)
  /// `sources of gendarmerie`
  case sources(of: Expression)
  /// `timeline navy in pena_nieto`
  case timeline(Expression, during: Expression?)
  /// `audit ellis_2018`
  case audit(Expression)
}
