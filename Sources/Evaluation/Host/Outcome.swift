public import Diagnostics
public import Reports

/// What came of a statement.
public struct Outcome {
  /// What is to be printed; nil where a statement says nothing.
  public var document: Document?
  public var diagnostics: [Diagnostic]
  /// What `it` is from now on; nil where the statement gave no value.
  public var result: Value?

  init(document: Document? = nil, diagnostics: [Diagnostic] = [], result: Value? = nil) {
    self.document = document
    self.diagnostics = diagnostics
    self.result = result
  }

  public var failed: Bool { diagnostics.contains { $0.severity == .error } }
}
