public import Diagnostics

/// What came of reading a text: a tree always, and what was wrong with it.
public struct ParseResult: Sendable {
  public var program: Program
  public var diagnostics: [Diagnostic]
  public init(program: Program, diagnostics: [Diagnostic]) {
    self.program = program
    self.diagnostics = diagnostics
  }
}
