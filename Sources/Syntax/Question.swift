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
  /// `who army`: everything that may be called so.
  case who(String)
  /// `changed since 2017`
  case changed(since: Expression)
  /// `tree of navy by part_of`; by what a part is part of, where no tie is named.
  case tree(of: Expression, by: Identifier?)
}
