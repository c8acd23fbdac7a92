public import Diagnostics
public import Semantics

/// How one derived figure follows from others, and what is to be said of it.
public struct Derivation {
  /// Its figures are asked for at the times that it names itself.
  public var expression: CheckedExpression
  public var because: String?
  public var caveats: [String]
  /// The whole declaration.
  public var range: SourceRange
  /// What was wrong with the rule when it was checked; with an error in it, it gives no figure.
  public var diagnostics: [Diagnostic]

  public init(
    expression: CheckedExpression, because: String?, caveats: [String], range: SourceRange, diagnostics: [Diagnostic] = []
  ) {
    self.expression = expression
    self.because = because
    self.caveats = caveats
    self.range = range
    self.diagnostics = diagnostics
  }
}
